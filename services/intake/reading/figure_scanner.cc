#include "services/intake/reading/figure_scanner.h"

#include <algorithm>
#include <optional>

#include "services/core/unit.h"
#include "services/intake/reading/number_kinds.h"
#include "services/intake/reading/numerals.h"

namespace nianbao::intake {
namespace {

using nianbao::fact::v1::Hedge;

int SkipSpaces(const Chars& text, int at) {
  while (IsSpace(text[at])) ++at;
  return at;
}

int SkipSpacesBack(const Chars& text, int end) {
  while (end > 0 && IsSpace(text[end - 1])) --end;
  return end;
}

// Hedges that stand behind a number; the others stand before it.
bool StandsBehind(const std::string& normal, std::u32string_view word) {
  constexpr std::u32string_view kBehind = U"余 多 来 以上 以下 以内 左右 上下";
  return normal == "MORE" || kBehind.find(word) != std::u32string_view::npos;
}

// Reads what stands around one numeral.
class NumberReader {
 public:
  NumberReader(const Chars& text, const Lexicon& lexicon, int at,
               const Numeral& numeral)
      : text_(text), lexicon_(lexicon), at_(numeral.end) {
    number_.begin = at;
    number_.figure.set_value(numeral.value);
    number_.figure.set_in_words(numeral.in_words);
    number_.figure.set_unit(numeral.unit);
  }

  Number Read() {
    ReadHedgeBefore();
    ReadSome();
    ReadHedgeBehind();
    if (number_.figure.unit().empty()) {
      const std::string multiplier = ReadMultiplier();
      ReadHedgeBehind();
      ReadUnit(multiplier);
    }
    ReadHedgeBehind();
    number_.end = at_;
    number_.figure.set_text(text_.Text(number_.begin, at_));
    return number_;
  }

 private:
  void SetHedge(const std::string& normal) {
    if (number_.figure.hedge() == Hedge::HEDGE_UNSPECIFIED) {
      number_.figure.set_hedge(HedgeOf(normal));
    }
  }

  // 十几人: some more than ten; 十几万: some more than a hundred thousand.
  void ReadSome() {
    if (!number_.figure.in_words() || text_[at_] != U'几') return;
    ++at_;
    SetHedge("MORE");
    const char32_t large = text_[at_];
    if (large != U'万' && large != U'亿') return;
    ++at_;
    number_.figure.set_value(number_.figure.value() +
                             std::string(large == U'万' ? 4 : 8, '0'));
  }

  void ReadHedgeBefore() {
    const int end = SkipSpacesBack(text_, number_.begin);
    const auto match = lexicon_.hedges.EndingAt(text_, end);
    if (match.length == 0) return;
    const auto word =
        text_.folded().substr(static_cast<std::size_t>(end - match.length),
                              static_cast<std::size_t>(match.length));
    if (StandsBehind(match.normal, word)) return;
    if (word == U"近" && text_[end - 2] == U'附') return;
    number_.begin = end - match.length;
    SetHedge(match.normal);
  }

  void ReadHedgeBehind() {
    const int at = SkipSpaces(text_, at_);
    const auto match = lexicon_.hedges.At(text_, at);
    if (match.length == 0) return;
    const auto word = text_.folded().substr(
        static_cast<std::size_t>(at), static_cast<std::size_t>(match.length));
    if (!StandsBehind(match.normal, word)) return;
    at_ = at + match.length;
    SetHedge(match.normal);
  }

  // 万 and 亿 behind digits belong to the unit; 千 and 百 do too.
  std::string ReadMultiplier() {
    const int at = SkipSpaces(text_, at_);
    for (const std::u32string_view word : {U"万亿", U"亿", U"万"}) {
      if (!text_.HasAt(at, word)) continue;
      at_ = at + static_cast<int>(word.size());
      return ToUtf8(word);
    }
    return "";
  }

  void ReadUnit(const std::string& multiplier) {
    const int at = SkipSpaces(text_, at_);
    const auto match = lexicon_.units.At(text_, at);
    if (match.length > 0) {
      at_ = at + match.length;
      number_.figure.set_unit(multiplier + match.normal);
    } else {
      number_.figure.set_unit(multiplier);
    }
    number_.classifier =
        match.length > 0 && core::FindUnit(match.normal).counting;
  }

  const Chars& text_;
  const Lexicon& lexicon_;
  int at_;
  Number number_;
};

std::optional<Numeral> NumeralAt(const Chars& text, int at) {
  if (auto fraction = FractionAt(text, at)) return fraction;
  auto numeral = DigitsAt(text, at);
  return numeral ? numeral : WordsAt(text, at);
}

// "20-30%" and "0.1 和 2 个百分点": a number without a unit takes the unit of
// the number that it is coupled to.
void ShareUnits(const Chars& text, std::vector<Number>& numbers) {
  for (std::size_t i = 0; i + 1 < numbers.size(); ++i) {
    Number& first = numbers[i];
    const Number& second = numbers[i + 1];
    if (!first.figure.unit().empty() || second.figure.unit().empty()) continue;
    const int at = SkipSpaces(text, first.end);
    const char32_t c = text[at];
    const bool coupled =
        c == U'和' || c == U'、' || c == U'-' || c == U'~' || c == U'至';
    if (!coupled || SkipSpaces(text, at + 1) != second.begin) continue;
    if (first.kind == NumberKind::kBare) first.kind = second.kind;
    if (first.kind != second.kind) continue;
    first.figure.set_unit(second.figure.unit());
  }
}

}  // namespace

std::vector<Number> ScanNumbers(const Chars& text, const Lexicon& lexicon) {
  std::vector<Number> numbers;
  const NameSpans names(text, lexicon);
  for (int at = 0; at < text.size();) {
    const auto numeral = NumeralAt(text, at);
    if (!numeral) {
      ++at;
      continue;
    }
    Number number = NumberReader(text, lexicon, at, *numeral).Read();
    number.kind = KindOf({text, names, at, numeral->end, number});
    if (number.kind != NumberKind::kFigure) {
      number.begin = at;
      number.end = numeral->end;
    }
    at = number.end;
    if (!numbers.empty())
      number.begin = std::max(number.begin, numbers.back().end);
    numbers.push_back(std::move(number));
  }
  ShareUnits(text, numbers);
  return numbers;
}

}  // namespace nianbao::intake
