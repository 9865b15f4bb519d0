// Builds a composed table row by row.
#ifndef NIANBAO_SERVICES_REPORT_TABLE_BUILDER_H_
#define NIANBAO_SERVICES_REPORT_TABLE_BUILDER_H_

#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "services/report/run_list.h"

namespace nianbao::report {

// A table of one header row and rows of as many cells.
class TableBuilder {
 public:
  TableBuilder(const std::string& caption,
               const std::vector<std::string>& header);

  // Adds a row; an empty list is a blank cell. The cell of column
  // `row_header` heads its row; -1 for none.
  void AddRow(const std::vector<RunList>& cells, int row_header);

  bool empty() const { return table_.rows_size() <= 1; }
  const nianbao::document::v1::Table& table() const { return table_; }

 private:
  nianbao::document::v1::Table table_;
};

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_TABLE_BUILDER_H_
