#include "services/cli/print_organisations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nianbao::cli {
namespace {

using nianbao::intake::v1::ImportOrganisationsResponse;
using nianbao::intake::v1::Organisation;
using ::testing::HasSubstr;
using ::testing::StartsWith;

ImportOrganisationsResponse Response() {
  ImportOrganisationsResponse response;
  response.set_added(3);
  response.set_unchanged(2);
  response.set_revision(7);
  for (const char* column : {"代码", "名称"}) {
    auto& row = *response.add_rejected();
    row.set_row(5);
    row.set_column(column);
    row.set_value("36");
    row.mutable_reason()->set_zh("不对。");
    row.mutable_reason()->set_en("wrong");
  }
  auto& whole = *response.add_rejected();
  whole.set_row(9);
  whole.mutable_reason()->set_zh("重复。");
  whole.mutable_reason()->set_en("double");
  return response;
}

TEST(PrintOrganisations, TellsWhereARowIsWrong) {
  EXPECT_EQ(RejectedText(Language::kChinese, Response()),
            "第 5 行，代码 “36”：不对。\n"
            "第 5 行，名称 “36”：不对。\n"
            "第 9 行：重复。\n");
  EXPECT_THAT(RejectedText(Language::kEnglish, Response()),
              StartsWith("row 5, 代码 \"36\": wrong\n"));
}

TEST(PrintOrganisations, SaysWhatBecameOfTheImport) {
  ImportOrganisationsResponse response = Response();
  EXPECT_THAT(ImportSummary(Language::kChinese, response, false),
              HasSubstr("没有导入（改正后重试，或加 --partial"));
  EXPECT_THAT(ImportSummary(Language::kEnglish, response, true),
              StartsWith("dry run, nothing stored: new 3, changed 0, "
                         "unchanged 2, rejected rows 2"));
  response.set_stored(true);
  EXPECT_THAT(ImportSummary(Language::kChinese, response, false),
              StartsWith("已导入，修订号 7：新增 3"));
  response.set_stored(false);
  response.clear_rejected();
  EXPECT_THAT(ImportSummary(Language::kEnglish, response, false),
              StartsWith("no change: "));
}

TEST(PrintOrganisations, GivesAnImportAsJsonLines) {
  EXPECT_EQ(
      ImportLines(Response()),
      R"({"kind":"rejected","row":5,"column":"代码","value":"36","zh":"不对。","en":"wrong"}
{"kind":"rejected","row":5,"column":"名称","value":"36","zh":"不对。","en":"wrong"}
{"kind":"rejected","row":9,"column":null,"value":"","zh":"重复。","en":"double"}
{"kind":"import","added":3,"changed":0,"unchanged":2,"rejected":2,"stored":false,"revision":7}
)");
}

TEST(PrintOrganisations, ListsEntries) {
  Organisation entry;
  entry.set_code("3633000001");
  entry.set_level(Organisation::LEVEL_SCHOOL);
  entry.set_title("临江第一职业学校");
  entry.set_parent("330103");
  entry.set_valid_to("2021-08-31");
  entry.set_ending(Organisation::ENDING_MERGED);
  entry.add_successors("3633000002");
  entry.set_revision(4);
  EXPECT_EQ(
      OrganisationLines({entry}),
      R"({"code":"3633000001","level":"school","title":"临江第一职业学校","parent":"330103","school_class":null,"valid_from":null,"valid_to":"2021-08-31","ending":"merged","successors":["3633000002"],"revision":4}
)");
  EXPECT_THAT(OrganisationsText(Language::kChinese, {entry}),
              HasSubstr("2021-08-31  合并      3633000002\n"));
}

}  // namespace
}  // namespace nianbao::cli
