// The schools of an edition with their figures.
#ifndef NIANBAO_SERVICES_METRICS_SNAPSHOT_EDITION_TABLE_H_
#define NIANBAO_SERVICES_METRICS_SNAPSHOT_EDITION_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/time/time.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/catalogue.h"
#include "services/core/quantity.h"
#include "services/metrics/figure_key.h"
#include "services/metrics/snapshot/data_version.h"
#include "services/metrics/snapshot/figure_column.h"

namespace nianbao::metrics {

// Where schools belong: those of one county and class, for example. Codes are
// empty where they are not known.
struct SchoolUnit {
  std::string province;
  // The province where that runs the school.
  std::string city;
  // The city or province where those run it.
  std::string county;
  std::string school_class;

  friend bool operator==(const SchoolUnit&, const SchoolUnit&) = default;

  template <typename H>
  friend H AbslHashValue(H h, const SchoolUnit& unit) {
    return H::combine(std::move(h), unit.province, unit.city, unit.county,
                      unit.school_class);
  }
};

// A figure that is set apart by dimensions, such as that of a major.
struct PartFigure {
  FigureKey key;
  // Sorted by name, as the fact has them.
  std::vector<std::pair<std::string, std::string>> dimensions;
  // Nothing where it is no number of the indicator's kind.
  std::optional<core::Quantity> quantity;
  std::string fact;
};

// A school of an edition: one that has filed, or that the registry expects.
struct SchoolRow {
  // Ten-digit code and name.
  std::string school;
  std::string title;
  // The region that it belongs to; the lowest that is known.
  std::string region;
  // Index of its unit in the table.
  std::size_t unit = 0;
  // Whether the registry has it at the end of the data year, and on any day.
  bool expected = false;
  bool registered = false;

  // Newest version: resource name with the version, and versions stored. The
  // name is empty and the number zero where it has not filed.
  std::string submission;
  int versions = 0;
  // When the first version was stored; absent where that is not known.
  std::optional<absl::Time> first_time;
  // Region, class and title as the submission has them.
  std::string filed_region;
  std::string filed_class;
  std::string filed_title;
  // Own figures with dimensions, in document order.
  std::shared_ptr<const std::vector<PartFigure>> parts;

  // The last change of anything above.
  DataVersion version;
  // The first version that is known, and the last change of figures that have
  // changed since, by the number of their column.
  DataVersion first_version;
  std::map<std::uint32_t, DataVersion> changes;

  // The last change of its figure in the column of that number.
  DataVersion VersionOf(std::uint32_t column) const {
    const auto changed = changes.find(column);
    return changed == changes.end() ? first_version : changed->second;
  }

  bool HasFiled() const { return !submission.empty(); }
  // Whether it takes part in aggregates: a school that the registry says was
  // not open at the end of the data year does not, whatever it filed.
  bool Counts() const { return expected || (HasFiled() && !registered); }
};

// The rows of an earlier table whose figures belong to each row of a later one:
// its own and those of schools that were merged into it.
struct RowLinks {
  // The only row; kNone, or kSeveral.
  std::vector<std::int32_t> rows;
  std::map<std::size_t, std::vector<std::int32_t>> several;
  // Units of the earlier table that rows of a unit of the later one come from.
  std::vector<std::vector<std::size_t>> units;

  static constexpr std::int32_t kNone = -1;
  static constexpr std::int32_t kSeveral = -2;
};

// Rows stay where they are; a new one comes behind the last. Immutable once
// published; safe for use from any thread.
class EditionTable {
 public:
  using Edition = nianbao::catalogue::v1::Edition;

  explicit EditionTable(const Edition& edition);

  const Edition& edition() const { return *edition_; }
  int data_year() const { return edition_->data_year(); }
  // The last day of the data year, such as "2021-12-31": regions and classes
  // are those of that day.
  const std::string& day() const { return day_; }

  std::size_t rows() const { return rows_.size(); }
  const SchoolRow& row(std::size_t index) const { return *rows_[index]; }
  const SchoolUnit& unit_of(std::size_t index) const {
    return units_[rows_[index]->unit];
  }
  const std::vector<SchoolUnit>& units() const { return units_; }

  // The row of a school; nothing where there is none.
  std::optional<std::size_t> Find(std::string_view school) const;
  // All rows in the order of schools' codes.
  const std::vector<std::uint32_t>& by_code() const { return *by_code_; }

  // Figures for the schools as a whole as printed for a year, in the
  // indicator's unit; null where none has one.
  const FigureColumn* Column(const FigureKey& key) const;
  const absl::flat_hash_map<FigureKey, std::shared_ptr<FigureColumn>>& columns()
      const {
    return columns_;
  }

  // The last change of who is in a unit, and how.
  const DataVersion& MembersOf(std::size_t unit) const {
    return members_[unit];
  }
  // The last change of any unit's members.
  const DataVersion& members() const { return newest_members_; }

  std::size_t Bytes() const;

 private:
  friend class SnapshotBuilder;

  struct Index {
    absl::flat_hash_map<std::string, std::uint32_t> rows;
  };

  const Edition* edition_;
  std::string day_;
  std::vector<std::shared_ptr<const SchoolRow>> rows_;
  std::shared_ptr<Index> index_;
  std::shared_ptr<const std::vector<std::uint32_t>> by_code_;
  absl::flat_hash_map<FigureKey, std::shared_ptr<FigureColumn>> columns_;
  std::vector<SchoolUnit> units_;
  std::vector<DataVersion> members_;
  DataVersion newest_members_;
  // The builder's turns in which this and the index were made.
  std::uint64_t turn_ = 0;
  std::uint64_t index_turn_ = 0;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SNAPSHOT_EDITION_TABLE_H_
