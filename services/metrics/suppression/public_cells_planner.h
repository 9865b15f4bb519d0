// Chooses what is withheld. Private to PublicCells.
#ifndef NIANBAO_SERVICES_METRICS_SUPPRESSION_PUBLIC_CELLS_PLANNER_H_
#define NIANBAO_SERVICES_METRICS_SUPPRESSION_PUBLIC_CELLS_PLANNER_H_

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "services/metrics/suppression/public_cells.h"

namespace nianbao::metrics {

// For one use and one thread; the arguments outlive it.
class PublicCellsPlanner {
 public:
  PublicCellsPlanner(const std::vector<SchoolPlace>& schools,
                     const std::vector<PublicMeasure>& measures,
                     const MeasureTies& ties);

  PublicCells Plan();

 private:
  using Schools = std::vector<std::size_t>;

  // A group's figure of a measure.
  struct Cell {
    std::size_t measure = 0;
    std::size_t group = 0;
  };
  // A cell that is the sum of others.
  struct Relation {
    Cell whole;
    std::vector<Cell> parts;
  };
  // Measures whose sums hang together.
  struct Family {
    std::vector<std::size_t> measures;
    std::vector<Relation> relations;
    std::size_t unknowns = 0;
  };

  // The group of these schools, made where there is none.
  std::size_t GroupOf(const Schools& schools, bool told);
  void MakeGroups();
  void MakeSplit(std::size_t whole, const std::vector<std::size_t>& parts);
  void MakeAtoms();
  void MakeFamilies();
  void MakeRelations(Family& family);
  void MakeColumns(Family& family);
  const std::vector<std::size_t>& ColumnsOf(Family& family, std::size_t measure,
                                            std::size_t atom);
  bool NeedsRest(const MeasureTies::Sum& sum, std::size_t atom) const;

  bool HasFigures(const Cell& cell) const;
  // Whether the same schools of one group have figures in both.
  bool HaveSameSchools(const Cell& a, const Cell& b) const;
  bool IsTold(const Cell& cell) const;
  bool IsWithheld(const Cell& cell) const;
  std::vector<core::Rational> FiguresOf(const Schools& schools,
                                        std::size_t measure) const;

  void WithholdUnsafe();
  // Adds complements until nothing of the family that is withheld follows from
  // what is told.
  void Protect(Family& family);
  bool ProtectRemainders(Family& family);
  bool ProtectFromSpan(Family& family);
  bool RemainderIsSafe(const Relation& relation) const;
  Span SpanOf(const Family& family) const;
  Span::Row RowOf(const Cell& cell, std::size_t unknowns) const;
  void Complement(const Family& family, const Cell& cell);
  // The told cell of the fewest schools among these; null where there is none.
  const Cell* Smallest(const std::vector<Cell>& cells) const;
  void Withhold(const Cell& cell, bool complement);
  // Takes back complements that later ones made needless.
  void Release(Family& family);
  bool IsProtected(const Family& family) const;
  // Withholds what formulas would tell. Whether anything changed.
  bool FollowFormulas();
  bool FollowFormula(const MeasureTies::Formula& formula, std::size_t group);

  const std::vector<SchoolPlace>& schools_;
  const std::vector<PublicMeasure>& measures_;
  const MeasureTies& ties_;
  PublicCells cells_;
  std::vector<std::pair<std::size_t, std::vector<std::size_t>>> splits_;
  std::vector<std::vector<std::size_t>> atoms_of_;
  std::vector<Family> families_;
  // Cells that were withheld for the sake of others, in order.
  std::vector<Cell> complements_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_SUPPRESSION_PUBLIC_CELLS_PLANNER_H_
