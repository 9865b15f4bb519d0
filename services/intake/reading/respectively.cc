#include "services/intake/reading/respectively.h"

#include <algorithm>

#include "services/intake/reading/clauses.h"
#include "services/intake/reading/function_words.h"

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
  }
  return -1;
}

// Gives all items the words that the last has beyond the others' length.
void ShareTail(std::vector<std::u32string>& items) {
  const std::size_t size = items.front().size();
  const bool alike =
      std::all_of(items.begin(), items.end() - 1,
                  [&](const auto& item) { return item.size() == size; });
  if (!alike || items.back().size() < size + 2) return;
  const std::u32string tail = items.back().substr(size);
  for (std::size_t i = 0; i + 1 < items.size(); ++i) items[i] += tail;
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
  ShareTail(items);
  return items;
}

}  // namespace nianbao::intake
