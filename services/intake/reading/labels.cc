#include "services/intake/reading/labels.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "services/intake/reading/clauses.h"

namespace nianbao::intake {
namespace {

constexpr int kLongestLabel = 26;

// Words behind the digits of a date.
constexpr std::array<std::u32string_view, 14> kDateWords = {
    U"学年度", U"上半年", U"下半年", U"学年", U"年度", U"年初", U"年底",
    U"年末",   U"年",     U"月份",   U"月",   U"日",   U"届",   U"级"};

// Words that say nothing of what is counted.
constexpr std::array<std::u32string_view, 49> kLeading = {
    U"年内", U"期间", U"中",   U"其中",   U"学校", U"我校", U"全校",
    U"本校", U"现有", U"目前", U"现拥有", U"拥有", U"共有", U"共计",
    U"合计", U"总计", U"累计", U"另有",   U"还有", U"同时", U"并且",
    U"截至", U"截止", U"全年", U"本年度", U"年度", U"年",   U"度",
    U"月",   U"日",   U"底",   U"末",     U"共",   U"有",   U"现",
    U"已",   U"并",   U"和",   U"及",     U"以及", U"与",   U"是",
    U"等",   U"的",   U"为",   U"则",     U"届",   U"当前", U"今"};

// Words that begin like one of those and mean something.
constexpr std::array<std::u32string_view, 34> kMeaning = {
    U"现代", U"现场", U"现金", U"有效", U"有偿", U"年级", U"年均",
    U"年龄", U"年制", U"月均", U"月津", U"月薪", U"月收", U"日均",
    U"日常", U"共青", U"共同", U"共建", U"共享", U"和谐", U"比例",
    U"比重", U"比率", U"比赛", U"中职", U"中级", U"中本", U"中高",
    U"中专", U"中心", U"中国", U"中外", U"中餐", U"中小"};

constexpr std::array<std::u32string_view, 38> kTrailing = {
    U"分别为", U"分别达", U"总数为", U"达到了", U"达到", U"高达", U"共有",
    U"共计",   U"合计",   U"总计",   U"累计",   U"分别", U"已有", U"只有",
    U"仅有",   U"约为",   U"达",     U"为",     U"有",   U"共",   U"仅",
    U"已",     U"是",     U"了",     U"到",     U"至",   U"约",   U"和",
    U"及",     U"与",     U"近",     U"计",     U"等",   U"的",   U"在",
    U"每",     U"由",     U"从"};

constexpr std::array<std::u32string_view, 16> kComparisons = {
    U"与上年相比", U"与去年相比", U"比上一年", U"较上一年",
    U"比上年",     U"比去年",     U"较上年",   U"较去年",
    U"分别比",     U"同比",       U"环比",     U"相比",
    U"比",         U"较",         U"去年",     U"上年"};

template <std::size_t N>
bool CutFront(std::u32string& text,
              const std::array<std::u32string_view, N>& words) {
  for (const std::u32string_view word : words) {
    if (text.size() >= word.size() && text.compare(0, word.size(), word) == 0) {
      text.erase(0, word.size());
      return true;
    }
  }
  return false;
}

template <std::size_t N>
bool CutBack(std::u32string& text,
             const std::array<std::u32string_view, N>& words) {
  for (const std::u32string_view word : words) {
    if (text.size() >= word.size() &&
        text.compare(text.size() - word.size(), word.size(), word) == 0) {
      text.erase(text.size() - word.size());
      return true;
    }
  }
  return false;
}

void RemoveSpaces(std::u32string& text) {
  text.erase(std::remove_if(text.begin(), text.end(), IsSpace), text.end());
}

// Where the date ends whose digits end at `at`.
int DateEnd(const Chars& text, int at) {
  int next = at;
  while (IsSpace(text[next])) ++next;
  for (const std::u32string_view word : kDateWords) {
    if (text.HasAt(next, word)) return next + static_cast<int>(word.size());
  }
  return at;
}

std::u32string Between(const Chars& text, int begin, int end) {
  if (begin >= end) return U"";
  std::u32string words = text.folded().substr(
      static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
  RemoveSpaces(words);
  return words;
}

// Where the words begin that lead up to `at`: the clause's start, but a bracket
// within the words is no end: 就业(含升学)率.
int WordsBegin(const Chars& text, int at) {
  int begin = ClauseBegin(text, at);
  while (begin > 0 && text[begin - 1] == U')' &&
         (IsHan(text[begin]) || begin == at)) {
    int open = begin - 2;
    while (open >= 0 && text[open] != U'(' && !IsDigit(text[open])) --open;
    if (open < 0 || text[open] != U'(') break;
    begin = ClauseBegin(text, open);
  }
  return begin;
}

// The words from the clause's start, or the figure before, up to the figure;
// dates between them are left out.
std::u32string LeftOf(const Chars& text, const std::vector<Number>& numbers,
                      std::size_t index) {
  int begin = WordsBegin(text, numbers[index].begin);
  for (std::size_t i = index; i-- > 0 && numbers[i].end > begin;) {
    if (numbers[i].kind == NumberKind::kFigure) begin = numbers[i].end;
  }
  std::u32string words;
  for (const Number& number : numbers) {
    if (number.begin < begin || number.kind != NumberKind::kDate) continue;
    if (number.begin >= numbers[index].begin) break;
    words += Between(text, begin, number.begin);
    begin = DateEnd(text, number.end);
  }
  return words + Between(text, begin, numbers[index].begin);
}

// The words from the figure to the clause's end or the next number.
std::u32string RightOf(const Chars& text, const std::vector<Number>& numbers,
                       std::size_t index) {
  int end = ClauseEnd(text, numbers[index].end);
  for (std::size_t i = index + 1; i < numbers.size(); ++i) {
    const Number& next = numbers[i];
    if (next.kind == NumberKind::kFigure || next.kind == NumberKind::kDate) {
      end = std::min(end, next.begin);
      break;
    }
  }
  return Between(text, numbers[index].end, end);
}

// Cuts a word for the level that a change reached: 增加到, 提高至.
void CutReached(std::u32string& words, const Lexicon& lexicon) {
  if (words.empty() || (words.back() != U'到' && words.back() != U'至')) return;
  const Chars whole(ToUtf8(words));
  auto match = lexicon.changes.EndingAt(whole, whole.size());
  int end = whole.size();
  if (match.length == 0) match = lexicon.changes.EndingAt(whole, --end);
  if (match.length > 0)
    words.erase(static_cast<std::size_t>(end - match.length));
}

bool BeginsWithMeaning(const std::u32string& words) {
  return std::any_of(kMeaning.begin(), kMeaning.end(),
                     [&](std::u32string_view word) {
                       return words.compare(0, word.size(), word) == 0;
                     });
}

void CutFunctionWords(std::u32string& words) {
  while (CutBack(words, kTrailing)) {
  }
  const std::u32string whole = words;
  while (!BeginsWithMeaning(words) &&
         (CutFront(words, kLeading) || CutFront(words, kComparisons))) {
  }
  // 学校推荐526人: without its subject the verb says nothing.
  const bool subject = whole.compare(0, 2, U"学校") == 0;
  if (subject && words.size() == 2 && whole.size() == 4) words = whole;
}

// The change word at the end of `words`, cut off; empty where there is none.
// 增至 and the like name the level that was reached, not the change.
std::string TakeDirection(std::u32string& words, const Lexicon& lexicon) {
  std::u32string rest = words;
  while (CutBack(
      rest, std::array<std::u32string_view, 4>{U"了", U"约", U"近", U"达"})) {
  }
  const Chars text(ToUtf8(rest));
  const auto match = lexicon.changes.EndingAt(text, text.size());
  if (match.length == 0 || match.normal == "持平") return "";
  const char32_t last = text[text.size() - 1];
  if (last == U'至' || last == U'到') return "";
  rest.erase(rest.size() - static_cast<std::size_t>(match.length));
  while (CutBack(rest, kComparisons) || CutBack(rest, kTrailing)) {
  }
  words = rest;
  return match.normal;
}

bool IsShare(const std::u32string& words) {
  if (words.empty()) return false;
  if (words.front() == U'占') return true;
  return words == U"比例" || words == U"比重" || words == U"占比例" ||
         words == U"所占比例" || words == U"比率";
}

// Whether words can start a noun: 专业, “四有”教师, 1+X证书.
bool StartsNoun(const std::u32string& words) {
  const char32_t first = words.front();
  return IsHan(first) || IsLatin(first) || first == U'“' ||
         (IsDigit(first) && words.size() > 2 && words[1] == U'+');
}

// Whether what stands behind a counted figure names what is counted.
bool NamesCounted(const Number& number, const std::u32string& right,
                  const std::u32string& left, const Lexicon& lexicon) {
  if (!number.classifier || right.empty() || !StartsNoun(right)) return false;
  // In 比上年的838人增加108人 what follows is the change, not what is counted.
  if (lexicon.changes.At(Chars(ToUtf8(right)), 0).length > 0) return false;
  constexpr std::u32string_view kNoNoun = U"以和及与为占的,并";
  if (kNoNoun.find(right.front()) != std::u32string_view::npos) return false;
  const std::string& printed = number.figure.text();
  const bool person = number.figure.unit() == "人";
  const bool counted_person = printed.find("名") != std::string::npos ||
                              printed.find("位") != std::string::npos;
  return left.empty() || !person || counted_person;
}

// Whether the words left of a figure belong to the counted figure before it:
// in 4个学部13个专业 the 学部 are the four.
bool BelongsToFigureBefore(const Chars& text,
                           const std::vector<Number>& numbers,
                           std::size_t index, const std::u32string& right,
                           const Lexicon& lexicon) {
  if (index == 0 || right.empty() || !StartsNoun(right)) return false;
  const Number& before = numbers[index - 1];
  const bool touching = before.kind == NumberKind::kFigure &&
                        ClauseBegin(text, numbers[index].begin) <= before.begin;
  if (!touching || !numbers[index].classifier) return false;
  return NamesCounted(before, Between(text, before.end, numbers[index].begin),
                      LeftOf(text, numbers, index - 1), lexicon);
}

// The label of a counted figure: what stands behind it, led by what stands
// before it where that says more than a verb.
std::string CountedLabel(const std::u32string& left,
                         const std::u32string& right) {
  const std::u32string noun = right.substr(0, kLongestLabel);
  if (left.size() < 3 || left.size() > kLongestLabel / 2) return ToUtf8(noun);
  return ToUtf8((left + noun).substr(0, kLongestLabel));
}

// Whether 由 or 从 stands right before the figure.
bool FromLevel(const Chars& text, const Number& number) {
  int end = number.begin;
  while (end > 0 && IsSpace(text[end - 1])) --end;
  return text[end - 1] == U'由' || text[end - 1] == U'从';
}

std::string Shortened(const std::u32string& words) {
  if (words.size() <= kLongestLabel) return ToUtf8(words);
  return ToUtf8(words.substr(words.size() - kLongestLabel));
}

}  // namespace

Label LabelOf(const Chars& text, const std::vector<Number>& numbers,
              std::size_t index, const Lexicon& lexicon) {
  std::u32string left = LeftOf(text, numbers, index);
  std::u32string right = RightOf(text, numbers, index);
  if (BelongsToFigureBefore(text, numbers, index, right, lexicon)) {
    left.clear();
  }
  Label label;
  // 新增8家实习单位 counts new things; 新增8家 alone is a change.
  const bool names_new = NamesCounted(numbers[index], right, U"", lexicon);
  if (!names_new) label.direction = TakeDirection(left, lexicon);
  if (label.direction.empty()) label.direction = numbers[index].direction;
  CutReached(left, lexicon);
  CutFunctionWords(left);
  label.share = IsShare(left);
  label.from = FromLevel(text, numbers[index]);
  label.left = Shortened(left);
  label.right = ToUtf8(right.substr(0, kLongestLabel));
  const bool counted = label.direction.empty() &&
                       NamesCounted(numbers[index], right, left, lexicon);
  label.text = counted ? CountedLabel(left, right) : label.left;
  return label;
}

}  // namespace nianbao::intake
