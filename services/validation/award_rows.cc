#include "services/validation/award_rows.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "services/core/unit.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

constexpr std::size_t kFewestPrizes = 2;
constexpr std::size_t kLongestCell = 36;  // bytes: twelve characters

bool IsPrize(std::string_view word) {
  return EndsWithAny(word, {"等奖", "金奖", "银奖", "铜奖", "优秀奖"});
}

// Where a cell of the row stands, from a figure of the row; without a block
// where the row has none.
nianbao::document::v1::Place PlaceOf(const Grid& grid, int row, int column) {
  nianbao::document::v1::Place place;
  for (int c = 0; c < grid.columns(); ++c) {
    const Datum* datum = grid.at(row, c).datum;
    if (datum == nullptr) continue;
    place = datum->fact->place();
    place.set_column(column);
    place.clear_begin();
    place.clear_end();
    break;
  }
  return place;
}

}  // namespace

bool IsHeadCount(const Datum& datum) {
  return core::FindUnit(datum.quantity.unit).dimension == "人";
}

bool IsPlainCount(const Datum& datum) {
  return !datum.change && IsCount(datum) && !IsHedged(datum) &&
         datum.quantity.decimals == 0;
}

std::string PrizeOf(const Datum& datum) {
  for (const auto& dimension : datum.fact->dimensions()) {
    if (IsPrize(dimension.value())) return dimension.value();
  }
  return "";
}

std::vector<AwardRow> AwardRowsOf(const Grid& grid) {
  std::vector<AwardRow> rows;
  // A table without figures is taken for a head as a whole.
  const int first = grid.header_rows() < grid.rows() ? grid.header_rows() : 1;
  for (int row = first; row < grid.rows(); ++row) {
    for (int column = 0; column < grid.columns(); ++column) {
      const Grid::Cell& cell = grid.at(row, column);
      if (cell.datum != nullptr || cell.text.size() > kLongestCell ||
          !IsPrize(cell.text)) {
        continue;
      }
      rows.push_back({row, cell.text, PlaceOf(grid, row, column)});
      break;
    }
  }
  return rows;
}

std::map<std::string, AwardCounts> AwardCountsOf(const Passage& passage) {
  std::map<std::string, AwardCounts> all;
  for (const Mention& mention : passage.mentions()) {
    const Datum& datum = *mention.datum;
    const std::string prize = PrizeOf(datum);
    if (mention.change || prize.empty() || !IsPlainCount(datum)) continue;
    AwardCounts& counts =
        all[Compact(datum.fact->label()) + "|" + datum.quantity.unit];
    counts.stated.push_back(&datum);
    counts.prizes.push_back(prize);
  }
  for (auto it = all.begin(); it != all.end();) {
    auto prizes = it->second.prizes;
    std::sort(prizes.begin(), prizes.end());
    const bool twice =
        std::adjacent_find(prizes.begin(), prizes.end()) != prizes.end();
    it = twice || prizes.size() < kFewestPrizes ? all.erase(it) : std::next(it);
  }
  return all;
}

}  // namespace nianbao::validation
