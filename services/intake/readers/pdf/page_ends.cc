#include "services/intake/readers/pdf/page_ends.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "services/intake/readers/lines.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

// Lines at each end of a page that can be heads or feet.
constexpr std::size_t kMostLines = 3;
// They stand in this part of the page's height at each end.
constexpr double kEndPart = 0.12;
// Heights on different pages that are the same, in points.
constexpr double kSameHeight = 3;

// Words and height of a line; runs of digits are one mark.
using Key = std::pair<std::string, long>;

Key KeyOf(const PrintedLine& line) {
  std::string words;
  for (const char32_t c : Fold(TextOf(line))) {
    if (IsSpace(c)) continue;
    if (!IsDigit(c)) {
      words += ToUtf8(std::u32string_view(&c, 1));
    } else if (words.empty() || words.back() != '#') {
      words += '#';
    }
  }
  return {words, std::lround(line.center / kSameHeight)};
}

bool IsPageNumber(const PrintedLine& line) {
  if (line.segments.size() != 1) return false;
  const auto lines = SplitLines(TextOf(line));
  return lines.front().kind == LineKind::kPageNumber;
}

// Places of a page's lines that stand at its ends.
std::vector<std::size_t> EndLines(const PrintedPage& page) {
  std::vector<std::size_t> ends;
  const std::size_t count = page.lines.size();
  for (std::size_t i = 0; i < count; ++i) {
    const double at = page.lines[i].center;
    const bool head = i < kMostLines && at < kEndPart * page.height;
    const bool foot =
        i + kMostLines >= count && at > (1 - kEndPart) * page.height;
    if (head || foot) ends.push_back(i);
  }
  return ends;
}

// Cells of a table that goes on at the page's beginning stand at the same
// height on each page, too: a head keeps its distance from the text.
bool KeepsDistance(const PrintedPage& page, std::size_t at) {
  const PrintedLine& line = page.lines[at];
  if (line.segments.size() == 1) return true;
  const bool head = line.center < page.height / 2;
  if (head && at + 1 == page.lines.size()) return true;
  if (!head && at == 0) return true;
  const PrintedLine& beside = page.lines[head ? at + 1 : at - 1];
  return std::abs(beside.center - line.center) > 2 * line.em;
}

// The first and the last page on which a line was found.
struct Pages {
  std::size_t first = 0;
  std::size_t last = 0;
};
using FoundOn = std::map<Key, Pages>;

void Note(const Key& key, std::size_t page, FoundOn& found) {
  const auto [at, first] = found.try_emplace(key, Pages{page, page});
  if (!first) at->second.last = page;
}

// Whether a line stands on two pages or more; heights are rounded, so
// neighbours count together.
bool IsOnSeveral(const FoundOn& found, const Key& key) {
  Pages pages = found.at(key);
  for (const long step : {-1L, 1L}) {
    const auto at = found.find({key.first, key.second + step});
    if (at == found.end()) continue;
    pages.first = std::min(pages.first, at->second.first);
    pages.last = std::max(pages.last, at->second.last);
  }
  return pages.first != pages.last;
}

}  // namespace

void DropPageEnds(std::vector<PrintedPage>& pages) {
  FoundOn found;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const std::size_t i : EndLines(pages[p])) {
      Note(KeyOf(pages[p].lines[i]), p, found);
    }
  }
  for (PrintedPage& page : pages) {
    std::vector<std::size_t> drop;
    for (const std::size_t i : EndLines(page)) {
      const PrintedLine& line = page.lines[i];
      const bool repeated =
          IsOnSeveral(found, KeyOf(line)) && KeepsDistance(page, i);
      if (repeated || IsPageNumber(line)) drop.push_back(i);
    }
    for (auto i = drop.rbegin(); i != drop.rend(); ++i) {
      page.lines.erase(page.lines.begin() + static_cast<std::ptrdiff_t>(*i));
    }
  }
}

}  // namespace nianbao::intake
