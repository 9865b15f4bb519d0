#include "services/metrics/attainment.h"

#include <algorithm>
#include <string>
#include <vector>

#include "services/core/interval.h"
#include "services/core/verdict.h"

namespace nianbao::metrics {
namespace {

using core::Interval;
using core::Operator;
using nianbao::catalogue::v1::Standard;
using nianbao::metrics::v1::Attainment;

// Decimals of a value for people that no indicator sets.
constexpr int kDecimals = 2;

bool HoldsForSome(const Interval& left, Operator relation,
                  const Interval& right) {
  switch (relation) {
    case Operator::kEqual:
      return core::Meets(left, right);
    case Operator::kAtMost:
      return core::CanBeAtMost(left, right);
    case Operator::kAtLeast:
      return core::CanBeAtMost(right, left);
    case Operator::kLess:
      return core::CanBeLess(left, right);
    case Operator::kGreater:
      return core::CanBeLess(right, left);
  }
  return true;
}

bool FailsForSome(const Interval& left, Operator relation,
                  const Interval& right) {
  switch (relation) {
    case Operator::kEqual:
      return core::CanBeLess(left, right) || core::CanBeLess(right, left);
    case Operator::kAtMost:
      return core::CanBeLess(right, left);
    case Operator::kAtLeast:
      return core::CanBeLess(left, right);
    case Operator::kLess:
      return core::CanBeAtMost(right, left);
    case Operator::kGreater:
      return core::CanBeAtMost(left, right);
  }
  return true;
}

bool IsVague(const Operand& operand) {
  return operand.quantity && operand.quantity->vague;
}

// The school's figure for people; empty where it is unknown.
std::string ValueOf(const core::Relation& relation,
                    const std::vector<Operand>& operands,
                    const PrintedFigures& figures,
                    const core::Catalogue& catalogue) {
  const core::Lookup lookup =
      IndicatorGraph::LookupIn(relation.references(), operands);
  const auto left = relation.left().Evaluate(lookup, core::Reading::kPrinted);
  if (!left) return "";
  if (relation.left().AsReference() == nullptr) {
    return core::ToRoundedText(*left->lower.value, kDecimals);
  }
  // The left side's only reference comes first in the relation's.
  const FigureKey& key = operands.front().key;
  const PrintedFigure printed = figures.Find(key.indicator, key.year);
  if (printed.quantity) return printed.fact->figure().text();
  return FigureOf(*catalogue.FindIndicator(key.indicator), *left->lower.value)
      .text();
}

}  // namespace

Attainment::State StateOf(const core::Relation& relation,
                          const std::vector<Operand>& operands) {
  const core::Lookup lookup =
      IndicatorGraph::LookupIn(relation.references(), operands);
  const auto left = relation.left().Evaluate(lookup, core::Reading::kInterval);
  const auto right =
      relation.right().Evaluate(lookup, core::Reading::kInterval);
  // "attainable" is about how a percentage was computed and sets no standard.
  if (!left || !right || relation.attainable()) {
    return Attainment::STATE_OPEN;
  }
  if (!FailsForSome(*left, relation.relation(), *right)) {
    return Attainment::STATE_ATTAINED;
  }
  if (HoldsForSome(*left, relation.relation(), *right) ||
      std::any_of(operands.begin(), operands.end(), IsVague)) {
    return Attainment::STATE_OPEN;
  }
  return Attainment::STATE_MISSED;
}

Attainment JudgeStandard(const core::Catalogue& catalogue,
                         const Standard& standard, int year,
                         IndicatorGraph& graph, ComputedFacts& computed) {
  const core::Relation& relation = catalogue.RelationOf(standard.code());
  const std::vector<Operand> operands = IndicatorGraph::Operands(
      relation.references(), year,
      [&graph](const FigureKey& key) { return graph.FigurePrintedFirst(key); });
  Attainment attainment;
  attainment.set_standard(standard.code());
  *attainment.mutable_title() = standard.title();
  attainment.set_state(StateOf(relation, operands));
  attainment.set_value(
      ValueOf(relation, operands, computed.printed(), catalogue));
  for (const std::string& id : computed.IdsOf(operands, true)) {
    attainment.add_facts(id);
  }
  attainment.set_certainty(standard.certainty());
  attainment.set_expression(standard.expression());
  return attainment;
}

}  // namespace nianbao::metrics
