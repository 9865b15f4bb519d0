#include "services/intake/reading/own_phrases.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "services/intake/reading/clauses.h"
#include "services/intake/reading/function_words.h"
#include "services/intake/reading/phrases.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

bool IsMoney(const std::string& unit) { return unit.ends_with("元"); }

std::u32string Slice(const Chars& text, int begin, int end) {
  std::u32string words;
  for (int at = begin; at < end; ++at) {
    if (!IsSpace(text[at])) words += text[at];
  }
  return words;
}

// 专任教师尚缺 → 专任教师缺口
std::u32string AsLack(std::u32string phrase, const Said* last) {
  constexpr std::u32string_view kLacks[] = {U"尚缺", U"还缺", U"仍缺", U"尚差",
                                            U"还差", U"仍差", U"短缺", U"缺少"};
  if (!CutBack(phrase, kLacks)) return phrase;
  constexpr std::u32string_view kReckoning[] = {U"测算", U"计算", U"要求"};
  CutBack(phrase, kReckoning);
  if (phrase.empty() && last != nullptr) phrase = last->noun;
  return phrase + U"缺口";
}

// Who leaves is of those spoken of: 招聘新教师8人，退休2人.
std::u32string AsLeaving(const std::u32string& phrase, const Said* last) {
  constexpr std::u32string_view kLeaving[] = {U"退休", U"调出", U"调离",
                                              U"流失", U"离职", U"辞职"};
  const bool leaving = !FrontWord(phrase, kLeaving).empty() &&
                       !BackWord(phrase, kLeaving).empty();
  constexpr std::u32string_view kPupils[] = {U"离校", U"退学", U"休学",
                                             U"转学", U"转入", U"转出"};
  if (!phrase.empty() && FrontWord(phrase, kPupils) == phrase) {
    return phrase + U"学生";
  }
  // 流失(含休学、退学)61人
  if (phrase.starts_with(U"流失(含") && phrase.ends_with(U')')) {
    return U"流失学生";
  }
  if (!leaving || last == nullptr) return phrase;
  return phrase + std::u32string(PersonsOf(last->noun));
}

// 专业课教师到企业实践 → 到企业实践专业课教师
std::u32string PersonsLast(const std::u32string& phrase) {
  constexpr std::u32string_view kGoing[] = {U"到", U"赴", U"下企业", U"参加"};
  if (NamesPersons(phrase)) return phrase;
  for (const std::u32string_view verb : kGoing) {
    const std::size_t at = phrase.find(verb, 2);
    if (at == std::u32string::npos || at + 4 > phrase.size()) continue;
    const std::u32string persons = phrase.substr(0, at);
    if (NamesPersons(persons)) return phrase.substr(at) + persons;
  }
  return phrase;
}

// 智能制造学部招生358人，数字商务学部394人: the second enrols them too.
std::u32string WithPredicateBefore(const std::u32string& phrase,
                                   const Said& said, const Said* last) {
  constexpr std::u32string_view kUnits[] = {U"学部", U"专业", U"校区", U"系部",
                                            U"年级"};
  const std::u32string_view kind = BackWord(phrase, kUnits);
  if (kind.empty() || last == nullptr || last->sentence != said.sentence ||
      last->unit != said.unit || phrase.size() < kind.size() + 2) {
    return phrase;
  }
  const std::size_t at = last->noun.find(kind);
  if (at == std::u32string::npos || at < 2) return phrase;
  return phrase + last->noun.substr(at + kind.size());
}

// 6000元/生, 每人500元
bool IsForEach(const Chars& text, const Number& number) {
  constexpr std::u32string_view kPersons[] = {U"/生", U"/人", U"/名"};
  constexpr std::u32string_view kEach[] = {U"每人", U"每生", U"每名"};
  return IsMoney(number.figure.unit()) &&
         (!BackWord(Fold(number.figure.text()), kPersons).empty() ||
          std::any_of(std::begin(kEach), std::end(kEach), [&](auto each) {
            return text.EndsAt(number.begin, each);
          }));
}

// 支出 and 结余 behind the school's income are the school's.
std::u32string AsBudget(const std::u32string& phrase, const SaidSoFar& before) {
  if (phrase != U"支出" && phrase != U"结余") return phrase;
  if (!before.HasTitleEnding("总收入")) return phrase;
  return phrase == U"支出" ? U"学校总支出" : U"经费结余";
}

}  // namespace

std::u32string TellInFull(std::u32string phrase, const Said& said,
                          const SaidSoFar& before) {
  const Said* last = before.Last();
  phrase = AsLack(std::move(phrase), last);
  // 实习补贴每月1800元
  constexpr std::u32string_view kTimes[] = {U"每月", U"每天", U"每学期"};
  if (IsMoney(said.unit) && phrase.size() >= 6) CutBack(phrase, kTimes);
  if (IsMoney(said.unit)) return AsBudget(phrase, before);
  if (said.unit != "人") return phrase;
  phrase = AsLeaving(phrase, last);
  phrase = WithPredicateBefore(phrase, said, last);
  return PersonsLast(phrase);
}

std::u32string WithPurpose(const std::u32string& phrase, const Chars& text,
                           int end) {
  constexpr std::u32string_view kSpending[] = {U"投入", U"投资", U"投入资金",
                                               U"投入经费"};
  if (FrontWord(phrase, kSpending).empty() || phrase.size() > 4) return phrase;
  constexpr std::u32string_view kPurposes[] = {
      U"增加", U"用于", U"购置", U"建设", U"改造",
      U"添置", U"加强", U"改善", U"新建", U"完善"};
  int begin = end;
  if (text[begin] == U',') ++begin;
  std::u32string words = Slice(text, begin, ClauseEnd(text, begin));
  if (!CutFront(words, kPurposes)) return phrase;
  constexpr std::u32string_view kSchool[] = {U"了", U"学校", U"我校"};
  while (CutFront(words, kSchool)) {
  }
  constexpr std::size_t kLongest = 12;
  const bool digits = std::any_of(words.begin(), words.end(), IsDigit);
  if (words.size() < 2 || words.size() > kLongest || digits) return phrase;
  return words + phrase;
}

