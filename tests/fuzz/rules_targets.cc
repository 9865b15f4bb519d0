// The target that compiles rules and runs them over a few rows.
#include <algorithm>
#include <string>
#include <vector>

#include "services/core/rule_plan.h"
#include "tests/fuzz/fuzz_checks.h"
#include "tests/fuzz/fuzz_targets.h"

namespace nianbao::fuzz {
namespace {

using core::FactColumns;
using nianbao::fact::v1::Figure;
using nianbao::fact::v1::Hedge;

constexpr std::string_view kParting = "\n----\n";
constexpr std::size_t kMostRules = 8;
constexpr std::size_t kMostRows = 4;

std::vector<std::string> Lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// A figure such as "12.5%", "4902", "about 30" or "above 30"; nothing for what
// is none.
std::optional<core::Quantity> QuantityIn(std::string text) {
  Figure figure;
  figure.set_unit("人");
  for (const auto& [word, hedge] :
       {std::pair<std::string, Hedge>("about ", Hedge::HEDGE_ABOUT),
        {"above ", Hedge::HEDGE_ABOVE},
        {"below ", Hedge::HEDGE_AT_MOST},
        {"more ", Hedge::HEDGE_MORE}}) {
    if (text.rfind(word, 0) != 0) continue;
    figure.set_hedge(hedge);
    text.erase(0, word.size());
  }
  if (!text.empty() && text.back() == '%') {
    figure.set_unit("%");
    text.pop_back();
  }
  figure.set_value(text);
  const auto quantity = core::QuantityOf(figure);
  if (!quantity.ok()) return std::nullopt;
  return *quantity;
}

std::vector<core::PlannedRule> RulesIn(std::string_view text) {
  std::vector<core::PlannedRule> rules;
  for (const std::string& line : Lines(text)) {
    if (rules.size() == kMostRules) break;
    auto relation = core::Relation::Parse(line);
    if (!relation.ok()) {
      Expect(!relation.status().message().empty(), "errors say what is wrong");
      continue;
    }
    const auto missing = static_cast<core::MissingPolicy>(rules.size() % 3);
    rules.push_back({*std::move(relation), missing, {}});
  }
  return rules;
}

// The figures one after the other, for each reference as many as there are
// rows, from the first again once they are used up.
FactColumns FactsFor(const std::vector<core::PlannedRule>& rules,
                     const std::vector<std::string>& figures) {
  FactColumns facts(kMostRows);
  std::size_t next = 0;
  for (const core::PlannedRule& rule : rules) {
    for (const core::Reference& reference : rule.relation.references()) {
      if (facts.Find(reference) != nullptr || figures.empty()) continue;
      core::QuantityColumnBuilder column;
      for (std::size_t row = 0; row < kMostRows; ++row) {
        column.Add(QuantityIn(figures[next++ % figures.size()]));
      }
      facts.Set(reference.code, reference.each, std::move(column).Build());
    }
  }
  facts.SetPrevious({FactColumns::kNoRow, 0, 1, FactColumns::kNoRow});
  return facts;
}

bool Same(const core::Bound& a, const core::Bound& b) {
  return a.value == b.value && (!a.value || a.open == b.open);
}

bool Same(const std::optional<core::Interval>& a,
          const std::optional<core::Interval>& b) {
  return a.has_value() == b.has_value() &&
         (!a || (Same(a->lower, b->lower) && Same(a->upper, b->upper)));
}

}  // namespace

void FuzzRules(std::string_view bytes) {
  const std::size_t parting = bytes.find(kParting);
  const core::RulePlan plan(RulesIn(bytes.substr(0, parting)));
  const FactColumns facts = FactsFor(
      plan.rules(), parting == std::string_view::npos
                        ? std::vector<std::string>()
                        : Lines(bytes.substr(parting + kParting.size())));
  core::RunOptions options;
  options.list_all = true;
  options.intervals = true;
  std::size_t judged = 0;
  plan.Run(facts, options, [&](const core::FindingBatch& batch) {
    for (const core::RowFinding& finding : batch.findings()) {
      ++judged;
      const core::PlannedRule& rule = plan.rules()[finding.rule];
      const auto want =
          rule.relation.Evaluate(facts.AsLookup(finding.row), rule.missing);
      const auto got = batch.ResultOf(finding);
      if (finding.outcome == core::Outcome::kInapplicable) {
        Expect(!want.blanks.empty(), "rules apply where no figure is blank");
        continue;
      }
      Expect(core::VerdictOf(finding.outcome) == want.verdict &&
                 got.verdict == want.verdict,
             "a plan judges as the relation");
      Expect(Same(got.left, want.left) && Same(got.right, want.right),
             "a plan computes the relation's intervals");
    }
  });
  Expect(judged == plan.rules().size() * kMostRows, "all rows are judged");
}

}  // namespace nianbao::fuzz
