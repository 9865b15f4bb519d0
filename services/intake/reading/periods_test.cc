#include "services/intake/reading/periods.h"

#include "gtest/gtest.h"

namespace nianbao::intake {
namespace {

std::string First(const char* text) { return PeriodIn(text); }

TEST(FindPeriods, BringsPeriodsIntoNormalForm) {
  EXPECT_EQ(First("2021 年度共有"), "2021年");
  EXPECT_EQ(First("2021届毕业生"), "2021年");
  EXPECT_EQ(First("2020 学年共开展"), "2020学年");
  EXPECT_EQ(First("2020-2021学年"), "2020-2021学年");
  EXPECT_EQ(First("2020 下半年至 2021 上半年"), "2020下半年至2021上半年");
  EXPECT_EQ(First("近五年，学生获奖"), "近五年");
  EXPECT_EQ(First("附近三年级"), "");
  EXPECT_EQ(First("2021级学生"), "");
}

TEST(PeriodScopes, CarriesAYearOnButNotAnOldOne) {
  const Chars text("学校创办于1987年，现有学部4个。2020年招生9人，毕业8人。");
  const PeriodScopes scopes(text, 2021);
  EXPECT_EQ(scopes.At(18, false), "2021年");
  EXPECT_EQ(scopes.At(35, false), "2020年");
}

TEST(PeriodScopes, KeepsAYearOfComparisonToItsFigure) {
  const Chars text("比2020年升学931人增加478人");
  const PeriodScopes scopes(text, 2021);
  EXPECT_EQ(scopes.At(8, false), "2020年");
  EXPECT_EQ(scopes.At(14, true), "2021年");
  EXPECT_EQ(scopes.ComparedIn(0, 14), "2020年");
}

}  // namespace
}  // namespace nianbao::intake
