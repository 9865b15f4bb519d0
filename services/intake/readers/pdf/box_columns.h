// Columns of printed tables.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PDF_BOX_COLUMNS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PDF_BOX_COLUMNS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "services/intake/readers/pdf/printed_lines.h"

namespace nianbao::intake {

// A column: where the texts of its cells stand together.
struct BoxColumn {
  double left = 0;
  double right = 0;
};

// Columns from `first` to `last`.
struct ColumnRange {
  std::size_t first = 0;
  std::size_t last = 0;

  bool operator==(const ColumnRange& other) const {
    return first == other.first && last == other.last;
  }
  bool Meets(const ColumnRange& other) const {
    return first <= other.last && other.first <= last;
  }
};

using LinePointers = std::vector<const PrintedLine*>;

// Columns of a table from left to right: what no text of a row crosses. Heads
// over several columns make none. Empty where no line has two segments.
std::vector<BoxColumn> FindColumns(const LinePointers& lines);

// How many columns a segment stands over; none where it is in a gap.
std::size_t CountColumns(const Segment& segment,
                         const std::vector<BoxColumn>& columns);

// The columns over which a segment stands; between two columns, both.
// `columns` are not empty.
ColumnRange ColumnsOf(const Segment& segment,
                      const std::vector<BoxColumn>& columns);

// Whether a line shows a figure that is no year in a segment of its own.
bool HasFigureSegment(const PrintedLine& line);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PDF_BOX_COLUMNS_H_
