#include "services/intake/reading/clause_topics.h"

#include <algorithm>
#include <string_view>

#include "services/intake/reading/clauses.h"
#include "services/intake/reading/phrases.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

constexpr int kLongestTitle = 16;

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

// Where the words begin behind the last date in [begin, end).
int BehindDate(const Chars& text, int begin, int end) {
  constexpr std::u32string_view kDateEnds = U"年月日";
  for (int at = end - 1; at > begin; --at) {
    const bool date = kDateEnds.find(text[at]) != kDateEnds.npos;
    if (date && IsDigit(text[at - 1]) && at + 2 < end) return at + 1;
  }
  return begin;
}

// 东校区位于镇东: the site whose place the clause tells; empty for others.
std::u32string SiteIn(const Chars& text, int begin, int end) {
  constexpr std::u32string_view kLying[] = {U"位于", U"坐落", U"地处"};
  constexpr std::u32string_view kSites[] = {U"校区", U"分校", U"院区",
                                            U"校园", U"基地", U"中心"};
  for (int at = begin; at < end; ++at) {
    for (const std::u32string_view verb : kLying) {
      if (!text.HasAt(at, verb)) continue;
      const std::u32string name = Title(text, begin, at);
      return name.size() > 2 && !BackWord(name, kSites).empty() ? name : U"";
    }
  }
  return U"";
}

// 1+X证书：5个专业参与试点
std::u32string BeforeColon(const Chars& text, int sentence, int at) {
  for (int i = at - 1; i > sentence; --i) {
    if (text[i] != U':' || IsDigit(text[i + 1])) continue;
    const int begin = ClauseBegin(text, i);
    // 一是师资紧张：… numbers what follows.
    if (text[begin + 1] == U'是') return U"";
    std::u32string title = Title(text, BehindDate(text, begin, i), i);
    // 升学的分别是：…
    constexpr std::u32string_view kBacks[] = {U"分别是", U"分别为", U"如下",
                                              U"的"};
    while (CutBack(title, kBacks)) {
    }
    return title;
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

// 2020年县职业学校技能大赛于11月举行，…
std::u32string EventBefore(const Chars& text, int sentence, int at) {
  for (int i = at - 1; i > sentence; --i) {
    const bool held = text.HasAt(i, U"举行") || text.HasAt(i, U"举办");
    if (!held) continue;
    int begin = ClauseBegin(text, i);
    int end = begin;
    while (end < i && text[end] != U'于' && text[end] != U'在') ++end;
    for (int from = begin; from < end; ++from) {
      if (text[from] == U'年' || text[from] == U')') begin = from + 1;
    }
    return end == i ? U"" : Title(text, begin, end);
  }
  return U"";
}

// 共建产教融合实践中心1个 → 产教融合实践中心
std::u32string FacilityIn(const Chars& text, int begin, int end) {
  constexpr std::u32string_view kBuilding[] = {
      U"共建", U"建成", U"新建", U"建设", U"建有", U"打造", U"成立",
      U"搭建", U"入选", U"设立", U"启用", U"使用", U"落成"};
  constexpr std::u32string_view kKinds[] = {U"中心", U"基地", U"大楼",  U"工坊",
                                            U"场馆", U"项目", U"产业园"};
  const char32_t counter = text[end - 1];
  if (counter == U'个' || counter == U'座' || counter == U'间') --end;
  while (end > begin && (IsDigit(text[end - 1]) || IsSpace(text[end - 1]))) {
    --end;
  }
  int from = -1;
  for (int i = begin; i < end; ++i) {
    for (const std::u32string_view verb : kBuilding) {
      if (text.HasAt(i, verb)) from = i + 2;
    }
  }
  if (from < 0) return U"";
  for (int i = from; i + 4 < end; ++i) {
    if (text[i] == U'的' || text[i] == U'—') from = i + 1;
  }
  const std::u32string name = Title(text, from, end);
  return BackWord(name, kKinds).empty() || name.size() < 4 ? U"" : name;
}

}  // namespace

bool SplitsAt(const Chars& text, int at) {
  constexpr int kLongest = 8;
  const char32_t first = text[at];
  if (first != U'按' && first != U'从' && first != U'分') return false;
  if (ClauseBegin(text, at) != at) return false;
  const int end = ClauseEnd(text, at);
  const char32_t last = text[end - 1];
  return end - at <= kLongest && text[end] == U',' &&
         (last == U'分' || last == U'看' || last == U'计');
}

std::u32string GroupBefore(const Chars& text, int at) {
  const int begin = SentenceBegin(text, at);
  const int end = ClauseEnd(text, begin);
  if (end >= at) return U"";
  constexpr std::u32string_view kBehind = U"与由和采在";
  const bool school = text.HasAt(begin, U"学校") ||
                      text.HasAt(begin, U"我校") || text.HasAt(begin, U"各");
  for (int i = begin + 2; i < end; ++i) {
    const bool major =
        text.HasAt(i, U"专业") && kBehind.find(text[i + 2]) != kBehind.npos;
    if (major && !school) return Title(text, begin, i + 2);
  }
  for (int i = begin; i < end; ++i) {
    const bool doing = text.HasAt(i, U"开展") || text.HasAt(i, U"实施") ||
                       text.HasAt(i, U"推行");
    const bool training =
        text.EndsAt(end, U"培养") || text.EndsAt(end, U"试点");
    if (doing && training && end - i > 6) return Title(text, i + 2, end);
  }
  return U"";
}

std::u32string FacilityBefore(const Chars& text, int at) {
  const int own = ClauseBegin(text, at);
  std::u32string facility;
  for (int begin = SentenceBegin(text, at); begin < own;) {
    const int end = ClauseEnd(text, begin);
    for (const std::u32string& found :
         {FacilityIn(text, begin, end), SiteIn(text, begin, end)}) {
      if (!found.empty()) facility = found;
    }
    begin = end + 1;
  }
  return facility;
}

std::u32string TopicBefore(const Chars& text, int at) {
  int sentence = at;
  while (sentence > 0 && text[sentence - 1] != U'。') --sentence;
  const std::u32string colon = BeforeColon(text, sentence, at);
  if (!colon.empty()) return TopicOf(colon);
  const std::u32string inside = InsideOf(text, sentence, at);
  if (!inside.empty()) return TopicOf(inside);
  const std::u32string event = EventBefore(text, sentence, at);
  return event.empty() ? U"" : TopicOf(event);
}

std::u32string TitleTopic(const Chars& text) {
  const int begin = BehindItemNumber(text);
  const int end = ClauseEnd(text, begin);
  const bool title = text[end] == U'。' || text[end] == U':';
  return title ? TopicOf(Title(text, begin, end)) : U"";
}

}  // namespace nianbao::intake
