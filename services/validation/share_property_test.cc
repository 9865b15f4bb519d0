// Shares, in prose and in tables, against an oracle that tries true values.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "services/core/decimal.h"
#include "services/validation/other_rates.h"
#include "services/validation/percent_domain.h"
#include "services/validation/relation_test_base.h"
#include "services/validation/shares.h"
#include "services/validation/table_rates.h"
#include "services/validation/table_splits.h"

namespace nianbao::validation {
namespace {

using core::Rational;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;

constexpr int kTries = 150;

using Values = std::vector<Rational>;

std::optional<Rational> Percent(const Values& v) {
  if (v[1] <= 0) return std::nullopt;
  return Rational(v[0] / v[1] * 100);
}

Rational PrintedPercent(const Print& part, const Print& whole) {
  return Rational(part.Value() / whole.Value() * 100);
}

// Whether rounding `value` half up, half to even or half down prints `print`.
bool PrintsAs(const Rational& value, const Print& print) {
  const Rational places = value * core::PowerOfTen(print.decimals);
  return core::Floor(places + Rational(1, 2)) == print.digits ||
         core::Ceiling(places - Rational(1, 2)) == print.digits;
}

bool Holds(const Values& values, const Rational& value) {
  return *std::min_element(values.begin(), values.end()) <= value &&
         value <= *std::max_element(values.begin(), values.end());
}

TEST(RelationOracle, TakesTheTrueValuesThatPrintLikeTheFigure) {
  Dice dice(1);
  for (int i = 0; i < kTries; ++i) {
    const Print print = dice.Amount(1, 50, "%");
    for (int step = -20; step <= 20; ++step) {
      const Rational value =
          print.Value() + core::PowerOfTen(-print.decimals) * step / 10;
      EXPECT_EQ(Holds(print.TrueValues(), value), PrintsAs(value, print));
      Print cut = print;
      cut.digits = static_cast<std::int64_t>(
          core::Floor(value * core::PowerOfTen(print.decimals)));
      Print lower = print;
      Print upper = print;
      --lower.digits;
      ++upper.digits;
      EXPECT_EQ(Holds(print.TrueValues(Way::kTruncatedOrNext), value),
                PrintsAs(value, print) || cut.digits == print.digits ||
                    PrintsAs(value, lower) || PrintsAs(value, upper));
    }
  }
}

TEST(ShareProperty, OfCountsWithTheBaseBefore) {
  Dice dice(2);
  for (int i = 0; i < kTries; ++i) {
    const Print whole = dice.Count(20, 5000);
    const Print part = dice.Count(1, whole.digits - 1);
    const Print percent = dice.Near(PrintedPercent(part, whole),
                                    static_cast<int>(dice.Between(0, 2)), "%");
    if (percent.digits < 0) continue;
    ExpectVerdict(ReportBuilder().Text(whole.In("毕业生总数") + "，升入高校" +
                                       part.In("升学人数") + "，占比" +
                                       percent.In("占比") + "。"),
                  FindShares, "share", percent,
                  ShareOracleOf(percent, ReachOf({part, whole}, Percent)));
  }
}

// The base is named, so that figures with 约, 余 and others are judged, too.
TEST(ShareProperty, OfAmountsWithTheBaseNamed) {
  Dice dice(3);
  for (int i = 0; i < 2 * kTries; ++i) {
    const Print whole =
        dice.Hedged(dice.Amount(500, 900, dice.OneIn(4) ? "元" : "万元"),
                    {Word::kMore, Word::kNearly, Word::kAbout, Word::kAbove});
    const std::int64_t least = whole.unit == "元" ? 1 : 5;
    const Print part =
        dice.Hedged(dice.Amount(least, 400, whole.unit),
                    {Word::kMore, Word::kNearly, Word::kAbout, Word::kAtLeast});
    const Print percent = dice.Hedged(
        dice.Near(PrintedPercent(part, whole),
                  static_cast<int>(dice.Between(0, 2)), "%"),
        {Word::kMore, Word::kNearly, Word::kAbout, Word::kAbove, Word::kBelow});
    if (percent.digits <= 0) continue;
    const Verdict oracle =
        ShareOracleOf(percent, ReachOf({part, whole}, Percent));
    ExpectVerdict(
        ReportBuilder().Text("总收入" + whole.In("总收入") + "，其中财政拨款" +
                             part.In("财政拨款") + "，占总收入的" +
                             percent.In("占比") + "。"),
        FindShares, "share", percent, oracle);
  }
}

TEST(ShareProperty, OfSurveysInTwoUnits) {
  Dice dice(4);
  for (int i = 0; i < kTries; ++i) {
    const Print whole = dice.Count(100, 2000, "份");
    const Print part = dice.Count(50, whole.digits);
    const Print percent = dice.Near(PrintedPercent(part, whole),
                                    static_cast<int>(dice.Between(0, 2)), "%");
    ExpectVerdict(
        ReportBuilder().Text("收回有效问卷" + whole.In("有效问卷") +
                             "；对学校满意的" + part.In("满意人数") +
                             "，满意度为" + percent.In("满意度") + "。"),
        FindOtherRates, "share", percent,
        ShareOracleOf(percent, ReachOf({part, whole}, Percent)));
  }
}

TEST(ShareProperty, OfThoseWhoStayed) {
  Dice dice(5);
  for (int i = 0; i < kTries; ++i) {
    Print all = dice.Count(100, 4000);
    if (dice.OneIn(4)) all = {dice.Between(11, 40), 2, "万人", true};
    const Print lost = dice.Count(1, 60);
    const auto stayed = [](const Values& v) -> std::optional<Rational> {
      return Rational((v[0] - v[1]) / v[0] * 100);
    };
    const Print percent = dice.Near(*stayed({all.Value(), lost.Value()}),
                                    static_cast<int>(dice.Between(0, 2)), "%");
    ExpectVerdict(
        ReportBuilder().Text("学年初有学生" + all.In("学生") + "，流失" +
                             lost.In("流失学生") + "，巩固率" +
                             percent.In("巩固率") + "。"),
        FindOtherRates, "share", percent,
        ShareOracleOf(percent, ReachOf({all, lost}, stayed)));
  }
}

TEST(ShareProperty, OfAPlan) {
  Dice dice(6);
  for (int i = 0; i < kTries; ++i) {
    const Print plan = dice.Count(100, 2000);
    const Print came = dice.Count(plan.digits / 2, plan.digits * 5 / 4);
    const Print percent = dice.Near(PrintedPercent(came, plan),
                                    static_cast<int>(dice.Between(0, 2)), "%");
    ExpectVerdict(
        ReportBuilder().Text("计划招生" + plan.Text() + "，实际招收新生" +
                             came.In("招生数") + "，计划完成率" +
                             percent.In("计划完成率") + "。"),
        FindOtherRates, "share", percent,
        OracleOf(percent, ReachOf({came, plan}, Percent)));
  }
}

std::string Cell(const Print& print, const std::string& label) {
  return print.In(label);
}

// Four rows show how the rates are made, the fifth is judged.
TEST(ShareProperty, OfTwoColumns) {
  Dice dice(7);
  for (int i = 0; i < kTries; ++i) {
    std::vector<std::vector<std::string>> rows{
        {"专业", "人数", "其中", "比率"}};
    for (const char* name : {"护理", "会计", "电商", "汽修"}) {
      const Print whole = dice.Count(60, 97);
      const Print part = dice.Count(20, 57);
      Print rate = dice.Near(PrintedPercent(part, whole), 2, "%");
      rate.digits = static_cast<std::int64_t>(
          core::Floor(PrintedPercent(part, whole) * 100 + Rational(1, 2)));
      rows.push_back(
          {name, Cell(whole, "a"), Cell(part, "b"), Cell(rate, "率")});
    }
    const Print whole = dice.Count(60, 97);
    const Print part = dice.Count(20, 57);
    const Print rate = dice.Near(PrintedPercent(part, whole),
                                 static_cast<int>(dice.Between(0, 2)), "%");
    rows.push_back(
        {"烹饪", Cell(whole, "a"), Cell(part, "b"), Cell(rate, "率")});
    ReportBuilder report;
    report.Table(1, rows);
    const auto checks = ChecksOf(report, FindTableRates);
    ASSERT_EQ(checks.size(), 5U);
    EXPECT_EQ(checks[4].verdict(),
              ShareOracleOf(rate, ReachOf({part, whole}, Percent)))
        << Shown(checks[4]);
  }
}

// Whether the number of people of the group that the print asks for exists:
// tried for each number of them.
Verdict WholePeopleOracle(const Print& rate, std::int64_t group) {
  bool rounded = false;
  bool nearly = false;
  for (std::int64_t people = 0; people <= group; ++people) {
    const Rational percent = Rational(100 * people) / Rational(group);
    rounded = rounded || Holds(rate.TrueValues(), percent);
    nearly = nearly || Holds(rate.TrueValues(Way::kTruncatedOrNext), percent);
  }
  if (rounded) return VERDICT_CONSISTENT;
  return nearly ? VERDICT_ROUNDED_DIFFERENTLY : VERDICT_CONTRADICTED;
}

// Rates of groups so small that few rates are attainable. The other column is
// of no use, since it is larger than the groups.
TEST(AttainabilityProperty, OfSmallGroups) {
  Dice dice(8);
  for (int i = 0; i < kTries; ++i) {
    std::vector<std::vector<std::string>> rows{
        {"专业", "人数", "其中", "比率"}};
    const auto add = [&](const Print& group, const Print& rate) {
      const Print other = dice.Count(900, 990);
      rows.push_back(
          {"甲", Cell(group, "a"), Cell(other, "b"), Cell(rate, "率")});
    };
    for (int row = 0; row < 4; ++row) {
      const Print group = dice.Count(13, 97);
      const Print part = dice.Count(1, group.digits - 1);
      Print rate{0, 2, "%"};
      rate.digits = static_cast<std::int64_t>(
          core::Floor(PrintedPercent(part, group) * 100 + Rational(1, 2)));
      add(group, rate);
    }
    const Print group = dice.Count(13, 97);
    const Print part = dice.Count(1, group.digits - 1);
    const Print rate = dice.Near(PrintedPercent(part, group), 2, "%");
    add(group, rate);
    ReportBuilder report;
    report.Table(1, rows);
    const auto checks = ChecksOn(report, FindTableRates, "attainability", rate);
    ASSERT_GE(checks.size(), 1U);
    EXPECT_EQ(checks.back().verdict(), WholePeopleOracle(rate, group.digits))
        << Shown(checks.back());
  }
}

// Two columns that each make up a whole: where one makes 100 %, both must.
TEST(ShareProperty, ThatMakeAHundred) {
  Dice dice(9);
  const auto sum = [](const Values& v) -> std::optional<Rational> {
    return Rational(v[0] + v[1] + v[2]);
  };
  for (int i = 0; i < kTries; ++i) {
    std::vector<Print> shares;
    std::int64_t rest = 10000 + dice.Between(-7, 7);
    for (int n = 0; n < 2; ++n) {
      shares.push_back({dice.Between(100, 4000), 2, "%"});
      rest -= shares.back().digits;
    }
    shares.push_back({rest, 2, "%"});
    ReportBuilder report;
    report.Table(1, {{"序号", "指标", "2020年", "2021年"},
                     {"6", "参测人数", "[2047人|a]", "[2108人|a]"},
                     {"", "优秀率", "[9.77%|a]", shares[0].In("a")},
                     {"", "合格率", "[85.91%|b]", shares[1].In("b")},
                     {"", "不合格率", "[4.32%|c]", shares[2].In("c")}});
    Values least;
    Values most;
    for (const Print& share : shares) {
      const Values nearly = share.TrueValues(Way::kTruncatedOrNext);
      least.push_back(nearly.front());
      most.push_back(nearly.back());
    }
    const Reach reach = ReachOf(shares, sum);
    const Verdict oracle =
        *reach.least <= 100 && *reach.most >= 100 ? VERDICT_CONSISTENT
        : *sum(least) <= 100 && *sum(most) >= 100 ? VERDICT_ROUNDED_DIFFERENTLY
                                                  : VERDICT_CONTRADICTED;
    const auto checks = ChecksOn(report, FindTableSplits, "sum", shares[0]);
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(checks[0].verdict(), oracle) << Shown(checks[0]);
  }
}

TEST(DomainProperty, OfAShareEndsAtTheWhole) {
  Dice dice(10);
  for (int i = 0; i < kTries; ++i) {
    const Print rate = dice.Hedged(
        dice.Near(Rational(100), static_cast<int>(dice.Between(0, 2)), "%"),
        {Word::kMore, Word::kNearly, Word::kAbout, Word::kAbove, Word::kAtLeast,
         Word::kBelow});
    const auto values = rate.TrueValues();
    const bool possible =
        *std::min_element(values.begin(), values.end()) <= 100;
    const auto checks =
        ChecksOf(ReportBuilder().Text("今年" + rate.In("满意度") + "。"),
                 FindPercentDomains);
    // 近 and 约 refute nothing.
    EXPECT_EQ(checks.empty(), possible || rate.IsVague()) << rate.Text();
  }
}

}  // namespace
}  // namespace nianbao::validation
