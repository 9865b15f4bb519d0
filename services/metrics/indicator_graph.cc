#include "services/metrics/indicator_graph.h"

#include <algorithm>
#include <cstddef>

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::MISSING_POLICY_ZERO;

bool IsVague(const Operand& operand) {
  return operand.quantity && operand.quantity->vague;
}

}  // namespace

core::Lookup IndicatorGraph::LookupIn(
    const std::vector<core::Reference>& references,
    const std::vector<Operand>& operands) {
  return
      [&references, &operands](
          const core::Reference& reference) -> std::optional<core::Quantity> {
        const auto found =
            std::find(references.begin(), references.end(), reference);
        if (found == references.end()) return std::nullopt;
        return operands[static_cast<std::size_t>(found - references.begin())]
            .quantity;
      };
}

bool IndicatorGraph::IsDerived(const std::string& indicator) const {
  const Indicator* definition = catalogue_.FindIndicator(indicator);
  return definition != nullptr && !definition->formula().empty();
}

const Derived& IndicatorGraph::Compute(const std::string& indicator, int year) {
  const FigureKey key = {indicator, year};
  const auto found = computed_.find(key);
  if (found != computed_.end()) return found->second;
  // The catalogue has no cycles, so this ends.
  Derived derived = Evaluate(*catalogue_.FindIndicator(indicator), year);
  return computed_.emplace(key, std::move(derived)).first->second;
}

Derived IndicatorGraph::Evaluate(const Indicator& indicator, int year) {
  const core::Expression& formula = catalogue_.FormulaOf(indicator.code());
  Derived derived;
  derived.operands =
      Operands(formula.references(), year,
               [this](const FigureKey& key) { return Figure(key); });
  const core::Lookup lookup = LookupIn(formula.references(), derived.operands);
  const bool zero = indicator.missing() == MISSING_POLICY_ZERO;
  const auto point = formula.Evaluate(lookup, core::Reading::kPrinted, zero);
  if (!point) return derived;
  // The divisor's true value may be zero even where the printed one is not;
  // then nothing is known of the quotient.
  const core::Interval all =
      formula.Evaluate(lookup, core::Reading::kInterval, zero)
          .value_or(core::Interval::Everything());
  core::Quantity quantity;
  quantity.value = *point->lower.value;
  quantity.rounded = quantity.loose = all;
  quantity.unit = indicator.unit();
  quantity.decimals = indicator.decimals();
  quantity.vague =
      std::any_of(derived.operands.begin(), derived.operands.end(), IsVague);
  derived.quantity = std::move(quantity);
  return derived;
}

std::optional<core::Quantity> IndicatorGraph::Figure(const FigureKey& key) {
  if (IsDerived(key.indicator)) {
    const Derived& derived = Compute(key.indicator, key.year);
    if (derived.quantity) return derived.quantity;
  }
  return printed_(key);
}

std::optional<core::Quantity> IndicatorGraph::FigurePrintedFirst(
    const FigureKey& key) {
  auto printed = printed_(key);
  if (printed || !IsDerived(key.indicator)) return printed;
  return Compute(key.indicator, key.year).quantity;
}

}  // namespace nianbao::metrics
