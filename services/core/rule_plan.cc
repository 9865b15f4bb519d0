#include "services/core/rule_plan.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "services/core/block_machine.h"
#include "services/core/rule_judge.h"

namespace nianbao::core {
namespace {

using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;
using nianbao::validation::v1::VERDICT_UNSPECIFIED;

// The opposite ends.
std::uint8_t Turned(std::uint8_t needs) {
  if (needs == kLowEnd) return kHighEnd;
  return needs == kHighEnd ? std::uint8_t{kLowEnd} : needs;
}

}  // namespace

Verdict VerdictOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::kConsistent:
      return VERDICT_CONSISTENT;
    case Outcome::kRoundedDifferently:
      return VERDICT_ROUNDED_DIFFERENTLY;
    case Outcome::kContradicted:
      return VERDICT_CONTRADICTED;
    case Outcome::kInapplicable:
      return VERDICT_UNSPECIFIED;
    default:
      return VERDICT_UNDECIDED;
  }
}

RelationResult FindingBatch::ResultOf(const RowFinding& finding) const {
  const std::size_t row = finding.row - first_row_;
  const auto is_plain = [row](const BlockValue* side) {
    return side != nullptr && (side->flags == nullptr || side->flags[row] == 0);
  };
  if (!is_plain(left_) || !is_plain(right_)) {
    return rule_.relation.Evaluate(facts_.AsLookup(finding.row), rule_.missing);
  }
  RelationResult result;
  result.verdict = VerdictOf(finding.outcome);
  result.left = IntervalAt(*left_, row);
  result.right = IntervalAt(*right_, row);
  return result;
}

RulePlan::RulePlan(std::vector<PlannedRule> rules) : rules_(std::move(rules)) {
  using Key = std::tuple<int, int, Operator, bool, MissingPolicy, bool,
                         std::vector<bool>>;
  std::map<Key, std::size_t> known;
  for (std::uint32_t i = 0; i < rules_.size(); ++i) {
    const PlannedRule& rule = rules_[i];
    const Relation& relation = rule.relation;
    const int left = program_.Add(relation.left());
    const int right = program_.Add(relation.right());
    // A side that is one reference is judged as printed, unlike its equal.
    const bool reported = relation.left().AsReference() != nullptr;
    const auto [at, inserted] = known.emplace(
        Key{left, right, relation.relation(), relation.attainable(),
            rule.missing, reported, rule.groups},
        judged_.size());
    if (inserted) judged_.push_back({left, right, {}});
    judged_[at->second].rules.push_back(i);
  }
  CountUses();
  FindNeeds();
}

void RulePlan::CountUses() {
  uses_.assign(program_.steps().size(), 0);
  for (const Judged& judged : judged_) {
    ++uses_[static_cast<std::size_t>(judged.left)];
    ++uses_[static_cast<std::size_t>(judged.right)];
  }
  for (std::size_t i = program_.steps().size(); i > 0; --i) {
    if (uses_[i - 1] == 0) continue;
    for (const auto& input : program_.steps()[i - 1].inputs) {
      ++uses_[static_cast<std::size_t>(input.step)];
    }
  }
}

void RulePlan::FindNeeds() {
  needs_.assign(program_.steps().size(), 0);
  for (const Judged& judged : judged_) {
    const Relation& relation = rules_[judged.rules.front()].relation;
    needs_[static_cast<std::size_t>(judged.left)] |= LeftNeeds(relation);
    needs_[static_cast<std::size_t>(judged.right)] |=
        Turned(LeftNeeds(relation));
  }
  for (std::size_t i = program_.steps().size(); i > 0; --i) {
    const Step& step = program_.steps()[i - 1];
    const bool ends_mix =
        step.kind == StepKind::kMultiply || step.kind == StepKind::kDivide;
    const bool turned = step.kind == StepKind::kScale && step.number < 0;
    for (const auto& input : step.inputs) {
      const std::uint8_t needs =
          ends_mix ? std::uint8_t{kBothEnds} : needs_[i - 1];
      needs_[static_cast<std::size_t>(input.step)] |=
          input.negative != turned ? Turned(needs) : needs;
    }
  }
}

std::size_t RulePlan::steps() const {
  return static_cast<std::size_t>(std::count_if(
      uses_.begin(), uses_.end(), [](int uses) { return uses > 0; }));
}

}  // namespace nianbao::core
