#include "services/core/catalogue_builder.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/catalogue_checks.h"
#include "services/core/rule_plan.h"

namespace nianbao::core {
namespace {

using google::protobuf::Message;
using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::Rule;
using nianbao::catalogue::v1::Standard;

std::string MessageOf(const absl::Status& status) {
  return std::string(status.message().data(), status.message().size());
}

}  // namespace

CatalogueBuilder::CatalogueBuilder(std::vector<CatalogueFile> files,
                                   std::string revision)
    : catalogue_(Unchecked(std::move(files), std::move(revision))),
      errors_(catalogue_->files_) {}

std::unique_ptr<Catalogue> CatalogueBuilder::Unchecked(
    std::vector<CatalogueFile> files, std::string revision) {
  std::unique_ptr<Catalogue> catalogue(new Catalogue());
  catalogue->files_ = std::move(files);
  catalogue->revision_ = std::move(revision);
  return catalogue;
}

void CatalogueBuilder::Arrange() {
  Index();
  Compile();
  OrderDerived();
  FillTables();
}

std::unique_ptr<const Catalogue> CatalogueBuilder::Restore() {
  Arrange();
  return Finish();
}

std::unique_ptr<const Catalogue> CatalogueBuilder::Finish() {
  PlanRules();
  return std::move(catalogue_);
}

absl::StatusOr<std::unique_ptr<const Catalogue>> CatalogueBuilder::Build() {
  Arrange();
  for (const CatalogueFile& file : catalogue_->files_) {
    CheckIndicators(*catalogue_, *file.content, errors_);
    CheckRules(*catalogue_, *file.content, errors_);
    CheckEditions(*catalogue_, *file.content, errors_);
    CheckRegions(*catalogue_, *file.content, errors_);
    CheckCodeTables(*file.content, errors_);
    CheckOutlierTests(*catalogue_, *file.content, errors_);
    CheckMajorWarnings(*catalogue_, *file.content, errors_);
  }
  CheckStandardScopes(*catalogue_, errors_);
  CheckPartKeys(*catalogue_, errors_);
  CheckTables(*catalogue_, errors_);
  CheckWordings(*catalogue_, errors_);
  CheckVocabularies(catalogue_->files_, errors_);
  // Examples of a broken catalogue would only repeat its errors.
  if (errors_.empty()) CheckExamples(*catalogue_, errors_);
  if (!errors_.empty()) return errors_.ToStatus();
  return Finish();
}

template <typename Element>
void CatalogueBuilder::Insert(
    const Element& element, const std::string& kind,
    std::map<std::string, const Element*, std::less<>>& index) {
  const auto [at, inserted] = index.emplace(element.code(), &element);
  if (inserted) return;
  errors_.Add(element, "code",
              absl::StrCat(kind, " \"", element.code(), "\" is there already (",
                           errors_.PlaceOf(*at->second),
                           "); give one of them another code"));
}

void CatalogueBuilder::Index() {
  for (const CatalogueFile& file : catalogue_->files_) {
    for (const auto& edition : file.content->editions()) {
      Insert(edition, "edition", catalogue_->editions_);
    }
    for (const auto& indicator : file.content->indicators()) {
      Insert(indicator, "indicator", catalogue_->indicators_);
    }
    for (const auto& region : file.content->regions()) {
      catalogue_->regions_[region.code()].push_back(&region);
    }
    for (const auto& table : file.content->code_tables()) {
      Insert(table, "code table", catalogue_->code_tables_);
    }
    for (const auto& test : file.content->outlier_tests()) {
      Insert(test, "outlier test", catalogue_->outlier_tests_);
    }
    for (const auto& warning : file.content->major_warnings()) {
      Insert(warning, "warning", catalogue_->major_warnings_);
    }
    for (const auto& rule : file.content->rules()) {
      Insert(rule, "rule", catalogue_->rules_);
    }
    for (const auto& standard : file.content->standards()) {
      Insert(standard, "standard", catalogue_->standards_);
    }
  }
  for (auto& [code, entries] : catalogue_->regions_) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto* a, const auto* b) {
                       return a->valid_from() < b->valid_from();
                     });
  }
  // They share one set of codes: a check names any of them by it.
  RefuseRules(catalogue_->standards_, "standard");
  RefuseRules(catalogue_->outlier_tests_, "outlier test");
  RefuseRules(catalogue_->major_warnings_, "warning");
}

