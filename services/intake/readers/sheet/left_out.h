// What was left out of a sheet, in words.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_LEFT_OUT_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_LEFT_OUT_H_

#include <set>
#include <string>
#include <vector>

#include "services/intake/readers/sheet/cell_place.h"

namespace nianbao::intake {

// Rows, columns and cells that hold something and were not read.
struct LeftOut {
  std::set<int> hidden_rows;
  std::set<int> hidden_columns;
  std::vector<CellPlace> formulas;

  // A sentence for each kind; none where nothing was left out.
  std::vector<std::string> Notes(const std::string& sheet) const;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_LEFT_OUT_H_
