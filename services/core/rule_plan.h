// Rules compiled together, to run over many schools at once.
#ifndef NIANBAO_SERVICES_CORE_RULE_PLAN_H_
#define NIANBAO_SERVICES_CORE_RULE_PLAN_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "absl/time/time.h"
#include "absl/types/span.h"
#include "services/core/expression.h"
#include "services/core/fact_columns.h"
#include "services/core/ports/clock.h"
#include "services/core/rule_program.h"

namespace nianbao::core {

struct BlockValue;

// A rule of a plan.
struct PlannedRule {
  Relation relation;
  MissingPolicy missing = MissingPolicy::MISSING_POLICY_UNSPECIFIED;
  // Whether it applies to rows of a group, by the group's number; to all rows
  // where empty, and to none of a group that is missing here.
  std::vector<bool> groups;
};

// Why a relation holds, fails or stays open in a row.
enum class Outcome : std::uint8_t {
  kConsistent,
  kRoundedDifferently,
  kContradicted,
  // Undecided: a figure is blank, a divisor may be zero, or only a vague hedge
  // or an open end keeps the sides apart.
  kBlank,
  kZeroDivisor,
  kVague,
  // The rule does not speak of the row.
  kInapplicable,
};

// The verdict of an outcome; unspecified where the rule does not apply.
Verdict VerdictOf(Outcome outcome);

// A rule, by its place among the plan's rules, judged in a row.
struct RowFinding {
  std::uint32_t rule = 0;
  std::uint32_t row = 0;
  Outcome outcome = Outcome::kConsistent;
};

// Findings of one rule in some rows, in their order. Valid only during the call
// that brings them.
class FindingBatch {
 public:
  // Sides are null where not both of their ends were computed.
  FindingBatch(absl::Span<const RowFinding> findings, const BlockValue* left,
               const BlockValue* right, std::size_t first_row,
               const PlannedRule& rule, const FactColumns& facts)
      : findings_(findings),
        left_(left),
        right_(right),
        first_row_(first_row),
        rule_(rule),
        facts_(facts) {}

  absl::Span<const RowFinding> findings() const { return findings_; }

  // The relation with both sides' intervals, as Relation::Evaluate gives it.
  RelationResult ResultOf(const RowFinding& finding) const;

 private:
  absl::Span<const RowFinding> findings_;
  const BlockValue* left_;
  const BlockValue* right_;
  const std::size_t first_row_;
  const PlannedRule& rule_;
  const FactColumns& facts_;
};

using FindingSink = std::function<void(const FindingBatch&)>;

// What a run lists, and how long it may take.
struct RunOptions {
  // All outcomes instead of those that someone must look at: rounded
  // differently, contradicted, and undecided for another reason than a blank.
  bool list_all = false;
  // Whether both sides' intervals are wanted for most findings: an inequality
  // can be judged by one end of each, and FindingBatch then has to compute them
  // anew.
  bool intervals = false;
  // No limits without a clock.
  const Clock* clock = nullptr;
  absl::Duration most_per_rule = absl::InfiniteDuration();
  absl::Duration most_per_run = absl::InfiniteDuration();
};

// How often a rule came to each outcome.
struct RuleTally {
  std::size_t consistent = 0;
  std::size_t rounded_differently = 0;
  std::size_t contradicted = 0;
  std::size_t blank = 0;
  std::size_t zero_divisor = 0;
  std::size_t vague = 0;
  std::size_t inapplicable = 0;
  // Rows that were not reached in time. They are no pass.
  std::size_t not_run = 0;
  // Rows among the others that fixed width could not hold, and which were
  // evaluated with exact fractions.
  std::size_t with_fractions = 0;

  friend bool operator==(const RuleTally&, const RuleTally&) = default;
};

// Rules as one program of steps over columns of integers, which share what they
// have in common; a rule that is there twice is judged once. Each verdict is
// the one of Relation::Evaluate: rows with a figure or a result that integers
// don't hold are evaluated by it. The cost is linear in the cells that the
// rules touch. Immutable; safe for use from any thread.
class RulePlan {
 public:
  explicit RulePlan(std::vector<PlannedRule> rules);

  const std::vector<PlannedRule>& rules() const { return rules_; }

  // Steps that a run takes in each block, and relations that it judges.
  std::size_t steps() const;
  std::size_t judged() const { return judged_.size(); }

  // Runs all rules over all rows. Calls `sink` for each rule with findings, a
  // block of rows after another. Returns a tally for each rule.
  std::vector<RuleTally> Run(const FactColumns& facts,
                             const RunOptions& options,
                             const FindingSink& sink) const;

 private:
  friend class RuleRunner;

  // A relation with all rules that state it.
  struct Judged {
    int left = 0;
    int right = 0;
    std::vector<std::uint32_t> rules;
  };

  void CountUses();
  void FindNeeds();

  std::vector<PlannedRule> rules_;
  RuleProgram program_;
  std::vector<Judged> judged_;
  // How often, and which ends, of each step's result are asked for.
  std::vector<int> uses_;
  std::vector<std::uint8_t> needs_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_RULE_PLAN_H_