bool NamesGrant(std::u32string_view phrase) {
  constexpr std::u32string_view kGrants[] = {U"补贴",   U"补助",   U"津贴",
                                             U"助学金", U"奖学金", U"资助金"};
  return phrase.size() > 4 && phrase[1] == U'均' &&
         !BackWord(phrase, kGrants).empty();
}

std::u32string WithGrant(const std::u32string& phrase, const Chars& text,
                         int end) {
  constexpr std::u32string_view kEach[] = {U"按生均", U"按人均", U"按每人",
                                           U"按每生", U"生均",   U"人均",
                                           U"每人",   U"每生",   U"按"};
  const std::u32string_view each = FrontWord(phrase, kEach);
  if (each != phrase) return phrase;
  constexpr std::u32string_view kGranting[] = {U"发放", U"给予", U"拨付",
                                               U"支付", U"发给"};
  std::u32string words = Slice(text, end, ClauseEnd(text, end));
  constexpr std::u32string_view kStandards[] = {U"的标准", U"标准"};
  CutFront(words, kStandards);
  if (!CutFront(words, kGranting)) return phrase;
  constexpr std::size_t kLongest = 10;
  const bool digits = std::any_of(words.begin(), words.end(), IsDigit);
  if (words.size() < 2 || words.size() > kLongest || digits) return phrase;
  const bool per_head = each.find(U'均') != each.npos;
  return (per_head ? std::u32string(each.substr(each.size() - 2))
                   : std::u32string(each.empty() ? U"" : U"人均")) +
         words;
}

std::u32string AsGranted(const std::u32string& noun, const Chars& text,
                         const std::vector<Number>& numbers,
                         std::size_t index) {
  if (!IsMoney(numbers[index].figure.unit())) return noun;
  if (IsForEach(text, numbers[index])) return noun + U"每生标准";
  constexpr std::u32string_view kGrants[] = {U"助学金", U"奖学金"};
  const bool behind = index > 0 && (IsForEach(text, numbers[index - 1]) ||
                                    !BackWord(noun, kGrants).empty());
  constexpr std::u32string_view kSums[] = {U"共", U"共计", U"合计", U"总计",
                                           U"计"};
  const int begin = ClauseBegin(text, numbers[index].begin);
  const std::u32string left = Slice(text, begin, numbers[index].begin);
  const bool sum = !left.empty() && BackWord(left, kSums) == left;
  return behind && sum && !noun.ends_with(U"额") ? noun + U"总额" : noun;
}

std::u32string ClauseBefore(const Chars& text, int at) {
  const int own = ClauseBegin(text, at);
  if (own <= SentenceBegin(text, at)) return U"";
  std::u32string words = Slice(text, ClauseBegin(text, own - 1), own - 1);
  CutFunctionWords(words);
  words = NounPhrase(words);
  // 每个教研组都选送了案例
  const std::size_t done = words.rfind(U'了');
  if (done != words.npos && words.size() >= done + 4) words.erase(0, done + 1);
  constexpr std::size_t kLongest = 16;
  const bool digits = std::any_of(words.begin(), words.end(), IsDigit);
  return digits || words.size() < 4 || words.size() > kLongest ? U"" : words;
}

std::u32string WithoutDue(std::u32string phrase, const Chars& text, int at) {
  constexpr std::u32string_view kDue[] = {U"应测", U"应考", U"应试"};
  constexpr std::size_t kShortest = 6;
  const std::u32string whole = phrase;
  if (phrase.size() < kShortest || !CutBack(phrase, kDue)) return whole;
  constexpr std::u32string_view kDone[] = {U"实测", U"实考", U"实际"};
  int end = at;
  while (end < text.size() && !EndsSentence(text[end])) ++end;
  return HasAnyWord(Slice(text, at, end), kDone) ? whole : phrase;
}

std::string SharedLead(const Chars& text, int at, const SaidSoFar& before) {
  const int begin = ClauseBegin(text, at);
  const Said* last = before.Last();
  if (last == nullptr || begin == 0 || text[begin - 1] != U'、' ||
      last->sentence != SentenceBegin(text, at)) {
    return "";
  }
  // 1+X证书试点覆盖6个专业、7种证书
  constexpr std::u32string_view kTrial = U"试点";
  const std::size_t trial = last->noun.find(kTrial);
  if (trial != std::u32string::npos &&
      trial + kTrial.size() < last->noun.size()) {
    return ToUtf8(last->noun.substr(0, trial + kTrial.size()));
  }
  constexpr std::u32string_view kVerbs[] = {U"捐赠", U"赠送", U"捐献"};
  return ToUtf8(std::u32string(FrontWord(last->noun, kVerbs)));
}

std::u32string AsSatisfaction(std::u32string phrase, const Chars& text,
                              int at) {
  constexpr std::u32string_view kOutcomes[] = {
      U"问卷的结果", U"问卷结果", U"调查的结果", U"调查结果", U"评价结果"};
  constexpr int kFarthest = 80;
  std::u32string who = phrase;
  if (!CutBack(who, kOutcomes) || who.empty()) return phrase;
  for (int i = at - 1; i > std::max(0, at - kFarthest); --i) {
    if (text.HasAt(i, U"满意")) return who + U"满意度";
  }
  return phrase;
}

}  // namespace nianbao::intake
