#include "services/core/rule_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::MISSING_POLICY_INAPPLICABLE;
using nianbao::catalogue::v1::MISSING_POLICY_ZERO;
using nianbao::fact::v1::Figure;
using nianbao::fact::v1::Hedge;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

PlannedRule Rule(const std::string& text) {
  return {Relation::Parse(text).value(), {}, {}};
}

RulePlan Plan(const std::vector<std::string>& texts) {
  std::vector<PlannedRule> rules;
  for (const std::string& text : texts) rules.push_back(Rule(text));
  return RulePlan(std::move(rules));
}

// Figures as printed, "" for a blank; percents where there is a point.
QuantityColumn Column(const std::vector<std::string>& figures) {
  QuantityColumnBuilder column;
  for (const std::string& text : figures) {
    if (text.empty()) {
      column.AddBlank();
      continue;
    }
    Figure figure;
    figure.set_value(text);
    figure.set_unit(text.find('.') == std::string::npos ? "人" : "%");
    column.Add(QuantityOf(figure).value());
  }
  return std::move(column).Build();
}

using Columns = std::map<std::string, std::vector<std::string>>;

FactColumns Facts(const Columns& columns) {
  FactColumns facts(columns.begin()->second.size());
  for (const auto& [code, figures] : columns) {
    facts.Set(code, false, Column(figures));
  }
  return facts;
}

// All findings as "rule row outcome", in their order.
std::vector<std::string> FindingsOf(const RulePlan& plan,
                                    const FactColumns& facts,
                                    const RunOptions& options = {}) {
  static constexpr const char* kNames[] = {
      "consistent", "rounded", "contradicted", "blank",
      "zero",       "vague",   "inapplicable"};
  std::vector<std::string> findings;
  plan.Run(facts, options, [&](const FindingBatch& batch) {
    for (const RowFinding& finding : batch.findings()) {
      findings.push_back(std::to_string(finding.rule) + " " +
                         std::to_string(finding.row) + " " +
                         kNames[static_cast<int>(finding.outcome)]);
    }
  });
  return findings;
}

std::vector<RuleTally> Tallies(const RulePlan& plan, const FactColumns& facts,
                               const RunOptions& options = {}) {
  return plan.Run(facts, options, [](const FindingBatch&) {});
}

const Columns kShares = {{"part", {"96", "96", "1409", "96", ""}},
                         {"whole", {"268", "268", "1664", "0", "268"}},
                         {"share", {"35.82", "36.19", "84.67", "1.00", "1.0"}}};

TEST(RulePlan, ListsEachRowThatSomeoneMustLookAt) {
  const RulePlan plan = Plan({"share = part / whole * 100"});
  const FactColumns facts = Facts(kShares);
  EXPECT_THAT(FindingsOf(plan, facts),
              ElementsAre("0 1 contradicted", "0 2 rounded", "0 3 zero"));
  const RuleTally tally = Tallies(plan, facts).front();
  EXPECT_EQ(tally.consistent, 1);
  EXPECT_EQ(tally.rounded_differently, 1);
  EXPECT_EQ(tally.contradicted, 1);
  EXPECT_EQ(tally.zero_divisor, 1);
  EXPECT_EQ(tally.blank, 1);
  EXPECT_EQ(tally.with_fractions, 0);
}

TEST(RulePlan, FindingsCarryTheIntervalsOfBothSides) {
  const RulePlan plan = Plan({"share = part / whole * 100"});
  const FactColumns facts = Facts(kShares);
  std::vector<std::string> texts;
  plan.Run(facts, {}, [&](const FindingBatch& batch) {
    for (const RowFinding& finding : batch.findings()) {
      const RelationResult result = batch.ResultOf(finding);
      texts.push_back((result.left ? ToText(*result.left, 3) : "none") + " " +
                      (result.right ? ToText(*result.right, 3) : "none"));
    }
  });
  EXPECT_THAT(texts,
              ElementsAre("[36.185, 36.195] 35.821", "[84.665, 84.675] 84.675",
                          "[0.995, 1.005] none"));
}

