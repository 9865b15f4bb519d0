// Orders, ranks, extremes, the same figure in two places, and stated counts of
// lists against an oracle that tries true values.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "services/validation/counted_lists.h"
#include "services/validation/extremes.h"
#include "services/validation/network_speeds.h"
#include "services/validation/orders.h"
#include "services/validation/relation_test_base.h"
#include "services/validation/same_concept.h"
#include "services/validation/unit_slips.h"

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

int Places(Dice& dice) { return static_cast<int>(dice.Between(0, 2)); }

struct Comparing {
  const char* word;
  Operator order;
};
constexpr Comparing kWords[] = {{"高于", Operator::kGreater},
                                {"低于", Operator::kLess},
                                {"不低于", Operator::kAtLeast},
                                {"不高于", Operator::kAtMost}};

// A limit is what it prints. Where the words of a figure widen it, a verdict
// against it may be left out.
TEST(OrderProperty, OfAFigureAndItsLimit) {
  Dice dice(81);
  for (int i = 0; i < kTries; ++i) {
    const Print figure = dice.Hedged(
        dice.Amount(68, 72, "%"), {Word::kAbout, Word::kNearly, Word::kMore});
    Print limit = dice.Amount(69, 71, "%");
    if (dice.OneIn(5)) limit.word = Word::kAbout;
    Print exact = limit;
    exact.counts = true;
    exact.decimals = 0;
    const auto& compared = kWords[dice.Between(0, 3)];
    // The limit's own print, to the digit.
    bool holds = false;
    for (const Rational& value : figure.TrueValues()) {
      const Rational gap = value - limit.Value();
      holds = holds || (compared.order == Operator::kGreater   ? gap > 0
                        : compared.order == Operator::kLess    ? gap < 0
                        : compared.order == Operator::kAtLeast ? gap >= 0
                                                               : gap <= 0);
    }
    const auto checks = ChecksOn(
        ReportBuilder().Text("持证率" + figure.In("持证率") + "，" +
                             compared.word + limit.In("要求") + "的要求。"),
        FindOrders, "order", figure);
    if (!holds && (figure.word != Word::kNone || limit.IsVague())) {
      EXPECT_TRUE(checks.empty());
      continue;
    }
    ASSERT_EQ(checks.size(), 1U) << figure.Text() << " " << limit.Text();
    EXPECT_EQ(checks[0].verdict(),
              holds ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED)
        << Shown(checks[0]);
  }
}

// Behind both years' figures stand true values.
TEST(OrderProperty, OfFiguresInATrend) {
  Dice dice(82);
  for (int i = 0; i < kTries; ++i) {
    const Print before = dice.Amount(94, 96, "%");
    const Print now = dice.Amount(94, 96, "%");
    const bool up = dice.OneIn(2);
    const Verdict oracle =
        OrderOracleOf(now, up ? Operator::kGreater : Operator::kLess, before);
    ExpectVerdict(ReportBuilder().Text(
                      std::string("合格率逐年") + (up ? "上升" : "下降") +
                      "。2020年合格率" + before.In("合格率||2020年") +
                      "，2021年合格率" + now.In("合格率") + "。"),
                  FindOrders, "order", now, oracle);
  }
}

TEST(OrderProperty, OfARankInItsList) {
  Dice dice(83);
  for (int i = 0; i < kTries; ++i) {
    const Print rank = dice.Count(1, 40, "名");
    const Print all = dice.Count(10, 40, "个");
    const auto checks =
        ChecksOf(ReportBuilder().Text("位列第" + rank.Text() + "（首批共" +
                                      all.Text() + "名校）。"),
                 FindOrders);
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(checks[0].verdict(), OrderOracleOf(rank, Operator::kAtMost, all))
        << Shown(checks[0]);
  }
}

TEST(OrderProperty, OfAShareAndAHalf) {
  Dice dice(84);
  for (int i = 0; i < kTries; ++i) {
    const Print share = dice.Near(Rational(50), Places(dice), "%");
    ExpectVerdict(ReportBuilder().Text("实践课占" + share.In("占比") +
                                       "，高于一半的要求。"),
                  FindExtremes, "order", share,
                  OrderOracleOf(share, Operator::kAtLeast, {50, 0, "%", true}));
  }
}

std::string Change(const Print& print) { return print.In("人数变化"); }

// The named row's own change is the largest, or could be before it was rounded.
TEST(ExtremeProperty, IsTheLargestChangeOfAColumn) {
  Dice dice(85);
  for (int i = 0; i < kTries; ++i) {
    std::vector<Print> changes;
    for (int n = 0; n < 4; ++n) changes.push_back(dice.Amount(3, 6, "%"));
    const auto most = static_cast<std::size_t>(dice.Between(0, 3));
    bool can_lead = true;
    for (const Print& other : changes) {
      can_lead = can_lead && OrderOracleOf(changes[most], Operator::kAtLeast,
                                           other) == VERDICT_CONSISTENT;
    }
    const char* const names[] = {"护理", "会计", "电商", "汽修"};
    std::vector<std::vector<std::string>> rows{{"专业", "变化"}};
    for (std::size_t n = 0; n < 4; ++n) {
      rows.push_back({names[n], Change(changes[n])});
    }
    ExpectVerdict(ReportBuilder()
                      .Text(std::string("招生增加最多的是") + names[most] +
                            "专业，比上年增加" +
                            changes[most].In("人数变化||||方向=增加") + "。")
                      .Table(1, rows),
                  FindExtremes, "order", changes[most],
                  can_lead ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED);
  }
}

