#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "services/core/catalogue_test_base.h"

namespace nianbao::core {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

using Content = nianbao::catalogue::v1::Catalogue;

// Positions of the base catalogue's definitions.
constexpr int kStudents = 0;
constexpr int kGirls = 1;
constexpr int kTeachers = 2;
constexpr int kRatio = 3;

TEST(SelfCheck, BaseCatalogueHasNoError) {
  EXPECT_EQ(ErrorAfter([](Content&) {}), "");
}

TEST(SelfCheck, StartsEveryErrorWithItsPlace) {
  EXPECT_THAT(ErrorAfter([](Content& c) { c.mutable_rules(0)->clear_kind(); }),
              StartsWith("base.textproto:1:1: rule \"growth\": "));
}

TEST(SelfCheck, RefusesKindsThatNobodyHasWordsFor) {
  EXPECT_THAT(
      ErrorAfter([](Content& c) { c.mutable_rules(0)->set_kind("groth"); }),
      HasSubstr("unknown kind \"groth\"; take one of share, sum"));
}

TEST(SelfCheck, FindsTakenCodes) {
  EXPECT_THAT(ErrorAfter([](Content& c) { *c.add_rules() = c.rules(0); }),
              HasSubstr("rule \"growth\" is there already (base.textproto:1:1)"
                        "; give one of them another code"));
  EXPECT_THAT(ErrorAfter([](Content& c) { *c.add_editions() = c.editions(0); }),
              HasSubstr("edition \"2021\" is there already"));
  EXPECT_THAT(
      ErrorAfter([](Content& c) { *c.add_indicators() = c.indicators(0); }),
      HasSubstr("indicator \"students\" is there already"));
  EXPECT_THAT(
      ErrorAfter([](Content& c) { *c.add_standards() = c.standards(0); }),
      HasSubstr("standard \"ratio_at_most_20\" is there already"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_standards(0)->set_code("growth");
              }),
              HasSubstr("standard \"growth\" is a rule already"));
}

TEST(SelfCheck, WantsSnakeCase) {
  EXPECT_THAT(
      ErrorAfter([](Content& c) { c.mutable_rules(0)->set_code("Growth"); }),
      HasSubstr("rule \"Growth\": the code is not in lower snake "
                "case; write it like \"my_indicator\""));
  EXPECT_THAT(ErrorAfter([](Content& c) { c.mutable_rules(0)->clear_code(); }),
              HasSubstr("rule \"\": the code is not in lower snake case"));
}

TEST(SelfCheck, WantsTitlesInBothLanguages) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kStudents)->mutable_title()->clear_en();
              }),
              HasSubstr("indicator \"students\": \"title\" has no English "
                        "(en); write both languages"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_rules(0)->mutable_instruction()->clear_zh();
              }),
              HasSubstr("\"instruction\" has no Chinese (zh)"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_editions(0)->mutable_sections(0)->clear_title();
              }),
              HasSubstr("section \"students\": \"title\" has no Chinese"));
}

TEST(SelfCheck, WantsRequiredFields) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kStudents)->clear_measure();
              }),
              HasSubstr("\"measure\" is not set; set it"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kStudents)->clear_period();
              }),
              HasSubstr("\"period\" is not set"));
  EXPECT_THAT(
      ErrorAfter([](Content& c) { c.mutable_rules(0)->clear_certainty(); }),
      HasSubstr("\"certainty\" is not set"));
  EXPECT_THAT(
      ErrorAfter([](Content& c) { c.mutable_rules(0)->clear_severity(); }),
      HasSubstr("\"severity\" is not set"));
  EXPECT_THAT(
      ErrorAfter([](Content& c) { c.mutable_standards(0)->clear_reference(); }),
      HasSubstr("\"reference\" is not set"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_editions(0)->clear_publish_year();
              }),
              HasSubstr("\"publish_year\" is not set"));
}

