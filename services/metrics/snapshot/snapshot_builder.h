// Makes snapshots from changes of the record.
#ifndef NIANBAO_SERVICES_METRICS_SNAPSHOT_SNAPSHOT_BUILDER_H_
#define NIANBAO_SERVICES_METRICS_SNAPSHOT_SNAPSHOT_BUILDER_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "nianbao/intake/v1/intake.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/record_feed.h"
#include "services/metrics/snapshot/school_figures.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// Takes changes in and builds a snapshot whenever asked. What did not change is
// shared with the snapshots before: a changed school copies one block of each
// column that it changes. For one thread; the catalogue outlives it.
class SnapshotBuilder {
 public:
  using Change = nianbao::intake::v1::WatchSubmissionsResponse::Change;
  using Submission = nianbao::intake::v1::Submission;

  explicit SnapshotBuilder(const core::Catalogue& catalogue);

  // Takes a submission or a piece of one. A version that is there already, or
  // older than what is there, changes nothing; nor does an edition that the
  // catalogue does not have. Organisations come by SetOrganisations.
  void Apply(const Change& change);

  // Forgets pieces of a submission whose rest did not come.
  void DropPieces() { pending_.Clear(); }

  // Takes the whole registry.
  void SetOrganisations(core::OrganisationList list);

  // Takes note of when a school first filed, from any version of a submission.
  void NoteVersion(const Submission& submission);

  // Everything taken so far, which is the record at `revision`.
  std::shared_ptr<const Snapshot> Build(std::int64_t revision);

 private:
  void Store(const Submission& submission, const core::Facts& facts);
  void StoreFigures(EditionTable& table, std::size_t row,
                    const SchoolFigures& figures, const DataVersion& version);
  void StoreCell(EditionTable& table, std::size_t row, const FigureKey& key,
                 const FigureCell& cell, const DataVersion& version);

  // The row, which is added where there is none.
  std::size_t RowOf(EditionTable& table, const std::string& school);
  // Puts a row in its place by the registry and its submission.
  void Place(EditionTable& table, std::size_t row, SchoolRow changed,
             const DataVersion& version);
  static std::size_t UnitOf(EditionTable& table, const SchoolUnit& unit);

  // Copies what an earlier snapshot has, so that it can be changed.
  EditionTable& Writable(const std::string& edition);
  FigureColumn& Writable(EditionTable& table, const FigureKey& key);
  FigureBlock& Writable(FigureColumn& column, std::size_t block);

  void Link(Snapshot& snapshot);

  const core::Catalogue& catalogue_;
  FigureReader reader_;
  Snapshot current_;
  // Counts the snapshots built; what has another number is shared.
  std::uint64_t turn_ = 1;
  // Editions whose rows or their places changed since links were made.
  std::set<std::string, std::less<>> moved_;
  // Facts of a submission that comes in several changes.
  core::Facts pending_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SNAPSHOT_SNAPSHOT_BUILDER_H_
