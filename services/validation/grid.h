// Tables as a grid of texts and data.
#ifndef NIANBAO_SERVICES_VALIDATION_GRID_H_
#define NIANBAO_SERVICES_VALIDATION_GRID_H_

#include <string>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "services/validation/datum.h"

namespace nianbao::validation {

// A table with what its cells say. Spanned cells repeat their text in every
// place they cover, so that a head stands over each of its columns. A table
// that a page break cut in two is one grid.
class Grid {
 public:
  struct Cell {
    std::string text;  // without spaces
    const Datum* datum = nullptr;
    bool header = false;
  };

  Grid(const nianbao::document::v1::Block& block, const Data& data,
       int position);

  // Appends the rows of the table behind a page break.
  void Continue(const Grid& rest);

  int rows() const { return static_cast<int>(cells_.size()); }
  int columns() const { return columns_; }
  int header_rows() const { return header_rows_; }
  const Cell& at(int row, int column) const {
    return cells_[static_cast<std::size_t>(row)]
                 [static_cast<std::size_t>(column)];
  }

  // Whether some cell of the row is a figure.
  bool HasFigure(int row) const;

  // The words over a column: its head cells from top to bottom, each once.
  std::string HeadOf(int column) const;

  // The words in front of a row: its first cells that are no figures.
  std::string HeadOfRow(int row) const;

  // The grid with rows and columns changed; its heads are the first columns
  // without figures.
  Grid Transposed() const;

  int position() const { return position_; }

 private:
  Grid() = default;
  void PlaceData(const std::vector<const Datum*>& data);

  std::vector<std::vector<Cell>> cells_;
  int columns_ = 0;
  int header_rows_ = 0;
  int position_ = 0;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_GRID_H_
