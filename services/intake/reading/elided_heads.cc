#include "services/intake/reading/elided_heads.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "services/intake/reading/clauses.h"
#include "services/intake/reading/phrases.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

// Heads longer than this are told by their word for persons.
constexpr std::size_t kLongestHead = 6;

// Whether the clause in front of `at` ends in 的: 来自企业的仅18人.
bool BehindOf(const Chars& text, int at) {
  constexpr std::u32string_view kBetween = U"仅只有共约近达为已就 ";
  while (at > 0 && kBetween.find(text[at - 1]) != kBetween.npos) --at;
  return at > 0 && text[at - 1] == U'的';
}

// Whether the figure is a part by 其中: then it is named with its whole.
bool BehindAmong(const Chars& text, const Said& said) {
  for (int at = said.sentence; at < said.at; ++at) {
    if (text.HasAt(at, U"其中")) return true;
  }
  return false;
}

// The persons that the sentence counted before, in full where that is short.
std::u32string HeadOfPersons(const Chars& text, const Said& said,
                             const SaidSoFar& before) {
  const Said* last = before.Last();
  if (last != nullptr && last->sentence == said.sentence &&
      last->unit == said.unit && last->noun.size() <= kLongestHead &&
      NamesPersons(last->noun)) {
    // 评上高级职称的41人，读过研究生的17人: both are teachers.
    return BehindOf(text, last->at) ? std::u32string(PersonsOf(last->noun))
                                    : last->noun;
  }
  return std::u32string(PersonsBefore(text, ClauseBegin(text, said.at)));
}

// 持有“双师”证书 → “双师”证书
std::u32string WithoutHolding(std::u32string phrase) {
  constexpr std::u32string_view kHolding[] = {
      U"持有", U"具有", U"具备", U"取得", U"获得", U"考取",
      U"拿到", U"拥有", U"评上", U"获评", U"读过", U"有"};
  const std::u32string whole = phrase;
  return CutFront(phrase, kHolding) && phrase.size() >= 3 ? phrase : whole;
}

// 师资偏紧，按标准还差10人
std::u32string LackOf(const Chars& text, int at) {
  const int first = std::max(0, at - 40);
  for (int end = at; end > first; --end) {
    if (text.EndsAt(end, U"师资") || text.EndsAt(end, U"教师")) {
      return U"教师缺口";
    }
  }
  return U"缺口";
}

// 其他87万元 behind 事业收入286万元: 其他收入.
std::u32string AsOther(const std::u32string& phrase, const Said& said,
                       const Said* last) {
  if (phrase != U"其他" && phrase != U"其它") return phrase;
  constexpr int kFarthest = 30;
  const bool beside = last != nullptr && last->at + kFarthest > said.at &&
                      last->unit == said.unit && last->noun.size() >= 4;
  return beside ? phrase + last->noun.substr(last->noun.size() - 2) : phrase;
}

// 语文平均78分，数学71分: the second is an average too.
std::u32string WithMeasureBefore(const std::u32string& phrase, const Said& said,
                                 const SaidSoFar& before) {
  constexpr std::u32string_view kShared[] = {U"平均分", U"平均",   U"合格率",
                                             U"及格率", U"优秀率", U"通过率",
                                             U"满意度", U"得分"};
  const Said* first = before.Governing(said.sentence, said.unit);
  if (first == nullptr || first->sentence != said.sentence ||
      first->unit != said.unit || phrase.size() > 4) {
    return phrase;
  }
  const std::u32string_view shared = BackWord(first->noun, kShared);
  const bool same = first->noun.size() <= shared.size() + 4;
  return same && BackWord(phrase, kShared).empty()
             ? phrase + std::u32string(shared)
             : phrase;
}

bool IsNew(std::u32string_view phrase) {
  constexpr std::u32string_view kNew[] = {
      U"新增", U"新签", U"续签", U"新建", U"新设", U"新开",
      U"新聘", U"新购", U"新添", U"终止", U"退出", U"到期退出",
      U"到期", U"停招", U"停办", U"撤销", U"改建", U"在建"};
  return std::find(std::begin(kNew), std::end(kNew), phrase) != std::end(kNew);
}

}  // namespace

