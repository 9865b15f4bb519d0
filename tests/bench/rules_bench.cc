// Measures rules over many schools: the plan with exact intervals beside loops
// over doubles, in turns, on one thread.
//
// usage: rules_bench FOLDER RUNS
//
// FOLDER holds data.csv and rules.json as school_files.py writes them. Prints
// JSON: medians of CPU seconds, and for each rule what both came to and in
// which rows they differ.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "services/core/rule_plan.h"
#include "tests/bench/double_loop.h"
#include "tests/bench/school_table.h"

namespace nianbao::bench {
namespace {

using core::Outcome;
using core::RowFinding;
using core::RuleTally;

double CpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) +
         static_cast<double>(now.tv_nsec) * 1e-9;
}

double Seconds(const std::function<void()>& work) {
  const double before = CpuSeconds();
  work();
  return CpuSeconds() - before;
}

double Median(std::vector<double> all) {
  std::sort(all.begin(), all.end());
  return all[all.size() / 2];
}

core::RulePlan PlanOf(const std::vector<SchoolRule>& rules, int times) {
  std::vector<core::PlannedRule> planned;
  for (int i = 0; i < times; ++i) {
    for (const SchoolRule& rule : rules) {
      planned.push_back(
          {core::Relation::Parse(rule.Relation()).value(), {}, {}});
    }
  }
  return core::RulePlan(std::move(planned));
}

// How far beyond its fixed tolerance a rule is in a row, and by how much the
// printed figures may be off there: where that is more, only the intervals can
// tell.
struct Margin {
  double beyond = 0;
  double precision = 0;
};

Margin MarginOf(const SchoolTable& table, const SchoolRule& rule,
                std::size_t row) {
  const auto value = [&](std::size_t i) {
    return table.Of(rule.columns[i])[row];
  };
  const auto half = [&](const std::string& name, std::size_t at) {
    const core::QuantityColumn& column = *table.facts.Find({name, 0, false});
    return static_cast<double>(column.halves()[at]) /
           std::pow(10, column.scale());
  };
  // Doubles are off by a little themselves.
  Margin margin{0, 1e-9};
  for (const auto& name : rule.columns) margin.precision += half(name, row);
  if (rule.kind == "sum") {
    double sum = 0;
    for (std::size_t i = 1; i < rule.columns.size(); ++i) sum += value(i);
    margin.beyond = std::abs(sum - value(0)) - rule.tolerance;
    margin.precision += rule.tolerance;
  } else if (rule.kind == "rate") {
    margin.beyond =
        std::abs(rule.scale * value(1) / value(2) - value(0)) - rule.tolerance;
    margin.precision *= 1 + rule.scale / std::abs(value(2));
  } else if (rule.kind == "yoy") {
    const auto before = static_cast<std::size_t>(table.previous[row]);
    const double last = table.Of(rule.columns[0])[before];
    const double quotient = value(0) / last;
    margin.beyond = std::abs(quotient - 1) - rule.limit;
    margin.precision += std::abs(quotient) * half(rule.columns[0], before);
    margin.precision /= std::abs(last);
  } else if (rule.kind == "le") {
    margin.beyond = value(0) - value(1);
  } else {
    const double at = rule.kind == "per" ? value(0) / value(1) : value(0);
    margin.beyond = std::max(rule.low - at, at - rule.high);
    if (rule.kind == "per") margin.precision *= (1 + at) / std::abs(value(1));
  }
  return margin;
}

// One comparison of the plan with the loop.
class Bench {
 public:
  explicit Bench(const std::string& folder)
      : table_(ReadSchoolTable(folder + "/data.csv")),
        rules_(ReadSchoolRules(folder + "/rules.json")),
        plan_(PlanOf(rules_, 1)),
        twice_(PlanOf(rules_, 2)) {}

  nlohmann::json Run(int runs) {
    std::vector<double> loop;
    std::vector<double> plan;
    std::vector<double> twice;
    for (int i = 0; i < runs; ++i) {
      loop.push_back(Seconds([&] {
        loop_tallies_ = RunDoubleLoop(table_, rules_, loop_findings_);
      }));
      plan.push_back(Seconds([&] { tallies_ = RunPlan(plan_, findings_); }));
      std::vector<RowFinding> unused;
      twice.push_back(Seconds([&] { RunPlan(twice_, unused); }));
    }
    const double cells =
        static_cast<double>(rules_.size()) * static_cast<double>(table_.rows());
    return {
        {"rows", table_.rows()},
        {"rules", rules_.size()},
        {"steps", plan_.steps()},
        {"loop", {{"seconds", Median(loop)}, {"rate", cells / Median(loop)}}},
        {"plan", {{"seconds", Median(plan)}, {"rate", cells / Median(plan)}}},
        {"duplicated", {{"seconds", Median(twice)}}},
        {"findings", findings_.size()},
        {"per_rule", PerRule()}};
  }

 private:
  std::vector<RuleTally> RunPlan(const core::RulePlan& plan,
                                 std::vector<RowFinding>& findings) const {
    findings.clear();
    return plan.Run(table_.facts, {}, [&](const core::FindingBatch& batch) {
      findings.insert(findings.end(), batch.findings().begin(),
                      batch.findings().end());
    });
  }

  nlohmann::json PerRule() const {
    std::vector<std::set<std::uint32_t>> by_loop(rules_.size());
    std::vector<std::set<std::uint32_t>> by_plan(rules_.size());
    for (const LoopFinding& found : loop_findings_) {
      by_loop[found.rule].insert(found.row);
    }
    for (const RowFinding& found : findings_) {
      if (found.outcome == Outcome::kContradicted ||
          found.outcome == Outcome::kRoundedDifferently) {
        by_plan[found.rule].insert(found.row);
      }
    }
    nlohmann::json all = nlohmann::json::array();
    for (std::size_t r = 0; r < rules_.size(); ++r) {
      std::vector<std::uint32_t> differing;
      std::set_symmetric_difference(by_loop[r].begin(), by_loop[r].end(),
                                    by_plan[r].begin(), by_plan[r].end(),
                                    std::back_inserter(differing));
      std::size_t explained = 0;
      for (const std::uint32_t row : differing) {
        const Margin margin = MarginOf(table_, rules_[r], row);
        explained += std::abs(margin.beyond) <= margin.precision ? 1 : 0;
      }
      const RuleTally& tally = tallies_[r];
      all.push_back({{"id", rules_[r].id},
                     {"relation", rules_[r].Relation()},
                     {"loop_failed", loop_tallies_[r].failed},
                     {"loop_not_computed", loop_tallies_[r].not_computed},
                     {"failed", tally.contradicted + tally.rounded_differently},
                     {"rounded_differently", tally.rounded_differently},
                     {"not_computed", tally.blank + tally.zero_divisor},
                     {"with_fractions", tally.with_fractions},
                     {"differing", differing.size()},
                     {"explained", explained}});
    }
    return all;
  }

  const SchoolTable table_;
  const std::vector<SchoolRule> rules_;
  const core::RulePlan plan_;
  const core::RulePlan twice_;
  std::vector<LoopFinding> loop_findings_;
  std::vector<RowFinding> findings_;
  std::vector<LoopTally> loop_tallies_;
  std::vector<RuleTally> tallies_;
};

}  // namespace
}  // namespace nianbao::bench

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: rules_bench FOLDER RUNS\n";
    return 2;
  }
  std::cout << nianbao::bench::Bench(argv[1]).Run(std::atoi(argv[2])).dump(1)
            << "\n";
  return 0;
}
