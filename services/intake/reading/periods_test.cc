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
  EXPECT_EQ(scopes.At(25, false), "2020年");
}

TEST(PeriodScopes, KeepsAYearOfComparisonToItsFigure) {
  const Chars text("比2020年升学931人增加478人");
  const PeriodScopes scopes(text, 2021);
  EXPECT_EQ(scopes.At(8, false), "2020年");
  EXPECT_EQ(scopes.At(14, true), "2021年");
  EXPECT_EQ(scopes.ComparedIn(0, 14), "2020年");
}

int At(const Chars& text, std::u32string_view word) {
  return static_cast<int>(text.folded().find(word));
}

// All figures behind "2020年实现" were taken for figures of 2020.
TEST(PeriodScopes, EndsTheYearBeforeWithItsSentence) {
  const Chars text("本市2020年新增企业9家。学校占地30亩。");
  const PeriodScopes scopes(text, 2021);
  EXPECT_EQ(scopes.At(At(text, U"9家"), false), "2020年");
  EXPECT_EQ(scopes.At(At(text, U"30亩"), false), "2021年");
}

TEST(PeriodScopes, TakesLastYearOnlyForTheFigureItTouches) {
  const Chars text("社团由去年的16个增加到32个，近视率低于上年的79%。");
  const PeriodScopes scopes(text, 2021);
  EXPECT_EQ(scopes.At(At(text, U"16个"), false), "2020年");
  EXPECT_EQ(scopes.At(At(text, U"32个"), false), "2021年");
  EXPECT_EQ(scopes.At(At(text, U"79%"), false), "2020年");
}

TEST(PeriodScopes, CountsLastYearFromTheYearOfItsSentence) {
  const Chars text("2020学年在校生900人，上一学年为880人。");
  const PeriodScopes scopes(text, 2021);
  EXPECT_EQ(scopes.At(At(text, U"880"), false), "2019学年");
}

TEST(PeriodScopes, EndsAYearThatAChangeStartsFromWithItsFigure) {
  const Chars text("带宽由2020年的1000兆升级到2000兆。");
  const PeriodScopes scopes(text, 2021);
  EXPECT_EQ(scopes.At(At(text, U"1000"), false), "2020年");
  EXPECT_EQ(scopes.At(At(text, U"2000"), false), "2021年");
}

TEST(PeriodScopes, GivesAChangeTheLaterOfTwoYears) {
  const Chars text("2021年招生110人，2020年为100人，增长10%。");
  const PeriodScopes scopes(text, 2021);
  EXPECT_EQ(scopes.At(At(text, U"100人"), false), "2020年");
  EXPECT_EQ(scopes.At(At(text, U"10%"), true), "2021年");
}

TEST(PeriodScopes, LeavesAYearInAnObjectToItsClause) {
  const Chars text("2021年8人参加2020年省培训，7人参加市培训。");
  const PeriodScopes scopes(text, 2021);
  EXPECT_EQ(scopes.At(At(text, U"7人"), false), "2021年");
}

TEST(PeriodScopes, ListsEnumeratedPeriods) {
  const Chars text("2018学年、2019学年合格率分别为95%、96%");
  const PeriodScopes scopes(text, 2020);
  EXPECT_EQ(scopes.Enumerated(At(text, U"分别"), 2),
            (std::vector<std::string>{"2018学年", "2019学年"}));
  EXPECT_TRUE(scopes.Enumerated(At(text, U"分别"), 3).empty());
}

}  // namespace
}  // namespace nianbao::intake
