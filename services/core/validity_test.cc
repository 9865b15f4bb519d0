#include "services/core/validity.h"

#include <gtest/gtest.h>

namespace nianbao::core {
namespace {

TEST(Validity, KnowsDaysOfTheCalendar) {
  EXPECT_TRUE(IsDay("2021-04-09"));
  EXPECT_TRUE(IsDay("2024-02-29"));
  for (const char* text : {"", "2021", "2021-4-9", "2021-02-29", "2021-13-01",
                           "2021-04-09 ", "2021/04/09", "明年"}) {
    EXPECT_FALSE(IsDay(text)) << text;
  }
}

TEST(Validity, CountsOnOverTheYear) {
  EXPECT_EQ(NextDay("2021-12-31"), "2022-01-01");
  EXPECT_EQ(NextDay("2024-02-28"), "2024-02-29");
}

TEST(Validity, CountsAtTheFirstOfSeptember) {
  EXPECT_EQ(StatisticDay(2021), "2021-09-01");
}

TEST(Validity, HoldsOnItsFirstAndLastDay) {
  const Validity validity{"2021-04-09", "2022-10-31"};
  EXPECT_FALSE(validity.Holds("2021-04-08"));
  EXPECT_TRUE(validity.Holds("2021-04-09"));
  EXPECT_TRUE(validity.Holds("2022-10-31"));
  EXPECT_FALSE(validity.Holds("2022-11-01"));
  EXPECT_TRUE(Validity{}.Holds("0001-01-01"));
}

TEST(Validity, MeetsWhatSharesADay) {
  const Validity until{"", "2021-04-08"};
  const Validity from{"2021-04-09", ""};
  EXPECT_FALSE(until.Meets(from));
  EXPECT_FALSE(from.Meets(until));
  EXPECT_TRUE(from.Meets({"", "2021-04-09"}));
  EXPECT_TRUE(from.Meets({}));
  EXPECT_TRUE(until.Meets({"2000-01-01", "2030-01-01"}));
}

}  // namespace
}  // namespace nianbao::core
