// Intake's record as metrics sees it at one revision.
#ifndef NIANBAO_SERVICES_METRICS_SNAPSHOT_SNAPSHOT_H_
#define NIANBAO_SERVICES_METRICS_SNAPSHOT_SNAPSHOT_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/core/catalogue.h"
#include "services/core/organisation_tree.h"
#include "services/core/quantity.h"
#include "services/metrics/figure_key.h"
#include "services/metrics/snapshot/data_version.h"
#include "services/metrics/snapshot/edition_table.h"

namespace nianbao::metrics {

// A cell that a figure was taken from.
struct FigureSource {
  const EditionTable* table = nullptr;
  std::size_t row = 0;
  // Identifier of the fact in the row's submission.
  std::string fact;
};

// A collected figure and where it stands.
struct SourcedFigure {
  // Nothing for a blank.
  std::optional<core::Quantity> quantity;
  // Several where schools were merged.
  std::vector<FigureSource> sources;
};

// An edition of an earlier year, beside a later one.
struct EarlierTable {
  const EditionTable* table = nullptr;
  std::shared_ptr<const RowLinks> links;
};

// Immutable; safe for use from any thread.
class Snapshot {
 public:
  explicit Snapshot(const core::Catalogue& catalogue);

  // Store revision up to which everything is in it.
  std::int64_t revision() const { return revision_; }
  const core::Catalogue& catalogue() const { return *catalogue_; }

  // The registry of organisations and when it last changed.
  const core::OrganisationTree& tree() const { return *tree_; }
  const DataVersion& tree_version() const { return tree_version_; }

  // The table of an edition of the catalogue; null for others. There is one,
  // maybe without rows, for each.
  const EditionTable* Find(std::string_view edition) const;
  const std::map<std::string, std::shared_ptr<EditionTable>, std::less<>>&
  tables() const {
    return tables_;
  }

  // The table of the edition with the data year `year`, at most kYearsBack
  // before that of `table`; null where there is none.
  const EarlierTable* Earlier(const EditionTable& table, int year) const;
  static constexpr int kYearsBack = 4;

  // A school's collected figure, seen from an edition. For a year before the
  // data year: what the school's own submission says of it, or else what it and
  // the schools that were merged into it said in that year's edition, where
  // all of them have a figure; several only of indicators that are summed.
  SourcedFigure Figure(const EditionTable& table, std::size_t row,
                       const FigureKey& key) const;

  // A region's name at an edition's end of year: the registry's, or else the
  // catalogue's; its code where neither has it.
  std::string RegionTitle(const EditionTable& table,
                          const std::string& region) const;

  std::size_t Bytes() const;

 private:
  friend class SnapshotBuilder;

  const core::Catalogue* catalogue_;
  std::int64_t revision_ = 0;
  std::shared_ptr<const core::OrganisationTree> tree_;
  DataVersion tree_version_;
  std::map<std::string, std::shared_ptr<EditionTable>, std::less<>> tables_;
  // By the later edition and the earlier year.
  std::map<std::pair<const nianbao::catalogue::v1::Edition*, int>, EarlierTable>
      earlier_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SNAPSHOT_SNAPSHOT_H_
