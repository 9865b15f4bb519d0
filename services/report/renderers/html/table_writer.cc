#include "services/report/renderers/html/table_writer.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::report::html {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Cell;
using nianbao::document::v1::Row;
using nianbao::document::v1::Run;
using nianbao::document::v1::Table;

// No table of a report is wider; more columns come from a broken source.
constexpr int kMostColumns = 200;

// From this many columns on, narrow screens need smaller letters.
constexpr int kWideColumns = 7;

// Longest text of a cell that is centred, in bytes: eight characters.
constexpr std::size_t kShortText = 24;

bool IsNumber(const Cell& cell) {
  const std::string text = core::TextOf(cell.runs());
  const auto& runs = cell.runs();
  const bool figure = std::any_of(runs.begin(), runs.end(), [](const Run& run) {
    return !run.fact().empty();
  });
  if (figure && text.size() <= kShortText) return true;
  return text.find_first_of("0123456789") != std::string::npos &&
         text.find_first_not_of("0123456789.,:%+- ") == std::string::npos;
}

// Writes one table.
class TableWriter {
 public:
  TableWriter(const Page& page, const Block& block)
      : page_(page),
        block_(block),
        table_(block.table()),
        columns_(std::clamp(table_.column_count(), 1, kMostColumns)),
        covered_until_(static_cast<std::size_t>(columns_), 0) {}

  void Write(bool caption_seen) {
    const std::string name =
        table_.caption().empty() ? "表格" : table_.caption();
    const Element scroll(page_.markup, "div",
                         {{"class", "scroll"},
                          {"role", "region"},
                          {"tabindex", "0"},
                          {"aria-label", name}});
    const Element element(page_.markup, "table",
                          {{"id", BlockAnchor(block_.id())},
                           {"class", columns_ >= kWideColumns ? "wide" : ""}});
    if (!table_.caption().empty()) {
      page_.markup.Leaf("caption", {{"class", caption_seen ? "unseen" : ""}},
                        table_.caption());
    }
    const int heads = std::clamp(table_.header_rows(), 0, table_.rows_size());
    WriteRows("thead", 0, heads);
    WriteRows("tbody", heads, table_.rows_size());
  }

 private:
  void WriteRows(const std::string& tag, int begin, int end) {
    if (begin == end) return;
    page_.markup.Line();
    const Element element(page_.markup, tag);
    for (int row = begin; row < end; ++row) {
      page_.markup.Line();
      WriteRow(row, end, tag == "thead");
    }
  }

  void WriteRow(int number, int end, bool head) {
    const Row& row = table_.rows(number);
    const bool placed = row.line() > 0;
    const Element element(
        page_.markup, "tr",
        {{"id", placed ? RowAnchor(block_.id(), number) : ""},
         {"data-line", placed ? std::to_string(row.line()) : ""}});
    int column = 0;
    for (const Cell& cell : row.cells()) {
      FillUpTo(std::min(cell.column(), columns_), number, column);
      column = SkipCovered(column, number);
      if (column >= columns_) break;
      column = WriteCell(cell, number, column, end, head);
    }
    FillUpTo(columns_, number, column);
  }

  // The next column from `column` that no row above covers.
  int SkipCovered(int column, int row) const {
    while (column < columns_ &&
           covered_until_[static_cast<std::size_t>(column)] > row) {
      ++column;
    }
    return column;
  }

  // Empty cells for columns that the source lost.
  void FillUpTo(int target, int row, int& column) {
    column = SkipCovered(column, row);
    while (column < target) {
      page_.markup.Leaf("td", {}, "");
      column = SkipCovered(column + 1, row);
    }
  }

  // How many columns the cell can cover from `column` in `row`.
  int SpanOf(const Cell& cell, int row, int column) const {
    int span = 1;
    while (span < cell.column_span() && column + span < columns_ &&
           covered_until_[static_cast<std::size_t>(column + span)] <= row) {
      ++span;
    }
    return span;
  }

  int WriteCell(const Cell& cell, int row, int column, int end, bool head) {
    const int columns = SpanOf(cell, row, column);
    const int rows = std::clamp(cell.row_span(), 1, end - row);
    for (int i = column; i < column + columns; ++i) {
      covered_until_[static_cast<std::size_t>(i)] = row + rows;
    }
    const bool header = head || cell.header();
    const Element element(
        page_.markup, header ? "th" : "td",
        {{"scope", !header ? "" : (head ? "col" : "row")},
         {"rowspan", rows > 1 ? std::to_string(rows) : ""},
         {"colspan", columns > 1 ? std::to_string(columns) : ""},
         {"class", !head && IsNumber(cell) ? "num" : ""}});
    WriteBodyRuns(page_, block_.id(), cell.runs());
    return column + columns;
  }

  const Page& page_;
  const Block& block_;
  const Table& table_;
  const int columns_;
  // For each column the row up to which a cell above covers it.
  std::vector<int> covered_until_;
};

}  // namespace

void WriteTable(const Page& page, const Block& block, bool caption_seen) {
  TableWriter(page, block).Write(caption_seen);
  page.markup.Line();
}

}  // namespace nianbao::report::html
