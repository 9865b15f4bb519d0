// One process or four: the answers are the same to the byte.

#include <string>

#include "gtest/gtest.h"
#include "tests/system/cluster.h"
#include "tests/testing/golden.h"

namespace nianbao::testing {
namespace {

class SameAnswers : public ::testing::Test {
 protected:
  void SetUp() override {
    auto four = FourServices::Start();
    ASSERT_TRUE(four.ok()) << four.status();
    four_ = *std::move(four);
    auto one =
        ServerProcess::Start("nianbao-allinone", {"--store.path=:memory:"});
    ASSERT_TRUE(one.ok()) << one.status();
    one_ = *std::move(one);
  }

  std::vector<std::string> OneFlags() const {
    return {"--server", one_->address()};
  }

  // Runs the same command in both shapes and in the command line's own
  // process; the outputs must be equal and not empty.
  void ExpectSame(const std::vector<std::string>& command, int exit_code) {
    const CommandResult one = Nianbao(command, OneFlags());
    const CommandResult four = Nianbao(command, four_->ClientFlags());
    const CommandResult own = Nianbao(command);
    EXPECT_EQ(one.exit_code, exit_code) << one.err;
    EXPECT_EQ(four.exit_code, exit_code) << four.err;
    EXPECT_FALSE(one.out.empty());
    EXPECT_TRUE(one.out == four.out) << "allinone and four processes differ";
    EXPECT_TRUE(one.out == own.out) << "a server and the command line differ";
  }

  std::string Rendered(const std::string& address, const std::string& kind) {
    const std::string path = folder_.Path(kind + ".html");
    const CommandResult result =
        Nianbao({"render", "editions/2021/submissions/3633000001", "--kind",
                 kind, "-o", path, "--server", address});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return ReadTestFile(path);
  }

  ScratchFolder folder_;
  std::unique_ptr<FourServices> four_;
  std::unique_ptr<ServerProcess> one_;
};

TEST_F(SameAnswers, FactsAndChecks) {
  ExpectSame({"read", kSample, "--format", "jsonl"}, 0);
  ExpectSame({"check", kSample, "--format", "jsonl"}, 1);
}

TEST_F(SameAnswers, Reports) {
  SubmitSample(one_->address(), "3633000001", "330100");
  SubmitSample(four_->intake().address(), "3633000001", "330100");
  for (const char* kind : {"findings", "school"}) {
    const std::string one = Rendered(one_->address(), kind);
    const std::string four = Rendered(four_->report().address(), kind);
    EXPECT_GT(one.size(), 10000u);
    EXPECT_TRUE(one == four) << kind << " differs";
  }
}

TEST_F(SameAnswers, StopsGracefullyWhenAsked) {
  EXPECT_EQ(four_->intake().Terminate(), 0);
  EXPECT_EQ(one_->Terminate(), 0);
  EXPECT_NE(one_->Output().find("stopped"), std::string::npos);
}

}  // namespace
}  // namespace nianbao::testing
