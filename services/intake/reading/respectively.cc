#include "services/intake/reading/respectively.h"

#include <algorithm>

#include "services/intake/reading/clauses.h"
#include "services/intake/reading/function_words.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

bool Joins(char32_t c) {
  constexpr std::u32string_view kJoining = U"、和与及,以 ";
  return kJoining.find(c) != std::u32string_view::npos;
}

// Whether nothing but words of joining stands in [begin, end).
bool OnlyJoins(const Chars& text, int begin, int end) {
  for (int at = begin; at < end; ++at) {
    if (!Joins(text[at])) return false;
  }
  return begin < end;
}

int LastRespectively(const Chars& text, int begin, int end) {
  for (int at = end; at >= begin; --at) {
    if (text.HasAt(at, U"分别") && !text.HasAt(at, U"分别比")) return at;
    if (text.HasAt(at, U"依次为") || text.HasAt(at, U"依次是")) return at;
  }
  return -1;
}

// The words that all items share behind the last one: 年级 of 一、二、三年级,
// 专任教师 of 思政课、体育课、美育课专任教师, 满意度 of 家长、教师满意度.
std::size_t TailSize(const std::vector<std::u32string>& items) {
  constexpr std::u32string_view kMeasures[] = {
      U"满意度", U"合格率", U"及格率", U"优秀率", U"就业率",
      U"升学率", U"参与率", U"人数",   U"比例",   U"占比"};
  const std::u32string& last = items.back();
  const std::size_t size = items.front().size();
  const char32_t end = items.front().back();
  bool alike = true;
  bool same_end = true;
  bool bare = true;
  for (std::size_t i = 0; i + 1 < items.size(); ++i) {
    alike = alike && items[i].size() == size;
    same_end = same_end && items[i].back() == end;
    bare = bare && BackWord(items[i], kMeasures).empty();
  }
  if (alike && last.size() >= size + 2) return last.size() - size;
  const std::size_t shared = last.rfind(end);
  if (same_end && shared != last.npos && last.size() >= shared + 3) {
    return last.size() - shared - 1;
  }
  return bare ? BackWord(last, kMeasures).size() : 0;
}

// 面向第一、二、三产业 are 面向第一产业 and so on: what the first item says
// before its numeral and the last one behind it.
bool ShareAroundNumerals(std::vector<std::u32string>& items) {
  constexpr std::u32string_view kNumerals = U"一二三四五六";
  const auto numeral = [&](char32_t c) {
    return kNumerals.find(c) != kNumerals.npos;
  };
  const bool between =
      std::all_of(items.begin() + 1, items.end() - 1, [&](const auto& item) {
        return item.size() == 1 && numeral(item.front());
      });
  if (!between || !numeral(items.front().back()) ||
      !numeral(items.back().front())) {
    return false;
  }
  const std::u32string lead = items.front().substr(0, items.front().size() - 1);
  const std::u32string tail = items.back().substr(1);
  items.front() += tail;
  for (std::size_t i = 1; i < items.size(); ++i) {
    items[i] = lead + items[i].front() + tail;
  }
  return true;
}

// Gives all items the words that only the first or the last has.
void ShareWords(std::vector<std::u32string>& items) {
  if (items.size() > 1 && ShareAroundNumerals(items)) return;
  const std::size_t size = items.size() > 1 ? TailSize(items) : 0;
  const std::u32string& last = items.back();
  const std::u32string tail = last.substr(last.size() - size);
  for (std::size_t i = 0; i + 1 < items.size(); ++i) items[i] += tail;
}

// 语文、数学、英语三科依次为: how many there are is no part of the last, which
// then is whole. Whether it was cut.
bool CutCount(std::u32string& item) {
  constexpr std::u32string_view kCounts[] = {
      U"两科", U"三科", U"四科", U"五科", U"两项", U"三项",
      U"四项", U"两类", U"三类", U"四类", U"两者", U"三者"};
  return item.size() > 3 && CutBack(item, kCounts);
}

}  // namespace

std::optional<Dealt> DealtOut(const Chars& text,
                              const std::vector<Number>& numbers,
                              std::size_t index) {
  const int begin = SentenceBegin(text, numbers[index].begin);
  const int at = LastRespectively(text, begin, numbers[index].begin);
  if (at < 0) return std::nullopt;
  const auto first =
      std::find_if(numbers.begin(), numbers.end(), [&](const Number& number) {
        return number.begin > at && number.kind == NumberKind::kFigure;
      });
  if (ClauseEnd(text, at) < first->begin) return std::nullopt;
  auto last = first;
  while (last + 1 != numbers.end() &&
         OnlyJoins(text, last->end, (last + 1)->begin)) {
    ++last;
  }
  const auto own = numbers.begin() + static_cast<std::ptrdiff_t>(index);
  if (own > last || first == last) return std::nullopt;
  return Dealt{static_cast<int>(own - first),
               static_cast<int>(last - first) + 1, at};
}

std::vector<std::u32string> ItemsBefore(const Chars& text, int at) {
  int begin = at;
  while (begin > 0 &&
         (text[begin - 1] == U'、' || !EndsClause(text, begin - 1))) {
    --begin;
  }
  std::vector<std::u32string> items(1);
  for (int i = begin; i < at; ++i) {
    const char32_t c = text[i];
    const bool joins = c == U'、' || c == U'和' || c == U'与' || c == U'及';
    if (!joins && !IsSpace(c)) items.back() += c;
    if (joins && !items.back().empty()) items.emplace_back();
  }
  for (std::u32string& item : items) CutFunctionWords(item);
  const bool empty = std::any_of(items.begin(), items.end(),
                                 [](const auto& item) { return item.empty(); });
  if (empty) return {};
  if (!CutCount(items.back())) ShareWords(items);
  return items;
}

}  // namespace nianbao::intake
