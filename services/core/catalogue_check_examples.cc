// Runs the examples of indicators, rules, standards and warnings.
#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/catalogue_checks.h"
#include "services/core/catalogue_example_figures.h"
#include "services/core/decimal.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::Example;
using nianbao::catalogue::v1::Indicator;

constexpr std::array<std::pair<const char*, Verdict>, 4> kVerdicts = {
    {{"consistent", nianbao::validation::v1::VERDICT_CONSISTENT},
     {"rounded_differently",
      nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY},
     {"contradicted", nianbao::validation::v1::VERDICT_CONTRADICTED},
     {"undecided", nianbao::validation::v1::VERDICT_UNDECIDED}}};

constexpr char kInapplicable[] = "inapplicable";

std::string NameOf(const RelationResult& result) {
  const bool undecided =
      result.verdict == nianbao::validation::v1::VERDICT_UNDECIDED;
  if (undecided && !result.blanks.empty()) return kInapplicable;
  for (const auto& [name, verdict] : kVerdicts) {
    if (verdict == result.verdict) return name;
  }
  return "";
}

bool IsVerdictName(const std::string& name) {
  return name == kInapplicable ||
         std::any_of(kVerdicts.begin(), kVerdicts.end(),
                     [&](const auto& known) { return known.first == name; });
}

std::string Shown(const std::string& result) {
  return result.empty() ? "a blank" : absl::StrCat("\"", result, "\"");
}

// The examples of one definition.
class ExampleRun {
 public:
  ExampleRun(const Catalogue& catalogue, std::string name,
             const std::vector<Reference>& references, CatalogueErrors& errors)
      : name_(std::move(name)),
        figures_(catalogue, references),
        errors_(errors) {}

  void RunFormula(const Expression& formula, const Indicator& indicator,
                  const Example& example) {
    if (!Read(example)) return;
    const bool blank_is_zero =
        indicator.missing() == nianbao::catalogue::v1::MISSING_POLICY_ZERO;
    const auto value =
        formula.Evaluate(Figures(), Reading::kPrinted, blank_is_zero);
    const std::string got =
        value ? Decimal::Round(*value->lower.value, indicator.decimals())
                    .ToString()
              : "";
    Compare(example, "value", example.value(), got);
  }

  void RunRelation(const Relation& relation, MissingPolicy missing,
                   const Example& example) {
    if (!IsVerdictName(example.verdict())) {
      errors_.Add(
          example, "verdict",
          absl::StrCat(Name(example), ": unknown verdict \"", example.verdict(),
                       "\"; write consistent, rounded_differently, "
                       "contradicted, undecided or inapplicable"));
      return;
    }
    if (!Read(example)) return;
    Compare(example, "verdict", example.verdict(),
            NameOf(relation.Evaluate(Figures(), missing)));
  }

 private:
  std::string Name(const Example& example) const {
    return absl::StrCat(name_, ", example \"", example.name(), "\"");
  }

  bool Read(const Example& example) {
    CheckSet(!example.name().empty(), example, "name", name_, errors_);
    return figures_.Read(example, Name(example), errors_);
  }

  Lookup Figures() const {
    return [this](const Reference& r) { return figures_.Find(r); };
  }

  void Compare(const Example& example, const std::string& field,
               const std::string& expected, const std::string& got) {
    if (expected == got) return;
    errors_.Add(
        example, field,
        absl::StrCat(Name(example), ": expected ", Shown(expected), ", got ",
                     Shown(got), "; correct the example or the expression"));
  }

  const std::string name_;
  ExampleFigures figures_;
  CatalogueErrors& errors_;
};

MissingPolicy MissingOf(const nianbao::catalogue::v1::Rule& rule) {
  return rule.missing();
}

MissingPolicy MissingOf(const nianbao::catalogue::v1::Standard&) {
  return MissingPolicy::MISSING_POLICY_UNSPECIFIED;
}

MissingPolicy MissingOf(const nianbao::catalogue::v1::MajorWarning&) {
  return MissingPolicy::MISSING_POLICY_UNSPECIFIED;
}

template <typename Definitions>
void RunRelations(const Catalogue& catalogue, const std::string& kind,
                  const Definitions& definitions, CatalogueErrors& errors) {
  for (const auto& [code, definition] : definitions) {
    const Relation& relation = catalogue.RelationOf(code);
    ExampleRun run(catalogue, absl::StrCat(kind, " \"", code, "\""),
                   relation.references(), errors);
    for (const Example& example : definition->examples()) {
      run.RunRelation(relation, MissingOf(*definition), example);
    }
  }
}

}  // namespace

void CheckExamples(const Catalogue& catalogue, CatalogueErrors& errors) {
  for (const auto& [code, indicator] : catalogue.indicators()) {
    if (indicator->formula().empty()) continue;
    const Expression& formula = catalogue.FormulaOf(code);
    ExampleRun run(catalogue, absl::StrCat("indicator \"", code, "\""),
                   formula.references(), errors);
    for (const Example& example : indicator->examples()) {
      run.RunFormula(formula, *indicator, example);
    }
  }
  RunRelations(catalogue, "rule", catalogue.rules(), errors);
  RunRelations(catalogue, "standard", catalogue.standards(), errors);
  RunRelations(catalogue, "warning", catalogue.major_warnings(), errors);
}

}  // namespace nianbao::core
