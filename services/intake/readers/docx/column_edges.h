// Columns of a Word table without slivers.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCX_COLUMN_EDGES_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCX_COLUMN_EDGES_H_

#include <vector>

#include "services/intake/readers/docx/table_cells.h"
#include "services/intake/readers/merged_table.h"

namespace nianbao::intake {

// The column that each edge of the table's grid begins. Edges that nearly
// coincide begin the same one: editors write a column a hair wide wherever the
// borders of two rows do not meet exactly. A cell with words is never squeezed
// away.
std::vector<int> ColumnsOfEdges(const DocxTable& table);

// The rows of a table over those columns, with its merged cells.
std::vector<MergedRow> MergeCells(const DocxTable& table);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCX_COLUMN_EDGES_H_
