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

// Tables of at most so many rows are printed on one page.
constexpr int kMostUncutRows = 20;

// Longest figure that stands like a number, in bytes: eight characters.
constexpr std::size_t kShortFigure = 24;

// Longest text that is kept on one line, in bytes: four characters.
constexpr std::size_t kShortText = 12;

// The cell's text without its figures.
std::string WordsOf(const Cell& cell) {
  std::string words;
  for (const Run& run : cell.runs()) {
    if (run.fact().empty()) words += run.text();
  }
  return words;
}

bool IsNumber(const Cell& cell) {
  const std::string text = core::TextOf(cell.runs());
  const std::string words = WordsOf(cell);
  const bool signs_only =
      words.find_first_not_of("0123456789.,:%+- ") == std::string::npos;
  if (text == "—") return true;
  if (words != text) return signs_only && text.size() <= kShortFigure;
  return signs_only && text.find_first_of("0123456789") != std::string::npos;
}

std::string CssOf(const Cell& cell, bool head) {
  if (!head && IsNumber(cell)) return "num";
  const auto size = core::TextOf(cell.runs()).size();
  return size > 0 && size <= kShortText ? "short" : "";
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
    const Element scroll(
        page_.markup, "section",
        {{"class", "scroll"}, {"tabindex", "0"}, {"aria-label", Name()}});
    const Element element(
        page_.markup, "table",
        {{"id", BlockAnchor(block_.id())}, {"class", TableCss()}});
    if (!table_.caption().empty()) {
      page_.markup.Leaf("caption", {{"class", caption_seen ? "unseen" : ""}},
                        table_.caption());
    }
    const int heads = std::clamp(table_.header_rows(), 0, table_.rows_size());
    WriteRows("thead", 0, heads);
    WriteRows("tbody", heads, table_.rows_size());
  }

 private:
  std::string Name() const {
    if (!table_.caption().empty()) return table_.caption();
    const int line = table_.rows_size() == 0 ? 0 : table_.rows(0).line();
    return line == 0 ? "表格" : "第 " + std::to_string(line) + " 行的表格";
  }

  std::string TableCss() const {
    std::string css = columns_ >= kWideColumns ? "wide" : "";
    if (table_.rows_size() > kMostUncutRows) return css;
    return css.empty() ? "brief" : css + " brief";
  }

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
         {"class", CssOf(cell, head)}});
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