// Two prints of one figure: with the same unit and decimals they have the same
// digits; otherwise some true value prints as both.
Verdict SameOracle(const Print& a, const Print& b) {
  const bool alike = a.unit == b.unit && a.decimals == b.decimals &&
                     a.word == Word::kNone && b.word == Word::kNone;
  const auto itself = [](const std::vector<Rational>& v) {
    return std::optional<Rational>(v[0]);
  };
  const Verdict one = OracleOf(a, ReachOf({b}, itself));
  const Verdict other = OracleOf(b, ReachOf({a}, itself));
  if (alike) {
    if (a.digits == b.digits) return VERDICT_CONSISTENT;
    const bool next = abs(a.digits - b.digits) == 1 && !a.IsExact();
    return next ? VERDICT_ROUNDED_DIFFERENTLY : VERDICT_CONTRADICTED;
  }
  if (one == VERDICT_CONSISTENT) return one;
  const bool nearly = one == VERDICT_ROUNDED_DIFFERENTLY ||
                      other == VERDICT_ROUNDED_DIFFERENTLY;
  return nearly ? VERDICT_ROUNDED_DIFFERENTLY : one;
}

// Whichever stands in the table. One that a word widens is never refuted, and
// what differs much may be of two things.
TEST(SameConceptProperty, OfTwoPrintsOfOneFigure) {
  Dice dice(86);
  for (int i = 0; i < 2 * kTries; ++i) {
    const Print fine = dice.OneIn(2) ? dice.Count(40000, 60000, "册")
                                     : dice.Amount(40000, 60000, "平方米");
    const std::string unit = fine.counts ? "册" : "平方米";
    Print coarse =
        dice.OneIn(3)
            ? dice.Near(fine.Value(), fine.decimals, unit, fine.counts)
            : dice.Near(fine.Value(), Places(dice), "万" + unit, fine.counts);
    coarse = dice.Hedged(coarse, {Word::kAbout, Word::kMore, Word::kAbove});
    const bool swapped = dice.OneIn(2);
    const Print& in_table = swapped ? fine : coarse;
    const Print& in_text = swapped ? coarse : fine;
    ReportBuilder report;
    report.Table(1, {{"指标", "2021年"}, {"", in_table.In("图书数|books")}});
    report.Text("现有" + in_text.In("图书数|books") + "。");
    const auto checks = ChecksOf(report, FindSameConcepts);
    Verdict oracle = SameOracle(fine, coarse);
    if (oracle != VERDICT_CONSISTENT && coarse.word != Word::kNone) {
      oracle = VERDICT_UNDECIDED;
    }
    const Rational gap = abs(Rational(fine.Value() - coarse.Value()));
    const bool far = gap * 5 > std::max(fine.Value(), coarse.Value());
    ASSERT_EQ(checks.size(), 1U) << fine.Text() << " " << coarse.Text();
    if (far && oracle == VERDICT_CONTRADICTED) continue;
    EXPECT_EQ(checks[0].verdict(), oracle) << Shown(checks[0]);
  }
}

// Ten thousand times another place of the same name: 元 under a head in 万元.
TEST(SameConceptProperty, OfAmountsInAUnitThatIsNotTheirs) {
  Dice dice(87);
  for (int i = 0; i < kTries; ++i) {
    const Print amount{dice.Between(1001, 9999), 1, "万元"};
    Print cell{amount.digits * 1000, 0, "万元"};
    if (dice.OneIn(2)) cell.digits += dice.Between(-2, 2);
    const auto checks = ChecksOf(
        ReportBuilder()
            .Table(1,
                   {{"指标", "2021年"}, {"", cell.In("企业实践教学设备总值")}})
            .Text("投放设备" + amount.In("企业实践教学设备总值") + "。"),
        FindUnitSlips);
    EXPECT_EQ(checks.size(), cell.Value() == amount.Value() * 10000 ? 1U : 0U);
    for (const Check& check : checks) {
      EXPECT_EQ(check.verdict(), VERDICT_CONTRADICTED);
    }
  }
}

TEST(SameConceptProperty, OfABackbonesSpeed) {
  Dice dice(88);
  for (int i = 0; i < kTries; ++i) {
    const Print speed = dice.OneIn(2)
                            ? Print{dice.Between(1, 12), 0, "Gbps"}
                            : Print{dice.Between(1, 120) * 100, 0, "Mbps"};
    const Rational megabits = speed.Value() * (speed.unit == "Gbps" ? 1000 : 1);
    const auto checks = ChecksOf(
        ReportBuilder()
            .Text("校园网主干最大带宽" + speed.In("校园网主干最大带宽") + "。")
            .Text("建成千兆主干网络。"),
        FindNetworkSpeeds);
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(checks[0].verdict(),
              megabits == 1000 ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED)
        << Shown(checks[0]);
  }
}

// A list of names in brackets is all there is; what is more than two off counts
// something else.
TEST(ListProperty, HasAsManyNamesAsAreStated) {
  Dice dice(89);
  const char* const names[] = {"护理专业", "会计专业", "电商专业", "汽修专业",
                               "烹饪专业", "旅游专业", "机械专业", "建筑专业"};
  for (int i = 0; i < kTries; ++i) {
    const std::int64_t listed = dice.Between(3, 8);
    const std::int64_t stated = dice.Between(2, 10);
    std::string list;
    for (std::int64_t n = 0; n < listed; ++n) {
      list += std::string(n == 0 ? "" : "、") + names[n];
    }
    const auto checks =
        ChecksOf(ReportBuilder().Text("学校开设" + std::to_string(stated) +
                                      "个专业（" + list + "）。"),
                 FindCountedLists);
    if (std::abs(stated - listed) > 2) {
      EXPECT_TRUE(checks.empty());
      continue;
    }
    ASSERT_EQ(checks.size(), 1U) << stated << " " << list;
    EXPECT_EQ(checks[0].verdict(),
              stated == listed ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED);
  }
}

}  // namespace
}  // namespace nianbao::validation
