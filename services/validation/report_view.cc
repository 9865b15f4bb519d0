#include "services/validation/report_view.h"

#include <utility>

namespace nianbao::validation {

using nianbao::document::v1::Document;
using nianbao::document::v1::Paragraph;

ReportView::ReportView(const Document& document, const core::Facts& facts,
                       const Terms& terms, int data_year)
    : document_(document), terms_(terms), data_(facts, terms, data_year) {
  bool behind_table = false;
  for (int i = 0; i < document.blocks_size(); ++i) {
    const auto& block = document.blocks(i);
    if (block.has_table()) {
      Grid grid(block, data_, i);
      if (behind_table && grid.header_rows() == 0 &&
          grid.columns() == grids_.back().columns()) {
        grids_.back().Continue(grid);
      } else {
        grids_.push_back(std::move(grid));
      }
    } else if (block.has_paragraph() &&
               block.paragraph().role() != Paragraph::ROLE_CONTENTS) {
      passages_.emplace_back(block, data_, i);
    }
    behind_table = block.has_table();
  }
}

}  // namespace nianbao::validation
