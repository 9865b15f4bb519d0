#include "services/intake/organisations/day_text.h"

#include <gtest/gtest.h>

namespace nianbao::intake {
namespace {

TEST(DayText, ReadsDaysInCommonForms) {
  for (const char* text :
       {"2021-04-09", "2021-4-9", "2021/4/9", "2021/04/09", "2021.4.9",
        "20210409", "2021年4月9日", "2021年04月09日", " 2021 年 4 月 9 日 ",
        "２０２１年４月９日", "２０２１－０４－０９", "２０２１０４０９",
        "2021-04-09 00:00:00", "2021/4/9 0:00", "2021-04-09T00:00:00"}) {
    EXPECT_EQ(ParseDay(text), "2021-04-09") << text;
  }
}

TEST(DayText, RefusesWhatIsNoDayOrCouldBeAnother) {
  for (const char* text :
       {"", "2021", "2021-04", "2021年4月", "4/9/2021", "9/4/21", "21-04-09",
        "2021-02-29", "2021-13-01", "2021-04-31", "2021-04-09 08:30", "44295",
        "2021-04-09-01", "2021-04-0９9", "长期", "-4-9"}) {
    EXPECT_EQ(ParseDay(text), std::nullopt) << text;
  }
}

TEST(DayText, KnowsLeapDays) { EXPECT_EQ(ParseDay("2020/2/29"), "2020-02-29"); }

}  // namespace
}  // namespace nianbao::intake
