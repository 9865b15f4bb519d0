#include "services/validation/change_words.h"

#include <algorithm>

#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Clause ClauseOf(const Passage& passage, int mention) {
  const Sentence& sentence = passage.SentenceOf(mention);
  const std::string_view text =
      passage.Text(sentence.begin, passage.at(mention).begin);
  const auto start_before = [text](std::size_t end) {
    std::size_t start = 0;
    for (const std::string_view mark : {"，", ",", "；", "（"}) {
      if (end < mark.size()) continue;
      const std::size_t at = text.rfind(mark, end - mark.size());
      if (at != std::string_view::npos) {
        start = std::max(start, at + mark.size());
      }
    }
    return start;
  };
  std::size_t start = start_before(text.size());
  if (EndsWithAny(Compact(text.substr(0, start)),
                  {"相比，", "比较，", "相比,"})) {
    start = start_before(start - 1);
  }
  return {sentence.begin + static_cast<int>(start),
          Compact(text.substr(start))};
}

std::optional<int> YearIn(std::string_view words) {
  for (std::size_t i = 0; i + 7 <= words.size(); ++i) {
    const std::string_view four = words.substr(i, 4);
    if (std::all_of(four.begin(), four.end(), IsDigit)) {
      return std::stoi(std::string(four));
    }
  }
  return std::nullopt;
}

std::optional<int> YearIfAlone(std::string_view words) {
  const std::string_view rest = StripStart(words, {"而", "上年", "即"});
  if (rest.size() < 4 ||
      !std::all_of(rest.begin(), rest.begin() + 4, IsDigit)) {
    return std::nullopt;
  }
  const std::string_view tail =
      StripEnd(rest.substr(4),
               {"为", "是", "有", "达", "年度", "学年", "年", "届", "同期"});
  if (!tail.empty()) return std::nullopt;
  return std::stoi(std::string(rest.substr(0, 4)));
}

bool Shortens(std::string_view key, std::string_view longer) {
  const auto few = Characters(key);
  const auto many = Characters(longer);
  if (few.size() < 3 || few.size() >= many.size() ||
      few.front() != many.front() || few.back() != many.back()) {
    return false;
  }
  auto at = few.begin();
  for (const auto character : many) {
    if (at != few.end() && *at == character) ++at;
  }
  return at == few.end();
}

bool NamesRate(std::string_view key, std::string_view rate) {
  return rate == key || StripEnd(rate, {"率"}) == key;
}

std::string OwnSubject(const Clause& clause) {
  const std::string_view words =
      StripEnd(clause.words,
               {"增加", "增长", "增幅", "提高", "提升", "上升", "下降", "降低",
                "减少", "降幅", "涨幅", "净增", "幅度", "同比", "同期", "为",
                "达",   "了",   "约",   "分别", "的",   "比例", "率"});
  return std::string(
      StripStart(words, {"其中", "而", "且", "同比", "净", "或"}));
}

}  // namespace nianbao::validation
