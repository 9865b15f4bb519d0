// Outcomes of one relation in the rows of a block. Private to the rule engine.
#ifndef NIANBAO_SERVICES_CORE_RULE_JUDGE_H_
#define NIANBAO_SERVICES_CORE_RULE_JUDGE_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "services/core/block_machine.h"
#include "services/core/rule_plan.h"

namespace nianbao::core {

// Flags beside CellFlag that a judge sets.
enum JudgeFlag : std::uint8_t {
  // The sides can't stand in the relation.
  kFailed = 8,
  // The rule does not apply to the row.
  kOutside = 16,
};

// Sets `flags` of each row: those of both sides and the judge's own, none where
// the relation holds.
void JudgeRows(const PlannedRule& rule, const BlockValue& left,
               const BlockValue& right, const FactColumns& facts,
               std::size_t first, std::size_t rows, std::uint8_t* flags);

// The outcome in a row with flags; nothing where integers can't tell.
std::optional<Outcome> OutcomeOf(const PlannedRule& rule,
                                 const BlockValue& left,
                                 const BlockValue& right, std::size_t row,
                                 std::uint8_t flags);

// The outcome of an evaluation with exact fractions.
Outcome OutcomeOf(const PlannedRule& rule, const RelationResult& result);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_RULE_JUDGE_H_
