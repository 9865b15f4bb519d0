// One plan and one checker for all threads: what they give does not depend on
// who else asks, and the thread sanitizer finds nothing to guard.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "services/core/rule_plan.h"
#include "services/platform/catalogue_loader.h"
#include "services/validation/check_document.h"
#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

constexpr int kThreads = 4;

// What `work` gives in each of some threads that run at once.
std::vector<std::string> InThreads(const std::function<std::string()>& work) {
  std::vector<std::string> results(kThreads);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&result, &work] { result = work(); });
  }
  for (std::thread& thread : threads) thread.join();
  return results;
}

// Every third row is blank, every fifth hedged: those are judged with
// fractions.
core::QuantityColumn Column(int rows, int factor) {
  core::QuantityColumnBuilder column;
  for (int row = 0; row < rows; ++row) {
    if (row % 3 == 2) {
      column.AddBlank();
      continue;
    }
    fact::v1::Figure figure;
    figure.set_value(std::to_string(row % 100 * factor + 1));
    figure.set_unit("人");
    if (row % 5 == 0) figure.set_hedge(fact::v1::HEDGE_MORE);
    column.Add(core::QuantityOf(figure).value());
  }
  return std::move(column).Build();
}

TEST(SharedPlan, GivesEachThreadTheSameFindings) {
  constexpr int kRows = 2000;
  core::FactColumns facts(kRows);
  facts.Set("part", false, Column(kRows, 1));
  facts.Set("whole", false, Column(kRows, 2));
  std::vector<core::PlannedRule> rules;
  for (const char* text : {"part <= whole", "part / whole * 100 <= 50",
                           "part = whole - part", "part >= whole"}) {
    rules.push_back({core::Relation::Parse(text).value(), {}, {}});
  }
  const core::RulePlan plan(std::move(rules));
  const auto run = [&] {
    std::string found;
    plan.Run(facts, {}, [&](const core::FindingBatch& batch) {
      for (const core::RowFinding& finding : batch.findings()) {
        const auto result = batch.ResultOf(finding);
        found += std::to_string(finding.rule) + " " +
                 std::to_string(finding.row) + " " +
                 (result.left ? core::ToText(*result.left, 3) : "") + "\n";
      }
    });
    return found;
  };
  const std::string alone = run();
  EXPECT_FALSE(alone.empty());
  for (const std::string& result : InThreads(run)) EXPECT_EQ(result, alone);
}

TEST(SharedChecker, GivesEachThreadTheSameChecks) {
  const auto catalogue = platform::LoadCatalogue("deploy/catalogue");
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  const DocumentChecker checker(**catalogue);
  ReportBuilder report;
  report
      .Text(
          "全日制在校生[3686人|全日制在校生数|full_time_students]，其中男生"
          "[2001人|男生数]，女生[1658人|女生数]，男生占在校生的"
          "[54.29%|男生占比]。")
      .Table(1, {{"专业", "人数"},
                 {"护理", "[120人|人数]"},
                 {"会计", "[98人|人数]"},
                 {"合计", "[281人|人数]"}});
  const auto check = [&] {
    std::string shown;
    const auto result =
        checker.Check("2021", report.document(), report.facts());
    if (!result.ok()) return std::string(result.status().message());
    for (const Check& one : result->checks) shown += Shown(one) + "\n";
    for (const auto& one : result->findings) shown += one.id() + "\n";
    return shown;
  };
  const std::string alone = check();
  EXPECT_NE(alone.find("table_total contradicted"), std::string::npos) << alone;
  for (const std::string& result : InThreads(check)) EXPECT_EQ(result, alone);
}

}  // namespace
}  // namespace nianbao::validation
