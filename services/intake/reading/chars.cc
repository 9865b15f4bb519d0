#include "services/intake/reading/chars.h"

#include <unicode/utf8.h>

#include "services/intake/reading/plain_forms.h"

namespace nianbao::intake {
namespace {

// Full-width forms stand in one row of Unicode, in ASCII order.
char32_t FoldChar(char32_t c) {
  if (c < 0x80 || IsHan(c)) return c;
  if (c >= U'！' && c <= U'～') return c - U'！' + U'!';
  if (c == U'\u3000' || c == U'\u00A0') return U' ';
  if (c == U'\u2009' || c == U'\u202F') return U' ';
  if (c == U'—' || c == U'–' || c == U'−' || c == U'―') return U'-';
  if (c == U'‐' || c == U'‑' || c == U'‒' || c == U'﹣') return U'-';
  if (c == U'〜' || c == U'∼') return U'~';
  if (c == U'﹪') return U'%';
  if (c == U'∶' || c == U'︰' || c == U'﹕') return U':';
  if (c == U'﹢') return U'+';
  return c < 0x2E80 ? c : PlainForm(c);
}

}  // namespace

Chars::Chars(std::string_view utf8) : utf8_(utf8) {
  // Han characters, which texts mostly have, take three bytes.
  const std::size_t usual = utf8.size() / 3 + 1;
  folded_.reserve(usual);
  offsets_.reserve(usual + 1);
  const auto* bytes = reinterpret_cast<const uint8_t*>(utf8_.data());
  const auto size = static_cast<int32_t>(utf8_.size());
  int32_t at = 0;
  while (at < size) {
    offsets_.push_back(at);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, c);
    folded_.push_back(FoldChar(static_cast<char32_t>(c)));
  }
  offsets_.push_back(size);
}

char32_t Chars::operator[](int i) const {
  if (i < 0 || i >= size()) return 0;
  return folded_[static_cast<std::size_t>(i)];
}

std::string Chars::Text(int begin, int end) const {
  if (begin >= end) return "";
  return utf8_.substr(static_cast<std::size_t>(Offset(begin)),
                      static_cast<std::size_t>(Offset(end) - Offset(begin)));
}

bool Chars::HasAt(int at, std::u32string_view word) const {
  if (at < 0 || at + static_cast<int>(word.size()) > size()) return false;
  // Most words are asked for at places where another character stands.
  if (word.empty()) return true;
  if (folded_[static_cast<std::size_t>(at)] != word.front()) return false;
  return folded_.compare(static_cast<std::size_t>(at), word.size(), word) == 0;
}

bool Chars::EndsAt(int end, std::u32string_view word) const {
  return HasAt(end - static_cast<int>(word.size()), word);
}

std::u32string Fold(std::string_view utf8) { return Chars(utf8).folded(); }

std::string ToUtf8(std::u32string_view chars) {
  std::string text;
  for (const char32_t c : chars) {
    char buffer[4];
    int length = 0;
    U8_APPEND_UNSAFE(buffer, length, static_cast<UChar32>(c));
    text.append(buffer, static_cast<std::size_t>(length));
  }
  return text;
}

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool IsLatin(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool IsHan(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

bool IsSpace(char32_t c) { return c == U' ' || c == U'\t' || c == U'\n'; }

}  // namespace nianbao::intake
