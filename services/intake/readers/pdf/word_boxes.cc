#include "services/intake/readers/pdf/word_boxes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/core/errors.h"
#include "services/intake/readers/lines.h"
#include "services/intake/readers/package/clean_text.h"
#include "services/intake/readers/package/file_errors.h"

namespace nianbao::intake {
namespace {

constexpr std::size_t kMostPages = 20'000;
constexpr std::size_t kMostWords = 2'000'000;
// No page is larger: 200 inches are the format's own limit.
constexpr double kFarthest = 15'000;

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// The number in `name="…"`; false where there is none in range.
bool Attribute(std::string_view tag, std::string_view name, double& value) {
  const std::size_t at = tag.find(
      absl::StrCat(" ", absl::string_view(name.data(), name.size()), "=\""));
  if (at == std::string_view::npos) return false;
  const std::size_t begin = at + name.size() + 3;
  const std::size_t end = tag.find('"', begin);
  if (end == std::string_view::npos) return false;
  return absl::SimpleAtod({tag.data() + begin, end - begin}, &value) &&
         std::isfinite(value) && std::abs(value) <= kFarthest;
}

std::string Unescape(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kEntities = {
      {{"&amp;", '&'},
       {"&lt;", '<'},
       {"&gt;", '>'},
       {"&quot;", '"'},
       {"&apos;", '\''}}};
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const auto* const entity =
        text[at] == '&'
            ? std::find_if(kEntities.begin(), kEntities.end(),
                           [&](const auto& one) {
                             return StartsWith(text.substr(at), one.first);
                           })
            : kEntities.end();
    const bool found = entity != kEntities.end();
    plain += found ? entity->second : text[at];
    at += found ? entity->first.size() : 1;
  }
  return plain;
}

// Adds the word that a line of print describes.
void AddWord(std::string_view line, BoxPage& page) {
  const std::size_t begin = line.find('>');
  const std::size_t end = line.rfind("</word>");
  if (begin == std::string_view::npos || end == std::string_view::npos ||
      end <= begin) {
    return;
  }
  const std::string_view tag = line.substr(0, begin);
  WordBox word;
  if (!Attribute(tag, "xMin", word.left) || !Attribute(tag, "yMin", word.top) ||
      !Attribute(tag, "xMax", word.right) ||
      !Attribute(tag, "yMax", word.bottom)) {
    return;
  }
  if (word.left > word.right) std::swap(word.left, word.right);
  if (word.top > word.bottom) std::swap(word.top, word.bottom);
  word.text =
      Trim(CleanText(Unescape(line.substr(begin + 1, end - begin - 1))));
  if (!word.text.empty()) page.words.push_back(std::move(word));
}

}  // namespace

absl::StatusOr<std::vector<BoxPage>> ParseWordBoxes(std::string_view print) {
  std::vector<BoxPage> pages;
  std::size_t words = 0;
  bool open = false;
  for (std::size_t at = 0; at < print.size();) {
    std::size_t end = print.find('\n', at);
    if (end == std::string_view::npos) end = print.size();
    std::string_view line = print.substr(at, end - at);
    at = end + 1;
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (StartsWith(line, "<page ")) {
      if (pages.size() >= kMostPages) {
        return FileTooLarge(
            "", absl::StrCat("the file has more than ", kMostPages, " pages"));
      }
      open = true;
      BoxPage& page = pages.emplace_back();
      Attribute(line, "width", page.width);
      Attribute(line, "height", page.height);
    } else if (StartsWith(line, "</doc>")) {
      open = false;  // the end mark of a page without words is missing
    } else if (open && StartsWith(line, "<word ")) {
      if (++words > kMostWords) {
        return FileTooLarge(
            "", absl::StrCat("the file has more than ", kMostWords, " words"));
      }
      AddWord(line, pages.back());
    }
  }
  if (open) return DamagedFile("", "what it prints has no end");
  return pages;
}

}  // namespace nianbao::intake
