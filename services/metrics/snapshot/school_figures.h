// What of a submission's facts the snapshot keeps.
#ifndef NIANBAO_SERVICES_METRICS_SNAPSHOT_SCHOOL_FIGURES_H_
#define NIANBAO_SERVICES_METRICS_SNAPSHOT_SCHOOL_FIGURES_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/metrics/figure_key.h"
#include "services/metrics/snapshot/edition_table.h"
#include "services/metrics/snapshot/figure_block.h"

namespace nianbao::metrics {

// A submission's figures.
struct SchoolFigures {
  // The principal figure of each indicator and year.
  absl::flat_hash_map<FigureKey, FigureCell> whole;
  // Figures with dimensions, in document order; null where there are none.
  std::shared_ptr<const std::vector<PartFigure>> parts;
};

// Picks figures out of facts: the same that core::FactTable::Principal and
// PrintedFigures find. For one thread; the catalogue outlives it.
class FigureReader {
 public:
  explicit FigureReader(const core::Catalogue& catalogue)
      : catalogue_(catalogue) {}

  SchoolFigures Read(const core::Facts& facts);

 private:
  // What decides how figures of an indicator are read.
  struct Concept {
    const nianbao::catalogue::v1::Indicator* indicator = nullptr;
    // Whether whole numbers in its unit are exact.
    bool counts = false;
  };

  // Null where the catalogue has none of that code.
  const Concept* Find(const std::string& code);

  static FigureCell CellOf(const Concept& about,
                           const nianbao::fact::v1::Fact& fact);
  // Plain digits in the indicator's unit; nothing for other figures.
  static std::optional<core::PlainDecimal> Digits(
      const Concept& about, const nianbao::fact::v1::Figure& figure);

  const core::Catalogue& catalogue_;
  absl::flat_hash_map<std::string, Concept> concepts_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SNAPSHOT_SCHOOL_FIGURES_H_
