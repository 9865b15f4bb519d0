#include "services/validation/row_people.h"

#include <optional>
#include <string>
#include <vector>

#include "services/core/unit.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_UNDECIDED;

// Rows of several names that must fit for a column to be taken for the count.
constexpr int kFewestFitting = 3;
constexpr std::size_t kLongestName = 6;   // characters
constexpr std::size_t kShortestName = 2;  // characters

// The names of people in a cell; empty where it holds something else.
std::vector<std::string> NamesIn(const Grid::Cell& cell) {
  std::vector<std::string> names;
  if (cell.datum != nullptr) return names;
  std::string name;
  std::size_t size = 0;
  const auto close = [&] {
    names.push_back(name);
    const bool fits = size >= kShortestName && size <= kLongestName;
    name.clear();
    size = 0;
    return fits;
  };
  for (const std::string_view character : Characters(cell.text)) {
    if (HasAny(character, {"、", "，", ",", "；", ";"})) {
      if (!close()) return {};
      continue;
    }
    // Digits, letters and brackets stand in other things than names.
    if (character.size() == 1 ||
        HasAny(character, {"（", "）", "《", "》", "“", "”", "：", "。"})) {
      return {};
    }
    name += character;
    ++size;
  }
  return close() ? names : std::vector<std::string>();
}

bool IsHeadCount(const Datum* datum) {
  return datum != nullptr && !datum->change && !IsHedged(*datum) &&
         datum->quantity.decimals == 0 &&
         core::FindUnit(datum->quantity.unit).dimension == "人";
}

// A row with several names and a number of people.
struct Row {
  const Datum* count = nullptr;
  std::vector<std::string> names;
  int column = 0;

  bool Fits() const {
    return count->quantity.value == static_cast<int>(names.size());
  }
};

std::vector<Row> RowsOf(const Grid& grid, int names, int count) {
  std::vector<Row> rows;
  for (int r = grid.header_rows(); r < grid.rows(); ++r) {
    const Datum* datum = grid.at(r, count).datum;
    if (!IsHeadCount(datum)) continue;
    Row row{datum, NamesIn(grid.at(r, names)), names};
    if (row.names.size() >= 2) rows.push_back(std::move(row));
  }
  return rows;
}

int FittingOf(const std::vector<Row>& rows) {
  int fitting = 0;
  for (const Row& row : rows) fitting += row.Fits() ? 1 : 0;
  return fitting;
}

Check RowCheck(const Row& row) {
  const std::string listed = std::to_string(row.names.size());
  std::string items;
  for (const std::string& name : row.names) {
    items += (items.empty() ? "" : "、") + name;
  }
  auto place = row.count->fact->place();
  place.set_column(row.column);
  place.clear_begin();
  place.clear_end();
  CheckMaker maker("list");
  maker.Operand(*row.count, "whole")
      .Operand(TextFigure{place, items, listed, row.count->fact->label()},
               "list")
      .Verdict(row.Fits() ? VERDICT_CONSISTENT : VERDICT_UNDECIDED)
      .Reported(Printed(*row.count), row.count->quantity.rounded)
      .Computed(listed + "个：" + items,
                core::Interval::Point(static_cast<int>(row.names.size())))
      .Message(
          row.Fits() ? MessageId::kRowPeopleFits
                     : MessageId::kRowPeopleUndecided,
          {Named("stated", *row.count), {"listed", listed}, {"items", items}});
  if (!row.Fits()) maker.Reason(MessageId::kRowPeopleReason, {});
  return maker.Done();
}

// The rows of the column whose names the column `count` counts; empty where
// there is none, or two do it alike.
std::vector<Row> CountedBy(const Grid& grid, int count) {
  std::vector<Row> best;
  int most = kFewestFitting - 1;
  bool unique = false;
  for (int column = 0; column < grid.columns(); ++column) {
    if (column == count) continue;
    auto rows = RowsOf(grid, column, count);
    const int fitting = FittingOf(rows);
    if (2 * fitting <= static_cast<int>(rows.size()) || fitting < most) {
      continue;
    }
    unique = fitting > most;
    most = fitting;
    best = std::move(rows);
  }
  return unique ? best : std::vector<Row>();
}

}  // namespace

void FindRowPeople(const ReportView& view, Checks& checks) {
  for (const Grid& grid : view.grids()) {
    for (int column = 0; column < grid.columns(); ++column) {
      for (const Row& row : CountedBy(grid, column)) {
        checks.push_back(RowCheck(row));
      }
    }
  }
}

}  // namespace nianbao::validation
