#include "services/core/rule_plan.h"

#include <algorithm>
#include <cstring>
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

constexpr std::size_t kBlock = QuantityColumn::kBlock;

bool IsListed(Outcome outcome) {
  return outcome != Outcome::kConsistent && outcome != Outcome::kBlank &&
         outcome != Outcome::kInapplicable;
}

std::size_t& CountOf(RuleTally& tally, Outcome outcome) {
  switch (outcome) {
    case Outcome::kConsistent:
      return tally.consistent;
    case Outcome::kRoundedDifferently:
      return tally.rounded_differently;
    case Outcome::kContradicted:
      return tally.contradicted;
    case Outcome::kBlank:
      return tally.blank;
    case Outcome::kZeroDivisor:
      return tally.zero_divisor;
    case Outcome::kVague:
      return tally.vague;
    case Outcome::kInapplicable:
      break;
  }
  return tally.inapplicable;
}

// Ends of the left side that a judgement looks at; of the right side it is the
// opposite ones.
std::uint8_t LeftNeeds(const Relation& relation) {
  switch (relation.relation()) {
    case Operator::kAtMost:
    case Operator::kLess:
      return kLowEnd;
    case Operator::kAtLeast:
    case Operator::kGreater:
      return kHighEnd;
    default:
      return kBothEnds;
  }
}

// The opposite ends.
std::uint8_t Turned(std::uint8_t needs) {
  if (needs == kLowEnd) return kHighEnd;
  return needs == kHighEnd ? std::uint8_t{kLowEnd} : needs;
}

// Whether eight rows have no flags.
bool AreClear(const std::uint8_t* flags) {
  std::uint64_t word = 0;
  std::memcpy(&word, flags, sizeof word);
  return word == 0;
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

// One run of a plan.
class RuleRunner {
 public:
  RuleRunner(const RulePlan& plan, const FactColumns& facts,
             const RunOptions& options, const FindingSink& sink)
      : plan_(plan),
        facts_(facts),
        options_(options),
        sink_(sink),
        machine_(plan.program_, plan.uses_, NeedsOf(plan, options), facts),
        tallies_(plan.judged_.size()),
        spent_(plan.judged_.size()) {}

  std::vector<RuleTally> Run() {
    if (options_.clock != nullptr) started_ = options_.clock->Now();
    last_ = started_;
    for (std::size_t block = 0; block * kBlock < facts_.rows(); ++block) {
      machine_.Begin(block);
      for (std::size_t i = 0; i < plan_.judged_.size(); ++i) RunBlock(i);
    }
    std::vector<RuleTally> all(plan_.rules_.size());
    for (std::size_t i = 0; i < plan_.judged_.size(); ++i) {
      for (const std::uint32_t rule : plan_.judged_[i].rules) {
        all[rule] = tallies_[i];
      }
    }
    return all;
  }

 private:
  static std::vector<std::uint8_t> NeedsOf(const RulePlan& plan,
                                           const RunOptions& options) {
    if (!options.intervals) return plan.needs_;
    return std::vector<std::uint8_t>(plan.needs_.size(), kBothEnds);
  }

  // Whether the relation may not go on, after what it and the run took so far.
  bool IsOver(std::size_t index) const {
    return spent_[index] > options_.most_per_rule ||
           last_ - started_ > options_.most_per_run;
  }

  // Puts the time since the last call down to the relation.
  void Charge(std::size_t index) {
    if (options_.clock == nullptr) return;
    const absl::Time now = options_.clock->Now();
    spent_[index] += now - last_;
    last_ = now;
  }

  void RunBlock(std::size_t index) {
    if (IsOver(index)) {
      tallies_[index].not_run += machine_.rows();
      return;
    }
    const RulePlan::Judged& judged = plan_.judged_[index];
    const BlockValue& left = machine_.Compute(judged.left);
    const BlockValue& right = machine_.Compute(judged.right);
    JudgeRows(RuleOf(index), left, right, facts_, machine_.first_row(),
              machine_.rows(), flags_);
    findings_.clear();
    Count(index, left, right);
    if (!findings_.empty()) Send(judged, left, right);
    machine_.Done(judged.left);
    machine_.Done(judged.right);
    Charge(index);
  }

  const PlannedRule& RuleOf(std::size_t index) const {
    return plan_.rules_[plan_.judged_[index].rules.front()];
  }

  void Count(std::size_t index, const BlockValue& left,
             const BlockValue& right) {
    const std::size_t rows = machine_.rows();
    for (std::size_t row = 0; row < rows; ++row) {
      if (!options_.list_all && row + 8 <= rows && AreClear(flags_ + row)) {
        tallies_[index].consistent += 8;
        row += 7;
        continue;
      }
      if (late_) {
        ++tallies_[index].not_run;
        continue;
      }
      const Outcome outcome = OutcomeIn(index, left, right, row);
      ++CountOf(tallies_[index], outcome);
      if (options_.list_all || IsListed(outcome)) {
        findings_.push_back(
            {plan_.judged_[index].rules.front(),
             static_cast<std::uint32_t>(machine_.first_row() + row), outcome});
      }
    }
    late_ = false;
  }

  Outcome OutcomeIn(std::size_t index, const BlockValue& left,
                    const BlockValue& right, std::size_t row) {
    if (flags_[row] == 0) return Outcome::kConsistent;
    const PlannedRule& rule = RuleOf(index);
    const auto outcome = OutcomeOf(rule, left, right, row, flags_[row]);
    if (outcome) return *outcome;
    ++tallies_[index].with_fractions;
    const Outcome exact = OutcomeOf(
        rule, rule.relation.Evaluate(
                  facts_.AsLookup(machine_.first_row() + row), rule.missing));
    // Fractions are slow: the rest of the block may come too late.
    Charge(index);
    late_ = IsOver(index);
    return exact;
  }

  void Send(const RulePlan::Judged& judged, const BlockValue& left,
            const BlockValue& right) {
    for (const std::uint32_t rule : judged.rules) {
      for (RowFinding& finding : findings_) finding.rule = rule;
      const PlannedRule& planned = plan_.rules_[rule];
      const bool both =
          options_.intervals || LeftNeeds(planned.relation) == kBothEnds;
      sink_(FindingBatch(findings_, both ? &left : nullptr,
                         both ? &right : nullptr, machine_.first_row(), planned,
                         facts_));
    }
  }

  const RulePlan& plan_;
  const FactColumns& facts_;
  const RunOptions& options_;
  const FindingSink& sink_;
  BlockMachine machine_;
  std::vector<RuleTally> tallies_;
  std::vector<absl::Duration> spent_;
  absl::Time started_;
  absl::Time last_;
  bool late_ = false;
  std::uint8_t flags_[kBlock] = {};
  std::vector<RowFinding> findings_;
};

std::vector<RuleTally> RulePlan::Run(const FactColumns& facts,
                                     const RunOptions& options,
                                     const FindingSink& sink) const {
  return RuleRunner(*this, facts, options, sink).Run();
}

}  // namespace nianbao::core
