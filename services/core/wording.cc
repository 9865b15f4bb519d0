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

// Whether a byte may begin what is changed or dropped. Few characters do, and
// none of the bytes that go on with one. Catalogues are full of wordings, so
// all other bytes are passed over at once.
constexpr std::array<bool, 256> LeadsOf(std::string_view bytes) {
  std::array<bool, 256> leads = {};
  for (const char c : bytes) leads[static_cast<unsigned char>(c)] = true;
  return leads;
}
constexpr auto kChangeLeads =
    LeadsOf("\t\n\v\f\r ABCDEFGHIJKLMNOPQRSTUVWXYZ\xC2\xE3\xEF");
constexpr auto kMarkLeads = LeadsOf("!\"'(),-./:;<>?[]_{}\xC2\xE2\xE3");

// Moves the bytes before the first that may begin such from `text` to `into`.
void MovePlain(const std::array<bool, 256>& leads, std::string_view& text,
               std::string& into) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end && !leads[static_cast<unsigned char>(*at)]) ++at;
  into.append(text.data(), at);
  text = {at, static_cast<std::size_t>(end - at)};
}

// Bytes of the mark at the start of `text`, whose first byte leads some; 0
// where there is none.
std::size_t MarkSize(std::string_view text) {
  if (static_cast<unsigned char>(text.front()) < 0x80) return 1;
  for (const std::string_view mark : kMarks) {
    if (text.substr(0, mark.size()) == mark) return mark.size();
  }
  return 0;
}

}  // namespace

std::string NormalWording(std::string_view text) {
  std::string normal;
  normal.reserve(text.size());
  while (true) {
    MovePlain(kChangeLeads, text, normal);
    if (text.empty()) return normal;
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
}

std::string WordingKey(std::string_view text) {
  const std::string normal = NormalWording(text);
  std::string_view rest = normal;
  std::string key;
  key.reserve(normal.size());
  while (true) {
    MovePlain(kMarkLeads, rest, key);
    if (rest.empty()) return key;
    const std::size_t mark = MarkSize(rest);
    if (mark == 0) key += rest.front();
    rest.remove_prefix(mark == 0 ? 1 : mark);
  }
}

}  // namespace nianbao::core
