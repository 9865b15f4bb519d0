// The catalogue is data: one indicator is one edit in one file, and a broken
// file stops the start.

#include <filesystem>
#include <fstream>
#include <string>

#include "gtest/gtest.h"
#include "tests/system/cluster.h"
#include "tests/testing/golden.h"

namespace nianbao::testing {
namespace {

constexpr char kNewIndicator[] = R"pb(
  indicators {
    code: "students_per_book_shelf"
    title { zh: "每万册图书对应学生数" en: "Students per 10,000 books" }
    unit: "人"
    decimals: 1
    measure: MEASURE_AMOUNT
    period: PERIOD_KIND_POINT
    formula: "full_time_students / paper_books * 10000"
    rollup: ROLLUP_FORMULA
    revisions { edition: "2021" reference: "a test" certainty: CERTAINTY_DRAFT }
    examples {
      name: "one to ten"
      inputs { key: "full_time_students" value: "1000" }
      inputs { key: "paper_books" value: "10000" }
      value: "1000.0"
    }
  }
)pb";

class CatalogueChange : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::copy("deploy/catalogue", Folder(),
                          std::filesystem::copy_options::recursive);
  }

  std::string Folder() const { return folder_.Path("catalogue"); }

  void Append(const std::string& file, const std::string& text) {
    std::ofstream(Folder() + "/" + file, std::ios::app) << text;
  }

  ScratchFolder folder_;
};

TEST_F(CatalogueChange, OneIndicatorIsOneEditInOneFile) {
  const std::string file = "indicators/resources.textproto";
  ASSERT_TRUE(std::filesystem::exists(Folder() + "/" + file));
  Append(file, kNewIndicator);
  const std::vector<std::string> with = {"--catalogue", Folder()};
  const CommandResult computed = Nianbao({"compute", kSample}, with);
  EXPECT_NE(computed.out.find("每万册图书对应学生数"), std::string::npos)
      << computed.out << computed.err;
  // 3686 students, 95525 books.
  EXPECT_NE(computed.out.find("385.9"), std::string::npos);
  const CommandResult run =
      Nianbao({"run", kSample, "-o", folder_.Path("out")}, with);
  EXPECT_EQ(run.exit_code, 1) << run.err;
  EXPECT_NE(ReadTestFile(folder_.Path("out/linjiang-2021.report.html"))
                .find("每万册图书对应学生数"),
            std::string::npos);
}

TEST_F(CatalogueChange, NewIndicatorIsListedAndAggregated) {
  Append("indicators/resources.textproto", kNewIndicator);
  auto server = ServerProcess::Start(
      "nianbao-allinone", {"--store.path=:memory:", "--catalogue=" + Folder()});
  ASSERT_TRUE(server.ok()) << server.status();
  SubmitSample((*server)->address(), "3633000001", "330100");
  const CommandResult result =
      Nianbao({"aggregates", "--edition", "2021", "--indicators",
               "students_per_book_shelf", "--server", (*server)->address()});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_NE(result.out.find("385.9"), std::string::npos) << result.out;
}

TEST_F(CatalogueChange, ABrokenFileRefusesStartUpWithItsPlace) {
  std::ofstream(Folder() + "/rules/broken.textproto")
      << "rules {\n  code: \"broken_rule\"\n  colour: \"red\"\n}\n";
  const auto server =
      ServerProcess::Start("nianbao-validation", {"--catalogue=" + Folder()});
  ASSERT_FALSE(server.ok());
  const std::string message(server.status().message());
  EXPECT_NE(message.find("rules/broken.textproto:3:"), std::string::npos)
      << message;
  EXPECT_NE(message.find("colour"), std::string::npos) << message;
}

TEST_F(CatalogueChange, ARuleOverNothingRefusesStartUpWithItsPlace) {
  std::ofstream(Folder() + "/rules/broken.textproto")
      << "rules {\n  code: \"broken_rule\"\n  title { zh: \"甲\" en: \"a\" }\n"
         "  expression: \"no_such_indicator <= 5\"\n"
         "  severity: SEVERITY_QUERY\n  kind: \"order\"\n"
         "  certainty: CERTAINTY_DRAFT\n}\n";
  const CommandResult result = Nianbao({"catalogue", "check", Folder()});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_NE(result.err.find("rules/broken.textproto:4:"), std::string::npos)
      << result.err;
  EXPECT_NE(result.err.find("no_such_indicator"), std::string::npos);
}

}  // namespace
}  // namespace nianbao::testing