TEST(SelfCheck, ShowsBadExpressionsWithTheirCaret) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_rules(0)->set_expression("students >= ");
              }),
              HasSubstr("rule \"growth\": expected a number"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kRatio)->set_formula("students // 2");
              }),
              HasSubstr("indicator \"ratio\": expected a number, an "
                        "indicator's code, \"(\" or one of sum( min( max( "
                        "mean(, found \"/\"\n  students // 2\n"
                        "            ^"));
}

TEST(SelfCheck, FindsUnknownIndicators) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_rules(0)->set_expression("students >= boys");
              }),
              HasSubstr("rule \"growth\": unknown indicator \"boys\"; correct "
                        "the code or define it"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kRatio)->set_formula("students / staff");
              }),
              HasSubstr("indicator \"ratio\": unknown indicator \"staff\""));
}

TEST(SelfCheck, RefusesExpressionsWithoutIndicators) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_rules(0)->set_expression("1 < 2");
              }),
              HasSubstr("\"expression\" names no indicator"));
}

TEST(SelfCheck, ReportsCycleAsPath) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                auto& a = *c.add_indicators();
                a = c.indicators(kRatio);
                a.set_code("a");
                a.mutable_title()->set_zh("甲");
                a.set_formula("b + students");
                auto& b = *c.add_indicators();
                b = a;
                b.set_code("b");
                b.mutable_title()->set_zh("乙");
                b.set_formula("teachers * a@-1");
              }),
              HasSubstr("indicator \"a\" is computed from itself: a -> b -> "
                        "a; take one of these out of a formula"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kRatio)->set_formula("ratio + students");
              }),
              HasSubstr("computed from itself: ratio -> ratio"));
}

TEST(SelfCheck, ChecksArithmetic) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kRatio)->set_rollup(
                    nianbao::catalogue::v1::ROLLUP_SUM);
              }),
              HasSubstr("indicator \"ratio\": a share or ratio has no sum"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kStudents)->set_rollup(
                    nianbao::catalogue::v1::ROLLUP_FORMULA);
              }),
              HasSubstr("ROLLUP_FORMULA without a formula"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kRatio)->set_decimals(7);
              }),
              HasSubstr("7 decimals; write 0 to 6"));
}

TEST(SelfCheck, ChecksParts) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kGirls)->set_part_of("pupils");
              }),
              HasSubstr("indicator \"girls\": part of unknown indicator "
                        "\"pupils\""));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kGirls)->clear_part_of();
              }),
              HasSubstr("has a part_key but is part of nothing"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kGirls)->set_part_of("girls");
              }),
              HasSubstr("indicator \"girls\": is part of itself"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kStudents)->clear_partition();
              }),
              HasSubstr("indicator \"students\": has the part \"girls\" but no "
                        "partition"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                auto& twin = *c.add_indicators();
                twin = c.indicators(kGirls);
                twin.set_code("women");
                twin.mutable_title()->set_zh("女生");
                twin.clear_revisions();
              }),
              HasSubstr("indicator \"women\": the same part as \"girls\""));
}

TEST(SelfCheck, ChecksRevisions) {
  EXPECT_THAT(
      ErrorAfter([](Content& c) {
        c.mutable_indicators(kStudents)->mutable_revisions(1)->set_edition(
            "1999");
      }),
      HasSubstr("indicator \"students\": unknown edition \"1999\""));
  EXPECT_THAT(
      ErrorAfter([](Content& c) {
        c.mutable_indicators(kStudents)->mutable_revisions(1)->set_edition(
            "2021");
      }),
      HasSubstr("two revisions for edition \"2021\""));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kStudents)
                    ->mutable_revisions(1)
                    ->clear_certainty();
              }),
              HasSubstr("\"certainty\" is not set"));
}

TEST(SelfCheck, FindsHolesInTheTable) {
  const auto set_position = [](int position) {
    return [position](Content& c) {
      c.mutable_indicators(kTeachers)->mutable_revisions(0)->set_position(
          position);
    };
  };
  EXPECT_THAT(ErrorAfter(set_position(4)),
              HasSubstr("indicator \"teachers\", edition \"2021\": position 4 "
                        "leaves a hole; the next one is 3"));
  EXPECT_THAT(ErrorAfter(set_position(2)),
              HasSubstr("position 2 is taken already; the next one is 3"));
  EXPECT_THAT(ErrorAfter(set_position(-1)), HasSubstr("below zero"));
  EXPECT_THAT(
      ErrorAfter([](Content& c) {
        c.mutable_indicators(kTeachers)->mutable_revisions(0)->set_row(1);
      }),
      HasSubstr("row 1 is taken by \"students\" already"));
}

