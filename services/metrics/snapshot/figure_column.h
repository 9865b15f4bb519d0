// Figures of an indicator in all rows of an edition's table.
#ifndef NIANBAO_SERVICES_METRICS_SNAPSHOT_FIGURE_COLUMN_H_
#define NIANBAO_SERVICES_METRICS_SNAPSHOT_FIGURE_COLUMN_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "services/metrics/snapshot/data_version.h"
#include "services/metrics/snapshot/figure_block.h"

namespace nianbao::metrics {

// Blocks that columns of several snapshots share. Rows behind the last block
// are blank. Immutable once published; safe for use from any thread.
class FigureColumn {
 public:
  // `index` is its number among the columns of the table.
  explicit FigureColumn(std::uint32_t index) : index_(index) {}

  std::uint32_t index() const { return index_; }

  // Null where all rows of the block are blank.
  const FigureBlock* Block(std::size_t block) const {
    return block < blocks_.size() ? blocks_[block].get() : nullptr;
  }

  // The finest scale of its blocks.
  int scale() const { return scale_; }

  std::optional<core::Quantity> At(std::size_t row) const;
  std::string FactAt(std::size_t row) const;

  // The last change to figures of rows in a unit, and in any.
  DataVersion VersionOf(std::size_t unit) const {
    return unit < versions_.size() ? versions_[unit] : DataVersion();
  }
  const DataVersion& newest() const { return newest_; }

  // Bytes of its blocks.
  std::size_t Bytes() const;

 private:
  friend class SnapshotBuilder;

  std::uint32_t index_;
  int scale_ = 0;
  std::vector<std::shared_ptr<FigureBlock>> blocks_;
  // The builder's turn in which this was made, and each block.
  std::uint64_t turn_ = 0;
  std::vector<std::uint64_t> turns_;
  std::vector<DataVersion> versions_;
  DataVersion newest_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SNAPSHOT_FIGURE_COLUMN_H_
