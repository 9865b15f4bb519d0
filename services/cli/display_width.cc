#include "services/cli/display_width.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace nianbao::cli {
namespace {

// A character with its bytes.
struct Character {
  char32_t code;
  std::size_t bytes;
};

// The character at the start of `text`, which is not empty; a byte that
// begins none counts as one.
Character FirstOf(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t bytes = lead < 0xC0   ? 1
                            : lead < 0xE0 ? 2
                            : lead < 0xF0 ? 3
                                          : 4;
  if (bytes > text.size()) return {lead, 1};
  char32_t code = bytes == 1 ? lead : lead & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    code = (code << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  return {code, bytes};
}

struct Range {
  char32_t first;
  char32_t last;
};

// East Asian wide and full-width blocks.
constexpr std::array<Range, 7> kWide = {{{0x1100, 0x115F},
                                         {0x2E80, 0xA4CF},
                                         {0xAC00, 0xD7A3},
                                         {0xF900, 0xFAFF},
                                         {0xFE30, 0xFE4F},
                                         {0xFF00, 0xFF60},
                                         {0x20000, 0x3FFFD}}};

int WidthOf(char32_t code) {
  const bool wide =
      (code >= 0xFFE0 && code <= 0xFFE6) ||
      std::any_of(kWide.begin(), kWide.end(), [code](const Range& range) {
        return code >= range.first && code <= range.last;
      });
  return wide ? 2 : 1;
}

std::string Spaces(int count) {
  return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

}  // namespace

int DisplayWidth(std::string_view text) {
  int width = 0;
  while (!text.empty()) {
    const Character character = FirstOf(text);
    width += WidthOf(character.code);
    text.remove_prefix(character.bytes);
  }
  return width;
}

std::string CutToWidth(std::string_view text, int columns) {
  if (DisplayWidth(text) <= columns) return std::string(text);
  std::string cut;
  int width = 1;  // of the ellipsis
  while (!text.empty()) {
    const Character character = FirstOf(text);
    width += WidthOf(character.code);
    if (width > columns) break;
    cut += text.substr(0, character.bytes);
    text.remove_prefix(character.bytes);
  }
  return columns > 0 ? cut + "…" : "";
}

std::string PadRight(const std::string& text, int columns) {
  return text + Spaces(columns - DisplayWidth(text));
}

std::string PadLeft(const std::string& text, int columns) {
  return Spaces(columns - DisplayWidth(text)) + text;
}

}  // namespace nianbao::cli
