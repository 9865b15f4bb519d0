#include "services/intake/readers/sheet/cell_place.h"

#include <cstddef>

#include "services/intake/readers/package/xml_part.h"

namespace nianbao::intake {

std::optional<CellPlace> ParsePlace(std::string_view text) {
  CellPlace place;
  std::size_t at = 0;
  while (at < text.size() && text[at] >= 'A' && text[at] <= 'Z') {
    place.column = place.column * 26 + (text[at] - 'A' + 1);
    if (place.column > kSheetColumns) return std::nullopt;
    ++at;
  }
  place.row = ToInt(text.substr(at), 0);
  const bool inside =
      place.column > 0 && place.row > 0 && place.row <= kSheetRows;
  return inside ? std::optional<CellPlace>(place) : std::nullopt;
}

std::optional<CellRange> ParseRange(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto first = ParsePlace(text.substr(0, colon));
  const auto last = colon == std::string_view::npos
                        ? first
                        : ParsePlace(text.substr(colon + 1));
  if (!first || !last || last->row < first->row ||
      last->column < first->column) {
    return std::nullopt;
  }
  return CellRange{*first, *last};
}

std::string ColumnName(int column) {
  std::string name;
  for (; column > 0; column = (column - 1) / 26) {
    name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return name;
}

std::string PlaceName(const CellPlace& place) {
  return ColumnName(place.column) + std::to_string(place.row);
}

}  // namespace nianbao::intake
