// Tables whose merged cells are known.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_MERGED_TABLE_H_
#define NIANBAO_SERVICES_INTAKE_READERS_MERGED_TABLE_H_

#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"

namespace nianbao::intake {

// A cell at its place in the grid.
struct MergedCell {
  std::string text;
  int column = 0;
  int column_span = 1;
  int row_span = 1;
};

// A row: cells from left to right, without those that another cell covers.
struct MergedRow {
  std::vector<MergedCell> cells;
  // Source line; zero where there is none.
  int line = 0;
  // Whether the file itself says that this is a head.
  bool head = false;
};

// Columns of the grid that the rows need.
int CountColumns(const std::vector<MergedRow>& rows);

// The table of rows. Leading rows are heads where the file says so or where
// they have no figures, as MakeTable finds them. Only heads keep the columns
// that they cover: what stands below belongs to each of them. Any other cell
// stands in its first column, so that its figure counts once.
nianbao::document::v1::Table MakeMergedTable(const std::vector<MergedRow>& rows,
                                             const std::string& block_id);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_MERGED_TABLE_H_
