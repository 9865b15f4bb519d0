#include "services/metrics/snapshot/snapshot.h"

#include <utility>

#include "services/core/interval.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::ROLLUP_SUM;

void AddTo(core::Quantity& sum, const core::Quantity& next) {
  sum.value += next.value;
  sum.rounded = sum.rounded + next.rounded;
  sum.loose = sum.loose + next.loose;
  sum.vague = sum.vague || next.vague;
}

SourcedFigure OwnFigure(const EditionTable& table, std::size_t row,
                        const FigureKey& key) {
  SourcedFigure figure;
  const FigureColumn* column = table.Column(key);
  if (column == nullptr) return figure;
  figure.quantity = column->At(row);
  std::string fact = column->FactAt(row);
  if (!fact.empty()) figure.sources.push_back({&table, row, std::move(fact)});
  return figure;
}

}  // namespace

Snapshot::Snapshot(const core::Catalogue& catalogue)
    : catalogue_(&catalogue),
      tree_(std::make_shared<const core::OrganisationTree>()) {}

const EditionTable* Snapshot::Find(std::string_view edition) const {
  const auto found = tables_.find(edition);
  return found == tables_.end() ? nullptr : found->second.get();
}

const EarlierTable* Snapshot::Earlier(const EditionTable& table,
                                      int year) const {
  const auto found = earlier_.find({&table.edition(), year});
  return found == earlier_.end() ? nullptr : &found->second;
}

SourcedFigure Snapshot::Figure(const EditionTable& table, std::size_t row,
                               const FigureKey& key) const {
  SourcedFigure own = OwnFigure(table, row, key);
  if (own.quantity || key.year == table.data_year()) return own;
  const EarlierTable* earlier = Earlier(table, key.year);
  if (earlier == nullptr) return own;
  const std::int32_t at = earlier->links->rows[row];
  if (at == RowLinks::kNone) return own;
  if (at >= 0) {
    SourcedFigure found =
        OwnFigure(*earlier->table, static_cast<std::size_t>(at), key);
    return found.quantity ? found : own;
  }
  const auto* indicator = catalogue_->FindIndicator(key.indicator);
  if (indicator == nullptr || indicator->rollup() != ROLLUP_SUM) return own;
  SourcedFigure sum;
  for (const std::int32_t part : earlier->links->several.at(row)) {
    SourcedFigure found =
        OwnFigure(*earlier->table, static_cast<std::size_t>(part), key);
    if (!found.quantity) return own;
    for (FigureSource& source : found.sources) {
      sum.sources.push_back(std::move(source));
    }
    if (sum.quantity) {
      AddTo(*sum.quantity, *found.quantity);
    } else {
      sum.quantity = std::move(found.quantity);
    }
  }
  return sum;
}

std::string Snapshot::RegionTitle(const EditionTable& table,
                                  const std::string& region) const {
  if (const auto* entry = tree_->Find(region, table.day())) {
    return entry->title();
  }
  const auto* known = catalogue_->FindRegion(region);
  return known == nullptr ? region : known->name();
}

std::size_t Snapshot::Bytes() const {
  std::size_t bytes = sizeof(*this);
  for (const auto& [code, table] : tables_) bytes += table->Bytes();
  return bytes;
}

}  // namespace nianbao::metrics