TEST(RulePlan, LastYearsFigureIsThatOfTheRowBefore) {
  FactColumns facts = Facts({{"students", {"100", "200", "300", ""}}});
  facts.SetPrevious({FactColumns::kNoRow, 0, 1, 2});
  const RulePlan plan =
      Plan({"students = students@-1 + 100", "students <= students@-2 * 2"});
  EXPECT_THAT(FindingsOf(plan, facts), ElementsAre("1 2 contradicted"));
  const auto tallies = Tallies(plan, facts);
  EXPECT_EQ(tallies[0].blank, 2);
  EXPECT_EQ(tallies[0].consistent, 2);
  EXPECT_EQ(tallies[1].blank, 3);
}

TEST(RulePlan, EqualRulesAreJudgedOnceAndListedForEach) {
  const FactColumns facts = Facts({{"a", {"1"}}, {"b", {"2"}}, {"c", {"4"}}});
  const RulePlan plan =
      Plan({"a + b <= c - c", "c - c >= sum(b, a)", "b + a <= -c + c"});
  const RulePlan one = Plan({"a + b <= c - c"});
  EXPECT_EQ(plan.judged(), 2u) << "the second one compares the other way";
  EXPECT_EQ(plan.steps(), one.steps());
  EXPECT_EQ(FindingsOf(plan, facts),
            (std::vector<std::string>{"0 0 contradicted", "2 0 contradicted",
                                      "1 0 contradicted"}));
}

TEST(RulePlan, SharesWhatRulesHaveInCommon) {
  const RulePlan plan =
      Plan({"rate = part / whole * 100", "part / whole * 100 <= 90",
            "mean(part / whole, rest) <= 1"});
  // Loads of rate, part, whole and rest, the quotient, it times 100, the
  // numbers 90 and 1, a sum and half of it.
  EXPECT_EQ(plan.steps(), 10u);
}

TEST(RulePlan, BlanksCountAsZeroOrTakeTheRuleAwayWhereItSaysSo) {
  const FactColumns facts = Facts({{"total", {"5", "5", "5", ""}},
                                   {"a", {"3", "5", "", "3"}},
                                   {"b", {"2", "", "", "2"}}});
  PlannedRule zero = Rule("total = a + b");
  zero.missing = MISSING_POLICY_ZERO;
  PlannedRule outside = Rule("total = a + b");
  outside.missing = MISSING_POLICY_INAPPLICABLE;
  const RulePlan plan({Rule("total = a + b"), zero, outside});
  const auto tallies = Tallies(plan, facts);
  EXPECT_EQ(tallies[0].blank, 3);
  EXPECT_EQ(tallies[1].consistent, 2);
  EXPECT_EQ(tallies[1].blank, 2);
  EXPECT_EQ(tallies[2].inapplicable, 3);
  EXPECT_EQ(tallies[2].blank, 0);
  EXPECT_THAT(FindingsOf(plan, facts), IsEmpty());
}

TEST(RulePlan, RulesApplyToTheGroupsThatTheyName) {
  FactColumns facts = Facts({{"a", {"3", "3", "3"}}});
  facts.SetGroups({0, 1, 7});
  PlannedRule rule = Rule("a <= 2");
  rule.groups = {false, true};
  const RulePlan plan({rule});
  EXPECT_THAT(FindingsOf(plan, facts), ElementsAre("0 1 contradicted"));
  EXPECT_EQ(Tallies(plan, facts).front().inapplicable, 2);
}

TEST(RulePlan, HedgedFiguresAreJudgedWithFractions) {
  QuantityColumnBuilder column;
  for (const Hedge hedge :
       {Hedge::HEDGE_ABOVE, Hedge::HEDGE_ABOUT, Hedge::HEDGE_UNSPECIFIED}) {
    Figure figure;
    figure.set_value("100");
    figure.set_unit("人");
    figure.set_hedge(hedge);
    column.Add(QuantityOf(figure).value());
  }
  FactColumns facts(3);
  facts.Set("a", false, std::move(column).Build());
  const RulePlan plan = Plan({"a <= 80"});
  EXPECT_THAT(FindingsOf(plan, facts),
              ElementsAre("0 0 contradicted", "0 1 vague", "0 2 contradicted"));
  EXPECT_EQ(Tallies(plan, facts).front().with_fractions, 2);
}

