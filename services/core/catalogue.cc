#include "services/core/catalogue.h"

#include <algorithm>

#include "services/core/catalogue_builder.h"
#include "services/core/catalogue_errors.h"
#include "services/core/catalogue_restore.h"
#include "services/core/validity.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::CodeTable;
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

const CodeTable* Catalogue::FindCodeTable(std::string_view code) const {
  return FindIn(code_tables_, code);
}

const Region* Catalogue::FindRegion(std::string_view code) const {
  const auto found = regions_.find(code);
  return found == regions_.end() ? nullptr : found->second.back();
}

const Region* Catalogue::FindRegion(std::string_view code,
                                    std::string_view day) const {
  const auto found = regions_.find(code);
  if (found == regions_.end()) return nullptr;
  const auto at = std::find_if(
      found->second.begin(), found->second.end(),
      [&](const Region* region) { return ValidityOf(*region).Holds(day); });
  return at == found->second.end() ? nullptr : *at;
}

std::vector<std::string> Catalogue::RegionsAround(std::string_view code,
                                                  std::string_view day) const {
  std::vector<std::string> around;
  while (!code.empty()) {
    const Region* region = FindRegion(code, day);
    if (region == nullptr) region = FindRegion(code);
    // A region that lies in itself is an error, which must not hang the check
    // that tells of it.
    if (region == nullptr ||
        std::find(around.begin(), around.end(), code) != around.end()) {
      break;
    }
    around.emplace_back(code);
    code = region->parent();
  }
  return around;
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

const Relation& Catalogue::RelationOf(std::string_view code) const {
  return relations_.find(code)->second;
}

std::string Catalogue::PlaceOf(const google::protobuf::Message& element,
                               const std::string& field) const {
  return CatalogueErrors(files_).PlaceOf(element, field);
}

}  // namespace nianbao::core
