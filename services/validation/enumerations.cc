#include "services/validation/enumerations.h"

#include <algorithm>

#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

constexpr std::size_t kLongestName = 5;  // characters
// Where 等 or the like says that they are names.
constexpr std::size_t kLongestTied = 10;
constexpr std::size_t kLongestItem = 40;

bool Opens(std::string_view rest) {
  return StartsWithAny(rest, {"（", "(", "“", "《", "‘", "【"});
}

bool Closes(std::string_view rest) {
  return StartsWithAny(rest, {"）", ")", "”", "》", "’", "】"});
}

bool EndsClause(std::string_view rest) {
  return StartsWithAny(
      rest, {"，", ",", "。", "；", ";", "：", ":", "！", "？", "\n", "\t"});
}

// How many words that may join two names stand in the text.
int Joints(std::string_view text, const std::vector<int>& nesting,
           std::size_t begin, std::size_t end, int depth) {
  int joints = 0;
  for (std::size_t at = begin; at < end;) {
    const std::string_view rest = text.substr(at);
    std::size_t size = CharacterSize(rest);
    if (nesting[at] == depth) {
      if (StartsWithAny(rest, {"以及"})) size = std::string_view("以及").size();
      if (at > begin &&
          StartsWithAny(rest, {"以及", "和", "及", "与", "或", "暨"})) {
        ++joints;
      }
    }
    at += size;
  }
  return joints;
}

// Splits [begin, end) at the marks of that depth; quoted names that stand side
// by side are two.
Enumeration Split(std::string_view text, const std::vector<int>& nesting,
                  std::size_t begin, std::size_t end, Words marks) {
  Enumeration all;
  all.begin = begin;
  all.end = end;
  if (begin >= end) return all;
  // The marks of a bracket stand inside: what is between them has its depth.
  const int depth =
      *std::min_element(nesting.begin() + static_cast<long>(begin),
                        nesting.begin() + static_cast<long>(end));
  std::size_t start = begin;
  const auto add = [&](std::size_t to) {
    const std::string item = Compact(text.substr(start, to - start));
    if (!item.empty()) all.items.push_back(item);
  };
  for (std::size_t at = begin; at < end;) {
    const std::string_view rest = text.substr(at);
    const std::size_t size = CharacterSize(rest);
    const bool mark = nesting[at] == depth && StartsWithAny(rest, marks);
    const bool beside = at > begin && nesting[at] == depth + 1 &&
                        StartsWithAny(rest, {"“", "《"}) &&
                        EndsWithAny(text.substr(0, at), {"”", "》"});
    if (mark || beside) {
      add(at);
      start = mark ? at + size : at;
    }
    at += size;
  }
  add(end);
  all.least = static_cast<int>(all.items.size());
  all.most = all.least + Joints(text, nesting, start, end, depth);
  all.open = EndsWithAny(Compact(text.substr(begin, end - begin)),
                         {"等", "等等", "……", "…"});
  return all;
}

// Words that tie names to the count behind them.
std::string_view WithoutTies(std::string_view text, Enumeration& ties) {
  for (;;) {
    const std::string_view before = text;
    text = StripEnd(text, {" "});
    if (EndsWithAny(text, {"等"})) ties.open = ties.tied = true;
    if (EndsWithAny(text, {"共", "共计", "这"})) ties.tied = true;
    for (const std::string_view word : {"等", "共计", "共有", "共", "这"}) {
      if (EndsWithAny(text, {word})) text.remove_suffix(word.size());
    }
    if (text == before) return text;
  }
}

// Words of action between names and a count: then the count is of something
// else.
bool HasAction(std::string_view item) {
  return HasAny(item, {"开展", "建设", "组织", "有",   "获",   "成立", "举办",
                       "开设", "完成", "参加", "实施", "签",   "引进", "投入",
                       "新增", "占",   "设立", "达",   "入选", "为",   "建成",
                       "共建", "建立", "配备", "培养", "发展", "开发", "打造",
                       "评",   "是",   "的",   "在",   "出版", "发表", "派"});
}

// Whether a name is of a firm or a school.
bool IsBody(std::string_view item) {
  return EndsWithAny(item, {"公司", "集团", "企业", "学校", "学院", "大学",
                            "中学", "小学", "医院", "研究院"});
}

// Whether what stands before a count is no list of names: words that lead on
// to it, as in "搭建平台、促成三方协同", or one name with a preposition, as in
// "与西部2所学校".
bool LeadsOn(const Enumeration& names) {
  const std::string& last = names.items.back();
  return EndsWithAny(last, {"促成", "形成", "实现", "达到", "推动", "促进",
                            "构建", "落实"}) ||
         (names.items.size() == 1 && !names.tied &&
          !HasAny(last, {"和", "及", "或", "暨", "”"}));
}

