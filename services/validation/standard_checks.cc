#include "services/validation/standard_checks.h"

#include <optional>
#include <string>

#include "services/core/standards.h"
#include "services/core/validity.h"
#include "services/core/verdict.h"
#include "services/validation/rule_case.h"
#include "services/validation/rule_check_text.h"

namespace nianbao::validation {
namespace {

using core::Reference;
using nianbao::catalogue::v1::CERTAINTY_DRAFT;
using nianbao::catalogue::v1::SEVERITY_NOTE;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::catalogue::v1::Standard;
using nianbao::fact::v1::Fact;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

Args ArgsOf(const Standard& standard, const RuleCase& rule_case) {
  return {{"title", standard.title().zh(), standard.title().en()},
          {"year", std::to_string(rule_case.year())},
          {"reference", standard.reference()}};
}

Check BlankStandard(const Standard& standard, const RuleCase& rule_case) {
  Check check =
      CheckMaker("standard")
          .Reason(MessageId::kStandardBlank, ArgsOf(standard, rule_case))
          .Message(MessageId::kStandardBlank, ArgsOf(standard, rule_case))
          .Done();
  check.set_rule(standard.code());
  return check;
}

// The unit in which the limit is given: that of the figure's indicator.
std::string UnitOf(const core::Relation& relation, const RuleCase& rule_case) {
  const Reference* left = relation.left().AsReference();
  const auto quantity =
      left == nullptr ? std::nullopt : rule_case.QuantityOf(*left);
  return quantity && quantity->unit != "/" ? quantity->unit : "";
}

Check StandardCheck(const Standard& standard, const core::Relation& relation,
                    const RuleCase& rule_case) {
  const core::RelationResult result = relation.Evaluate(rule_case.AsLookup());
  const bool missed = result.verdict == VERDICT_CONTRADICTED;
  const Reference* left = relation.left().AsReference();
  const std::string reported = left != nullptr
                                   ? Printed(*rule_case.FactOf(*left))
                                   : SideText(relation.left(), rule_case, 0);
  const std::string limit = SignText(relation.relation()) +
                            SideText(relation.right(), rule_case, 0) +
                            UnitOf(relation, rule_case);
  Args args = ArgsOf(standard, rule_case);
  args.push_back({"reported", reported});
  args.push_back({"limit", limit});
  CheckMaker maker("standard");
  maker.Reported(reported, result.left)
      .Computed(limit, result.right)
      .Message(missed ? MessageId::kStandardMissed : MessageId::kStandardMet,
               args);
  if (missed) {
    const bool draft = standard.certainty() == CERTAINTY_DRAFT;
    maker.Severity(draft ? SEVERITY_NOTE : SEVERITY_QUERY)
        .Instruction(MessageId::kStandardInstruction);
  } else if (result.verdict != VERDICT_CONSISTENT) {
    maker.Reason(MessageId::kRuleReasonVague, {});
  }
  Check check = maker.Done();
  check.set_rule(standard.code());
  for (const Reference& reference : relation.references()) {
    if (const Fact* fact = rule_case.FactOf(reference)) {
      AddOperand(*fact, "measure", check);
    }
  }
  AddLines(check);
  return check;
}

bool HasAll(const core::Relation& relation, const RuleCase& rule_case) {
  for (const Reference& reference : relation.references()) {
    if (!rule_case.QuantityOf(reference)) return false;
  }
  return true;
}

}  // namespace

void CheckStandards(const core::Catalogue& catalogue,
                    const core::FactTable& table, int data_year,
                    const School& school, Checks& checks) {
  const auto standards = core::ApplicableStandards(
      catalogue, {.day = core::StatisticDay(data_year),
                  .region = school.region,
                  .school_class = school.school_class});
  for (const Standard* standard : standards) {
    const core::Relation& relation = catalogue.RelationOf(standard->code());
    const RuleCase rule_case(catalogue, table, data_year);
    checks.push_back(HasAll(relation, rule_case)
                         ? StandardCheck(*standard, relation, rule_case)
                         : BlankStandard(*standard, rule_case));
  }
}

}  // namespace nianbao::validation
