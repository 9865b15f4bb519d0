// Checks of early warnings for majors.
#include <algorithm>
#include <optional>

#include "absl/strings/str_cat.h"
#include "services/core/catalogue_checks.h"
#include "services/core/decimal.h"
#include "services/core/expression.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::MajorWarning;

bool HasExample(const MajorWarning& warning, const std::string& verdict) {
  return std::any_of(
      warning.examples().begin(), warning.examples().end(),
      [&](const auto& example) { return example.verdict() == verdict; });
}

void CheckFields(const MajorWarning& warning, const std::string& name,
                 CatalogueErrors& errors) {
  CheckCode(warning, name, warning.code(), errors);
  CheckText(warning, "title", name, warning.title(), errors);
  CheckText(warning, "instruction", name, warning.instruction(), errors);
  CheckSet(!warning.dimension().empty(), warning, "dimension", name, errors);
  CheckSet(warning.severity() != 0, warning, "severity", name, errors);
  CheckSet(!warning.reference().empty(), warning, "reference", name, errors);
  CheckSet(warning.certainty() != 0, warning, "certainty", name, errors);
  if (warning.severity() == nianbao::catalogue::v1::SEVERITY_ERROR) {
    errors.Add(warning, "severity",
               absl::StrCat(name,
                            ": a major that needs attention is no mistake; "
                            "make it a query or a note"));
  }
  for (const std::string verdict : {"consistent", "contradicted"}) {
    if (HasExample(warning, verdict)) continue;
    errors.Add(
        warning, "",
        absl::StrCat(name, ": has no example that is ", verdict, "; add one"));
  }
}

// Whether the reference names one figure of the major.
bool NamesOneFigure(const Reference& reference) { return !reference.each; }

void CheckExpression(const Catalogue& catalogue, const MajorWarning& warning,
                     const std::string& name, CatalogueErrors& errors) {
  if (!Relation::Parse(warning.expression()).ok()) return;  // told already
  const Relation& relation = catalogue.RelationOf(warning.code());
  const auto& references = relation.references();
  if (relation.attainable() || relation.relation() == Operator::kEqual ||
      !std::all_of(references.begin(), references.end(), NamesOneFigure)) {
    errors.Add(warning, "expression",
               absl::StrCat(name,
                            ": a warning bounds a figure of a major; write "
                            "LEFT OPERATOR RIGHT with <=, >=, < or > and "
                            "without [*]"));
  }
}

void CheckBase(const Catalogue& catalogue, const MajorWarning& warning,
               const std::string& name, CatalogueErrors& errors) {
  if (warning.least_base().empty() != warning.base().empty()) {
    errors.Add(warning, "base",
               absl::StrCat(name,
                            ": \"base\" and \"least_base\" go together; "
                            "set both or neither"));
  }
  if (!warning.least_base().empty()) {
    const auto least = Decimal::Parse(warning.least_base());
    if (!least.ok()) {
      errors.Add(warning, "least_base",
                 absl::StrCat(name, ": ", least.status().message()));
    }
  }
  if (warning.base().empty()) return;
  const auto base = Expression::Parse(warning.base());
  const Reference* reference = base.ok() ? base->AsReference() : nullptr;
  if (reference == nullptr || reference->each ||
      catalogue.FindIndicator(reference->code) == nullptr) {
    errors.Add(warning, "base",
               absl::StrCat(name, ": unknown indicator \"", warning.base(),
                            "\"; correct the code or define it"));
  }
}

}  // namespace

void CheckMajorWarnings(const Catalogue& catalogue,
                        const nianbao::catalogue::v1::Catalogue& file,
                        CatalogueErrors& errors) {
  for (const MajorWarning& warning : file.major_warnings()) {
    const std::string name = absl::StrCat("warning \"", warning.code(), "\"");
    CheckFields(warning, name, errors);
    CheckExpression(catalogue, warning, name, errors);
    CheckBase(catalogue, warning, name, errors);
  }
}

}  // namespace nianbao::core
