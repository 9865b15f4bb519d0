#include "services/validation/rule_case.h"

#include <algorithm>

#include "services/core/quantity.h"
#include "services/core/rational.h"

namespace nianbao::validation {
namespace {

using nianbao::fact::v1::Fact;
using nianbao::fact::v1::Figure;

constexpr int kShownDecimals = 2;

bool IsUnitless(const std::string& unit) { return unit.empty() || unit == "/"; }

bool SameDimensions(const Fact& a, const Fact& b) {
  return std::equal(a.dimensions().begin(), a.dimensions().end(),
                    b.dimensions().begin(), b.dimensions().end(),
                    [](const auto& x, const auto& y) {
                      return x.name() == y.name() && x.value() == y.value();
                    });
}

}  // namespace

RuleCase::RuleCase(const core::Catalogue& catalogue,
                   const core::FactTable& table, int year, const Fact* given,
                   const core::Reference* given_for)
    : catalogue_(catalogue),
      table_(table),
      year_(year),
      given_(given),
      given_for_(given_for) {}

const Fact* RuleCase::FactOf(const core::Reference& reference) const {
  if (given_ != nullptr && reference == *given_for_) return given_;
  if (reference.each) return nullptr;
  if (const Fact* part = PartOf(reference)) return part;
  return table_.Principal(reference.code, year_ - reference.years_back);
}

const Fact* RuleCase::PartOf(const core::Reference& reference) const {
  if (given_ == nullptr || core::IsWhole(*given_)) return nullptr;
  for (const Fact* fact :
       table_.Of(reference.code, year_ - reference.years_back)) {
    if (SameDimensions(*fact, *given_)) return fact;
  }
  return nullptr;
}

std::optional<core::Quantity> RuleCase::QuantityOf(
    const core::Reference& reference) const {
  const Fact* fact = FactOf(reference);
  if (fact == nullptr) return std::nullopt;
  const auto* indicator = catalogue_.FindIndicator(reference.code);
  Figure figure = fact->figure();
  // A cell's unit stands in the table's unit column, which the catalogue knows.
  if (IsUnitless(figure.unit())) figure.set_unit(indicator->unit());
  auto quantity = core::QuantityOf(figure);
  if (!quantity.ok()) return std::nullopt;
  if (IsUnitless(indicator->unit()) || quantity->unit == indicator->unit()) {
    return *std::move(quantity);
  }
  return core::Convert(*quantity, indicator->unit());
}

bool RuleCase::HasWrongUnit(const core::Reference& reference) const {
  return FactOf(reference) != nullptr && !QuantityOf(reference);
}

core::Lookup RuleCase::AsLookup() const {
  return [this](const core::Reference& reference) {
    return QuantityOf(reference);
  };
}

std::string RuleCase::TitleOf(const core::Reference& reference,
                              bool english) const {
  const auto& title = catalogue_.FindIndicator(reference.code)->title();
  std::string text = english ? title.en() : title.zh();
  if (reference.years_back > 0) {
    const std::string year = std::to_string(year_ - reference.years_back);
    text = english ? text + " " + year : year + "年" + text;
  }
  return text;
}

std::string RuleCase::NumberOf(const core::Reference& reference) const {
  const auto quantity = QuantityOf(reference);
  if (!quantity) return TitleOf(reference, false);
  return core::ToRoundedText(quantity->value,
                             std::max(quantity->decimals, kShownDecimals));
}

}  // namespace nianbao::validation
