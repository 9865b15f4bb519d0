#include "services/intake/readers/headings.h"

#include <array>

#include "services/intake/readers/lines.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

constexpr int kLongestHeading = 42;

constexpr std::array<std::u32string_view, 9> kUnnumbered = {
    U"前言",   U"目录", U"目 录", U"引言", U"结语",
    U"结束语", U"后记", U"附录",  U"附表"};

bool IsHanNumeral(char32_t c) {
  return std::u32string_view(U"一二三四五六七八九十百零").find(c) !=
         std::u32string_view::npos;
}

bool IsSentence(const Chars& text) {
  for (int i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c == U'。' || c == U';' || c == U'!' || c == U'?') return true;
    if (c == U',' && i > 0 && text.size() > 24) return true;
  }
  return false;
}

int SkipHanNumerals(const Chars& text, int at) {
  while (IsHanNumeral(text[at])) ++at;
  return at;
}

int SkipDigits(const Chars& text, int at) {
  while (IsDigit(text[at])) ++at;
  return at;
}

HeadingText Make(const Chars& text, int number_end, NumberStyle style,
                 int depth) {
  return {style, depth, Trim(text.Text(0, number_end)),
          Trim(text.Text(number_end, text.size()))};
}

std::optional<HeadingText> ParseBracketed(const Chars& text) {
  if (text[0] != U'(') return std::nullopt;
  const int han = SkipHanNumerals(text, 1);
  const int arabic = SkipDigits(text, 1);
  const int end = han > 1 ? han : arabic;
  if (end == 1 || text[end] != U')') return std::nullopt;
  return Make(text, end + 1,
              han > 1 ? NumberStyle::kHanBracket : NumberStyle::kArabicBracket,
              1);
}

std::optional<HeadingText> ParseHan(const Chars& text) {
  if (text[0] == U'第') {
    const int end = SkipHanNumerals(text, 1);
    const char32_t c = text[end];
    if (end == 1 || (c != U'章' && c != U'节' && c != U'部')) {
      return std::nullopt;
    }
    const int after = c == U'部' && text[end + 1] == U'分' ? end + 2 : end + 1;
    return Make(text, after, NumberStyle::kChapter, 1);
  }
  const int end = SkipHanNumerals(text, 0);
  if (end == 0 || (text[end] != U'、' && text[end] != U'.')) {
    return std::nullopt;
  }
  return Make(text, end + 1, NumberStyle::kHanComma, 1);
}

std::optional<HeadingText> ParseArabic(const Chars& text) {
  int at = SkipDigits(text, 0);
  if (at == 0 || at > 2) return std::nullopt;
  int depth = 1;
  while (text[at] == U'.' && IsDigit(text[at + 1])) {
    const int end = SkipDigits(text, at + 1);
    // 13.85 万平方米 is a figure: sections are not counted that far.
    const bool counted =
        end - at == 2 || (end - at == 3 && text[at + 1] <= U'3');
    if (!counted) return std::nullopt;
    at = end;
    ++depth;
  }
  const char32_t mark = text[at];
  const bool marked = mark == U'.' || mark == U'、';
  if (marked) ++at;
  if (!marked && (depth == 1 || !(IsSpace(mark) || IsHan(mark)))) {
    return std::nullopt;
  }
  return Make(text, at,
              depth == 1 ? NumberStyle::kArabic : NumberStyle::kArabicDotted,
              depth);
}

bool HasWords(const HeadingText& heading) {
  const Chars words(heading.words);
  return IsHan(words[0]) || words[0] == U'“' || IsLatin(words[0]);
}

}  // namespace

std::optional<HeadingText> ParseHeading(std::string_view line) {
  const std::string trimmed = Trim(line);
  const Chars text(trimmed);
  if (text.size() == 0 || text.size() > kLongestHeading) return std::nullopt;
  for (const std::u32string_view name : kUnnumbered) {
    if (text.folded() == name) return HeadingText{{}, 1, "", trimmed};
  }
  if (IsSentence(text)) return std::nullopt;
  auto heading = ParseBracketed(text);
  if (!heading) heading = ParseHan(text);
  if (!heading) heading = ParseArabic(text);
  if (!heading || !HasWords(*heading)) return std::nullopt;
  return heading;
}

}  // namespace nianbao::intake
