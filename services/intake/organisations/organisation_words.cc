#include "services/intake/organisations/organisation_words.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/standards.h"
#include "services/core/wording.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::Organisation;

// Codes of the catalogue's tables, and of their entries by what they mean.
constexpr std::string_view kColumnTable = "organisation_column";
constexpr std::string_view kLevelTable = "organisation_level";
constexpr std::string_view kEndingTable = "organisation_ending";

constexpr std::array<std::string_view, kOrganisationColumns> kColumnCodes = {
    "code",       "level",    "title",  "parent",    "school_class",
    "valid_from", "valid_to", "ending", "successors"};

constexpr std::array<std::pair<std::string_view, Organisation::Level>, 4>
    kLevels = {{{"school", Organisation::LEVEL_SCHOOL},
                {"county", Organisation::LEVEL_COUNTY},
                {"city", Organisation::LEVEL_CITY},
                {"province", Organisation::LEVEL_PROVINCE}}};

constexpr std::array<std::pair<std::string_view, Organisation::Ending>, 4>
    kEndings = {{{"closed", Organisation::ENDING_CLOSED},
                 {"changed", Organisation::ENDING_CHANGED},
                 {"merged", Organisation::ENDING_MERGED},
                 {"split", Organisation::ENDING_SPLIT}}};

template <class Pairs>
auto ValueOf(const Pairs& pairs, const std::optional<std::string>& code)
    -> std::optional<decltype(pairs.front().second)> {
  for (const auto& [name, value] : pairs) {
    if (code && *code == name) return value;
  }
  return std::nullopt;
}

}  // namespace

OrganisationWords::OrganisationWords(const core::Catalogue& catalogue)
    : columns_(TableOf(catalogue, kColumnTable)),
      levels_(TableOf(catalogue, kLevelTable)),
      endings_(TableOf(catalogue, kEndingTable)),
      classes_(TableOf(catalogue, core::kSchoolClasses)) {
  for (std::size_t i = 0; i < kOrganisationColumns; ++i) {
    heads_[i] = std::string(kColumnCodes[i]);
    const auto* table = catalogue.FindCodeTable(kColumnTable);
    if (table == nullptr) continue;
    for (const auto& entry : table->entries()) {
      if (entry.code() == kColumnCodes[i]) heads_[i] = entry.name();
    }
  }
}

OrganisationWords::Table OrganisationWords::TableOf(
    const core::Catalogue& catalogue, std::string_view code) {
  Table table;
  const auto* words = catalogue.FindCodeTable(code);
  if (words == nullptr) return table;
  for (const auto& entry : words->entries()) {
    absl::StrAppend(&table.names, table.names.empty() ? "" : "、",
                    entry.name());
    table.codes.emplace(core::WordingKey(entry.code()), entry.code());
    table.codes.emplace(core::WordingKey(entry.name()), entry.code());
    for (const std::string& name : entry.former_names()) {
      table.codes.emplace(core::WordingKey(name), entry.code());
    }
  }
  return table;
}

std::optional<std::string> OrganisationWords::Find(const Table& table,
                                                   std::string_view word) {
  const auto found = table.codes.find(core::WordingKey(word));
  if (found == table.codes.end()) return std::nullopt;
  return found->second;
}

std::optional<OrganisationColumn> OrganisationWords::Column(
    std::string_view head) const {
  const auto code = Find(columns_, head);
  for (std::size_t i = 0; code && i < kOrganisationColumns; ++i) {
    if (*code == kColumnCodes[i]) return static_cast<OrganisationColumn>(i);
  }
  return std::nullopt;
}

std::optional<Organisation::Level> OrganisationWords::Level(
    std::string_view word) const {
  return ValueOf(kLevels, Find(levels_, word));
}

std::optional<Organisation::Ending> OrganisationWords::Ending(
    std::string_view word) const {
  return ValueOf(kEndings, Find(endings_, word));
}

std::optional<std::string> OrganisationWords::SchoolClass(
    std::string_view word) const {
  return Find(classes_, word);
}

const std::string& OrganisationWords::Head(OrganisationColumn column) const {
  return heads_[static_cast<std::size_t>(column)];
}

}  // namespace nianbao::intake
