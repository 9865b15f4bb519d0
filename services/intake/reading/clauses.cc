#include "services/intake/reading/clauses.h"

#include <algorithm>
#include <string_view>

namespace nianbao::intake {
namespace {

// Every figure looks back to where its sentence begins. Where none begins for
// so long the text has lost its marks, and looking further costs time only.
constexpr int kLongestSentence = 600;

// 1,234, but not the two figures 1358,90.
bool GroupsThousands(const Chars& text, int comma) {
  for (int at = comma + 1; at <= comma + 3; ++at) {
    if (!IsDigit(text[at])) return false;
  }
  return !IsDigit(text[comma + 4]);
}

}  // namespace

bool EndsSentence(char32_t c) {
  return c == U'。' || c == U'!' || c == U'?' || c == U';' || c == U'\n';
}

bool EndsClause(const Chars& text, int at) {
  const char32_t c = text[at];
  if (EndsSentence(c)) return true;
  constexpr std::u32string_view kMarks = U",、:()";
  if (c == 0 || kMarks.find(c) == std::u32string_view::npos) return false;
  const bool in_number = IsDigit(text[at - 1]) && IsDigit(text[at + 1]);
  if (in_number && c == U',') return !GroupsThousands(text, at);
  return !(in_number && c == U':');
}

int ClauseBegin(const Chars& text, int at) {
  const int first = std::max(at - kLongestSentence, 0);
  while (at > first && !EndsClause(text, at - 1)) --at;
  return at;
}

int SentenceBegin(const Chars& text, int at) {
  const int first = std::max(at - kLongestSentence, 0);
  while (at > first && !EndsSentence(text[at - 1])) --at;
  return at;
}

int ClauseEnd(const Chars& text, int at) {
  while (at < text.size() && !EndsClause(text, at)) ++at;
  return at;
}

}  // namespace nianbao::intake