TEST(RulePlan, NumbersThatOverflowAreJudgedWithFractions) {
  const std::string large = "50000000000000000";
  const FactColumns facts =
      Facts({{"a", {large, "3"}}, {"b", {large, "4"}}, {"c", {"1", "12"}}});
  const RulePlan plan = Plan({"a * b * a * b = c * c"});
  EXPECT_THAT(FindingsOf(plan, facts), ElementsAre("0 0 contradicted"));
  EXPECT_EQ(Tallies(plan, facts).front().with_fractions, 1);
}

TEST(RulePlan, RowsBeyondABlockCount) {
  std::vector<std::string> figures(3 * QuantityColumn::kBlock + 5, "1");
  figures[QuantityColumn::kBlock] = "3";
  figures.back() = "3";
  const FactColumns facts = Facts({{"a", figures}});
  const RulePlan plan = Plan({"a <= 2"});
  EXPECT_THAT(FindingsOf(plan, facts),
              ElementsAre("0 512 contradicted", "0 1540 contradicted"));
  EXPECT_EQ(Tallies(plan, facts).front().consistent, figures.size() - 2);
}

TEST(RulePlan, ColumnsThatWereNeverSetAreBlank) {
  const FactColumns facts = Facts({{"a", {"1"}}});
  const RulePlan plan = Plan({"a <= other", "a[*] <= 2"});
  EXPECT_EQ(Tallies(plan, facts)[0].blank, 1);
  EXPECT_EQ(Tallies(plan, facts)[1].blank, 1);
}

// Goes on by a second each time it is asked.
class SteppingClock : public Clock {
 public:
  absl::Time Now() const override { return now_ += absl::Seconds(1); }

 private:
  mutable absl::Time now_ = absl::UnixEpoch();
};

TEST(RulePlan, RowsThatCameTooLateAreToldAndNoPass) {
  const std::vector<std::string> figures(3 * QuantityColumn::kBlock, "1");
  const FactColumns facts = Facts({{"a", figures}});
  const RulePlan plan = Plan({"a <= 2", "a <= 3"});
  const SteppingClock clock;
  RunOptions options;
  options.clock = &clock;
  options.most_per_rule = absl::Seconds(1.5);
  for (const RuleTally& tally : Tallies(plan, facts, options)) {
    EXPECT_EQ(tally.consistent, 2 * QuantityColumn::kBlock);
    EXPECT_EQ(tally.not_run, QuantityColumn::kBlock);
  }
  options.most_per_rule = absl::InfiniteDuration();
  options.most_per_run = absl::Seconds(2.5);
  const auto tallies = Tallies(plan, facts, options);
  EXPECT_EQ(tallies[0].not_run, QuantityColumn::kBlock);
  EXPECT_EQ(tallies[1].not_run, 2 * QuantityColumn::kBlock);
}

TEST(RulePlan, ARuleThatIsSlowWithFractionsStopsWithinABlock) {
  QuantityColumnBuilder column;
  Figure figure;
  figure.set_value("2/3");
  for (int i = 0; i < 10; ++i) column.Add(QuantityOf(figure).value());
  FactColumns facts(10);
  facts.Set("a", false, std::move(column).Build());
  const RulePlan plan = Plan({"a <= 2", "a <= 3"});
  const SteppingClock clock;
  RunOptions options;
  options.clock = &clock;
  options.most_per_rule = absl::Seconds(3.5);
  const auto tallies = Tallies(plan, facts, options);
  EXPECT_EQ(tallies[0].consistent, 4);
  EXPECT_EQ(tallies[0].not_run, 6);
  EXPECT_EQ(tallies[1].not_run, 6);
}

}  // namespace
}  // namespace nianbao::core
