// Checks of rules and standards, and what all checks share.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/core/catalogue_checks.h"
#include "services/core/check_kind.h"

namespace nianbao::core {
namespace {

using google::protobuf::Message;
using nianbao::catalogue::v1::Rule;
using nianbao::catalogue::v1::Standard;
using nianbao::catalogue::v1::Text;

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

std::string KindList() {
  std::string list;
  for (const CheckKind& kind : CheckKinds()) {
    absl::StrAppend(&list, list.empty() ? "" : ", ", std::string(kind.code));
  }
  return list;
}

void CheckRule(const Catalogue& catalogue, const Rule& rule,
               CatalogueErrors& errors) {
  const std::string name = absl::StrCat("rule \"", rule.code(), "\"");
  CheckRelation(rule, name, errors);
  CheckText(rule, "instruction", name, rule.instruction(), errors);
  CheckSet(rule.severity() != 0, rule, "severity", name, errors);
  CheckSet(!rule.kind().empty(), rule, "kind", name, errors);
  if (!rule.kind().empty() && FindCheckKind(rule.kind()) == nullptr) {
    errors.Add(rule, "kind",
               absl::StrCat(name, ": unknown kind \"", rule.kind(),
                            "\"; take one of ", KindList()));
  }
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
                          "it like \"my_indicator\""));
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

void CheckRules(const Catalogue& catalogue,
                const nianbao::catalogue::v1::Catalogue& file,
                CatalogueErrors& errors) {
  for (const Rule& rule : file.rules()) CheckRule(catalogue, rule, errors);
  for (const Standard& standard : file.standards()) {
    CheckStandard(catalogue, standard, errors);
  }
}

}  // namespace nianbao::core
