// A check of one rule in one case, with its figures and words.
#ifndef NIANBAO_SERVICES_VALIDATION_RULE_CHECK_TEXT_H_
#define NIANBAO_SERVICES_VALIDATION_RULE_CHECK_TEXT_H_

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "services/core/expression.h"
#include "services/validation/check_maker.h"
#include "services/validation/rule_case.h"

namespace nianbao::validation {

// The check that `result` makes of the rule in that case.
Check RuleCheck(const nianbao::catalogue::v1::Rule& rule,
                const core::Relation& relation, const RuleCase& rule_case,
                const core::RelationResult& result);

// Figures of a relation, such as "58.48" for its right side with the numbers
// that lead to it: "286666.67÷4902=58.48".
std::string SideText(const core::Expression& side, const RuleCase& rule_case,
                     int decimals);

// The sign as people write it, such as "≤".
std::string SignText(core::Operator op);

// The relation with titles: "生师比 = 全日制在校生数÷专任教师总数".
std::string RelationTitle(const core::Relation& relation,
                          const RuleCase& rule_case, bool english);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_RULE_CHECK_TEXT_H_
