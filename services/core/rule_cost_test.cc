// What a run of rules costs, counted in steps and in questions to a clock,
// never in seconds; and when its findings come.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/core/rule_plan.h"

namespace nianbao::core {
namespace {

using nianbao::fact::v1::Figure;

constexpr std::size_t kBlock = QuantityColumn::kBlock;

// Counts how often it is asked: once at the start, and once for each relation
// and block of rows that were judged.
class CountingClock : public Clock {
 public:
  absl::Time Now() const override {
    ++asked_;
    return absl::UnixEpoch();
  }
  std::size_t asked() const { return asked_; }

 private:
  mutable std::size_t asked_ = 0;
};

RulePlan Plan(const std::vector<std::string>& texts) {
  std::vector<PlannedRule> rules;
  for (const std::string& text : texts) {
    rules.push_back({Relation::Parse(text).value(), {}, {}});
  }
  return RulePlan(std::move(rules));
}

// "c0 + c1 + … <= 1" over so many columns from the first one on.
std::string SumOf(int columns, int first = 0) {
  std::string text;
  for (int i = first; i < first + columns; ++i) {
    text += (i == first ? "c" : " + c") + std::to_string(i);
  }
  return text + " <= 1";
}

// A column "c0" of so many rows, each of which breaks "c0 <= 1".
FactColumns Rows(std::size_t rows) {
  Figure figure;
  figure.set_value("2");
  figure.set_unit("人");
  const Quantity two = QuantityOf(figure).value();
  QuantityColumnBuilder column;
  for (std::size_t i = 0; i < rows; ++i) column.Add(two);
  FactColumns facts(rows);
  facts.Set("c0", false, std::move(column).Build());
  return facts;
}

// Blocks of rows that a run of the plan judges, one after another.
std::size_t BlocksOf(const RulePlan& plan, std::size_t rows) {
  const CountingClock clock;
  RunOptions options;
  options.clock = &clock;
  plan.Run(Rows(rows), options, [](const FindingBatch&) {});
  return clock.asked() - 1;
}

TEST(RuleCost, GrowsByAsMuchWithEachCellThatARuleTouches) {
  const auto steps = [](int columns) { return Plan({SumOf(columns)}).steps(); };
  const std::size_t more = steps(3) - steps(2);
  for (int columns = 3; columns < 60; ++columns) {
    EXPECT_EQ(steps(columns + 1) - steps(columns), more) << columns;
  }
}

TEST(RuleCost, OfRulesWithoutCommonCellsIsTheirSum) {
  std::vector<std::string> texts;
  for (int rule = 0; rule < 20; ++rule) texts.push_back(SumOf(5, 5 * rule));
  // The number that all are compared with is one step.
  const std::size_t one = Plan({SumOf(5)}).steps() - 1;
  EXPECT_EQ(Plan(texts).steps(), 20 * one + 1);
}

TEST(RuleCost, GrowsWithTheRows) {
  const RulePlan plan = Plan({"c0 <= 1", "c0 <= 3"});
  for (const std::size_t blocks :
       {std::size_t{1}, std::size_t{2}, std::size_t{7}}) {
    EXPECT_EQ(BlocksOf(plan, blocks * kBlock), plan.judged() * blocks);
    EXPECT_EQ(BlocksOf(plan, blocks * kBlock - 1), plan.judged() * blocks);
  }
}

TEST(RuleCost, OfDuplicatesIsNothing) {
  const RulePlan once = Plan({"c0 <= 1"});
  const RulePlan often = Plan(std::vector<std::string>(500, "c0 <= 1"));
  EXPECT_EQ(often.judged(), once.judged());
  EXPECT_EQ(often.steps(), once.steps());
  EXPECT_EQ(BlocksOf(often, 9 * kBlock), BlocksOf(once, 9 * kBlock));
  const auto tallies = often.Run(Rows(kBlock), {}, [](const FindingBatch&) {});
  ASSERT_EQ(tallies.size(), 500u);
  for (const RuleTally& tally : tallies) {
    EXPECT_EQ(tally.contradicted, kBlock);
  }
}

// Findings come while the run goes on: those of a block before the next one is
// judged.
TEST(RuleCost, FindingsStreamBlockByBlock) {
  constexpr std::size_t kBlocks = 5;
  const RulePlan plan = Plan({"c0 <= 1", "c0 <= 0"});
  const CountingClock clock;
  RunOptions options;
  options.clock = &clock;
  std::size_t listed = 0;
  plan.Run(Rows(kBlocks * kBlock), options, [&](const FindingBatch& batch) {
    const RowFinding& first = batch.findings().front();
    EXPECT_EQ(clock.asked() - 1,
              first.row / kBlock * plan.judged() + first.rule);
    listed += batch.findings().size();
  });
  EXPECT_EQ(listed, 2 * kBlocks * kBlock);
}

}  // namespace
}  // namespace nianbao::core
