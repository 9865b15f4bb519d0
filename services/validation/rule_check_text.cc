#include "services/validation/rule_check_text.h"

#include <algorithm>
#include <optional>
#include <string>

#include "services/core/rational.h"
#include "services/core/verdict.h"
#include "services/validation/expression_text.h"

namespace nianbao::validation {
namespace {

using core::Reference;
using core::RelationResult;
using core::Verdict;
using nianbao::catalogue::v1::CERTAINTY_DRAFT;
using nianbao::catalogue::v1::Rule;
using nianbao::catalogue::v1::Severity;
using nianbao::catalogue::v1::SEVERITY_ERROR;
using nianbao::catalogue::v1::SEVERITY_NOTE;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::catalogue::v1::SEVERITY_UNSPECIFIED;
using nianbao::fact::v1::Fact;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNSPECIFIED;

constexpr int kShownDecimals = 2;

// A rule that only asks whether figures are usual: its thresholds are judgement
// and prove nothing, so that it has no verdict.
constexpr std::string_view kOutlier = "outlier";

Severity SeverityOfRule(const Rule& rule, Verdict verdict) {
  if (verdict == VERDICT_ROUNDED_DIFFERENTLY) return SEVERITY_NOTE;
  if (verdict != VERDICT_CONTRADICTED) return SEVERITY_UNSPECIFIED;
  const bool draft = rule.certainty() == CERTAINTY_DRAFT;
  return draft && rule.severity() == SEVERITY_ERROR ? SEVERITY_QUERY
                                                    : rule.severity();
}

// Some whole number of people of the whole group has the percentage.
std::optional<std::string> CountBehind(const RuleCase& rule_case,
                                       const core::Relation& relation) {
  const auto percent = rule_case.QuantityOf(*relation.left().AsReference());
  const auto whole =
      relation.right().Evaluate(rule_case.AsLookup(), core::Reading::kPrinted);
  if (!percent || !whole || !whole->IsPoint() ||
      !percent->rounded.lower.value || !percent->rounded.upper.value) {
    return std::nullopt;
  }
  const core::Rational& n = *whole->lower.value;
  const core::Integer count =
      core::Ceiling(*percent->rounded.lower.value * n / 100);
  if (n <= 0 || count > core::Floor(*percent->rounded.upper.value * n / 100)) {
    return std::nullopt;
  }
  return count.str() + "÷" + core::ToRoundedText(n, 0) + "=" +
         core::ToRoundedText(core::Rational(count) / n * 100,
                             std::max(percent->decimals, kShownDecimals)) +
         "%";
}

std::string ReportedText(const core::Relation& relation,
                         const RuleCase& rule_case) {
  const Reference* one = relation.left().AsReference();
  if (one != nullptr && rule_case.FactOf(*one) != nullptr) {
    return Printed(*rule_case.FactOf(*one));
  }
  return SideText(relation.left(), rule_case, 0);
}

std::string ComputedText(const core::Relation& relation,
                         const RuleCase& rule_case) {
  if (relation.attainable()) {
    if (const auto count = CountBehind(rule_case, relation)) return *count;
    return "≤" + SideText(relation.right(), rule_case, 0);
  }
  const Reference* left = relation.left().AsReference();
  int decimals = 0;
  std::string unit;
  if (left != nullptr) {
    const auto quantity = rule_case.QuantityOf(*left);
    if (quantity) {
      decimals = quantity->decimals;
      if (quantity->unit == "%") unit = "%";
    }
  }
  return SideText(relation.right(), rule_case, decimals) + unit;
}

MessageId MessageOfOutlier(Verdict verdict) {
  switch (verdict) {
    case VERDICT_CONSISTENT:
      return MessageId::kRuleUsual;
    case VERDICT_CONTRADICTED:
      return MessageId::kRuleUnusual;
    default:
      return MessageId::kRuleUndecided;
  }
}

MessageId MessageOf(const core::Relation& relation, Verdict verdict) {
  switch (verdict) {
    case VERDICT_CONSISTENT:
      return relation.attainable() ? MessageId::kAttainableFits
                                   : MessageId::kRuleFits;
    case VERDICT_ROUNDED_DIFFERENTLY:
      return relation.attainable() ? MessageId::kAttainableRounded
                                   : MessageId::kRuleRounded;
    case VERDICT_CONTRADICTED:
      return relation.attainable() ? MessageId::kAttainableWrong
                                   : MessageId::kRuleWrong;
    default:
      return MessageId::kRuleUndecided;
  }
}

void AddReason(const core::Relation& relation, const RuleCase& rule_case,
               CheckMaker& maker) {
  for (const Reference& reference : relation.references()) {
    if (!rule_case.HasWrongUnit(reference)) continue;
    maker.Reason(MessageId::kRuleReasonUnit,
                 {{"title", rule_case.TitleOf(reference, false),
                   rule_case.TitleOf(reference, true)},
                  {"figure", Printed(*rule_case.FactOf(reference))}});
    return;
  }
  const bool vague =
      std::any_of(relation.references().begin(), relation.references().end(),
                  [&](const Reference& reference) {
                    const auto quantity = rule_case.QuantityOf(reference);
                    return quantity && quantity->vague;
                  });
  maker.Reason(
      vague ? MessageId::kRuleReasonVague : MessageId::kRuleReasonDivisor, {});
}

// What the left figure would have to be.
void AddHint(const core::Relation& relation, const RuleCase& rule_case,
             CheckMaker& maker) {
  const Reference* left = relation.left().AsReference();
  if (left == nullptr || relation.attainable() ||
      relation.relation() != core::Operator::kEqual) {
    return;
  }
  const auto quantity = rule_case.QuantityOf(*left);
  const auto value =
      relation.right().Evaluate(rule_case.AsLookup(), core::Reading::kPrinted);
  if (!quantity || !value || !value->IsPoint()) return;
  const std::string unit = quantity->unit == "/" ? "" : quantity->unit;
  maker.Hint(
      MessageId::kRuleHintFigure,
      {{"title", rule_case.TitleOf(*left, false),
        rule_case.TitleOf(*left, true)},
       {"figure",
        core::ToRoundedText(*value->lower.value, quantity->decimals) + unit}});
}

std::string RoleOf(const core::Relation& relation, const Reference& reference) {
  const auto& left = relation.left().references();
  const bool on_left =
      std::find(left.begin(), left.end(), reference) != left.end();
  return on_left ? "left" : "right";
}

// The relation's figures with their titles.
std::string FiguresOf(const core::Relation& relation, const RuleCase& rule_case,
                      bool english) {
  std::string figures;
  for (const Reference& reference : relation.references()) {
    const Fact* fact = rule_case.FactOf(reference);
    if (fact == nullptr) continue;
    if (!figures.empty()) figures += english ? ", " : "、";
    figures += rule_case.TitleOf(reference, english);
    figures += (english ? " " : "") + Printed(*fact);
  }
  return figures;
}

}  // namespace

std::string SignText(core::Operator op) {
  switch (op) {
    case core::Operator::kAtMost:
      return "≤";
    case core::Operator::kAtLeast:
      return "≥";
    default:
      return core::ToText(op);
  }
}

std::string SideText(const core::Expression& side, const RuleCase& rule_case,
                     int decimals) {
  const std::string numbers =
      ExpressionText(side.text(), [&](const Reference& reference) {
        return rule_case.NumberOf(reference);
      });
  if (side.AsReference() != nullptr || side.references().empty()) {
    return numbers;
  }
  const auto value =
      side.Evaluate(rule_case.AsLookup(), core::Reading::kPrinted);
  if (!value || !value->IsPoint()) return numbers;
  return numbers + "=" +
         core::ToRoundedText(*value->lower.value,
                             std::max(decimals, kShownDecimals));
}

std::string RelationTitle(const core::Relation& relation,
                          const RuleCase& rule_case, bool english) {
  const auto titles = [&](const core::Expression& side) {
    return ExpressionText(side.text(), [&](const Reference& reference) {
      return rule_case.TitleOf(reference, english);
    });
  };
  if (relation.attainable()) {
    return english ? titles(relation.left()) + " of whole people among " +
                         titles(relation.right())
                   : titles(relation.left()) + "由不超过" +
                         titles(relation.right()) + "的整数人数得出";
  }
  return titles(relation.left()) + " " + SignText(relation.relation()) + " " +
         titles(relation.right());
}

Check RuleCheck(const Rule& rule, const core::Relation& relation,
                const RuleCase& rule_case, const RelationResult& result) {
  CheckMaker maker(rule.kind());
  const bool outlier = rule.kind() == kOutlier;
  const std::string year = std::to_string(rule_case.year());
  maker.Verdict(outlier ? VERDICT_UNSPECIFIED : result.verdict)
      .Severity(SeverityOfRule(rule, result.verdict))
      .Reported(ReportedText(relation, rule_case), result.left)
      .Computed(ComputedText(relation, rule_case), result.right)
      .Message(outlier ? MessageOfOutlier(result.verdict)
                       : MessageOf(relation, result.verdict),
               {{"title", rule.title().zh(), rule.title().en()},
                {"year", year},
                {"relation", RelationTitle(relation, rule_case, false),
                 RelationTitle(relation, rule_case, true)},
                {"reported", ReportedText(relation, rule_case)},
                {"sign", SignText(relation.relation())},
                {"figures", FiguresOf(relation, rule_case, false),
                 FiguresOf(relation, rule_case, true)},
                {"computed", ComputedText(relation, rule_case)},
                {"interval", result.right ? core::ToText(*result.right, 4)
                                          : std::string()}});
  const bool wrong = result.verdict == VERDICT_CONTRADICTED ||
                     result.verdict == VERDICT_ROUNDED_DIFFERENTLY;
  if (wrong) AddHint(relation, rule_case, maker);
  if (!wrong && result.verdict != VERDICT_CONSISTENT) {
    AddReason(relation, rule_case, maker);
  }
  Check check = maker.Done();
  check.set_rule(rule.code());
  for (const Reference& reference : relation.references()) {
    const Fact* fact = rule_case.FactOf(reference);
    if (fact != nullptr) AddOperand(*fact, RoleOf(relation, reference), check);
  }
  if (wrong) *check.mutable_instruction() = rule.instruction();
  AddLines(check);
  return check;
}

}  // namespace nianbao::validation
