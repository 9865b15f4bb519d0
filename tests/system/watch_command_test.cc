// The record's changes on the command line.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/system/cli_fixture.h"
#include "tests/system/cluster.h"
#include "tests/testing/scratch_folder.h"

namespace nianbao::testing {
namespace {

using nlohmann::json;

TEST(WatchCommand, PrintsChangesFromARevisionOn) {
  const ScratchFolder folder;
  auto intake = ServerProcess::Start("nianbao-intake",
                                     {"--store.path=" + folder.Path("store")});
  ASSERT_TRUE(intake.ok()) << intake.status();
  const std::string address = (*intake)->address();
  SubmitSample(address, "3633000001", "330100");
  SubmitSample(address, "3633000002", "330102");
  SubmitSample(address, "3633000001", "330100");
  const auto watch = [&](const std::vector<std::string>& flags) {
    return Nianbao({"watch", "--until-current", "--server", address}, flags);
  };
  const CommandResult all = watch({});
  EXPECT_EQ(all.exit_code, 0) << all.err;
  const auto lines = LinesOf(all.out);
  ASSERT_EQ(lines.size(), 3u) << all.out;
  const json last = json::parse(lines[2]);
  EXPECT_EQ(last["revision"], 3);
  EXPECT_EQ(last["kind"], "submission");
  EXPECT_EQ(last["name"], "editions/2021/submissions/3633000001/versions/2");
  EXPECT_GT(last["facts"], 100);
  EXPECT_EQ(LinesOf(watch({"--after", "2"}).out).size(), 1u);
  EXPECT_EQ(LinesOf(watch({"--newest-only"}).out).size(), 2u);
  const CommandResult late = watch({"--after", "9"});
  EXPECT_EQ(late.exit_code, 2);
  EXPECT_NE(late.err.find('9'), std::string::npos) << late.err;
}

}  // namespace
}  // namespace nianbao::testing
