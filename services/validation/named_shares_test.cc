#include "services/validation/named_shares.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// 51 of 154 in the text, their share far behind in a table.
std::vector<std::string> Senior(const std::string& share,
                                const std::string& part = "51人") {
  return Found(
      ReportBuilder()
          .Text("专任教师[154人|专任教师总数|teachers]，其中高级职称[" + part +
                "|高级职称专任教师数]。")
          .Table(1, {{"指标", "2021年"},
                     {"高级职称专任教师比例",
                      "[" + share + "|高级职称专任教师比例||||]"}}),
      FindNamedShares);
}

TEST(NamedShares, AreOfTheLastNounOfTheirName) {
  EXPECT_THAT(Senior("33.12%"),
              ElementsAre("share consistent 33.12% | 51÷154=33.12%"));
}

TEST(NamedShares, AreNoticedWhereTheyWereCutOff) {
  EXPECT_THAT(Senior("33.11%"),
              ElementsAre("share rounded_differently 33.11% | 51÷154=33.12%"));
}

// The part may be counted otherwise than the table does.
TEST(NamedShares, AreLeftAloneWhereTheyAreFarOff) {
  EXPECT_THAT(Senior("36.19%"), IsEmpty());
  EXPECT_THAT(Senior("33.12%", "近51人"), IsEmpty());
}

std::vector<std::string> OfAll(const std::string& words) {
  return Found(ReportBuilder()
                   .Text("在校生[4902人|全日制在校生数|students]。")
                   .Text(words),
               FindNamedShares);
}

TEST(WholeShares, NeedAWholeNumberOfStudents) {
  EXPECT_THAT(OfAll("全校团员比例[25.76%|团员比例]。"),
              ElementsAre("attainability consistent 25.76% | "
                          "1263÷4902=25.76%"));
  EXPECT_THAT(OfAll("全校团员比例[25.75%|团员比例]。"), IsEmpty());
}

TEST(WholeShares, AreNotOfOthers) {
  EXPECT_THAT(OfAll("全校教师党员比例[25.76%|党员比例]。"), IsEmpty());
  EXPECT_THAT(OfAll("团员比例[25.76%|团员比例]。"), IsEmpty());
  // Nearly every figure of one digit can be had.
  EXPECT_THAT(OfAll("全校团员比例[25.8%|团员比例]。"), IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation
