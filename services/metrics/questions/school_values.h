// One school's figures in a snapshot, collected and derived.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_SCHOOL_VALUES_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_SCHOOL_VALUES_H_

#include <cstddef>
#include <optional>

#include "services/core/quantity.h"
#include "services/metrics/columns/series_engine.h"
#include "services/metrics/indicator_graph.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// The graph of a school's row, with its cells. For one thread; the snapshot
// outlives it.
class SchoolValues {
 public:
  SchoolValues(const Snapshot& snapshot, const EditionTable& table,
               std::size_t row)
      : snapshot_(snapshot),
        table_(table),
        row_(row),
        graph_(GraphOf(snapshot, table, row)) {}

  const EditionTable& table() const { return table_; }
  const SchoolRow& school() const { return table_.row(row_); }
  IndicatorGraph& graph() { return graph_; }

  // The figure as printed, with its cells.
  SourcedFigure Printed(const FigureKey& key) const {
    return snapshot_.Figure(table_, row_, key);
  }

  // The figure: of a derived indicator computed, or else printed.
  std::optional<core::Quantity> Figure(const FigureKey& key) {
    return graph_.Figure(key);
  }

  // Whether Figure is computed.
  bool IsComputed(const FigureKey& key) {
    return graph_.IsDerived(key.indicator) &&
           graph_.Compute(key.indicator, key.year).quantity.has_value();
  }

 private:
  const Snapshot& snapshot_;
  const EditionTable& table_;
  const std::size_t row_;
  IndicatorGraph graph_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_SCHOOL_VALUES_H_