// Where the clause that ends at `end` starts, at the depth of `end`.
std::size_t ClauseStart(std::string_view text, const std::vector<int>& nesting,
                        std::size_t end, int depth) {
  std::size_t start = end;
  while (start > 0) {
    std::size_t before = start - 1;
    while (before > 0 && (text[before] & 0xC0) == 0x80) --before;
    if (nesting[before] < depth) break;
    const std::string_view rest = text.substr(before);
    if (nesting[before] == depth && (EndsClause(rest) || Opens(rest))) break;
    start = before;
  }
  return start;
}

// The names within each pair of quotes or brackets.
void TakeQuoted(std::string_view text, const std::vector<int>& nesting,
                std::size_t begin, std::size_t end,
                std::vector<Enumeration>& found) {
  const int depth = nesting[begin];
  std::size_t open = end;
  for (std::size_t at = begin; at < end; at += CharacterSize(text.substr(at))) {
    const std::string_view rest = text.substr(at);
    if (nesting[at] != depth + 1) continue;
    if (Opens(rest)) open = at + CharacterSize(rest);
    if (!Closes(rest) || open >= at) continue;
    const Enumeration names = Split(text, nesting, open, at, {"、"});
    if (names.items.size() > 1) found.push_back(names);
    open = end;
  }
}

}  // namespace

std::vector<int> NestingOf(std::string_view text) {
  std::vector<int> nesting(text.size() + 1, 0);
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const std::size_t size = CharacterSize(rest);
    if (Opens(rest)) ++depth;
    std::fill_n(nesting.begin() + static_cast<long>(at), size, depth);
    if (Closes(rest) && depth > 0) --depth;
    if (StartsWithAny(rest, {"。"})) depth = 0;
    at += size;
  }
  nesting[text.size()] = depth;
  return nesting;
}

Enumeration EnumerationBefore(std::string_view text,
                              const std::vector<int>& nesting,
                              std::size_t end) {
  Enumeration ties;
  const std::size_t to = WithoutTies(text.substr(0, end), ties).size();
  const int depth = nesting[end];
  std::size_t start = ClauseStart(text, nesting, to, depth);
  Enumeration names = Split(text, nesting, start, to, {"、"});
  if (names.items.size() == 1 && EndsWithAny(text.substr(0, to), {"”"})) {
    // All names in one pair of quotes.
    const std::size_t quote = text.substr(0, to).rfind("“");
    const std::size_t mark = std::string_view("“").size();
    if (quote != std::string_view::npos) {
      names = Split(text, nesting, quote + mark, to - mark, {"、"});
    }
  }
  names.open = ties.open;
  names.tied = ties.tied;
  if (names.most < 2 || LeadsOn(names) ||
      (!names.tied && HasAction(names.items.back()) &&
       !IsBody(names.items.back()) &&
       !EndsWithAny(names.items.back(), {"”"}))) {
    return {};
  }
  return names;
}

std::vector<Enumeration> EnumerationsIn(std::string_view text,
                                        const std::vector<int>& nesting,
                                        std::size_t begin, std::size_t end) {
  std::vector<Enumeration> found;
  const auto take = [&](const Enumeration& names) {
    if (names.most >= 2) found.push_back(names);
  };
  take(Split(text, nesting, begin, end, {"；", ";"}));
  take(Split(text, nesting, begin, end, {"，", ","}));
  TakeQuoted(text, nesting, begin, end, found);
  const Enumeration clauses =
      Split(text, nesting, begin, end, {"，", ",", "；"});
  if (clauses.items.size() < 2) {
    take(Split(text, nesting, begin, end, {"、"}));
    return found;
  }
  // Names stand in one clause, the first that has them.
  const int depth = nesting[begin];
  std::size_t start = begin;
  for (std::size_t at = begin; at <= end;
       at += at < end ? CharacterSize(text.substr(at)) : 1) {
    const bool stop =
        at == end || (nesting[at] == depth && EndsClause(text.substr(at)));
    if (!stop) continue;
    const Enumeration names = Split(text, nesting, start, at, {"、"});
    if (names.items.size() > 1) {
      take(names);
      break;
    }
    start = at + (at < end ? CharacterSize(text.substr(at)) : 0);
  }
  return found;
}

bool AreOfOneKind(const Enumeration& enumeration) {
  const auto& items = enumeration.items;
  if (items.size() < 2) return false;
  const auto ending = Characters(items.back()).back();
  const bool body = IsBody(items.back());
  const bool alike =
      std::all_of(items.begin(), items.end(), [&](const std::string& item) {
        return (EndsWithAny(item, {ending}) || (body && IsBody(item))) &&
               Characters(item).size() <= kLongestItem;
      });
  const bool plain =
      std::none_of(items.begin(), items.end(),
                   [](const std::string& item) { return Has(item, "的"); });
  const std::size_t longest =
      enumeration.tied && plain ? kLongestTied : kLongestName;
  const bool brief =
      std::all_of(items.begin() + 1, items.end(), [&](const std::string& item) {
        return Characters(item).size() <= longest;
      });
  return alike || brief;
}

}  // namespace nianbao::validation
