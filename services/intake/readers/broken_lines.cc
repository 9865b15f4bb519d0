#include "services/intake/readers/broken_lines.h"

#include "services/intake/readers/headings.h"
#include "services/intake/readers/lines.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

// A line shorter than this is whole: no page end broke it.
constexpr int kShortestBroken = 22;

bool IsPlain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

}  // namespace

bool EndsSentence(const std::string& text) {
  const Chars chars(text);
  constexpr std::u32string_view kEnds = U"。!?;:”)】》…";
  return kEnds.find(chars[chars.size() - 1]) != std::u32string_view::npos;
}

bool GoesOn(const std::string& text, const std::string& next) {
  return !EndsSentence(text) && CountChars(text) >= kShortestBroken &&
         !ParseHeading(next);
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
