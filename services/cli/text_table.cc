#include "services/cli/text_table.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "services/cli/display_width.h"

namespace nianbao::cli {

TextTable::TextTable(std::vector<Align> columns)
    : columns_(std::move(columns)) {}

void TextTable::Add(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  rows_.push_back(std::move(cells));
}

std::string TextTable::Text(const std::string& indent) const {
  std::vector<int> widths(columns_.size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], DisplayWidth(row[i]));
    }
  }
  std::string text;
  for (const auto& row : rows_) {
    std::string line = indent;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += "  ";
      line += columns_[i] == Align::kLeft ? PadRight(row[i], widths[i])
                                          : PadLeft(row[i], widths[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace nianbao::cli
