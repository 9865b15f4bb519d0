#include "services/report/renderers/html/chart_labels.h"

namespace nianbao::report::html {
namespace {

constexpr std::size_t kMostLines = 3;

// The text's characters, each in UTF-8.
std::vector<std::string> Characters(const std::string& text) {
  std::vector<std::string> characters;
  for (const char c : text) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (!continues || characters.empty()) characters.emplace_back();
    characters.back() += c;
  }
  return characters;
}

}  // namespace

std::vector<std::string> LabelLines(const std::string& text,
                                    std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (const std::string& character : Characters(text)) {
    if (used == width) {
      if (lines.size() == kMostLines) {
        lines.back() += "…";
        break;
      }
      lines.emplace_back();
      used = 0;
    }
    lines.back() += character;
    ++used;
  }
  return lines;
}

}  // namespace nianbao::report::html
