// The smallest changes of figures with which relations hold.
#ifndef NIANBAO_SERVICES_VALIDATION_REPAIRS_H_
#define NIANBAO_SERVICES_VALIDATION_REPAIRS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "services/validation/figure_graph.h"
#include "services/validation/report_view.h"
#include "services/validation/slip_names.h"

namespace nianbao::validation {

// New digits for one value, wherever it is printed.
struct Repair {
  std::size_t value = 0;
  std::string digits;
  // The same, and where a change goes the other way, other figures of that very
  // change: a growth turns with its difference.
  Change change;
  // Relations that hold with it and did not before.
  std::vector<std::size_t> mends;
  // Mended relations between different figures: two rules over the same three
  // figures say one thing.
  int distinct = 0;
  NamedSlip slip;
  // Other digits would do as well, so that these are only an example.
  bool open = false;
  int points = 0;
};

// The fewest changes that make the relations hold which do not, each only where
// it leads every other change that mends the same relations by kRepairMargin
// points. Points are: 10 for each relation mended between figures of its own,
// up to 6 for a slip that explains the printed figure, up to 5 where a figure
// that divides or is divided fits although few would, 2 where the others make
// it, -3 for each further print, -4 where another figure of its relations
// differs from place to place. No change breaks a relation that held, alone
// or together with the others. The search is bounded: at most kMostRepairs
// changes for relations that hang together, and kMostSteps steps.
std::vector<Repair> FindRepairs(const FigureGraph& graph,
                                const ReportView& view);

inline constexpr int kRepairMargin = 3;
inline constexpr std::size_t kMostRepairs = 4;
inline constexpr int kMostSteps = 20000;

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_REPAIRS_H_