std::u32string_view PersonsBefore(const Chars& text, int at) {
  // Longest first.
  constexpr std::u32string_view kPersons[] = {
      U"毕业生", U"实习生", U"住校生", U"教职工", U"学生", U"教师",
      U"老师",   U"学员",   U"新生",   U"党员",   U"居民", U"师生"};
  constexpr int kFarthest = 80;
  const int first = std::max(0, at - kFarthest);
  for (int end = at; end > first; --end) {
    for (const std::u32string_view word : kPersons) {
      if (text.EndsAt(end, word)) return word == U"老师" ? U"教师" : word;
    }
  }
  return U"";
}

std::u32string WithQuotedSubject(const std::u32string& phrase,
                                 const Chars& text, int at) {
  constexpr std::u32string_view kServing[] = {U"辅导", U"接待", U"服务",
                                              U"惠及", U"受益", U"参与"};
  if (FrontWord(phrase, kServing).empty()) return phrase;
  constexpr int kLongest = 14;
  const int own = ClauseBegin(text, at);
  for (int end = own - 1; end > SentenceBegin(text, at); --end) {
    constexpr std::u32string_view kBehind = U"共已累全先平年开组是在";
    if (text[end] != U'”' || kBehind.find(text[end + 1]) == kBehind.npos) {
      continue;
    }
    int begin = end;
    while (begin > 0 && text[begin] != U'“' && end - begin < kLongest) --begin;
    // In 建立了“驿站” the name is no subject.
    const char32_t before = text[begin - 1];
    const bool subject = begin == 0 || EndsClause(text, begin - 1) ||
                         before == U'年' || IsSpace(before);
    if (text[begin] != U'“' || !subject) continue;
    std::u32string name;
    for (int i = begin + 1; i < end; ++i) name += text[i];
    return name + phrase;
  }
  return phrase;
}

std::u32string WithElidedHead(const std::u32string& phrase, const Chars& text,
                              const Said& said, const SaidSoFar& before) {
  // 起薪在2501元至3500元之间的151人
  constexpr std::u32string_view kRanges[] = {U"之间", U"以上", U"以下",
                                             U"左右", U"其他", U"其余"};
  if (phrase.size() < 2 || !DimensionOfValue(phrase).empty() ||
      (FrontWord(phrase, kRanges) == phrase && !said.unit.ends_with("元"))) {
    return phrase;
  }
  const bool of = BehindOf(text, said.at);
  if (said.unit == "人") {
    if (phrase == U"缺口") return LackOf(text, said.at);
    if (NamesPersons(phrase)) return phrase;
    // Aid goes to pupils: 免学费2038人.
    constexpr std::u32string_view kAids[] = {U"学费", U"助学金", U"奖学金",
                                             U"资助", U"住宿费"};
    if (HasAnyWord(phrase, kAids)) return phrase + U"学生";
    constexpr std::u32string_view kGoing[] = {U"赴", U"到企业", U"下企业"};
    const bool going = !FrontWord(phrase, kGoing).empty();
    if (!(of || going) || phrase.starts_with(U'由')) return phrase;
    if (BehindAmong(text, said)) return phrase;
    const std::u32string head = HeadOfPersons(text, said, before);
    return head.find(phrase) == head.npos ? WithoutHolding(phrase) + head
                                          : head;
  }
  if (said.unit == "分") return WithMeasureBefore(phrase, said, before);
  if (said.unit.ends_with("元")) return AsOther(phrase, said, before.Last());
  if (!of && !IsNew(phrase)) return phrase;
  const Said* whole = before.Governing(said.sentence, said.unit);
  constexpr std::size_t kLongest = 8;
  const bool known = whole != nullptr && whole->sentence == said.sentence &&
                     whole->unit == said.unit && whole->noun.size() >= 2 &&
                     whole->noun.size() <= kLongest &&
                     phrase.find(whole->noun) == phrase.npos;
  return known ? phrase + whole->noun : phrase;
}

}  // namespace nianbao::intake
