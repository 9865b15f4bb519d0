// Checks of indicators: names, units, splits, arithmetic and revisions.
#include <map>
#include <set>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "services/core/catalogue_checks.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::Indicator;

constexpr int kMostDecimals = 6;

bool IsAdditive(const Indicator& indicator) {
  return indicator.measure() == nianbao::catalogue::v1::MEASURE_COUNT ||
         indicator.measure() == nianbao::catalogue::v1::MEASURE_AMOUNT;
}

// Whether the chain of wholes above the indicator comes back to it.
bool IsPartOfItself(const Catalogue& catalogue, const Indicator& indicator) {
  std::set<std::string> seen = {indicator.code()};
  const Indicator* whole = catalogue.FindIndicator(indicator.part_of());
  while (whole != nullptr) {
    if (!seen.insert(whole->code()).second) return true;
    whole = catalogue.FindIndicator(whole->part_of());
  }
  return false;
}

void CheckPart(const Catalogue& catalogue, const Indicator& indicator,
               const std::string& name, CatalogueErrors& errors) {
  if (indicator.part_of().empty()) {
    if (indicator.has_part_key()) {
      errors.Add(indicator, "part_key",
                 absl::StrCat(name,
                              ": has a part_key but is part of nothing; "
                              "set part_of or remove part_key"));
    }
    return;
  }
  const Indicator* whole = catalogue.FindIndicator(indicator.part_of());
  if (whole == nullptr) {
    errors.Add(
        indicator, "part_of",
        absl::StrCat(name, ": part of unknown indicator \"",
                     indicator.part_of(), "\"; correct the code or define it"));
  } else if (IsPartOfItself(catalogue, indicator)) {
    errors.Add(indicator, "part_of",
               absl::StrCat(name, ": is part of itself; correct part_of"));
  } else if (whole->partition() == 0) {
    errors.Add(
        *whole, "",
        absl::StrCat("indicator \"", whole->code(), "\": has the part \"",
                     indicator.code(), "\" but no partition; set partition"));
  }
  const auto& key = indicator.part_key();
  const bool named = !key.dimension().empty() && !key.value().empty();
  CheckSet(named, indicator, "part_key", name, errors);
}

void CheckArithmetic(const Indicator& indicator, const std::string& name,
                     CatalogueErrors& errors) {
  if (indicator.decimals() < 0 || indicator.decimals() > kMostDecimals) {
    errors.Add(indicator, "decimals",
               absl::StrCat(name, ": ", indicator.decimals(),
                            " decimals; write 0 to ", kMostDecimals));
  }
  if (indicator.rollup() == nianbao::catalogue::v1::ROLLUP_SUM &&
      !IsAdditive(indicator)) {
    errors.Add(indicator, "rollup",
               absl::StrCat(name,
                            ": a share or ratio has no sum; use "
                            "ROLLUP_FORMULA or none"));
  }
  if (indicator.rollup() == nianbao::catalogue::v1::ROLLUP_FORMULA &&
      indicator.formula().empty()) {
    errors.Add(indicator, "rollup",
               absl::StrCat(name,
                            ": ROLLUP_FORMULA without a formula; write "
                            "one or use another rollup"));
  }
  if (!indicator.formula().empty() && indicator.examples().empty()) {
    errors.Add(indicator, "",
               absl::StrCat(name, ": has a formula but no example; add one"));
  }
  if (indicator.missing() ==
      nianbao::catalogue::v1::MISSING_POLICY_INAPPLICABLE) {
    errors.Add(indicator, "missing",
               absl::StrCat(name,
                            ": only a rule can be inapplicable; leave "
                            "\"missing\" out or count blanks as zero"));
  }
  if (indicator.formula().empty() && !indicator.examples().empty()) {
    errors.Add(indicator, "examples",
               absl::StrCat(name, ": has examples but no formula to run"));
  }
}

void CheckRevisions(const Catalogue& catalogue, const Indicator& indicator,
                    const std::string& name, CatalogueErrors& errors) {
  std::set<std::string> editions;
  for (const auto& revision : indicator.revisions()) {
    if (catalogue.FindEdition(revision.edition()) == nullptr) {
      errors.Add(revision, "edition",
                 absl::StrCat(name, ": unknown edition \"", revision.edition(),
                              "\"; correct it or define it"));
    }
    if (!editions.insert(revision.edition()).second) {
      errors.Add(revision, "edition",
                 absl::StrCat(name, ": two revisions for edition \"",
                              revision.edition(), "\"; keep one"));
    }
    if (revision.row() < 0 || revision.position() < 0) {
      errors.Add(revision, revision.row() < 0 ? "row" : "position",
                 absl::StrCat(name,
                              ": a row or position below zero; rows "
                              "count from one"));
    }
    CheckSet(revision.certainty() != 0, revision, "certainty", name, errors);
  }
}

}  // namespace

void CheckIndicators(const Catalogue& catalogue,
                     const nianbao::catalogue::v1::Catalogue& file,
                     CatalogueErrors& errors) {
  for (const Indicator& indicator : file.indicators()) {
    const std::string name =
        absl::StrCat("indicator \"", indicator.code(), "\"");
    CheckCode(indicator, name, indicator.code(), errors);
    CheckText(indicator, "title", name, indicator.title(), errors);
    CheckSet(indicator.measure() != 0, indicator, "measure", name, errors);
    CheckSet(indicator.period() != 0, indicator, "period", name, errors);
    CheckArithmetic(indicator, name, errors);
    CheckPart(catalogue, indicator, name, errors);
    CheckRevisions(catalogue, indicator, name, errors);
  }
}

void CheckPartKeys(const Catalogue& catalogue, CatalogueErrors& errors) {
  std::map<std::tuple<std::string, std::string, std::string>, std::string>
      owners;
  for (const auto& [code, part] : catalogue.indicators()) {
    if (part->part_of().empty()) continue;
    const auto [at, first] = owners.emplace(
        std::make_tuple(part->part_of(), part->part_key().dimension(),
                        part->part_key().value()),
        code);
    if (first) continue;
    errors.Add(*part, "part_key",
               absl::StrCat("indicator \"", code, "\": the same part as \"",
                            at->second, "\"; correct one of the keys"));
  }
}

}  // namespace nianbao::core