template <typename Element>
void CatalogueBuilder::RefuseRules(
    const std::map<std::string, const Element*, std::less<>>& index,
    const std::string& kind) {
  for (const auto& [code, element] : index) {
    const Rule* rule = catalogue_->FindRule(code);
    if (rule == nullptr) continue;
    errors_.Add(*element, "code",
                absl::StrCat(kind, " \"", code, "\" is a rule already (",
                             errors_.PlaceOf(*rule),
                             "); give one of them another code"));
  }
}

void CatalogueBuilder::CheckReferences(
    const Message& element, const std::string& field, const std::string& name,
    const std::vector<Reference>& references) {
  if (references.empty()) {
    errors_.Add(element, field,
                absl::StrCat(name, ": \"", field,
                             "\" names no indicator; use at least one code"));
  }
  for (const Reference& reference : references) {
    if (catalogue_->FindIndicator(reference.code) != nullptr) continue;
    errors_.Add(element, field,
                absl::StrCat(name, ": unknown indicator \"", reference.code,
                             "\"; correct the code or define it"));
  }
}

void CatalogueBuilder::CompileRelation(const Message& element,
                                       const std::string& kind,
                                       const std::string& code,
                                       const std::string& text) {
  const std::string name = absl::StrCat(kind, " \"", code, "\"");
  auto relation = Relation::Parse(text);
  if (!relation.ok()) {
    errors_.Add(element, "expression",
                absl::StrCat(name, ": ", MessageOf(relation.status())));
    return;
  }
  CheckReferences(element, "expression", name, relation->references());
  catalogue_->relations_.emplace(code, *std::move(relation));
}

void CatalogueBuilder::Compile() {
  for (const auto& [code, indicator] : catalogue_->indicators_) {
    if (indicator->formula().empty()) continue;
    const std::string name = absl::StrCat("indicator \"", code, "\"");
    auto formula = Expression::Parse(indicator->formula());
    if (!formula.ok()) {
      errors_.Add(*indicator, "formula",
                  absl::StrCat(name, ": ", MessageOf(formula.status())));
      continue;
    }
    CheckReferences(*indicator, "formula", name, formula->references());
    catalogue_->formulas_.emplace(code, *std::move(formula));
  }
  for (const auto& [code, rule] : catalogue_->rules_) {
    CompileRelation(*rule, "rule", code, rule->expression());
  }
  for (const auto& [code, standard] : catalogue_->standards_) {
    CompileRelation(*standard, "standard", code, standard->expression());
  }
  for (const auto& [code, warning] : catalogue_->major_warnings_) {
    CompileRelation(*warning, "warning", code, warning->expression());
  }
}

void CatalogueBuilder::PlanRules() {
  std::vector<PlannedRule> planned;
  for (const auto& [code, rule] : catalogue_->rules_) {
    planned.push_back({catalogue_->RelationOf(code), rule->missing(), {}});
  }
  catalogue_->rule_plan_ = std::make_shared<const RulePlan>(std::move(planned));
}

void CatalogueBuilder::OrderDerived() {
  for (const auto& [code, formula] : catalogue_->formulas_) {
    std::vector<std::string> path;
    Visit(code, path);
  }
}

void CatalogueBuilder::Visit(const std::string& code,
                             std::vector<std::string>& path) {
  const auto formula = catalogue_->formulas_.find(code);
  if (formula == catalogue_->formulas_.end()) return;
  path.push_back(code);
  const auto [state, first] = visited_.emplace(code, false);
  if (!first) {
    const auto start = std::find(path.begin(), path.end(), code);
    if (!state->second) {
      errors_.Add(
          *catalogue_->indicators_.at(code), "formula",
          absl::StrCat("indicator \"", code, "\" is computed from itself: ",
                       absl::StrJoin(start, path.end(), " -> "),
                       "; take one of these out of a formula"));
    }
    path.pop_back();
    return;
  }
  for (const Reference& reference : formula->second.references()) {
    Visit(reference.code, path);
  }
  path.pop_back();
  state->second = true;
  catalogue_->derived_order_.push_back(catalogue_->indicators_.at(code));
}

void CatalogueBuilder::FillTables() {
  for (const auto& [code, indicator] : catalogue_->indicators_) {
    for (const auto& revision : indicator->revisions()) {
      if (revision.position() == 0) continue;
      catalogue_->tables_[revision.edition()].push_back(indicator);
    }
  }
  for (auto& [edition, rows] : catalogue_->tables_) {
    const auto position_of = [&code = edition](const Indicator* indicator) {
      return std::pair(Catalogue::RevisionOf(*indicator, code)->position(),
                       std::string_view(indicator->code()));
    };
    std::sort(rows.begin(), rows.end(), [&](const auto* a, const auto* b) {
      return position_of(a) < position_of(b);
    });
  }
}

}  // namespace nianbao::core
