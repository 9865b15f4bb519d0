#include "services/core/catalogue_example_figures.h"

#include <utility>

#include "absl/strings/str_cat.h"

namespace nianbao::core {
namespace {

// The reference as the expression language writes it.
std::string KeyOf(const Reference& reference) {
  std::string key = reference.code;
  if (reference.years_back > 0) {
    absl::StrAppend(&key, "@-", reference.years_back);
  }
  if (reference.each) key += "[*]";
  return key;
}

// What `inner` of a formula means when the formula is that of `outer`.
Reference Shifted(Reference inner, const Reference& outer) {
  inner.years_back += outer.years_back;
  return inner;
}

}  // namespace

ExampleFigures::ExampleFigures(const Catalogue& catalogue,
                               const std::vector<Reference>& references)
    : catalogue_(catalogue) {
  for (const Reference& reference : references) AddNeeded(reference);
}

void ExampleFigures::AddNeeded(const Reference& reference) {
  if (!needed_.emplace(KeyOf(reference), reference).second) return;
  const auto* indicator = catalogue_.FindIndicator(reference.code);
  if (reference.each || indicator->formula().empty()) return;
  for (const auto& inner : catalogue_.FormulaOf(reference.code).references()) {
    AddNeeded(Shifted(inner, reference));
  }
}

bool ExampleFigures::Read(const nianbao::catalogue::v1::Example& example,
                          const std::string& name, CatalogueErrors& errors) {
  given_.clear();
  bool all = true;
  const std::map<std::string, std::string> inputs(example.inputs().begin(),
                                                  example.inputs().end());
  for (const auto& [key, text] : inputs) {
    const auto add_error = [&, &input = key](const std::string& problem) {
      errors.Add(example, absl::StrCat("inputs[", input, "]"),
                 absl::StrCat(name, ": input \"", input, "\"", problem));
      all = false;
    };
    const auto needed = needed_.find(key);
    if (needed == needed_.end()) {
      add_error(" is not in the expression; correct or remove it");
      continue;
    }
    nianbao::fact::v1::Figure figure;
    figure.set_value(text);
    figure.set_unit(catalogue_.FindIndicator(needed->second.code)->unit());
    auto quantity = QuantityOf(figure);
    if (!quantity.ok()) {
      add_error(absl::StrCat(": ", quantity.status().message()));
      continue;
    }
    given_[key] = *std::move(quantity);
  }
  return all;
}

std::optional<Quantity> ExampleFigures::Find(const Reference& reference) const {
  const auto found = given_.find(KeyOf(reference));
  return found == given_.end() ? Compute(reference) : found->second;
}

std::optional<Quantity> ExampleFigures::Compute(
    const Reference& reference) const {
  const auto& indicator = *catalogue_.FindIndicator(reference.code);
  if (reference.each || indicator.formula().empty()) return std::nullopt;
  const Lookup lookup = [&](const Reference& inner) {
    return Find(Shifted(inner, reference));
  };
  const Expression& formula = catalogue_.FormulaOf(reference.code);
  const bool blank_is_zero =
      indicator.missing() == nianbao::catalogue::v1::MISSING_POLICY_ZERO;
  const auto printed =
      formula.Evaluate(lookup, Reading::kPrinted, blank_is_zero);
  const auto interval =
      formula.Evaluate(lookup, Reading::kInterval, blank_is_zero);
  if (!printed || !interval) return std::nullopt;
  Quantity quantity;
  quantity.value = *printed->lower.value;
  quantity.rounded = quantity.loose = *interval;
  quantity.unit = indicator.unit();
  quantity.decimals = indicator.decimals();
  return quantity;
}

}  // namespace nianbao::core
