#include "services/validation/named_rows.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::document::v1::Place;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::validation::v1::VERDICT_CONSISTENT;

// Fewer rows are as many by chance.
constexpr std::size_t kFewest = 4;
// Names stand in one of the first columns.
constexpr int kLastColumn = 1;

// The different names of a column with where they stand; empty where one comes
// twice.
struct Names {
  std::string head;
  std::set<std::string> names;
  std::vector<Place> places;
};

bool IsTotal(const Terms& terms, const std::string& name) {
  return std::any_of(terms.totals.begin(), terms.totals.end(),
                     [&](const auto& word) { return name == word; });
}

Names NamesIn(const Grid& grid, const Terms& terms, int column) {
  Names found;
  found.head = std::string(StripEnd(grid.HeadOf(column), {"名称"}));
  for (int row = grid.header_rows(); row < grid.rows(); ++row) {
    const Grid::Cell& cell = grid.at(row, column);
    if (cell.text.empty() || IsTotal(terms, cell.text)) continue;
    if (cell.datum != nullptr || !found.names.insert(cell.text).second) {
      return {};
    }
    for (int c = column + 1; c < grid.columns(); ++c) {
      const Datum* datum = grid.at(row, c).datum;
      if (datum == nullptr) continue;
      Place place = datum->fact->place();
      place.set_column(column);
      place.clear_begin();
      place.clear_end();
      found.places.push_back(place);
      break;
    }
  }
  return found;
}

bool IsCountOf(const Datum& datum, const Names& names) {
  return !datum.change && IsWholeDatum(datum) && IsCount(datum) &&
         !IsHedged(datum) && datum.fact->fact_class() == FACT_CLASS_OWN &&
         Compact(datum.fact->label()) == names.head + "数" &&
         datum.quantity.value == static_cast<int>(names.names.size());
}

Check NamesCheck(const Datum& stated, const Names& names) {
  const std::string count = std::to_string(names.names.size());
  CheckMaker maker("list");
  maker.Operand(stated, "whole");
  for (const Place& place : names.places) {
    maker.Operand(TextFigure{place, names.head, "1", names.head}, "list");
  }
  return maker.Verdict(VERDICT_CONSISTENT)
      .Reported(Printed(stated), stated.quantity.rounded)
      .Computed(count + "行：" + names.head,
                core::Interval::Point(static_cast<int>(names.names.size())))
      .Message(
          MessageId::kRowsFit,
          {Named("stated", stated), {"level", names.head}, {"rows", count}})
      .Done();
}

}  // namespace

void FindNamedRows(const ReportView& view, Checks& checks) {
  for (const Grid& grid : view.grids()) {
    for (int column = 0; column <= kLastColumn && column < grid.columns();
         ++column) {
      const Names names = NamesIn(grid, view.terms(), column);
      if (names.head.empty() || names.names.size() < kFewest) continue;
      for (const Datum& datum : view.data().all()) {
        if (IsCountOf(datum, names)) {
          checks.push_back(NamesCheck(datum, names));
        }
      }
    }
  }
}

}  // namespace nianbao::validation