// Makes two tables of the base catalogue's one: students with girls, teachers.
void PartTables(Content& c) {
  auto& edition = *c.mutable_editions(0);
  edition.clear_table_caption();
  for (const std::string code : {"people", "staff"}) {
    auto& table = *edition.add_tables();
    table.set_code(code);
    table.set_caption("附表" + code);
  }
  const auto put = [&c](int indicator, const std::string& table) {
    c.mutable_indicators(indicator)->mutable_revisions(0)->set_table(table);
  };
  put(kStudents, "people");
  put(kGirls, "people");
  put(kTeachers, "staff");
}

TEST(SelfCheck, NumbersTheRowsOfEachTableFromOne) {
  EXPECT_EQ(ErrorAfter([](Content& c) {
              PartTables(c);
              c.mutable_indicators(kTeachers)->mutable_revisions(0)->set_row(1);
            }),
            "");
}

TEST(SelfCheck, ChecksTheTablesOfRows) {
  EXPECT_THAT(
      ErrorAfter([](Content& c) {
        PartTables(c);
        c.mutable_indicators(kGirls)->mutable_revisions(0)->set_table("staff");
        c.mutable_indicators(kTeachers)->mutable_revisions(0)->set_table(
            "people");
      }),
      HasSubstr("position 3 stands behind rows of a later table"));
  EXPECT_THAT(
      ErrorAfter([](Content& c) {
        c.mutable_indicators(kGirls)->mutable_revisions(0)->set_table("staff");
      }),
      HasSubstr("unknown table \"staff\""));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                PartTables(c);
                c.mutable_editions(0)->mutable_tables(1)->set_code("people");
              }),
              HasSubstr("two tables of that code"));
}

TEST(SelfCheck, TakesAnEditionsTitleForAWording) {
  EXPECT_THAT(
      ErrorAfter([](Content& c) {
        c.mutable_indicators(kTeachers)->mutable_revisions(0)->set_title(
            "在校生");
      }),
      HasSubstr("means indicator \"students\" already"));
}

TEST(SelfCheck, FindsWordingsOfTwoIndicators) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kTeachers)->add_wordings("“在校 生”");
              }),
              HasSubstr("indicator \"teachers\": wording \"“在校 生”\" means "
                        "indicator \"students\" already"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_indicators(kTeachers)->add_wordings(" ");
              }),
              HasSubstr("an empty wording; remove it"));
}

TEST(SelfCheck, ChecksRules) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                auto& rule = *c.mutable_rules(0);
                rule.set_severity(nianbao::catalogue::v1::SEVERITY_ERROR);
                rule.set_certainty(nianbao::catalogue::v1::CERTAINTY_DRAFT);
              }),
              HasSubstr("rule \"growth\": a draft must not raise errors"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_rules(0)->set_editions(0, "1999");
              }),
              HasSubstr("rule \"growth\": unknown edition \"1999\""));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_rules(0)->mutable_examples()->DeleteSubrange(0, 1);
              }),
              HasSubstr("has no example that is consistent; add one"));
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_rules(0)->mutable_examples()->DeleteSubrange(1, 1);
              }),
              HasSubstr("has no example that is contradicted; add one"));
}

TEST(SelfCheck, ChecksStandards) {
  EXPECT_THAT(ErrorAfter([](Content& c) {
                c.mutable_standards(0)->set_expression("ratio <= teachers");
              }),
              HasSubstr("a standard compares with a number; write LEFT "
                        "OPERATOR NUMBER"));
  EXPECT_THAT(
      ErrorAfter([](Content& c) { c.mutable_standards(0)->clear_examples(); }),
      HasSubstr("standard \"ratio_at_most_20\": has no example"));
}

}  // namespace
}  // namespace nianbao::core
