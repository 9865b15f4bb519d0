#include "services/validation/earlier_rates.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"
#include "services/validation/shares.h"

namespace nianbao::validation {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;

// This year's rate is shown to be one of 直接就业 people; last year's must come
// from a whole number of those, too.
std::vector<std::string> Rates(const std::string& earlier,
                               const std::string& people = "256") {
  return Found(
      ReportBuilder()
          .Text("直接就业[239人|直接就业人数|direct]，其中对口就业"
                "[205人|对口就业人数]，对口就业率[85.77%|对口就业率|match]。")
          .Table(
              1,
              {{"指标", "2020年"},
               {"对口就业率", "[" + earlier + "|对口就业率|match|2020年|%]"},
               {"直接就业", "[" + people + "|直接就业人数|direct|2020年|人]"}}),
      [](const ReportView& view, Checks& checks) {
        FindShares(view, checks);
        FindEarlierRates(view, checks);
      });
}

TEST(EarlierRates, MustBeAttainable) {
  EXPECT_THAT(Rates("84.38"), Contains("attainability consistent 84.38% | "
                                       "256×84.38%=216.01"));
  EXPECT_THAT(Rates("84.58"), Contains("attainability contradicted 84.58% | "
                                       "256×84.58%=216.52"));
}

// Of so many people nearly every percentage is one.
TEST(EarlierRates, AreNotJudgedWhereManyCouldBe) {
  EXPECT_THAT(Rates("84.58", "5256"),
              ElementsAre("share consistent 85.77% | 205÷239=85.77%"));
}

}  // namespace
}  // namespace nianbao::validation
