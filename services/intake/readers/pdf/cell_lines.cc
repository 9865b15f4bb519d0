// Cell lines of printed lines.

#include <algorithm>
#include <utility>

#include "services/intake/readers/cell_texts.h"
#include "services/intake/readers/pdf/box_rows.h"

namespace nianbao::intake {
namespace {

bool IsFigure(const std::string& text) {
  return IsFigureCell(text) || text == "/" || text == "-" || text == "—" ||
         text == "——" || text == "–";
}

Segment Part(const Segment& whole, std::size_t begin, std::size_t end) {
  Segment part;
  part.words.assign(whole.words.begin() + static_cast<std::ptrdiff_t>(begin),
                    whole.words.begin() + static_cast<std::ptrdiff_t>(end));
  part.left = part.words.front().left;
  part.right = part.words.back().right;
  return part;
}

// Parts a text over several columns between words of different columns, where
// one of the parts is a figure.
std::vector<Segment> Parted(const Segment& segment, double em,
                            const std::vector<BoxColumn>& columns) {
  const ColumnRange range = ColumnsOf(segment, columns);
  if (range.first == range.last) return {segment};
  std::vector<Segment> parts;
  bool figure = false;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= segment.words.size(); ++i) {
    const auto column = [&](std::size_t word) {
      return ColumnsOf(Part(segment, word, word + 1), columns);
    };
    if (column(i - 1).first != column(i - 1).last) return {segment};
    if (i < segment.words.size() && column(i) == column(i - 1)) continue;
    parts.push_back(Part(segment, begin, i));
    figure = figure || IsFigure(JoinWords(parts.back().words, em));
    begin = i;
  }
  return figure ? parts : std::vector<Segment>{segment};
}

}  // namespace

std::vector<CellLines> CellLinesOf(const LinePointers& lines,
                                   const std::vector<BoxColumn>& columns) {
  std::vector<CellLines> rows;
  for (const PrintedLine* line : lines) {
    CellLines& row = rows.emplace_back();
    for (const Segment& segment : line->segments) {
      for (const Segment& part : Parted(segment, line->em, columns)) {
        CellLine cell{ColumnsOf(part, columns),
                      part.left,
                      part.right,
                      line->center,
                      line->em,
                      JoinWords(part.words, line->em),
                      false};
        cell.figure = IsFigure(cell.text);
        // Letters of one cell that stand far apart: 合　计.
        if (!row.empty() && row.back().columns.Meets(cell.columns)) {
          CellLine& before = row.back();
          before.columns.last =
              std::max(before.columns.last, cell.columns.last);
          before.right = cell.right;
          before.text += " " + cell.text;
          before.figure = IsFigure(before.text);
        } else {
          row.push_back(std::move(cell));
        }
      }
    }
  }
  // Years above the first figures are heads.
  for (CellLines& row : rows) {
    if (std::any_of(row.begin(), row.end(), [](const CellLine& cell) {
          return cell.figure && !IsYear(cell.text);
        })) {
      break;
    }
    for (CellLine& cell : row) cell.figure = false;
  }
  return rows;
}

}  // namespace nianbao::intake
