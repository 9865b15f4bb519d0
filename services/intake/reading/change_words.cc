#include "services/intake/reading/change_words.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "services/intake/reading/clauses.h"
#include "services/intake/reading/function_words.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

// 比上届少17人, 多招26人: words for a change that stand alone before the
// figure.
struct MoreOrLess {
  std::u32string_view word;
  const char* direction;
};

// Longest first.
constexpr MoreOrLess kMoreOrLess[] = {
    {U"多出了", "增加"}, {U"多招了", "增加"}, {U"少招了", "减少"},
    {U"高出了", "提升"}, {U"多出", "增加"},   {U"多招", "增加"},
    {U"少招", "减少"},   {U"高出", "提升"},   {U"超出", "增加"},
    {U"多了", "增加"},   {U"少了", "减少"},   {U"高了", "提升"},
    {U"低了", "下降"},   {U"涨了", "提升"},   {U"降了", "下降"},
    {U"多", "增加"},     {U"少", "减少"},     {U"高", "提升"},
    {U"跌了", "下降"},   {U"低", "下降"},     {U"涨", "提升"},
    {U"降", "下降"},     {U"跌", "下降"}};

// The direction of such a word, which is cut off `words` with what the figure
// is compared with; empty where there is none.
std::string TakeMoreOrLess(std::u32string& words, bool compared) {
  for (const auto& [word, direction] : kMoreOrLess) {
    if (!words.ends_with(word)) continue;
    std::u32string rest = words.substr(0, words.size() - word.size());
    const bool against = CutComparisons(rest);
    const bool alone = rest.empty() && (compared || word.size() > 1);
    if (!against && !alone) return "";
    words = rest;
    return direction;
  }
  return "";
}

// The change word at the end of `words`, cut off; empty where there is none.
// 增至 and the like name the level that was reached, not the change.
std::string TakeDirection(std::u32string& words, const Lexicon& lexicon) {
  constexpr std::u32string_view kHedges[] = {U"了", U"约", U"近", U"达"};
  std::u32string rest = words;
  while (CutBack(rest, kHedges)) {
  }
  const Chars text(ToUtf8(rest));
  const auto match = lexicon.changes.EndingAt(text, text.size());
  if (match.length == 0 || match.normal == "持平") return "";
  const char32_t last = text[text.size() - 1];
  if (last == U'至' || last == U'到') return "";
  rest.erase(rest.size() - static_cast<std::size_t>(match.length));
  CutFunctionWords(rest);
  words = rest;
  return match.normal;
}

// Whether the clause compares before the figure: 比2020年的986人多招26人.
bool Compares(const Chars& text, int at) {
  for (int i = ClauseBegin(text, at); i < at; ++i) {
    const bool noun = text[i + 1] == U'例' || text[i + 1] == U'重';
    if ((text[i] == U'比' || text[i] == U'较') && !noun) return true;
  }
  return false;
}

// Words for how often a level is reached. Longest first.
constexpr std::u32string_view kEachTime[] = {
    U"平均每天", U"平均每月", U"每学期", U"每天",
    U"每日",     U"每周",     U"每月",   U"每年"};

}  // namespace

void CutReached(std::u32string& words, const Lexicon& lexicon) {
  if (words.empty() || (words.back() != U'到' && words.back() != U'至')) return;
  const Chars whole(ToUtf8(words));
  auto match = lexicon.changes.EndingAt(whole, whole.size());
  int end = whole.size();
  if (match.length == 0) match = lexicon.changes.EndingAt(whole, --end);
  if (match.length > 0)
    words.erase(static_cast<std::size_t>(end - match.length));
}

std::string DirectionOf(const Chars& text, const Number& number,
                        std::u32string& left, const Lexicon& lexicon) {
  const bool compared = Compares(text, number.begin);
  // In 3106人多了112人 the 多 may have been taken for a hedge.
  if (compared && (left == U"了" || left == U"招" || left == U"出")) {
    left.clear();
    return "增加";
  }
  const std::string direction = TakeDirection(left, lexicon);
  return direction.empty() ? TakeMoreOrLess(left, compared) : direction;
}

bool FromLevel(const Chars& text, const Number& number) {
  int end = number.begin;
  while (end > 0 && IsSpace(text[end - 1])) --end;
  for (const std::u32string_view each : kEachTime) {
    if (text.EndsAt(end, each)) end -= static_cast<int>(each.size());
  }
  return end > 0 && (text[end - 1] == U'由' || text[end - 1] == U'从');
}

void CutEachTime(std::u32string& words) {
  constexpr std::u32string_view kLeading = U"由从到至";
  std::u32string rest = words;
  const bool led = CutBack(rest, kEachTime) && !rest.empty() &&
                   kLeading.find(rest.back()) != kLeading.npos;
  if (led) words = rest;
}

bool BeginsWithMoreOrLess(const std::u32string& words) {
  return std::any_of(std::begin(kMoreOrLess), std::end(kMoreOrLess),
                     [&](const MoreOrLess& it) {
                       return it.word.size() > 1 && words.starts_with(it.word);
                     });
}

}  // namespace nianbao::intake
