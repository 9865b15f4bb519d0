#include "services/validation/grid.h"

#include <algorithm>

#include "services/core/document.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::document::v1::Block;
using nianbao::document::v1::Table;
using nianbao::fact::v1::ORIGIN_TEXT;

int ColumnsOf(const Table& table) {
  int columns = table.column_count();
  for (const auto& row : table.rows()) {
    for (const auto& cell : row.cells()) {
      columns =
          std::max(columns, cell.column() + std::max(cell.column_span(), 1));
    }
  }
  return columns;
}

}  // namespace

Grid::Grid(const Block& block, const Data& data, int position)
    : columns_(ColumnsOf(block.table())),
      header_rows_(
          std::min(block.table().header_rows(), block.table().rows_size())),
      position_(position) {
  const Table& table = block.table();
  cells_.assign(static_cast<std::size_t>(table.rows_size()),
                std::vector<Cell>(static_cast<std::size_t>(columns_)));
  for (int r = 0; r < table.rows_size(); ++r) {
    for (const auto& cell : table.rows(r).cells()) {
      const std::string text = Compact(core::TextOf(cell.runs()));
      const int bottom =
          std::min(r + std::max(cell.row_span(), 1), table.rows_size());
      const int right =
          std::min(cell.column() + std::max(cell.column_span(), 1), columns_);
      for (int y = r; y < bottom; ++y) {
        for (int x = cell.column(); x < right; ++x) {
          auto& place =
              cells_[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
          place.text = text;
          place.header = cell.header();
        }
      }
    }
  }
  PlaceData(data.InBlock(block.id()));
  // Heads of two lines: rows of words below the head are part of it.
  while (header_rows_ > 0 && header_rows_ < rows() &&
         !HasFigure(header_rows_)) {
    ++header_rows_;
  }
}

bool Grid::HasFigure(int row) const {
  const auto& cells = cells_[static_cast<std::size_t>(row)];
  return std::any_of(cells.begin(), cells.end(),
                     [](const Cell& c) { return c.datum != nullptr; });
}

void Grid::PlaceData(const std::vector<const Datum*>& data) {
  for (const Datum* datum : data) {
    const auto& place = datum->fact->place();
    // What a cell says in sentences is not the cell's figure.
    if (datum->fact->origin() == ORIGIN_TEXT) continue;
    if (place.row() >= rows() || place.column() >= columns_) continue;
    auto& cell = cells_[static_cast<std::size_t>(place.row())]
                       [static_cast<std::size_t>(place.column())];
    // A cell with two figures, such as a range, has no one value.
    cell.datum = cell.datum == nullptr ? datum : nullptr;
  }
}

void Grid::Continue(const Grid& rest) {
  cells_.insert(cells_.end(), rest.cells_.begin(), rest.cells_.end());
}

std::string Grid::HeadOf(int column) const {
  std::string head;
  std::string last;
  for (int row = 0; row < header_rows_; ++row) {
    const std::string& text = at(row, column).text;
    if (!text.empty() && text != last) head += text;
    last = text;
  }
  return head;
}

std::string Grid::HeadOfRow(int row) const {
  std::string head;
  for (int column = 0; column < columns_; ++column) {
    const Cell& cell = at(row, column);
    if (cell.datum != nullptr) break;
    head += cell.text;
  }
  return head;
}

Grid Grid::Transposed() const {
  Grid turned;
  turned.columns_ = rows();
  turned.position_ = position_;
  turned.cells_.assign(static_cast<std::size_t>(columns_),
                       std::vector<Cell>(static_cast<std::size_t>(rows())));
  for (int row = 0; row < rows(); ++row) {
    for (int column = 0; column < columns_; ++column) {
      turned.cells_[static_cast<std::size_t>(column)]
                   [static_cast<std::size_t>(row)] = at(row, column);
    }
  }
  while (turned.header_rows_ < turned.rows() &&
         !turned.HasFigure(turned.header_rows_)) {
    ++turned.header_rows_;
  }
  return turned;
}

}  // namespace nianbao::validation
