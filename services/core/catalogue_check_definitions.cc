// Checks of indicators, rules, standards and regions, each on its own.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "services/core/catalogue_checks.h"

namespace nianbao::core {
namespace {

using google::protobuf::Message;
using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::Rule;
using nianbao::catalogue::v1::Standard;
using nianbao::catalogue::v1::Text;

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

// What a rule and a standard have in common.
template <typename Element>
void CheckRelation(const Element& element, const std::string& name,
                   CatalogueErrors& errors) {
  CheckCode(element, name, element.code(), errors);
  CheckText(element, "title", name, element.title(), errors);
  CheckSet(!element.reference().empty(), element, "reference", name, errors);
  CheckSet(element.certainty() != 0, element, "certainty", name, errors);
}

template <typename Element>
bool HasExample(const Element& element, const std::string& verdict) {
  return std::any_of(
      element.examples().begin(), element.examples().end(),
      [&](const auto& example) { return example.verdict() == verdict; });
}

void CheckRule(const Catalogue& catalogue, const Rule& rule,
               CatalogueErrors& errors) {
  const std::string name = absl::StrCat("rule \"", rule.code(), "\"");
  CheckRelation(rule, name, errors);
  CheckText(rule, "instruction", name, rule.instruction(), errors);
  CheckSet(rule.severity() != 0, rule, "severity", name, errors);
  CheckSet(!rule.kind().empty(), rule, "kind", name, errors);
  if (rule.severity() == nianbao::catalogue::v1::SEVERITY_ERROR &&
      rule.certainty() == nianbao::catalogue::v1::CERTAINTY_DRAFT) {
    errors.Add(rule, "severity",
               absl::StrCat(name,
                            ": a draft must not raise errors; lower the "
                            "severity or find a source"));
  }
  for (int i = 0; i < rule.editions_size(); ++i) {
    if (catalogue.FindEdition(rule.editions(i)) != nullptr) continue;
    errors.Add(rule, absl::StrCat("editions[", i, "]"),
               absl::StrCat(name, ": unknown edition \"", rule.editions(i),
                            "\"; correct it or define it"));
  }
  for (const std::string verdict : {"consistent", "contradicted"}) {
    if (HasExample(rule, verdict)) continue;
    errors.Add(
        rule, "",
        absl::StrCat(name, ": has no example that is ", verdict, "; add one"));
  }
}

void CheckStandard(const Catalogue& catalogue, const Standard& standard,
                   CatalogueErrors& errors) {
  const std::string name = absl::StrCat("standard \"", standard.code(), "\"");
  CheckRelation(standard, name, errors);
  if (standard.examples().empty()) {
    errors.Add(standard, "", absl::StrCat(name, ": has no example; add one"));
  }
  if (Relation::Parse(standard.expression()).ok()) {
    const Relation& relation = catalogue.RelationOf(standard.code());
    if (relation.attainable() || !relation.right().references().empty()) {
      errors.Add(standard, "expression",
                 absl::StrCat(name,
                              ": a standard compares with a number; "
                              "write LEFT OPERATOR NUMBER"));
    }
  }
}

// That no two parts of a whole have the same key.
class PartKeys {
 public:
  void Check(const Indicator& part, CatalogueErrors& errors) {
    if (part.part_of().empty()) return;
    const auto [at, first] = owners_.emplace(
        std::make_tuple(part.part_of(), part.part_key().dimension(),
                        part.part_key().value()),
        part.code());
    if (first) return;
    errors.Add(
        part, "part_key",
        absl::StrCat("indicator \"", part.code(), "\": the same part as \"",
                     at->second, "\"; correct one of the keys"));
  }

 private:
  std::map<std::tuple<std::string, std::string, std::string>, std::string>
      owners_;
};

}  // namespace

void CheckSet(bool set, const Message& element, const std::string& field,
              const std::string& name, CatalogueErrors& errors) {
  if (set) return;
  errors.Add(element, field,
             absl::StrCat(name, ": \"", field, "\" is not set; set it"));
}

void CheckCode(const Message& element, const std::string& name,
               const std::string& code, CatalogueErrors& errors) {
  const bool snake =
      !code.empty() && code.front() >= 'a' && code.front() <= 'z' &&
      std::all_of(code.begin(), code.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
      });
  if (snake) return;
  errors.Add(element, "code",
             absl::StrCat(name,
                          ": the code is not in lower snake case; write "
                          "it like \"full_time_students\""));
}

void CheckText(const Message& element, const std::string& field,
               const std::string& name, const Text& text,
               CatalogueErrors& errors) {
  if (!text.zh().empty() && !text.en().empty()) return;
  errors.Add(element, field,
             absl::StrCat(name, ": \"", field, "\" has no ",
                          text.zh().empty() ? "Chinese (zh)" : "English (en)",
                          "; write both languages"));
}

void CheckIndicators(const Catalogue& catalogue,
                     const nianbao::catalogue::v1::Catalogue& file,
                     CatalogueErrors& errors) {
  PartKeys part_keys;
  for (const Indicator& indicator : file.indicators()) {
    const std::string name =
        absl::StrCat("indicator \"", indicator.code(), "\"");
    CheckCode(indicator, name, indicator.code(), errors);
    CheckText(indicator, "title", name, indicator.title(), errors);
    CheckSet(indicator.measure() != 0, indicator, "measure", name, errors);
    CheckSet(indicator.period() != 0, indicator, "period", name, errors);
    CheckArithmetic(indicator, name, errors);
    CheckPart(catalogue, indicator, name, errors);
    part_keys.Check(indicator, errors);
    CheckRevisions(catalogue, indicator, name, errors);
  }
}

void CheckRules(const Catalogue& catalogue,
                const nianbao::catalogue::v1::Catalogue& file,
                CatalogueErrors& errors) {
  for (const Rule& rule : file.rules()) CheckRule(catalogue, rule, errors);
  for (const Standard& standard : file.standards()) {
    CheckStandard(catalogue, standard, errors);
  }
}

void CheckRegions(const Catalogue& catalogue,
                  const nianbao::catalogue::v1::Catalogue& file,
                  CatalogueErrors& errors) {
  for (const auto& region : file.regions()) {
    const std::string name = absl::StrCat("region \"", region.code(), "\"");
    const bool digits =
        region.code().size() == 6 &&
        region.code().find_first_not_of("0123456789") == std::string::npos;
    if (!digits) {
      errors.Add(region, "code",
                 absl::StrCat(name,
                              ": the code has not six digits; write it "
                              "like \"330800\""));
    }
    CheckSet(!region.name().empty(), region, "name", name, errors);
    std::set<std::string> above = {region.code()};
    const auto* child = &region;
    while (!child->parent().empty()) {
      const auto* parent = catalogue.FindRegion(child->parent());
      if (parent == nullptr) {
        if (child != &region) break;  // told at the region that names it
        errors.Add(region, "parent",
                   absl::StrCat(name, ": unknown parent \"", region.parent(),
                                "\"; correct it or define it"));
        break;
      }
      if (!above.insert(parent->code()).second) {
        errors.Add(region, "parent",
                   absl::StrCat(name, ": lies in itself; correct parent"));
        break;
      }
      child = parent;
    }
  }
}

}  // namespace nianbao::core
