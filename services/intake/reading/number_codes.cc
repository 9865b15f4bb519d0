#include "services/intake/reading/number_codes.h"

#include <vector>

namespace nianbao::intake {
namespace {

// Digits joined by one mark.
struct Chain {
  int end = 0;
  // Number of digits of each part.
  std::vector<int> parts;
};

Chain ChainAt(const Chars& text, int at, char32_t mark) {
  Chain chain;
  for (;;) {
    int end = at;
    while (IsDigit(text[end])) ++end;
    if (end == at) return chain;
    chain.parts.push_back(end - at);
    chain.end = end;
    if (text[end] != mark) return chain;
    at = end + 1;
  }
}

bool StartsWithYear(const Chars& text, int at, const Chain& chain) {
  return chain.parts.front() == 4 &&
         (text.HasAt(at, U"19") || text.HasAt(at, U"20"));
}

// 0570-8012345
bool IsTelephone(const Chars& text, int at, const Chain& chain) {
  return chain.parts.size() == 2 && text[at] == U'0' && chain.parts[0] >= 3 &&
         chain.parts[0] <= 4 && chain.parts[1] >= 7 && chain.parts[1] <= 8;
}

// 8:30:00 tells a time, 3:4:3 how parts share a whole.
bool IsTime(const Chain& chain) {
  return chain.parts.size() == 3 && chain.parts[0] <= 2 &&
         chain.parts[1] == 2 && chain.parts[2] == 2;
}

}  // namespace

std::optional<NumberCode> CodeAt(const Chars& text, int at) {
  if (!IsDigit(text[at])) return std::nullopt;
  for (const char32_t mark : {U'.', U'-', U'/', U':'}) {
    const Chain chain = ChainAt(text, at, mark);
    if (mark == U'-' && IsTelephone(text, at, chain)) {
      return NumberCode{chain.end, NumberKind::kName};
    }
    if (chain.parts.size() < 3) continue;
    if (mark != U':' && StartsWithYear(text, at, chain)) {
      return NumberCode{chain.end, NumberKind::kDate};
    }
    if (mark == U'.') return NumberCode{chain.end, NumberKind::kOrdinal};
    const bool time = mark == U':' && IsTime(chain);
    return NumberCode{chain.end, time ? NumberKind::kDate : NumberKind::kName};
  }
  return std::nullopt;
}

}  // namespace nianbao::intake
