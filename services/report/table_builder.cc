#include "services/report/table_builder.h"

namespace nianbao::report {

TableBuilder::TableBuilder(const std::string& caption,
                           const std::vector<std::string>& header) {
  table_.set_caption(caption);
  table_.set_column_count(static_cast<int>(header.size()));
  table_.set_header_rows(1);
  std::vector<RunList> cells;
  for (const std::string& text : header) cells.push_back(RunList().Text(text));
  AddRow(cells, -1);
  for (auto& cell : *table_.mutable_rows(0)->mutable_cells()) {
    cell.set_header(true);
  }
}

void TableBuilder::AddRow(const std::vector<RunList>& cells, int row_header) {
  auto& row = *table_.add_rows();
  int column = 0;
  for (const RunList& content : cells) {
    auto& cell = *row.add_cells();
    *cell.mutable_runs() = content.runs();
    cell.set_column(column);
    cell.set_header(column == row_header);
    ++column;
  }
}

}  // namespace nianbao::report
