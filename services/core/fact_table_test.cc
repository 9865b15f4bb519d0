#include "services/core/fact_table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace nianbao::core {
namespace {

using nianbao::fact::v1::Fact;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::fact::v1::FACT_CLASS_PLAN;
using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::fact::v1::ORIGIN_TEXT;

Fact& AddFact(const std::string& id, const std::string& code,
              const std::string& period, Facts& facts) {
  Fact& fact = *facts.Add();
  fact.set_id(id);
  fact.set_concept_code(code);
  fact.set_period(period);
  fact.set_fact_class(FACT_CLASS_OWN);
  fact.set_origin(ORIGIN_TEXT);
  return fact;
}

TEST(YearOf, ReadsOneYear) {
  EXPECT_EQ(YearOf("2021年"), 2021);
  EXPECT_EQ(YearOf("2021届"), 2021);
  EXPECT_EQ(YearOf("2021年8月"), 2021);
  EXPECT_EQ(YearOf("2021年前三季度"), 2021);
}

TEST(YearOf, ReadsNoYearInRangesAndWords) {
  for (const std::string period :
       {"", "今年", "2020学年", "2020-2021学年", "2019年至2021年",
        "2019—2021年", "2019年以来", "2019年起", "2019年之前", "202年",
        "近三年"}) {
    EXPECT_EQ(YearOf(period), std::nullopt) << period;
  }
}

TEST(YearOf, ReadsWhatPeriodOfYearWrites) {
  EXPECT_EQ(YearOf(PeriodOfYear(2020)), 2020);
}

TEST(FactTable, PrefersTheTableToRunningText) {
  Facts facts;
  AddFact("f1", "teachers", "2021年", facts);
  AddFact("f2", "teachers", "2021年", facts).set_origin(ORIGIN_TABLE);
  AddFact("f3", "teachers", "2021年", facts).set_origin(ORIGIN_TABLE);
  const FactTable table(facts);
  EXPECT_EQ(table.Principal("teachers", 2021)->id(), "f2");
  EXPECT_EQ(table.Of("teachers", 2021).size(), 3U);
}

TEST(FactTable, PrincipalIsOwnAndWhole) {
  Facts facts;
  AddFact("f1", "teachers", "2021年", facts).add_dimensions()->set_name("专业");
  AddFact("f2", "teachers", "2021年", facts).set_fact_class(FACT_CLASS_PLAN);
  AddFact("f3", "teachers", "2021年", facts);
  const FactTable table(facts);
  EXPECT_EQ(table.Principal("teachers", 2021)->id(), "f3");
}

TEST(SchoolYearOf, ReadsTheYearInWhichItStarts) {
  EXPECT_EQ(SchoolYearOf("2019学年"), 2019);
  EXPECT_EQ(SchoolYearOf("2019-2020学年"), 2019);
  for (const std::string period : {"", "2019年", "学年", "上学年"}) {
    EXPECT_EQ(SchoolYearOf(period), std::nullopt) << period;
  }
}

// A report of 2020 gave its pupils by school years only; its area, books and
// teachers for each of them went unchecked.
TEST(FactTable, NewestSchoolYearStandsForTheDataYear) {
  Facts facts;
  AddFact("f1", "students", "2018学年", facts);
  AddFact("f2", "students", "2019学年", facts);
  AddFact("f3", "students", "2021学年", facts);
  const FactTable table(facts, 2020);
  EXPECT_EQ(table.Principal("students", 2020)->id(), "f2");
  EXPECT_EQ(table.Principal("students", 2019), nullptr);
  EXPECT_EQ(FactTable(facts).Principal("students", 2020), nullptr);
}

TEST(FactTable, SchoolYearFillsBlanksOnly) {
  Facts facts;
  AddFact("f1", "students", "2020学年", facts);
  AddFact("f2", "students", "2020年", facts);
  EXPECT_EQ(FactTable(facts, 2020).Principal("students", 2020)->id(), "f2");
}

TEST(FactTable, BlankHasNoPrincipal) {
  Facts facts;
  AddFact("f1", "teachers", "2021年", facts).add_dimensions()->set_name("专业");
  const FactTable table(facts);
  EXPECT_EQ(table.Principal("teachers", 2021), nullptr);
  EXPECT_EQ(table.Principal("teachers", 2020), nullptr);
  EXPECT_TRUE(table.Of("students", 2021).empty());
}

TEST(FactTable, ListsYearsNewestFirst) {
  Facts facts;
  AddFact("f1", "teachers", "2020年", facts);
  AddFact("f2", "students", "2021年", facts);
  AddFact("f3", "", "2022年", facts);
  const FactTable table(facts);
  EXPECT_EQ(table.Years(), (std::vector<int>{2021, 2020}));
}

TEST(FactTable, FindsAnyFactById) {
  Facts facts;
  AddFact("f1", "", "", facts);
  const FactTable table(facts);
  EXPECT_EQ(table.Find("f1"), &facts.Get(0));
  EXPECT_EQ(table.Find("f2"), nullptr);
}

}  // namespace
}  // namespace nianbao::core
