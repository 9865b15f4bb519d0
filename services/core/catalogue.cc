#include "services/core/catalogue.h"

#include "services/core/catalogue_builder.h"
#include "services/core/catalogue_errors.h"
#include "services/core/catalogue_restore.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::Region;
using nianbao::catalogue::v1::Rule;
using nianbao::catalogue::v1::Vocabulary;

template <typename Map>
typename Map::mapped_type FindIn(const Map& map, std::string_view code) {
  const auto found = map.find(code);
  return found == map.end() ? nullptr : found->second;
}

}  // namespace

absl::StatusOr<std::unique_ptr<const Catalogue>> Catalogue::Create(
    std::vector<CatalogueFile> files, std::string revision) {
  return CatalogueBuilder(std::move(files), std::move(revision)).Build();
}

std::unique_ptr<const Catalogue> RestoreCatalogue(
    std::vector<CatalogueFile> files, std::string revision) {
  return CatalogueBuilder(std::move(files), std::move(revision)).Restore();
}

const Edition* Catalogue::FindEdition(std::string_view code) const {
  return FindIn(editions_, code);
}

const Indicator* Catalogue::FindIndicator(std::string_view code) const {
  return FindIn(indicators_, code);
}

const Rule* Catalogue::FindRule(std::string_view code) const {
  return FindIn(rules_, code);
}

const Region* Catalogue::FindRegion(std::string_view code) const {
  return FindIn(regions_, code);
}

std::vector<const Vocabulary::Entry*> Catalogue::Words(
    Vocabulary::Kind kind) const {
  std::vector<const Vocabulary::Entry*> words;
  for (const CatalogueFile& file : files_) {
    for (const Vocabulary& vocabulary : file.content->vocabularies()) {
      if (vocabulary.kind() != kind) continue;
      for (const auto& entry : vocabulary.entries()) words.push_back(&entry);
    }
  }
  return words;
}

const std::vector<const Indicator*>& Catalogue::TableOf(
    std::string_view edition) const {
  static const std::vector<const Indicator*> kNone;
  const auto found = tables_.find(edition);
  return found == tables_.end() ? kNone : found->second;
}

const Indicator::Revision* Catalogue::RevisionOf(const Indicator& indicator,
                                                 std::string_view edition) {
  for (const auto& revision : indicator.revisions()) {
    if (revision.edition() == edition) return &revision;
  }
  return nullptr;
}

const std::string& Catalogue::TitleIn(const Indicator& indicator,
                                      std::string_view edition) {
  const auto* revision = RevisionOf(indicator, edition);
  return revision == nullptr || revision->title().empty()
             ? indicator.title().zh()
             : revision->title();
}

std::vector<const Indicator*> Catalogue::DerivedOf(
    std::string_view edition) const {
  std::vector<const Indicator*> derived;
  for (const Indicator* indicator : derived_order_) {
    if (indicator->revisions().empty() ||
        RevisionOf(*indicator, edition) != nullptr) {
      derived.push_back(indicator);
    }
  }
  return derived;
}

const Expression& Catalogue::FormulaOf(std::string_view indicator) const {
  return formulas_.find(indicator)->second;
}

const Relation& Catalogue::RelationOf(std::string_view rule_or_standard) const {
  return relations_.find(rule_or_standard)->second;
}

std::string Catalogue::PlaceOf(const google::protobuf::Message& element,
                               const std::string& field) const {
  return CatalogueErrors(files_).PlaceOf(element, field);
}

}  // namespace nianbao::core
