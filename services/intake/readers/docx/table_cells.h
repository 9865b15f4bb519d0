// Rows and cells of a Word table over its grid.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCX_TABLE_CELLS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCX_TABLE_CELLS_H_

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace nianbao::intake {

// A cell over grid columns [begin, end).
struct DocxCell {
  pugi::xml_node node;
  int begin = 0;
  int end = 0;
  // Whether it goes on with the cell above it.
  bool goes_on = false;
  // Whether cells below may go on with it.
  bool starts_merge = false;
  // Set by whoever reads the cell's paragraphs.
  std::string text;
};

// A row.
struct DocxRow {
  std::vector<DocxCell> cells;
  // Whether it is repeated as a head on every page.
  bool head = false;
};

// A table as Word keeps it.
struct DocxTable {
  // Widths of the grid's columns in twentieths of a point; at least as many as
  // the cells need.
  std::vector<std::int64_t> widths;
  std::vector<DocxRow> rows;
};

// Reads a <tbl>; deleted rows and cells go. InvalidArgument with reason
// FILE_TOO_LARGE for more than 1,024 grid columns.
absl::StatusOr<DocxTable> ReadTableCells(pugi::xml_node table);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCX_TABLE_CELLS_H_
