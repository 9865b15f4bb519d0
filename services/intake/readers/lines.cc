#include "services/intake/readers/lines.h"

#include <algorithm>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

constexpr std::string_view kWideSpace = "\u3000";
constexpr std::string_view kFixedSpace = "\u00A0";

// 12, - 12 -, 第 12 页, 12/36
bool IsPageNumber(std::string_view text) {
  constexpr std::u32string_view kAround = U"- 第页共/·";
  int digits = 0;
  for (const char32_t c : Fold(text)) {
    if (IsDigit(c)) {
      ++digits;
    } else if (kAround.find(c) == std::u32string_view::npos) {
      return false;
    }
  }
  return digits > 0 && digits <= 6 && CountChars(text) <= 12;
}

LineKind KindOf(std::string_view line) {
  const std::string text = Trim(line);
  if (text.empty()) return LineKind::kBlank;
  const std::size_t first = line.find('\t');
  if (first == std::string_view::npos) {
    return IsPageNumber(text) ? LineKind::kPageNumber : LineKind::kText;
  }
  const bool leading = Trim(line.substr(0, first)).empty();
  const bool single = line.find('\t', first + 1) == std::string_view::npos;
  return leading && single ? LineKind::kCell : LineKind::kRow;
}

void StripLayout(std::string& line) {
  line.erase(std::remove_if(line.begin(), line.end(),
                            [](char c) { return c == '\r' || c == '\f'; }),
             line.end());
}

}  // namespace

std::vector<Line> SplitLines(std::string_view utf8) {
  std::vector<Line> lines;
  std::size_t at = 0;
  while (at <= utf8.size()) {
    std::size_t end = utf8.find('\n', at);
    if (end == std::string_view::npos) end = utf8.size();
    Line line;
    line.number = static_cast<int>(lines.size()) + 1;
    line.text = std::string(utf8.substr(at, end - at));
    StripLayout(line.text);
    line.kind = KindOf(line.text);
    lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

std::vector<std::string> SplitCells(std::string_view line) {
  std::vector<std::string> cells;
  std::size_t at = 0;
  while (true) {
    const std::size_t tab = line.find('\t', at);
    cells.push_back(Trim(line.substr(at, tab - at)));
    if (tab == std::string_view::npos) return cells;
    at = tab + 1;
  }
}

std::string Trim(std::string_view text) {
  const auto cut_front = [&](std::string_view space) {
    const bool found = text.substr(0, space.size()) == space;
    if (found) text.remove_prefix(space.size());
    return found;
  };
  const auto cut_back = [&](std::string_view space) {
    const bool found = text.size() >= space.size() &&
                       text.substr(text.size() - space.size()) == space;
    if (found) text.remove_suffix(space.size());
    return found;
  };
  while (cut_front(" ") || cut_front("\t") || cut_front(kWideSpace) ||
         cut_front(kFixedSpace)) {
  }
  while (cut_back(" ") || cut_back("\t") || cut_back(kWideSpace) ||
         cut_back(kFixedSpace)) {
  }
  return std::string(text);
}

int CountChars(std::string_view utf8) {
  return static_cast<int>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace nianbao::intake
