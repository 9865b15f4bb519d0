#include "services/intake/readers/pdf/table_regions.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "services/intake/readers/broken_lines.h"
#include "services/intake/readers/headings.h"
#include "services/intake/readers/lines.h"
#include "services/intake/readers/pdf/box_columns.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

// Rows further apart belong to different tables, in em.
constexpr double kRowDistance = 4.5;
// Lines of one cell are not further apart.
constexpr double kLineDistance = 1.9;
// Nearer lines stand beside each other in one row: a cell of two lines keeps
// its neighbours at half a line's distance.
constexpr double kHalfLine = 0.85;
// Lines of a single text between two rows at most.
constexpr std::size_t kMostBetween = 8;
// Rows above that show a table's columns.
constexpr std::size_t kLookBack = 30;
// Where paragraphs begin, in em; a cell's text hardly stands exactly there.
constexpr double kEdge = 0.12;
constexpr double kIndent = 2;

bool IsLeader(char32_t c) {
  return c == U'.' || c == U'…' || c == U'·' || c == U'⋯' || c == 0x2024;
}

// Whether a line is an entry of a table of contents: dots before a number, or
// a heading far before one.
bool IsEntry(const PrintedLine& line) {
  const std::string text = TextOf(line);
  const Chars chars(text);
  int at = chars.size();
  while (at > 0 && (IsDigit(chars[at - 1]) || IsSpace(chars[at - 1]))) --at;
  if (at == chars.size()) return false;
  int dots = 0;
  for (int i = at; i > 0 && IsLeader(chars[i - 1]); --i) ++dots;
  if (dots >= 3) return true;
  return line.segments.size() == 2 && std::abs(line.slack) < kLineDistance &&
         IsDigit(chars[chars.size() - 1]) &&
         ParseHeading(JoinWords(line.segments[0].words, line.em)).has_value();
}

bool StartsLikeCaption(const std::string& text) {
  const Chars chars(text);
  return chars[0] == U'表' && (IsDigit(chars[1]) || IsSpace(chars[1]));
}

// Finds the tables of one page.
class RegionFinder {
 public:
  RegionFinder(const PrintedPage& page, bool goes_on)
      : lines_(page.lines), goes_on_(goes_on) {
    for (const PrintedLine& line : lines_) {
      row_.push_back(line.segments.size() > 1 && !IsEntry(line));
    }
  }

  std::vector<TableRegion> Find() {
    std::vector<TableRegion> regions;
    std::size_t at = 0;
    while (at < lines_.size()) {
      if (!row_[at]) {
        ++at;
        continue;
      }
      const std::size_t floor = regions.empty() ? 0 : regions.back().end;
      const TableRegion region = Grow(at, floor);
      if (IsTable(region)) regions.push_back(region);
      at = std::max(region.end, at + 1);
    }
    return regions;
  }

 private:
  double Distance(std::size_t upper) const {
    return (lines_[upper + 1].center - lines_[upper].center) /
           std::max(lines_[upper].em, lines_[upper + 1].em);
  }

  LinePointers RowsBetween(std::size_t begin, std::size_t end) const {
    LinePointers rows;
    for (std::size_t i = end; i-- > begin && rows.size() < kLookBack;) {
      if (row_[i]) rows.push_back(&lines_[i]);
    }
    return rows;
  }

  // Whether a lone text can be a cell of the table whose rows are given.
  bool FitsColumn(const PrintedLine& line, const LinePointers& rows) const {
    const auto columns = FindColumns(rows);
    if (columns.size() < 2) return false;
    // In a gap it shows a column whose other texts are wrapped as well.
    return CountColumns(line.segments[0], columns) <= 1;
  }

  static bool IsCentred(const PrintedLine& line) {
    return std::abs(line.indent - line.slack) < 1 && line.indent > kIndent;
  }

  // Whether a lone text begins where paragraphs do.
  static bool StandsAtEdge(const PrintedLine& line) {
    return std::abs(line.indent) < kEdge ||
           std::abs(line.indent - kIndent) < kEdge;
  }

  // A caption or heading over the table whose first row is `row`.
  bool HeadsTable(std::size_t at, std::size_t row) const {
    const std::string text = TextOf(lines_[at]);
    if (StartsLikeCaption(text)) return true;
    if (HasFigureSegment(lines_[row])) return false;
    const bool near =
        Distance(at) < kHalfLine || (at > 0 && Distance(at - 1) < kHalfLine);
    return !near && (IsCentred(lines_[at]) || StandsAtEdge(lines_[at]) ||
                     ParseHeading(text).has_value());
  }

  // The next row after `at` that goes on with the table; `at` where there is
  // none.
  std::size_t NextRow(std::size_t begin, std::size_t at) const {
    std::size_t next = at + 1;
    while (next < lines_.size() && !row_[next] && next - at <= kMostBetween) {
      ++next;
    }
    if (next >= lines_.size() || !row_[next]) return at;
    for (std::size_t i = at; i < next; ++i) {
      if (Distance(i) > kRowDistance) return at;
    }
    if (next == at + 1) return next;
    LinePointers rows = RowsBetween(begin, at + 1);
    rows.push_back(&lines_[next]);
    for (std::size_t i = at + 1; i < next; ++i) {
      if (!FitsColumn(lines_[i], rows) || HeadsTable(i, next)) return at;
    }
    return next;
  }

  // Whether a lone text above or below the rows is part of a wrapped cell.
  bool IsWrapped(std::size_t at, double distance,
                 const LinePointers& rows) const {
    const PrintedLine& line = lines_[at];
    if (distance > kLineDistance || !FitsColumn(line, rows)) return false;
    if (distance < kHalfLine) return true;
    const std::string text = TextOf(line);
    return !StandsAtEdge(line) && !IsCentred(line) && line.indent > kIndent &&
           !StartsLikeCaption(text) && !ParseHeading(text) &&
           !EndsSentence(text) && line.slack > -kLineDistance;
  }

  TableRegion Grow(std::size_t first, std::size_t floor) const {
    TableRegion region{first, first + 1};
    while (true) {
      const std::size_t next = NextRow(first, region.end - 1);
      if (next + 1 == region.end) break;
      region.end = next + 1;
    }
    const LinePointers rows = RowsBetween(first, region.end);
    while (region.begin > floor &&
           IsWrapped(region.begin - 1, Distance(region.begin - 1), rows)) {
      --region.begin;
    }
    while (region.end < lines_.size() && !row_[region.end] &&
           IsWrapped(region.end, Distance(region.end - 1), rows)) {
      ++region.end;
    }
    return region;
  }

  bool IsTable(const TableRegion& region) const {
    const LinePointers rows = RowsBetween(region.begin, region.end);
    const bool continued = goes_on_ && region.begin == 0;
    if (rows.size() < 2 && !continued) return false;
    return FindColumns(rows).size() > 1;
  }

  const std::vector<PrintedLine>& lines_;
  const bool goes_on_;
  // Which lines have several segments and are no entries.
  std::vector<bool> row_;
};

}  // namespace

std::vector<TableRegion> FindTables(const PrintedPage& page, bool goes_on) {
  return RegionFinder(page, goes_on).Find();
}

}  // namespace nianbao::intake
