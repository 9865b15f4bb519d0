// Sums in prose and in tables against an oracle that tries true values.
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "services/validation/lists.h"
#include "services/validation/relation_test_base.h"
#include "services/validation/table_levels.h"
#include "services/validation/table_splits.h"
#include "services/validation/table_totals.h"

namespace nianbao::validation {
namespace {

using core::Operator;
using core::Rational;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

constexpr int kTries = 150;

using Prints = std::vector<Print>;

std::optional<Rational> Sum(const std::vector<Rational>& values) {
  Rational sum = 0;
  for (const Rational& value : values) sum += value;
  return sum;
}

Rational PrintedSum(const Prints& prints) {
  std::vector<Rational> values;
  for (const Print& print : prints) values.push_back(print.Value());
  return *Sum(values);
}

int Places(Dice& dice) { return static_cast<int>(dice.Between(0, 2)); }

Prints Amounts(Dice& dice, int many) {
  Prints parts;
  for (int n = 0; n < many; ++n) {
    parts.push_back(dice.OneIn(6) ? dice.Amount(1000000, 4000000, "元")
                                  : dice.Amount(100, 400, "万元"));
  }
  return parts;
}

TEST(SumProperty, WithItsTotalBehind) {
  Dice dice(41);
  for (int i = 0; i < kTries; ++i) {
    const Prints parts = Amounts(dice, 3);
    const Print total = dice.Near(PrintedSum(parts), Places(dice), "万元");
    ExpectVerdict(ReportBuilder().Text("人员" + parts[0].In("人员经费") +
                                       "，公用" + parts[1].In("公用经费") +
                                       "，项目" + parts[2].In("项目经费") +
                                       "，合计" + total.In("经费") + "。"),
                  FindLists, "sum", total,
                  OracleOf(total, ReachOf(parts, Sum)));
  }
}

// What 约 or 余 says of a part is no part of the search; then the others refute
// nothing.
TEST(SumProperty, WithAHedgedPartIsNotRefuted) {
  Dice dice(42);
  for (int i = 0; i < kTries; ++i) {
    Prints parts = Amounts(dice, 3);
    parts[static_cast<std::size_t>(dice.Between(0, 2))].word =
        dice.OneIn(2) ? Word::kAbout : Word::kMore;
    const Print total = dice.Near(PrintedSum(parts), Places(dice), "万元");
    for (const char* text : {"合计", "总计"}) {
      for (const Check& check :
           ChecksOn(ReportBuilder().Text("人员" + parts[0].In("人员经费") +
                                         "，公用" + parts[1].In("公用经费") +
                                         "，项目" + parts[2].In("项目经费") +
                                         "，" + text + total.In("经费") + "。"),
                    FindLists, "sum", total)) {
        EXPECT_NE(check.verdict(), VERDICT_CONTRADICTED) << Shown(check);
      }
    }
    for (const Check& check : ChecksOf(
             ReportBuilder().Text("总收入" + total.In("总收入") +
                                  "，其中财政拨款" + parts[0].In("财政拨款") +
                                  "，事业收入" + parts[1].In("事业收入") +
                                  "，经营收入" + parts[2].In("经营收入") +
                                  "，其他收入[1.5万元|其他收入]。"),
             FindLists)) {
      EXPECT_NE(check.verdict(), VERDICT_CONTRADICTED) << Shown(check);
    }
  }
}

// 男 and 女 leave nothing out.
TEST(SumProperty, OfAlternativesThatLeaveNothingOut) {
  Dice dice(43);
  for (int i = 0; i < kTries; ++i) {
    const Prints parts = {dice.Count(300, 900), dice.Count(300, 900)};
    const Print whole = dice.Near(PrintedSum(parts), 0, "人", true);
    ExpectVerdict(ReportBuilder().Text("在校生" + whole.In("在校生") +
                                       "，其中男生" + parts[0].In("男生") +
                                       "，女生" + parts[1].In("女生") + "。"),
                  FindLists, "sum", whole,
                  OracleOf(whole, ReachOf(parts, Sum)));
  }
}

TEST(SumProperty, ThatTheWholeIsMadeOf) {
  Dice dice(44);
  for (int i = 0; i < kTries; ++i) {
    const Prints parts = {dice.Count(50, 90), dice.Count(10, 40)};
    const Print whole = dice.Near(PrintedSum(parts), 0, "人", true);
    ExpectVerdict(ReportBuilder().Text("职工" + whole.In("职工") + "，由教师" +
                                       parts[0].In("教师") + "和管理人员" +
                                       parts[1].In("管理人员") + "组成。"),
                  FindLists, "sum", whole,
                  OracleOf(whole, ReachOf(parts, Sum)));
  }
}

TEST(SumProperty, OfWhatIsUsedAndWhatIsLeft) {
  Dice dice(45);
  for (int i = 0; i < kTries; ++i) {
    const Prints parts = {dice.Amount(100, 400, "万元"),
                          dice.Amount(10, 40, "万元")};
    const Print whole = dice.Near(PrintedSum(parts), Places(dice), "万元");
    ExpectVerdict(ReportBuilder().Text("预算" + whole.In("预算") + "，已使用" +
                                       parts[0].In("使用") + "，余" +
                                       parts[1].In("余") + "。"),
                  FindLists, "sum", whole,
                  OracleOf(whole, ReachOf(parts, Sum)));
  }
}

// Parts that need not be all: each at most the whole.
TEST(PartProperty, IsAtMostItsWhole) {
  Dice dice(46);
  for (int i = 0; i < kTries; ++i) {
    const Print part = dice.Amount(100, 200, "万元");
    const Print whole = dice.Near(
        Rational(part.Value() + Rational(dice.Between(-3, 3)) * 10000),
        Places(dice), dice.OneIn(5) ? "元" : "万元");
    const Verdict oracle = OrderOracleOf(part, Operator::kAtMost, whole);
    const auto checks = ChecksOf(
        ReportBuilder().Text("总收入" + whole.In("总收入") + "，其中财政拨款" +
                             part.In("财政拨款") + "。"),
        FindLists);
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(checks[0].verdict(), oracle) << Shown(checks[0]);
  }
}

TEST(PartProperty, AlternativesTogetherAreAtMostTheWhole) {
  Dice dice(47);
  for (int i = 0; i < kTries; ++i) {
    const Prints parts = {dice.Count(2, 9, "项"), dice.Count(5, 19, "项"),
                          dice.Count(5, 19, "项")};
    const Print whole = dice.Near(
        Rational(PrintedSum(parts) + dice.Between(-2, 4)), 0, "项", true);
    const bool fits = whole.Value() >= PrintedSum(parts);
    const auto checks =
        ChecksOf(ReportBuilder().Text("立项" + whole.In("立项") + "，其中省级" +
                                      parts[0].In("省级") + "、市级" +
                                      parts[1].In("市级") + "、校级" +
                                      parts[2].In("校级") + "。"),
                 FindLists);
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(checks[0].verdict(),
              fits ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED)
        << Shown(checks[0]);
  }
}

std::vector<std::vector<std::string>> RowsOf(const Prints& parts) {
  std::vector<std::vector<std::string>> rows{{"项目", "金额"}};
  const char* const names[] = {"甲", "乙", "丙", "丁", "戊", "己"};
  for (std::size_t n = 0; n < parts.size(); ++n) {
    rows.push_back({names[n], parts[n].In("金额")});
  }
  return rows;
}

TEST(TableTotalProperty, IsTheSumOfItsRows) {
  Dice dice(48);
  for (int i = 0; i < kTries; ++i) {
    const Prints parts = Amounts(dice, 4);
    const Print total = dice.Near(PrintedSum(parts), Places(dice), "万元");
    auto rows = RowsOf(parts);
    rows.push_back({"合计", total.In("金额")});
    ReportBuilder report;
    report.Table(1, rows);
    ExpectVerdict(report, FindTableTotals, "table_total", total,
                  OracleOf(total, ReachOf(parts, Sum)));
  }
}

TEST(TableTotalProperty, IsTheSumOfTheRowsThatSubtotalsHave) {
  Dice dice(49);
  for (int i = 0; i < kTries; ++i) {
    const Prints first = Amounts(dice, 2);
    const Prints second = Amounts(dice, 2);
    Prints all = first;
    all.insert(all.end(), second.begin(), second.end());
    const Print one = dice.Near(PrintedSum(first), Places(dice), "万元");
    const Print two = dice.Near(PrintedSum(second), Places(dice), "万元");
    const Print total = dice.Near(PrintedSum(all), Places(dice), "万元");
    ReportBuilder report;
    report.Table(1, {{"项目", "金额"},
                     {"甲", first[0].In("金额")},
                     {"乙", first[1].In("金额")},
                     {"小计", one.In("金额")},
                     {"丙", second[0].In("金额")},
                     {"丁", second[1].In("金额")},
                     {"小计", two.In("金额")},
                     {"总计", total.In("金额")}});
    if (one.Text() != two.Text()) {
      ExpectVerdict(report, FindTableTotals, "table_total", one,
                    OracleOf(one, ReachOf(first, Sum)));
      ExpectVerdict(report, FindTableTotals, "table_total", two,
                    OracleOf(two, ReachOf(second, Sum)));
    }
    ExpectVerdict(report, FindTableTotals, "table_total", total,
                  OracleOf(total, ReachOf(all, Sum)));
  }
}

// The row before the last has no name: it is no total for sure.
TEST(TableTotalProperty, WithoutANameHoldsOrStaysOpen) {
  Dice dice(50);
  for (int i = 0; i < kTries; ++i) {
    const Prints parts = Amounts(dice, 4);
    const Print total = dice.Near(PrintedSum(parts), Places(dice), "万元");
    auto rows = RowsOf(parts);
    rows.push_back({"", total.In("金额")});
    ReportBuilder report;
    report.Table(1, rows);
    const bool holds =
        OracleOf(total, ReachOf(parts, Sum)) == VERDICT_CONSISTENT;
    ExpectVerdict(report, FindTableTotals, "table_total", total,
                  holds ? VERDICT_CONSISTENT : VERDICT_UNDECIDED);
  }
}

// Two rows show what the column adds up, the third is judged.
TEST(TableTotalProperty, StandsInAColumn) {
  Dice dice(51);
  for (int i = 0; i < kTries; ++i) {
    std::vector<std::vector<std::string>> rows{
        {"级别", "一等奖", "二等奖", "合计"}};
    const auto add = [&](const Prints& parts, const Print& total) {
      rows.push_back({"甲", parts[0].In("a"), parts[1].In("a"), total.In("a")});
    };
    const Prints fit = {{dice.Between(100, 300), 0, "项", true},
                        {dice.Between(100, 300), 0, "项", true}};
    const Print fitting{fit[0].digits + fit[1].digits, 0, "项", true};
    add(fit, fitting);
    add(fit, fitting);
    const Prints parts = Amounts(dice, 2);
    const Print total = dice.Near(PrintedSum(parts), Places(dice), "万元");
    add(parts, total);
    ReportBuilder report;
    report.Table(1, rows);
    ExpectVerdict(report, FindTableTotals, "table_total", total,
                  OracleOf(total, ReachOf(parts, Sum)));
  }
}

// Last year's column shows that the rows below make up the row above.
TEST(TableSplitProperty, MakesUpTheRowAbove) {
  Dice dice(52);
  for (int i = 0; i < kTries; ++i) {
    const Prints parts = {dice.Count(10, 90), dice.Count(10, 90),
                          dice.Count(10, 90)};
    const Print whole = dice.Near(PrintedSum(parts), 0, "人", true);
    ReportBuilder report;
    report.Table(1, {{"序号", "指标", "2020年", "2021年"},
                     {"5", "就业", "[1149人|a]", whole.In("a")},
                     {"", "第一产业", "[1014人|a]", parts[0].In("a")},
                     {"", "第二产业", "[76人|a]", parts[1].In("a")},
                     {"", "第三产业", "[59人|a]", parts[2].In("a")}});
    ExpectVerdict(report, FindTableSplits, "sum", whole,
                  OracleOf(whole, ReachOf(parts, Sum)));
  }
}

// Two columns in which a row is the sum of two others; a third may be.
TEST(RowSumProperty, HoldsInEveryColumnOrIsNone) {
  Dice dice(53);
  for (int i = 0; i < kTries; ++i) {
    const Prints parts = {dice.Count(100, 900), dice.Count(100, 900)};
    const Print whole = dice.Near(PrintedSum(parts), 0, "人", true);
    ReportBuilder report;
    report.Table(1, {{"情况", "2020年", "2021年"},
                     {"在校生", "[4852人|a]", whole.In("a")},
                     {"升学班", "[4033人|a]", parts[0].In("a")},
                     {"就业班", "[819人|a]", parts[1].In("a")}});
    const auto checks = ChecksOn(report, FindRowSums, "sum", whole);
    EXPECT_EQ(
        checks.size(),
        OracleOf(whole, ReachOf(parts, Sum)) == VERDICT_CONSISTENT ? 1U : 0U);
    for (const Check& check : checks) {
      EXPECT_EQ(check.verdict(), VERDICT_CONSISTENT);
    }
  }
}

std::string Level(const Print& print, const std::string& level) {
  return print.In("获奖学生数||||等级=" + level);
}

// The list has all of the first level, so it must have all of the second; what
// is far off is another count.
TEST(TableLevelProperty, AddsUpTheRowsOfTheLevel) {
  Dice dice(54);
  for (int i = 0; i < kTries; ++i) {
    const Prints parts = {dice.Count(2, 9), dice.Count(2, 9)};
    const Print stated = dice.Near(PrintedSum(parts), 0, "人", true);
    const auto checks = ChecksOn(
        ReportBuilder()
            .Text("其中一等奖" + Level({61, 0, "人", true}, "一等奖") +
                  "，二等奖" + Level(stated, "二等奖") + "。名单见下：")
            .Table(1,
                   {{"赛项", "奖项", "人数"},
                    {"甲", "市一等奖", Level({31, 0, "人", true}, "市一等奖")},
                    {"乙", "市一等奖", Level({30, 0, "人", true}, "市一等奖")},
                    {"丙", "市二等奖", Level(parts[0], "市二等奖")},
                    {"丁", "市二等奖", Level(parts[1], "市二等奖")}}),
        FindTableLevels, "sum", stated);
    if (abs(Rational(stated.Value() - PrintedSum(parts))) > 3) {
      EXPECT_TRUE(checks.empty());
      continue;
    }
    ASSERT_EQ(checks.size(), 1U) << stated.Text();
    EXPECT_EQ(checks[0].verdict(), OracleOf(stated, ReachOf(parts, Sum)))
        << Shown(checks[0]);
  }
}

}  // namespace
}  // namespace nianbao::validation
