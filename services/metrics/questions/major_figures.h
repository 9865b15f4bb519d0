// A school's figures of its majors.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_MAJOR_FIGURES_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_MAJOR_FIGURES_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "services/core/catalogue.h"
#include "services/core/quantity.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// A major's figure with the facts that it comes from.
struct MajorFigure {
  core::Quantity quantity;
  std::vector<std::string> facts;
};

// Figures of one school by the values of a dimension, such as "专业". A major's
// figure is the one with no other dimension, or else the only one with others
// that tables are divided by, such as 学部; where there are several of these,
// and of a change, it is blank. Figures for earlier years are the school's own,
// or else those of the edition of that year, where one school has them.
class MajorFigures {
 public:
  // `divisions` are the dimensions that may stand beside. All outlives it.
  MajorFigures(const Snapshot& snapshot, const EditionTable& table,
               std::size_t row, const std::string& dimension,
               const std::set<std::string>& divisions);

  // Majors of the table's own year, in order.
  const std::set<std::string>& majors() const { return majors_; }

  // The figure, or of an indicator with a formula what that comes to.
  std::optional<MajorFigure> Find(const std::string& major,
                                  const FigureKey& key) const;

 private:
  using Key = std::pair<std::string, FigureKey>;

  // What is known of a cell; ambiguous where several figures contend.
  struct Cell {
    const PartFigure* plain = nullptr;
    const PartFigure* divided = nullptr;
    bool several = false;
  };
  using Cells = std::map<Key, Cell>;

  Cells CellsOf(const SchoolRow& row) const;
  static std::optional<MajorFigure> In(const Cells& cells, const Key& key);
  std::optional<MajorFigure> Printed(const std::string& major,
                                     const FigureKey& key) const;
  std::optional<MajorFigure> Compute(const std::string& major,
                                     const FigureKey& key) const;

  const Snapshot& snapshot_;
  const std::string& dimension_;
  const std::set<std::string>& divisions_;
  const int year_;
  Cells own_;
  // By year, of earlier editions.
  std::map<int, Cells> earlier_;
  std::set<std::string> majors_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_MAJOR_FIGURES_H_
