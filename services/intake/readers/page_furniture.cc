#include "services/intake/readers/page_furniture.h"

#include <map>
#include <string>

namespace nianbao::intake {
namespace {

constexpr int kLongestHead = 40;
// A head stands on this many pages at least.
constexpr int kFewestPages = 3;

// Whether a page number stands next to the line, blank lines apart.
bool StandsAtPageEnd(const std::vector<Line>& lines, std::size_t at) {
  for (std::size_t i = at; i-- > 0;) {
    if (lines[i].kind == LineKind::kPageNumber) return true;
    if (lines[i].kind != LineKind::kBlank) break;
  }
  for (std::size_t i = at + 1; i < lines.size(); ++i) {
    if (lines[i].kind == LineKind::kPageNumber) return true;
    if (lines[i].kind != LineKind::kBlank) break;
  }
  return false;
}

}  // namespace

void MarkPageFurniture(std::vector<Line>& lines) {
  std::map<std::string, std::vector<std::size_t>> places;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool is_short = CountChars(lines[i].text) <= kLongestHead;
    if (lines[i].kind == LineKind::kText && is_short &&
        StandsAtPageEnd(lines, i)) {
      places[Trim(lines[i].text)].push_back(i);
    }
  }
  for (const auto& [text, found] : places) {
    if (static_cast<int>(found.size()) < kFewestPages) continue;
    for (const std::size_t i : found) lines[i].kind = LineKind::kPageNumber;
  }
}

}  // namespace nianbao::intake
