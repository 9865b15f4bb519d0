#include "services/intake/readers/docx/symbol.h"

#include <charconv>
#include <utility>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

// Symbol fonts stand in this private row; the rest is the font's own code.
constexpr unsigned int kPrivate = 0xF000;

using Glyph = std::pair<unsigned int, char32_t>;

constexpr Glyph kSymbol[] = {
    {0xA3, U'≤'}, {0xA5, U'∞'}, {0xAB, U'↔'}, {0xAC, U'←'}, {0xAD, U'↑'},
    {0xAE, U'→'}, {0xAF, U'↓'}, {0xB0, U'°'}, {0xB1, U'±'}, {0xB3, U'≥'},
    {0xB4, U'×'}, {0xB7, U'•'}, {0xB8, U'÷'}, {0xB9, U'≠'}, {0xBB, U'≈'},
    {0xBC, U'…'}, {0x2D, U'-'}, {0x6D, U'μ'},
};

constexpr Glyph kWingdings[] = {
    {0x6C, U'●'}, {0x6E, U'■'}, {0x6F, U'□'}, {0xA8, U'□'},
    {0xDF, U'←'}, {0xE0, U'→'}, {0xE1, U'↑'}, {0xE2, U'↓'},
    {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'},
};

template <std::size_t N>
char32_t Find(const Glyph (&glyphs)[N], unsigned int code) {
  for (const auto& [own, shown] : glyphs) {
    if (own == code) return shown;
  }
  return 0;
}

char32_t Shown(std::string_view font, unsigned int code) {
  if (font.substr(0, 9) == "Wingdings") return Find(kWingdings, code);
  const char32_t shown = font == "Symbol" ? Find(kSymbol, code) : U'\0';
  if (shown != 0) return shown;
  // Digits and marks stand where ASCII has them.
  const bool digit = code >= '0' && code <= '9';
  const bool mark = code > ' ' && code < '@';
  return digit || mark ? static_cast<char32_t>(code) : U'\0';
}

}  // namespace

std::string SymbolText(std::string_view font, std::string_view hex) {
  unsigned int code = 0;
  const auto [end, error] =
      std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
  if (error != std::errc() || end != hex.data() + hex.size()) return "";
  const bool symbol_font =
      (code >= kPrivate && code <= kPrivate + 0xFF) || code <= 0xFF;
  const char32_t shown =
      symbol_font ? Shown(font, code & 0xFF) : static_cast<char32_t>(code);
  const bool valid = shown >= U' ' && shown <= 0x10FFFF &&
                     !(shown >= 0xD800 && shown <= 0xDFFF);
  return valid ? ToUtf8(std::u32string(1, shown)) : "";
}

}  // namespace nianbao::intake
