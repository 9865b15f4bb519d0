#include "services/intake/reading/clause_topics.h"

#include <algorithm>
#include <string_view>

#include "services/intake/reading/clauses.h"
#include "services/intake/reading/phrases.h"

namespace nianbao::intake {
namespace {

constexpr int kLongestTitle = 12;

// Characters [begin, end) without quotes and spaces; empty where they hold a
// figure or are too long for a topic.
std::u32string Title(const Chars& text, int begin, int end) {
  if (end - begin < 2 || end - begin > kLongestTitle) return U"";
  constexpr std::u32string_view kQuotes = U"“”\"《》 ";
  std::u32string title;
  for (int at = begin; at < end; ++at) {
    if (kQuotes.find(text[at]) == std::u32string_view::npos) title += text[at];
  }
  const bool words = std::any_of(title.begin(), title.end(), IsHan);
  return words ? title : U"";
}

// Behind the number of an item: （1）, 1., 一是.
int BehindItemNumber(const Chars& text) {
  int at = 0;
  while (text[at] == U'(' || text[at] == U')' || text[at] == U'.' ||
         IsDigit(text[at]) || IsSpace(text[at])) {
    ++at;
  }
  return text[at] == U'+' ? 0 : at;
}

// 1+X证书：5个专业参与试点
std::u32string BeforeColon(const Chars& text, int sentence, int at) {
  for (int i = at - 1; i > sentence; --i) {
    if (text[i] != U':' || IsDigit(text[i + 1])) continue;
    return Title(text, ClauseBegin(text, i), i);
  }
  return U"";
}

// 在省级竞赛中, 2020年职业技能大赛中
std::u32string InsideOf(const Chars& text, int sentence, int at) {
  for (int i = at - 1; i > sentence; --i) {
    if (text[i] != U'中' || text[i + 1] != U',') continue;
    int begin = ClauseBegin(text, i);
    for (int from = begin; from < i; ++from) {
      if (text[from] == U'在' && text[from + 1] != U'校') begin = from + 1;
      if (text[from] == U'年') begin = from + 1;
    }
    return Title(text, begin, i);
  }
  return U"";
}

}  // namespace

std::u32string TopicBefore(const Chars& text, int at) {
  int sentence = at;
  while (sentence > 0 && text[sentence - 1] != U'。') --sentence;
  const std::u32string colon = BeforeColon(text, sentence, at);
  if (!colon.empty()) return TopicOf(colon);
  const std::u32string inside = InsideOf(text, sentence, at);
  if (!inside.empty()) return TopicOf(inside);
  const int begin = BehindItemNumber(text);
  const int end = ClauseEnd(text, begin);
  const bool title = end < at && (text[end] == U'。' || text[end] == U':');
  return title ? TopicOf(Title(text, begin, end)) : U"";
}

}  // namespace nianbao::intake
