#include "services/intake/readers/package/clean_text.h"

#include <unicode/utf8.h>

#include <algorithm>

namespace nianbao::intake {
namespace {

bool IsPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= ' ' && c != '\x7F') || c == '\t' || c == '\n';
  });
}

bool IsUnseen(UChar32 c) {
  const bool control = c < ' ' && c != '\t' && c != '\n';
  return control || (c >= 0x7F && c < 0xA0) || c == 0xAD ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         c == 0x2060 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::string CleanText(std::string_view text) {
  if (IsPlain(text)) return std::string(text);
  std::string clean;
  clean.reserve(text.size());
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int32_t>(text.size());
  int32_t at = 0;
  while (at < size) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, c);
    if (IsUnseen(c)) continue;
    char buffer[4];
    int32_t length = 0;
    U8_APPEND_UNSAFE(buffer, length, c);
    clean.append(buffer, static_cast<std::size_t>(length));
  }
  return clean;
}

}  // namespace nianbao::intake
