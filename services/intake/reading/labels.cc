#include "services/intake/reading/labels.h"

#include <algorithm>
#include <string_view>

#include "services/intake/reading/change_words.h"
#include "services/intake/reading/clauses.h"
#include "services/intake/reading/function_words.h"
#include "services/intake/reading/group_bounds.h"
#include "services/intake/reading/phrases.h"
#include "services/intake/reading/word_ends.h"
#include "services/intake/reading/words_behind.h"

namespace nianbao::intake {
namespace {

constexpr int kLongestLabel = 26;

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

// 教学、实习仪器设备总值3126万元: a short word that 、 joins is part of the
// name of a sum of money.
int ListBegin(const Chars& text, int begin) {
  constexpr int kLongest = 3;
  if (begin == 0 || text[begin - 1] != U'、') return begin;
  const int first = ClauseBegin(text, begin - 1);
  for (int at = first; at < begin - 1; ++at) {
    if (!IsHan(text[at])) return begin;
  }
  return begin - 1 - first <= kLongest && begin - 1 > first ? first : begin;
}

// The words from the clause's start, or the figure before, up to the figure;
// dates between them are left out.
std::u32string LeftOf(const Chars& text, const std::vector<Number>& numbers,
                      std::size_t index) {
  int begin = WordsBegin(text, numbers[index].begin);
  if (numbers[index].figure.unit().ends_with("元")) {
    begin = ListBegin(text, begin);
  }
  for (std::size_t i = index; i-- > 0 && numbers[i].end > begin;) {
    if (numbers[i].kind == NumberKind::kFigure) begin = numbers[i].end;
  }
  std::u32string words;
  for (const Number& number : numbers) {
    if (number.begin < begin || number.kind != NumberKind::kDate) continue;
    if (number.begin >= numbers[index].begin) break;
    words += Between(text, begin, number.begin);
    begin = DateWordsEnd(text.folded(), number.end);
  }
  words += Between(text, begin, numbers[index].begin);
  const std::u32string group = GroupAhead(text, numbers, index, words);
  if (!group.empty()) return group;
  const std::size_t dash = words.rfind(U"--");
  return dash == words.npos ? words : words.substr(dash + 2);
}

bool IsShare(const std::u32string& words) {
  if (words.empty()) return false;
  if (words.front() == U'占') return !words.starts_with(U"占地");
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
  if (BeginsWithMoreOrLess(right)) return false;
  // In 比上年的838人增加108人 what follows is the change, not what is counted.
  if (lexicon.changes.At(Chars(ToUtf8(right)), 0).length > 0) return false;
  // 新增的3门全部由校企教师开发 says what was done with them.
  constexpr std::u32string_view kNoThings[] = {U"全部", U"全都", U"相比",
                                               U"相较"};
  if (!FrontWord(right, kNoThings).empty()) return false;
  constexpr std::u32string_view kNoNoun = U"以和及与为占的,并均都由被";
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

// Whether the words before the figure list what it counts: 智能、商贸等4个学部.
bool BehindList(const std::u32string& left) {
  constexpr std::u32string_view kListEnds[] = {U"等", U"等地", U"等共",
                                               U"等共计"};
  return !BackWord(left, kListEnds).empty();
}

bool MeansAll(const std::u32string& left) {
  constexpr std::u32string_view kAll[] = {U"全部", U"所有", U"全体", U"全校"};
  return !BackWord(left, kAll).empty();
}

// 与境外3所院校: where the counted things are.
std::u32string_view PlaceAtEnd(const std::u32string& left) {
  constexpr std::u32string_view kPlaces[] = {U"境外", U"国外", U"海外",
                                             U"省外", U"市外", U"县外"};
  constexpr std::size_t kLongestLead = 4;
  const std::u32string_view place = BackWord(left, kPlaces);
  return left.size() <= kLongestLead ? place : U"";
}

// 组建学校17个项目: they are the school's like everything else.
bool BehindSchool(const std::u32string& left) {
  constexpr std::u32string_view kSchool[] = {U"学校", U"我校", U"全校"};
  constexpr std::size_t kVerb = 2;
  const std::u32string_view school = BackWord(left, kSchool);
  return !school.empty() && left.size() == school.size() + kVerb;
}

// The words behind a figure that its noun leaves out; empty where they are cut
// short or only say that all of them were done.
std::string DetailOf(const std::u32string& noun, const std::u32string& right) {
  constexpr std::u32string_view kAll[] = {U"全部", U"均", U"都", U"无一"};
  const bool told = noun.size() >= right.size() || right.size() > kLongestLabel;
  return told || HasAnyWord(right, kAll) ? "" : ToUtf8(right);
}

// The label of a counted figure: what stands behind it, led by what stands
// before it where that says more than a verb.
std::string CountedLabel(const std::u32string& left,
                         const std::u32string& right) {
  const std::u32string noun = right.substr(0, kLongestLabel);
  const std::u32string_view place = PlaceAtEnd(left);
  if (!place.empty()) return ToUtf8(std::u32string(place) + noun);
  if (BehindSchool(left)) return ToUtf8(noun);
  if (left.size() < 3 || left.size() > kLongestLabel / 2) return ToUtf8(noun);
  return ToUtf8((left + noun).substr(0, kLongestLabel));
}

// 走了31个村: a noun of one character with the verb before it.
std::u32string WithVerb(const std::u32string& left, std::u32string noun) {
  constexpr std::u32string_view kNouns = U"村县省市国镇乡校班户店馆";
  constexpr std::size_t kLongestVerb = 4;
  const bool short_noun =
      noun.size() == 1 && kNouns.find(noun.front()) != kNouns.npos;
  return short_noun && left.size() <= kLongestVerb ? left + noun : noun;
}

// 与2020年的612人相比，升学总量增加84人: what the change of figure `index`, and
// so the figure before it, is of.
std::u32string Compared(const Chars& text, const std::vector<Number>& numbers,
                        std::size_t index, const Lexicon& lexicon) {
  if (index >= numbers.size()) return U"";
  std::u32string words = LeftOf(text, numbers, index);
  const bool change =
      !DirectionOf(text, numbers[index], words, lexicon).empty();
  return change ? words : U"";
}

// The text of a figure whose words do not name what it counts one by one: those
// before it, or where there are none, those that follow.
std::string Uncounted(const Chars& text, const std::vector<Number>& numbers,
                      std::size_t index, const Label& label,
                      const std::u32string& right, const Lexicon& lexicon) {
  constexpr std::size_t kOneCharacter = 3;
  if (label.left.size() > kOneCharacter || !label.direction.empty()) {
    return label.left;
  }
  if (right == U"相比" || right == U"相较") {
    return ToUtf8(Compared(text, numbers, index + 1, lexicon));
  }
  const std::u32string share = ShareBehind(numbers[index], right);
  return share.empty() ? label.left : ToUtf8(share);
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
  lexicon.terms.Replace(left);
  lexicon.terms.Replace(right);
  if (BelongsToFigureBefore(text, numbers, index, right, lexicon)) {
    left.clear();
  }
  Label label;
  // 新增8家实习单位 counts new things; 新增8家 alone is a change.
  const bool names_new = NamesCounted(numbers[index], right, U"", lexicon);
  if (!names_new) {
    label.direction = DirectionOf(text, numbers[index], left, lexicon);
  }
  if (label.direction.empty()) label.direction = numbers[index].direction;
  CutEachTime(left);
  // 占地168.6亩，折合112400平方米 says the same again.
  if (left == U"折合" || left == U"约合" || left == U"合") left.clear();
  CutReached(left, lexicon);
  const bool all = MeansAll(left);
  // 由城东和老城2个校区组成
  constexpr std::u32string_view kMakingUp[] = {U"组成", U"构成"};
  const std::size_t by = left.find(U'由');
  const bool made_up = by <= 2 && CutBack(right, kMakingUp);
  const bool measured = MeasuresBehind(numbers[index], right, left);
  const bool listed = made_up || measured || BehindList(left);
  CutFunctionWords(left);
  label.share = IsShare(left);
  label.from = FromLevel(text, numbers[index]);
  label.left = Shortened(left);
  label.right = ToUtf8(right.substr(0, kLongestLabel));
  const bool counted =
      label.direction.empty() &&
      (measured || NamesCounted(numbers[index], right, left, lexicon));
  if (!counted) {
    label.text = Uncounted(text, numbers, index, label, right, lexicon);
    return label;
  }
  const std::u32string noun = WithVerb(left, CountedPhrase(right, all));
  if (!all) label.detail = DetailOf(noun, right);
  label.noun = ToUtf8(noun.substr(0, kLongestLabel));
  label.text = listed ? label.noun : CountedLabel(left, noun);
  if (all && noun == U"学生") label.text = "全校学生";
  // 停招1个专业: those are no majors of the school any more.
  constexpr std::u32string_view kEnding[] = {U"停招", U"停办", U"撤销", U"取消",
                                             U"淘汰", U"关停", U"裁撤"};
  if (!left.empty() && BackWord(left, kEnding) == left) {
    label.text = ToUtf8(left + noun);
  }
  return label;
}

}  // namespace nianbao::intake
