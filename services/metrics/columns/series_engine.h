// Derived indicators of all schools of an edition at once.
#ifndef NIANBAO_SERVICES_METRICS_COLUMNS_SERIES_ENGINE_H_
#define NIANBAO_SERVICES_METRICS_COLUMNS_SERIES_ENGINE_H_

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "services/core/quantity.h"
#include "services/metrics/columns/figure_series.h"
#include "services/metrics/figure_key.h"
#include "services/metrics/indicator_graph.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// Computes series on demand and remembers them. Each figure is the one of
// IndicatorGraph::Figure over Snapshot::Figure, which remain the definition:
// derived where it can be computed, otherwise as printed. Rows that integers of
// 64 bits do not hold are computed by it. For one thread; the snapshot outlives
// it.
class SeriesEngine {
 public:
  // What is wanted of each figure.
  enum class Want { kValues, kBounds };

  SeriesEngine(const Snapshot& snapshot, const EditionTable& table, Want want)
      : snapshot_(snapshot), table_(table), want_(want) {}

  // The figures of an indicator of the catalogue for a year.
  const FigureSeries& Figures(const FigureKey& key);

  const Snapshot& snapshot() const { return snapshot_; }
  const EditionTable& table() const { return table_; }

 private:
  FigureSeries Collected(const FigureKey& key);
  void CopyBlock(const FigureBlock& block, std::size_t first,
                 FigureSeries& series);
  void FillEarlier(const FigureKey& key, FigureSeries& series);
  FigureSeries Derived(const FigureKey& key);
  // Puts figures as printed where nothing could be computed.
  void FillPrinted(const FigureKey& key, FigureSeries& series);
  // Puts a row's figure as it is by definition.
  void SetExactly(const FigureKey& key, std::size_t row, FigureSeries& series);
  static void SetQuantity(std::optional<core::Quantity> quantity,
                          std::size_t row, FigureSeries& series);
  void SetPlain(const core::PlainDecimal& plain, std::size_t row,
                FigureSeries& series);

  const Snapshot& snapshot_;
  const EditionTable& table_;
  const Want want_;
  std::map<FigureKey, std::unique_ptr<const FigureSeries>> known_;
};

// The graph of one row, which is the definition: figures with intervals, and
// what they were computed from. The snapshot outlives it.
IndicatorGraph GraphOf(const Snapshot& snapshot, const EditionTable& table,
                       std::size_t row);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_COLUMNS_SERIES_ENGINE_H_
