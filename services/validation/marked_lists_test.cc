#include "services/validation/marked_lists.h"

#include <gmock/gmock.h>

#include "services/validation/counted_lists.h"
#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::vector<std::string> Marked(const std::string& text) {
  return Found(ReportBuilder().Text(text), FindCountedLists);
}

TEST(MarkedLists, CountABracketForEach) {
  EXPECT_THAT(Marked("获奖3项：（甲乙：焊接一等奖）（甲乙：钳工二等奖）"
                     "（丙丁：书法三等奖）。"),
              ElementsAre(StartsWith("list consistent 3项 | 3个：")));
}

// Who has two of the brackets is one.
TEST(MarkedLists, CountPeopleOnce) {
  EXPECT_THAT(Marked("获奖2人3项：（甲乙：焊接一等奖）（甲乙：钳工二等奖）"
                     "（丙丁：书法三等奖）。"),
              ElementsAre(StartsWith("list consistent 2人 | 2个："),
                          StartsWith("list consistent 3项 | 3个：")));
}

TEST(MarkedLists, CountClausesThatOpenWithTheNoun) {
  EXPECT_THAT(Marked("学校有2个校区，东校区在城东，西校区在城西。"),
              ElementsAre("list consistent 2个 | 2个：东校区、西校区"));
}

TEST(MarkedLists, ThatDifferSayNothing) {
  EXPECT_THAT(Marked("获奖4项：（甲乙：焊接一等奖）（丙丁：书法三等奖）。"),
              IsEmpty());
  EXPECT_THAT(Marked("学校有3个校区，东校区在城东，西校区在城西。"), IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation
