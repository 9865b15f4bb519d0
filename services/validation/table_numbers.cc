#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "services/core/document.h"
#include "services/core/interval.h"
#include "services/validation/counted_lists.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Place;
using nianbao::document::v1::Table;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_UNDECIDED;

// Two rows may be numbered by chance.
constexpr std::size_t kFewestRows = 3;
// Numbers stand in one of the first columns.
constexpr int kLastColumn = 1;
constexpr int kLargest = 999;

struct NumberedRow {
  int number = 0;
  Place place;
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "12" and the 12 of "12. 护理".
std::optional<int> NumberOf(const std::string& text) {
  std::size_t size = 0;
  while (size < text.size() && IsDigit(text[size])) ++size;
  if (size == 0 || size > 3) return std::nullopt;
  const std::string rest = text.substr(size);
  const bool named = StartsWithAny(rest, {".", "．", "、"}) &&
                     rest.size() > 1 && !IsDigit(rest[1]);
  if (!rest.empty() && !named) return std::nullopt;
  const int number = std::stoi(text.substr(0, size));
  return number > kLargest ? std::nullopt : std::make_optional(number);
}

// The numbered rows of a table in a column.
std::vector<NumberedRow> RowsOf(const Block& block, int column) {
  std::vector<NumberedRow> rows;
  const Table& table = block.table();
  for (int r = 0; r < table.rows_size(); ++r) {
    for (const auto& cell : table.rows(r).cells()) {
      if (cell.column() != column) continue;
      const auto number = NumberOf(Compact(core::TextOf(cell.runs())));
      if (!number) continue;
      NumberedRow row{*number, {}};
      row.place.set_block(block.id());
      row.place.set_row(r);
      row.place.set_column(column);
      row.place.set_line(table.rows(r).line());
      rows.push_back(row);
    }
  }
  return rows;
}

bool RunsOn(const std::vector<NumberedRow>& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].number != static_cast<int>(i) + 1) return false;
  }
  return true;
}

// Whether the head says that the column numbers the rows.
bool IsNumberHead(const Table& table, int column) {
  if (table.rows().empty()) return false;
  for (const auto& cell : table.rows(0).cells()) {
    if (cell.column() == column) {
      return HasAny(Compact(core::TextOf(cell.runs())), {"序号", "编号"});
    }
  }
  return false;
}

TextFigure FigureOf(const NumberedRow& row) {
  const std::string number = std::to_string(row.number);
  return {row.place, number, number, "序号"};
}

Check NumberCheck(const std::vector<NumberedRow>& rows) {
  const bool fits = RunsOn(rows);
  const std::string last = std::to_string(rows.back().number);
  const std::string count = std::to_string(rows.size());
  CheckMaker maker("list");
  maker.Operand(FigureOf(rows.back()), "whole")
      .Operand(FigureOf(rows.front()), "list")
      .Verdict(fits ? VERDICT_CONSISTENT : VERDICT_UNDECIDED)
      .Reported(last, core::Interval::Point(rows.back().number))
      .Computed(count + "行",
                core::Interval::Point(static_cast<int>(rows.size())))
      .Message(fits ? MessageId::kNumbersFit : MessageId::kNumbersBroken,
               {{"last", last}, {"listed", count}});
  if (!fits) maker.Reason(MessageId::kNumbersReason, {});
  return maker.Done();
}

// Numbered rows of one table and of its rests behind page breaks.
struct Run {
  std::vector<NumberedRow> rows;
  int column = 0;
  bool headed = false;
};

void Close(Run& run, Checks& checks) {
  if (run.rows.size() >= kFewestRows && (run.headed || RunsOn(run.rows))) {
    checks.push_back(NumberCheck(run.rows));
  }
  run = {};
}

void Take(const Block& block, Run& run, Checks& checks) {
  for (int column = 0; column <= kLastColumn; ++column) {
    std::vector<NumberedRow> rows = RowsOf(block, column);
    if (rows.empty()) continue;
    const bool rest = !run.rows.empty() && run.column == column &&
                      rows.front().number == run.rows.back().number + 1;
    if (!rest && (rows.front().number != 1 || rows.size() < 2)) continue;
    if (!rest) {
      Close(run, checks);
      run.column = column;
      run.headed = IsNumberHead(block.table(), column);
    }
    run.rows.insert(run.rows.end(), rows.begin(), rows.end());
    return;
  }
  Close(run, checks);
}

}  // namespace

void FindTableNumbers(const ReportView& view, Checks& checks) {
  Run run;
  for (const Block& block : view.document().blocks()) {
    if (block.has_table()) Take(block, run, checks);
    if (block.has_heading()) Close(run, checks);
  }
  Close(run, checks);
}

}  // namespace nianbao::validation
