#include "services/core/wording.h"

#include <array>
#include <cstddef>

namespace nianbao::core {
namespace {

constexpr std::string_view kWideSpace = "\xE3\x80\x80";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

char Small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The ASCII form of U+FF01 to U+FF5E at the start of `text`; 0 for others.
char HalfWidth(std::string_view text) {
  if (text.size() < 3 || text[0] != '\xEF') return 0;
  const int middle = static_cast<unsigned char>(text[1]);
  const int last = static_cast<unsigned char>(text[2]);
  if ((middle != 0xBC && middle != 0xBD) || (last & 0xC0) != 0x80) return 0;
  const int ascii = (middle - 0xBC) * 64 + (last - 0x80) + 0x20;
  return ascii > 0x20 && ascii < 0x7F ? static_cast<char>(ascii) : 0;
}

// Marks beside the ASCII ones; full-width forms of those are ASCII by then.
constexpr std::array<std::string_view, 19> kMarks = {
    "、", "。", "《", "》", "〈", "〉", "“", "”", "‘", "’",
    "「", "」", "『", "』", "【", "】", "—", "…", "·"};
constexpr std::string_view kAsciiMarks = "!\"'(),-./:;<>?[]_{}";

// Whether a mark of several bytes may begin with `lead`. Few characters do, and
// none of the bytes that go on with one: catalogues are full of wordings.
bool MayLeadMark(char lead) {
  return lead == '\xC2' || lead == '\xE2' || lead == '\xE3';
}

// Bytes of the mark at the start of `text`; 0 where there is none.
std::size_t MarkSize(std::string_view text) {
  const char lead = text.front();
  if (static_cast<unsigned char>(lead) < 0x80) {
    return kAsciiMarks.find(lead) != std::string_view::npos ? 1 : 0;
  }
  if (!MayLeadMark(lead)) return 0;
  for (const std::string_view mark : kMarks) {
    if (text.substr(0, mark.size()) == mark) return mark.size();
  }
  return 0;
}

}  // namespace

std::string NormalWording(std::string_view text) {
  std::string normal;
  normal.reserve(text.size());
  while (!text.empty()) {
    std::size_t size = 1;
    if (text.substr(0, 3) == kWideSpace) {
      size = 3;
    } else if (text.substr(0, 2) == kNoBreakSpace) {
      size = 2;
    } else if (const char half = HalfWidth(text)) {
      normal += Small(half);
      size = 3;
    } else if (!IsSpace(text.front())) {
      normal += Small(text.front());
    }
    text.remove_prefix(size);
  }
  return normal;
}

std::string WordingKey(std::string_view text) {
  const std::string normal = NormalWording(text);
  std::string_view rest = normal;
  std::string key;
  key.reserve(normal.size());
  while (!rest.empty()) {
    const std::size_t mark = MarkSize(rest);
    if (mark == 0) key += rest.front();
    rest.remove_prefix(mark == 0 ? 1 : mark);
  }
  return key;
}

}  // namespace nianbao::core
