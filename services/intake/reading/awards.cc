#include "services/intake/reading/awards.h"

#include "services/intake/reading/clause_topics.h"
#include "services/intake/reading/clauses.h"
#include "services/intake/reading/phrases.h"
#include "services/intake/reading/word_ends.h"
#include "services/intake/reading/words_behind.h"

namespace nianbao::intake {
namespace {

constexpr std::u32string_view kWon = U"获奖";

bool CountsAwards(std::string_view unit) {
  return unit == "项" || unit == "个" || unit == "人" || unit == "人次";
}

// 辅导学生获奖教师 → 辅导学生获奖; empty where nothing was won.
std::u32string AwardsIn(std::u32string_view noun) {
  const std::size_t at = noun.find(kWon);
  if (at == noun.npos || at == 0) return U"";
  return std::u32string(noun.substr(0, at + kWon.size()));
}

// The last colon of the paragraph before `at` that ends a title; -1 for none.
int TitleColon(const Chars& text, int from, int at) {
  for (int i = at - 1; i > from; --i) {
    const bool ratio = IsDigit(text[i - 1]) && IsDigit(text[i + 1]);
    if (text[i] == U':' && !ratio) return i;
  }
  return -1;
}

// Whether a prize is named in [begin, end).
bool NamesPrize(const Chars& text, int begin, int end) {
  constexpr std::u32string_view kPrizes[] = {U"等奖", U"金奖", U"银奖", U"铜奖",
                                             U"金牌", U"银牌", U"铜牌"};
  for (int at = begin; at < end; ++at) {
    for (const std::u32string_view prize : kPrizes) {
      if (text.HasAt(at, prize)) return true;
    }
  }
  return false;
}

// 学生技能比赛获奖：4项; empty where no such title stands before.
std::u32string AwardTitle(const Chars& text, int at) {
  constexpr int kLongest = 20;
  const int colon = TitleColon(text, SentenceBegin(text, at), at);
  if (colon < 0 || !text.EndsAt(colon, kWon)) return U"";
  const int begin = ClauseBegin(text, colon);
  return colon - begin <= kLongest ? Between(text, begin, colon) : U"";
}

}  // namespace

std::u32string Awarded(std::u32string topic, std::string_view unit) {
  if (!topic.ends_with(kWon)) topic += kWon;
  return unit == "项" || unit == "个" ? topic + U"项" : topic;
}

std::u32string OfPrize(std::u32string awards, std::u32string_view prize) {
  // 获市一等奖
  constexpr std::u32string_view kGetting[] = {U"荣获", U"获得", U"获"};
  prize.remove_prefix(FrontWord(prize, kGetting).size());
  constexpr std::u32string_view kBacks[] = {U"获奖项", U"获奖数", U"获奖"};
  constexpr std::size_t kLongest = 8;
  if (awards.size() > kLongest) return awards;
  if (prize.ends_with(U'奖') && CutBack(awards, kBacks)) {
    return awards + U"获" + std::u32string(prize);
  }
  return awards;
}

std::u32string PrizeTopic(const Chars& text, int at, const SaidSoFar& before) {
  int begin = at;
  while (begin > 0 && text[begin - 1] != U'。') --begin;
  if (TitleColon(text, begin, at) < 0) return U"";
  const Said* whole = before.AnyWhole(begin);
  const bool part = whole != nullptr && !NamesPrize(text, begin, whole->at);
  return part ? U"" : TopicBefore(text, at);
}

bool SharesPrize(std::u32string_view phrase, const Said& said,
                 const Said* last) {
  constexpr std::u32string_view kWinners[] = {U"学生", U"教师", U"选手"};
  return last != nullptr && last->sentence == said.sentence &&
         said.unit == "人" && FrontWord(phrase, kWinners) == phrase &&
         DimensionOfValue(last->part) == "等级";
}

std::string OfAwards(const Chars& text, int at, const std::string& label,
                     std::string_view unit) {
  constexpr std::u32string_view kWinners[] = {U"个人", U"团体", U"团队",
                                              U"学生", U"教师"};
  const std::u32string words = Fold(label);
  const bool winner = !BackWord(words, kWinners).empty();
  if (!winner || !CountsAwards(unit) || AwardTitle(text, at).empty()) {
    return label;
  }
  return ToUtf8(Awarded(words, unit));
}

std::u32string AwardsGoneOn(const Chars& text, const Said& said,
                            const Said* governing) {
  if (!CountsAwards(said.unit)) return U"";
  const bool near = governing != nullptr &&
                    governing->sentence == said.sentence &&
                    governing->unit != said.unit && governing->part.empty();
  std::u32string awards = near ? AwardsIn(governing->noun) : U"";
  if (awards.empty() && near && !governing->title.empty()) {
    awards = AwardsIn(Fold(governing->title));
  }
  if (awards.empty()) awards = AwardTitle(text, said.at);
  return awards.empty() ? awards : Awarded(awards, said.unit);
}

}  // namespace nianbao::intake
