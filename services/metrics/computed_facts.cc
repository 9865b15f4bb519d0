#include "services/metrics/computed_facts.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/core/decimal.h"
#include "services/core/fact_table.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::Figure;

}  // namespace

Figure FigureOf(const Indicator& indicator, const core::Rational& value) {
  Figure figure;
  figure.set_value(
      core::Decimal::Round(value, indicator.decimals()).ToString());
  if (indicator.measure() == nianbao::catalogue::v1::MEASURE_RATIO) {
    figure.set_value(absl::StrCat(figure.value(), ":1"));
  }
  figure.set_unit(indicator.unit());
  figure.set_text(absl::StrCat(figure.value(), indicator.unit()));
  return figure;
}

Fact ComputedFacts::Make(const Indicator& indicator, int year,
                         const Derived& derived) {
  Fact fact;
  fact.set_id(absl::StrCat("m", made_.size() + 1));
  fact.set_concept_code(indicator.code());
  fact.set_label(indicator.title().zh());
  *fact.mutable_figure() = FigureOf(indicator, derived.quantity->value);
  fact.set_period(core::PeriodOfYear(year));
  fact.set_fact_class(nianbao::fact::v1::FACT_CLASS_OWN);
  fact.set_origin(nianbao::fact::v1::ORIGIN_COMPUTED);
  fact.mutable_derivation()->set_formula(indicator.formula());
  for (const std::string& id : IdsOf(derived.operands, false)) {
    fact.mutable_derivation()->add_inputs(id);
  }
  made_[{indicator.code(), year}] = fact;
  return fact;
}

const Fact* ComputedFacts::Find(const FigureKey& key) const {
  const auto found = made_.find(key);
  return found == made_.end() ? nullptr : &found->second;
}

std::vector<std::string> ComputedFacts::IdsOf(
    const std::vector<Operand>& operands, bool printed_first) {
  std::vector<std::string> ids;
  for (const Operand& operand : operands) {
    if (operand.quantity) AddIds(operand.key, printed_first, ids);
  }
  return ids;
}

void ComputedFacts::AddIds(const FigureKey& key, bool printed_first,
                           std::vector<std::string>& ids) {
  const auto add = [&ids](const std::string& id) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  };
  const PrintedFigure printed = printed_.Find(key.indicator, key.year);
  const bool computed = graph_.IsDerived(key.indicator) &&
                        graph_.Compute(key.indicator, key.year).quantity;
  if (printed.quantity && (printed_first || !computed)) {
    add(printed.fact->id());
  } else if (const Fact* fact = Find(key)) {
    add(fact->id());
  } else if (computed) {
    // A year that the facts do not cover has no computed fact of its own; the
    // facts behind it stand in for it.
    const Derived& derived = graph_.Compute(key.indicator, key.year);
    for (const Operand& operand : derived.operands) {
      if (operand.quantity) AddIds(operand.key, false, ids);
    }
  }
}

}  // namespace nianbao::metrics
