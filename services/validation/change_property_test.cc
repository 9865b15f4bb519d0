// Changes, growth, stocks and flows, and gaps against an oracle that tries true
// values.
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "services/validation/balances.h"
#include "services/validation/changes.h"
#include "services/validation/flows.h"
#include "services/validation/gaps.h"
#include "services/validation/other_rates.h"
#include "services/validation/relation_test_base.h"
#include "services/validation/table_changes.h"

namespace nianbao::validation {
namespace {

using core::Rational;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_UNDECIDED;

constexpr int kTries = 150;

using Values = std::vector<Rational>;

std::optional<Rational> Difference(const Values& v) {
  return Rational(v[0] - v[1]);
}

std::optional<Rational> Fall(const Values& v) { return Rational(v[1] - v[0]); }

std::optional<Rational> Growth(const Values& v) {
  if (v[1] <= 0) return std::nullopt;
  return Rational((v[0] / v[1] - 1) * 100);
}

int Places(Dice& dice) { return static_cast<int>(dice.Between(0, 2)); }

std::string Change(const Print& print, const std::string& word) {
  return print.In("总收入变化||||方向=" + word);
}

std::string Before(const Print& print, const std::string& label) {
  return print.In(label + "||2020年");
}

TEST(ChangeProperty, IsTheDifference) {
  Dice dice(21);
  for (int i = 0; i < kTries; ++i) {
    const Print now = dice.Amount(500, 900, "万元");
    const Print before =
        dice.Hedged(dice.OneIn(4) ? dice.Amount(1000000, 4000000, "元")
                                  : dice.Amount(100, 400, "万元"),
                    {Word::kMore, Word::kNearly, Word::kAbout, Word::kAbove});
    const Print change = dice.Near(Rational(now.Value() - before.Value()),
                                   Places(dice), dice.OneIn(5) ? "元" : "万元");
    ExpectVerdict(
        ReportBuilder().Text("总收入" + now.In("总收入") + "，比2020年的" +
                             Before(before, "总收入") + "增加" +
                             Change(change, "增加") + "。"),
        FindChanges, "change", change,
        OracleOf(change, ReachOf({now, before}, Difference)));
  }
}

TEST(ChangeProperty, IsTheOtherWayRoundForAFall) {
  Dice dice(22);
  for (int i = 0; i < kTries; ++i) {
    const Print now = dice.Count(500, 900);
    const Print before = dice.Count(now.digits + 10, 1400);
    const Print change =
        dice.Near(Rational(before.Value() - now.Value()), 0, "人", true);
    ExpectVerdict(
        ReportBuilder().Text("招生" + now.In("招生数") + "，比2020年的" +
                             Before(before, "招生数") + "减少" +
                             change.In("招生数变化||||方向=减少") + "。"),
        FindChanges, "change", change,
        OracleOf(change, ReachOf({now, before}, Fall)));
  }
}

TEST(ChangeProperty, IsInPointsBetweenRates) {
  Dice dice(23);
  for (int i = 0; i < kTries; ++i) {
    const Print now = dice.Amount(92, 99, "%");
    const Print before = dice.Amount(80, 90, "%");
    const Print change = dice.Near(Rational(now.Value() - before.Value()),
                                   Places(dice), "百分点");
    ExpectVerdict(
        ReportBuilder().Text("就业率" + now.In("就业率") + "，比上年的" +
                             Before(before, "就业率") + "提高" +
                             change.In("就业率变化||||方向=提升") + "。"),
        FindChanges, "change", change,
        OracleOf(change, ReachOf({now, before}, Difference)));
  }
}

// A percentage between two rates is of points or of growth: it holds where one
// of them does, and is never refuted.
TEST(ChangeProperty, InPercentOfRatesIsReadBothWays) {
  Dice dice(24);
  for (int i = 0; i < kTries; ++i) {
    const Print now = dice.Amount(70, 79, "%");
    const Print before = dice.Amount(80, 90, "%");
    const Rational fall = before.Value() - now.Value();
    const Print change =
        dice.Near(dice.OneIn(2) ? fall : Rational(fall / before.Value() * 100),
                  Places(dice), "%");
    const Reach points = ReachOf({now, before}, Fall);
    const Reach growth =
        ReachOf({now, before}, [](const Values& v) -> std::optional<Rational> {
          return Rational((1 - v[0] / v[1]) * 100);
        });
    const bool holds = OracleOf(change, points) == VERDICT_CONSISTENT ||
                       OracleOf(change, growth) == VERDICT_CONSISTENT;
    const auto checks = ChecksOn(
        ReportBuilder().Text("近视率2020年为" + Before(before, "近视率") +
                             "，2021年为" + now.In("近视率") + "，同比下降" +
                             change.In("近视率变化||||方向=下降") + "。"),
        FindChanges, "change", change);
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(checks[0].verdict() == VERDICT_CONSISTENT, holds)
        << Shown(checks[0]);
    EXPECT_NE(checks[0].verdict(), VERDICT_CONTRADICTED) << Shown(checks[0]);
  }
}

TEST(ChangeProperty, IsGrowthInPercent) {
  Dice dice(25);
  for (int i = 0; i < kTries; ++i) {
    const Print before =
        dice.Hedged(dice.Count(50, 3000), {Word::kMore, Word::kAbout});
    const Print now = dice.Count(before.digits + 10, before.digits * 2);
    const Print growth =
        dice.Near(*Growth({now.Value(), before.Value()}), Places(dice), "%");
    if (growth.digits < 0) continue;
    ExpectVerdict(
        ReportBuilder().Text("招生" + now.In("招生数") + "，比2020年的" +
                             Before(before, "招生数") + "增长" +
                             growth.In("招生数变化||||方向=增加") + "。"),
        FindChanges, "growth", growth,
        OracleOf(growth, ReachOf({now, before}, Growth)));
  }
}

TEST(ChangeProperty, OfMoneyIsGrowthInPercent) {
  Dice dice(26);
  for (int i = 0; i < kTries; ++i) {
    const Print before = dice.Amount(2, 60, "万元");
    const Print now = dice.Amount(70, 99, "万元");
    const Print growth =
        dice.Near(*Growth({now.Value(), before.Value()}), Places(dice), "%");
    ExpectVerdict(
        ReportBuilder().Text("津贴由" + Before(before, "津贴") + "提高到" +
                             now.In("津贴") + "，增幅" +
                             growth.In("津贴变化||||方向=增加") + "。"),
        FindChanges, "growth", growth,
        OracleOf(growth, ReachOf({now, before}, Growth)));
  }
}

// Their own sign says where changes of tables go.
TEST(TableChangeProperty, IsTheDifferenceOfTheYears) {
  Dice dice(27);
  for (int i = 0; i < kTries; ++i) {
    const Print now = dice.Amount(20, 90, "万元");
    const Print before = dice.Amount(20, 90, "万元");
    const Print change =
        dice.Near(Rational(now.Value() - before.Value()), Places(dice), "万元");
    const Print count = dice.Count(20, 90);
    const Print earlier = dice.Count(20, 90);
    const Print rise =
        dice.Near(Rational(count.Value() - earlier.Value()), 0, "人", true);
    ReportBuilder report;
    report.Table(
        1, {{"情况", "2020年", "2021年", "变化情况"},
            {"收入", before.In("a"), now.In("a"), change.In("收入变化")},
            {"教师", earlier.In("b"), count.In("b"), rise.In("教师变化")}});
    ExpectVerdict(report, FindTableChanges, "table_change", change,
                  OracleOf(change, ReachOf({now, before}, Difference)));
    ExpectVerdict(report, FindTableChanges, "table_change", rise,
                  OracleOf(rise, ReachOf({count, earlier}, Difference)));
  }
}

TEST(TableChangeProperty, IsGrowthInPercent) {
  Dice dice(28);
  for (int i = 0; i < kTries; ++i) {
    const Print now = dice.Count(20, 2000);
    const Print before = dice.Count(20, 2000);
    const Print growth =
        dice.Near(*Growth({now.Value(), before.Value()}), Places(dice), "%");
    ReportBuilder report;
    report.Table(1, {{"", "招生"},
                     {"2020学年", before.In("招生数")},
                     {"2021学年", now.In("招生数")},
                     {"比增", growth.In("招生数变化")}});
    ExpectVerdict(report, FindTableChanges, "table_change", growth,
                  OracleOf(growth, ReachOf({now, before}, Growth)));
  }
}

TEST(ChangeProperty, IsAFractionOfThatOfSeveralYears) {
  Dice dice(29);
  for (int i = 0; i < kTries; ++i) {
    const Print all = dice.Amount(100, 900, "万元");
    const std::int64_t years = dice.Between(2, 5);
    const Print yearly =
        dice.Near(Rational(all.Value() / years), Places(dice), "万元");
    const Reach reach =
        ReachOf({all}, [&](const Values& v) -> std::optional<Rational> {
          return Rational(v[0] / years);
        });
    const Verdict oracle = OracleOf(yearly, reach);
    // Within one of what it is, it may have been rounded as people are.
    const Rational one = core::PowerOfTen(4);
    Reach near = reach;
    *near.least -= one;
    *near.most += one;
    const auto checks = ChecksOn(
        ReportBuilder().Text(std::to_string(years) + "年净增" +
                             all.In("收入变化||||方向=增加") + "，年均增加" +
                             yearly.In("收入变化||||方向=增加") + "。"),
        FindOtherRates, "mean", yearly);
    if (oracle != VERDICT_CONSISTENT &&
        OracleOf(yearly, near) == VERDICT_CONSISTENT) {
      EXPECT_TRUE(checks.empty());
      continue;
    }
    ASSERT_EQ(checks.size(), 1U) << yearly.Text() << " of " << all.Text();
    EXPECT_EQ(checks[0].verdict(), oracle) << Shown(checks[0]);
  }
}

std::optional<Rational> Walk(const Values& v) {
  return Rational(v[0] + v[1] - v[2]);
}

TEST(StockProperty, IsTheOneBeforeWithBothFlows) {
  Dice dice(30);
  for (int i = 0; i < kTries; ++i) {
    const std::vector<Print> flows = {dice.Amount(400, 900, "万元"),
                                      dice.Amount(20, 90, "万元"),
                                      dice.Amount(5, 15, "万元")};
    const Print stock =
        dice.Near(*Walk({flows[0].Value(), flows[1].Value(), flows[2].Value()}),
                  Places(dice), "万元");
    ExpectSound(
        ReportBuilder().Text("2020年末设备" + Before(flows[0], "设备总值") +
                             "，新增" + flows[1].In("新增设备") + "，报废" +
                             flows[2].In("报废设备") + "，年末为" +
                             stock.In("设备总值") + "。"),
        FindBalances, "stock_flow", stock,
        OracleOf(stock, ReachOf(flows, Walk)));
  }
}

TEST(StockProperty, OfBooksIsTheOneBeforeWithItsFlows) {
  Dice dice(31);
  for (int i = 0; i < kTries; ++i) {
    const std::vector<Print> flows = {
        dice.OneIn(4) ? Print{dice.Between(400, 900), 2, "万册", true}
                      : dice.Count(40000, 90000, "册"),
        dice.Count(2000, 9000, "册"), dice.Count(1000, 5000, "册")};
    const Print stock =
        dice.Near(*Walk({flows[0].Value(), flows[1].Value(), flows[2].Value()}),
                  0, "册", true);
    ExpectSound(ReportBuilder().Text("图书2020年" + Before(flows[0], "图书") +
                                     "，新购" + flows[1].In("新购") + "，清理" +
                                     flows[2].In("清理") + "，2021年" +
                                     stock.In("图书") + "。"),
                FindFlows, "stock_flow", stock,
                OracleOf(stock, ReachOf(flows, Walk)));
  }
}

TEST(BalanceProperty, IsIncomeLessExpenses) {
  Dice dice(32);
  for (int i = 0; i < kTries; ++i) {
    const Print income = dice.Amount(500, 900, "万元");
    const Print expenses = dice.Amount(200, 490, "万元");
    const Print left = dice.Near(Rational(income.Value() - expenses.Value()),
                                 Places(dice), "万元");
    ExpectSound(ReportBuilder().Text("总收入" + income.In("学校总收入") +
                                     "，总支出" + expenses.In("总支出") +
                                     "，当年结余" + left.In("结余") + "。"),
                FindBalances, "stock_flow", left,
                OracleOf(left, ReachOf({income, expenses}, Difference)));
  }
}

TEST(GapProperty, IsWhatOneForEachLeavesMissing) {
  Dice dice(33);
  for (int i = 0; i < kTries; ++i) {
    const Print students = dice.OneIn(4)
                               ? Print{dice.Between(25, 40), 2, "万人", true}
                               : dice.Count(2500, 4000);
    const Print have = dice.Count(1000, 2400, "个");
    const Print gap =
        dice.Near(Rational(students.Value() - have.Value()), 0, "个", true);
    ExpectVerdict(ReportBuilder()
                      .Text("在校生" + students.In("在校生数|students") + "。")
                      .Text("校内现有" + have.In("实训工位") +
                            "实训工位，如按每生一个工位配备，还差" +
                            gap.In("工位") + "。"),
                  FindGaps, "recompute", gap,
                  OracleOf(gap, ReachOf({students, have}, Difference)));
  }
}

// The next person either way may have been meant; others may follow another
// norm.
TEST(GapProperty, ByARatioHoldsOrSaysNothing) {
  Dice dice(34);
  for (int i = 0; i < kTries; ++i) {
    const Print students = dice.Count(2500, 4000);
    const Print teachers = dice.Count(60, 120);
    const auto needed = [](const Values& v) -> std::optional<Rational> {
      return Rational(v[0] / 15 - v[1]);
    };
    const Print gap =
        dice.Near(*needed({students.Value(), teachers.Value()}), 0, "人", true);
    Reach reach = ReachOf({students, teachers}, needed);
    *reach.least -= 1;
    *reach.most += 1;
    const auto checks =
        ChecksOn(ReportBuilder().Text("在校生" + students.In("在校生") +
                                      "，专任教师" + teachers.In("教师") +
                                      "，按照1:15的师生比，教师缺口达" +
                                      gap.In("缺口") + "。"),
                 FindGaps, "recompute", gap);
    EXPECT_EQ(checks.size(),
              OracleOf(gap, reach) == VERDICT_CONSISTENT ? 1U : 0U)
        << gap.Text();
  }
}

}  // namespace
}  // namespace nianbao::validation
