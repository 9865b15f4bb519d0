// What the text of a cell is by itself.

#include "services/intake/readers/cell_texts.h"

#include <algorithm>
#include <string_view>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {

bool IsYear(const std::string& text) {
  const std::u32string words = Fold(text);
  return words.size() == 4 &&
         std::all_of(words.begin(), words.end(), IsDigit) &&
         (words.compare(0, 2, U"19") == 0 || words.compare(0, 2, U"20") == 0);
}

bool IsNoFigure(const std::string& text) {
  const std::u32string words = Fold(text);
  return words == U"无" ||
         (!words.empty() &&
          words.find_first_not_of(U"/-—–―…*") == std::u32string::npos);
}

int HedgeOfCell(const Chars& text) {
  // Longest first.
  constexpr std::u32string_view kHedges[] = {U"大约", U"约为", U"接近", U"超过",
                                             U"不足", U"约",   U"近",   U"超",
                                             U"逾",   U"达"};
  for (const std::u32string_view hedge : kHedges) {
    if (text.HasAt(0, hedge)) return static_cast<int>(hedge.size());
  }
  return 0;
}

bool IsFigureCell(const std::string& text) {
  const Chars chars(text);
  int at = HedgeOfCell(chars);
  if (chars[0] == U'+' || chars[0] == U'-') at = 1;
  int digits = 0;
  while (IsDigit(chars[at]) ||
         (digits > 0 && IsDigit(chars[at + 1]) &&
          (chars[at] == U'.' || chars[at] == U',' || chars[at] == U':'))) {
    if (IsDigit(chars[at])) ++digits;
    ++at;
  }
  if (digits == 0) return false;
  while (IsSpace(chars[at])) ++at;
  const int rest = chars.size() - at;
  if (rest == 0 || chars[at] == U'%') return true;
  const bool year = digits == 4 && chars[at] == U'年';
  return !year && rest <= 3 && chars[at] != U'级' && chars[at] != U'届' &&
         chars[at] != U'.' && chars[at] != U'、' && chars[at] != U'年' &&
         chars[at] != U'学';
}

}  // namespace nianbao::intake
