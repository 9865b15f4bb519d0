#include "services/intake/readers/broken_lines.h"

#include "services/intake/readers/headings.h"
#include "services/intake/readers/lines.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

// A line shorter than this is whole: no page end broke it.
constexpr int kShortestBroken = 22;
constexpr int kLongestCaption = 40;

bool IsPlain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

// 表1-2 教师队伍情况: a number behind 表 or 图, and no sentence behind it.
bool IsNumberedCaption(const std::string& text) {
  const Chars chars(text);
  int at = 0;
  while (IsSpace(chars[at])) ++at;
  if (chars[at] == U'附') ++at;
  if (chars[at] != U'表' && chars[at] != U'图') return false;
  ++at;
  while (IsSpace(chars[at])) ++at;
  constexpr std::u32string_view kNumbers = U"一二三四五六七八九十";
  const bool numbered = IsDigit(chars[at]) ||
                        kNumbers.find(chars[at]) != std::u32string_view::npos;
  return numbered && chars.size() <= kLongestCaption &&
         chars.folded().find_first_of(U"。;") == std::u32string::npos &&
         chars.folded().find(U"所示") == std::u32string::npos;
}

}  // namespace

bool EndsSentence(const std::string& text) {
  const Chars chars(text);
  constexpr std::u32string_view kEnds = U"。!?;:”)】》…";
  return kEnds.find(chars[chars.size() - 1]) != std::u32string_view::npos;
}

bool GoesOn(const std::string& text, const std::string& next) {
  return !EndsSentence(text) && CountChars(text) >= kShortestBroken &&
         !ParseHeading(next) && !IsNumberedCaption(text) &&
         !IsNumberedCaption(next);
}

std::string JoinWrapped(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    const std::string piece = Trim(line);
    if (piece.empty()) continue;
    const bool parted =
        !text.empty() && IsPlain(text.back()) && IsPlain(piece.front());
    if (parted) text += ' ';
    text += piece;
  }
  return text;
}

}  // namespace nianbao::intake
