// One plan for all threads: what it gives does not depend on who else runs it,
// and the thread sanitizer finds nothing to guard.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/core/rule_plan.h"
#include "tests/testing/threads.h"

namespace nianbao::core {
namespace {

using nianbao::testing::InThreads;

// Every third row is blank, every fifth hedged: those are judged with
// fractions.
QuantityColumn Column(int rows, int factor) {
  QuantityColumnBuilder column;
  for (int row = 0; row < rows; ++row) {
    if (row % 3 == 2) {
      column.AddBlank();
      continue;
    }
    nianbao::fact::v1::Figure figure;
    figure.set_value(std::to_string(row % 100 * factor + 1));
    figure.set_unit("人");
    if (row % 5 == 0) figure.set_hedge(nianbao::fact::v1::HEDGE_MORE);
    column.Add(QuantityOf(figure).value());
  }
  return std::move(column).Build();
}

TEST(SharedPlan, GivesEachThreadTheSameFindings) {
  constexpr int kRows = 1100;
  FactColumns facts(kRows);
  facts.Set("part", false, Column(kRows, 1));
  facts.Set("whole", false, Column(kRows, 2));
  std::vector<PlannedRule> rules;
  for (const char* text : {"part <= whole", "part / whole * 100 <= 50",
                           "part = whole - part", "part >= whole"}) {
    rules.push_back({Relation::Parse(text).value(), {}, {}});
  }
  const RulePlan plan(std::move(rules));
  const auto run = [&] {
    std::string found;
    plan.Run(facts, {}, [&](const FindingBatch& batch) {
      for (const RowFinding& finding : batch.findings()) {
        const auto result = batch.ResultOf(finding);
        found += std::to_string(finding.rule) + " " +
                 std::to_string(finding.row) + " " +
                 (result.left ? ToText(*result.left, 3) : "") + "\n";
      }
    });
    return found;
  };
  const std::string alone = run();
  EXPECT_FALSE(alone.empty());
  for (const std::string& result : InThreads(run)) EXPECT_EQ(result, alone);
}

}  // namespace
}  // namespace nianbao::core
