#include "services/metrics/snapshot/edition_table.h"

#include "absl/strings/str_cat.h"

namespace nianbao::metrics {

EditionTable::EditionTable(const Edition& edition)
    : edition_(&edition),
      day_(absl::StrCat(edition.data_year(), "-12-31")),
      index_(std::make_shared<Index>()),
      by_code_(std::make_shared<const std::vector<std::uint32_t>>()) {}

std::optional<std::size_t> EditionTable::Find(std::string_view school) const {
  const auto found =
      index_->rows.find(absl::string_view(school.data(), school.size()));
  if (found == index_->rows.end()) return std::nullopt;
  return found->second;
}

const FigureColumn* EditionTable::Column(const FigureKey& key) const {
  const auto found = columns_.find(key);
  return found == columns_.end() ? nullptr : found->second.get();
}

std::size_t EditionTable::Bytes() const {
  std::size_t bytes = sizeof(*this);
  for (const auto& row : rows_) {
    bytes += sizeof(SchoolRow) + 3 * sizeof(void*) + row->title.size() +
             row->submission.size() + row->filed_title.size() +
             row->changes.size() * (sizeof(DataVersion) + 48);
    if (row->parts == nullptr) continue;
    for (const PartFigure& part : *row->parts) {
      bytes +=
          sizeof(part) + 160 + part.dimensions.size() * 2 * sizeof(std::string);
    }
  }
  for (const auto& [key, column] : columns_) {
    bytes += sizeof(key) + column->Bytes();
  }
  return bytes;
}

}  // namespace nianbao::metrics
