#include "services/validation/table_heads.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Heads(
    const std::vector<std::vector<std::string>>& rows,
    const std::string& among = "其中") {
  std::vector<std::vector<std::string>> table = {
      {"", "招生总数", among, among}, {"", "招生总数", "全日制", "非全日制"}};
  int year = 2018;
  for (const auto& row : rows) {
    const std::string period = std::to_string(year++) + "年";
    table.push_back({period});
    for (const std::string& figure : row) {
      table.back().push_back("[" + figure + "|招生数||" + period + "|人]");
    }
  }
  return Found(ReportBuilder().Table(2, table), FindTableHeads);
}

TEST(TableHeads, AddUpTheColumnsUnderAmong) {
  EXPECT_THAT(Heads({{"810", "700", "110"}, {"760", "760", "0"}}),
              ElementsAre("sum consistent 810人 | 700+110=810人",
                          "sum consistent 760人 | 760+0=760人"));
}

TEST(TableHeads, ContradictARowWhereOthersShowThatTheyMakeItUp) {
  EXPECT_THAT(Heads({{"810", "700", "110"},
                     {"790", "690", "100"},
                     {"780", "640", "130"}}),
              ElementsAre("sum consistent 810人 | 700+110=810人",
                          "sum consistent 790人 | 690+100=790人",
                          "sum contradicted 780人（640人、130人） | "
                          "640+130=770人"));
}

// Parts need not be all there is, and a zero proves little.
TEST(TableHeads, MayBeIncomplete) {
  EXPECT_THAT(Heads({{"810", "810", "0"}, {"760", "700", "0"}}),
              ElementsAre("sum consistent 810人 | 810+0=810人",
                          "part consistent 760人 | 700+0=700人"));
  EXPECT_THAT(Heads({{"810", "700", "210"}}), IsEmpty());
  EXPECT_THAT(Heads({{"810", "700", "110"}}, "另有"), IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation
