#include "services/report/quote.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "services/report/marked_runs.h"

namespace nianbao::report {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Cell;
using nianbao::document::v1::Place;
using nianbao::document::v1::Row;
using nianbao::document::v1::Table;

// Bytes on each side of the figure: some seventy characters.
constexpr int kReach = 210;

bool InCharacter(const std::string& text, int at) {
  return at < static_cast<int>(text.size()) &&
         (static_cast<unsigned char>(text[static_cast<std::size_t>(at)]) &
          0xC0U) == 0x80U;
}

// The first byte of the sentence that holds byte `at`.
int SentenceBegin(const std::string& text, int at) {
  int begin = 0;
  const auto before =
      std::string_view(text).substr(0, static_cast<std::size_t>(at));
  for (const std::string_view stop : {"。", "！", "？", "；", "\n"}) {
    const auto found = before.rfind(stop);
    if (found == std::string_view::npos) continue;
    begin = std::max(begin, static_cast<int>(found + stop.size()));
  }
  return begin;
}

// The byte behind the sentence that holds byte `at`, with its stop.
int SentenceEnd(const std::string& text, int at) {
  auto end = text.size();
  for (const std::string_view stop : {"。", "！", "？", "；", "\n"}) {
    const auto found = text.find(stop, static_cast<std::size_t>(at));
    if (found != std::string::npos) end = std::min(end, found + stop.size());
  }
  return static_cast<int>(end);
}

// Appends runs as a quotation shows them; the one that starts at byte `judged`
// keeps its style.
void AppendQuoted(const core::Runs& runs, int judged, RunList& line) {
  for (const Run& run : runs) {
    Run quoted;
    quoted.set_text(run.text());
    quoted.set_fact(run.fact());
    if (run.place().begin() == judged && !run.findings().empty()) {
      quoted.set_style(run.style());
    }
    line.Append(quoted);
  }
}

RunList QuoteText(const core::Runs& runs, int begin, int end) {
  const std::string text = core::TextOf(runs);
  const int size = static_cast<int>(text.size());
  if (begin < 0 || begin >= end || end > size) return {};
  int from = SentenceBegin(text, begin);
  int to = SentenceEnd(text, end);
  const bool cut_before = from < begin - kReach;
  const bool cut_behind = to > end + kReach;
  if (cut_before) from = begin - kReach;
  if (cut_behind) to = end + kReach;
  while (InCharacter(text, from)) ++from;
  while (InCharacter(text, to)) ++to;
  RunList line;
  if (cut_before) line.Muted("…");
  AppendQuoted(SliceRuns(runs, from, to), begin, line);
  if (cut_behind) line.Muted("…");
  return line;
}

std::string Join(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() ? a + b : a + " " + b;
}

// The words of a row before `column`: cells that print no figure.
std::string RowWords(const Row& row, int column) {
  std::string words;
  for (const Cell& cell : row.cells()) {
    if (cell.column() >= column) break;
    const bool figure =
        std::any_of(cell.runs().begin(), cell.runs().end(),
                    [](const Run& run) { return !run.fact().empty(); });
    if (!figure) words = Join(words, core::TextOf(cell.runs()));
  }
  return words;
}

// The heads over `column`.
std::string ColumnWords(const Table& table, int column) {
  std::string words;
  for (int r = 0; r < table.header_rows() && r < table.rows_size(); ++r) {
    for (const Cell& cell : table.rows(r).cells()) {
      const int end = cell.column() + std::max(1, cell.column_span());
      if (cell.column() > column || column >= end) continue;
      words = Join(words, core::TextOf(cell.runs()));
    }
  }
  return words;
}

RunList QuoteCell(const Table& table, const Place& place) {
  if (place.row() < 0 || place.row() >= table.rows_size()) return {};
  const Row& row = table.rows(place.row());
  for (const Cell& cell : row.cells()) {
    if (cell.column() != place.column()) continue;
    RunList line;
    const std::string words = RowWords(row, place.column());
    const std::string head = ColumnWords(table, place.column());
    line.Text(words);
    if (!words.empty() && !head.empty()) line.Muted("｜");
    line.Text(head).Muted("：");
    AppendQuoted(cell.runs(), place.begin(), line);
    return line;
  }
  return {};
}

}  // namespace

RunList QuoteOf(const Block& marked, const Place& place) {
  if (marked.has_table()) return QuoteCell(marked.table(), place);
  if (marked.has_paragraph()) {
    return QuoteText(marked.paragraph().runs(), place.begin(), place.end());
  }
  if (marked.has_heading()) return QuoteText(marked.heading().runs(), 0, 1);
  return {};
}

}  // namespace nianbao::report
