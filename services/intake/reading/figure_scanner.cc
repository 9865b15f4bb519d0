#include "services/intake/reading/figure_scanner.h"

#include <algorithm>
#include <optional>

#include "services/intake/reading/number_codes.h"
#include "services/intake/reading/number_in_text.h"
#include "services/intake/reading/number_kinds.h"
#include "services/intake/reading/number_ranges.h"
#include "services/intake/reading/number_reader.h"
#include "services/intake/reading/numerals.h"

namespace nianbao::intake {
namespace {

using nianbao::fact::v1::Hedge;

// Collects the numbers of a text from left to right.
class Scanner {
 public:
  Scanner(const Chars& text, const Lexicon& lexicon)
      : text_(text), lexicon_(lexicon), names_(text, lexicon) {}

  std::vector<Number> Scan() {
    for (int at = 0; at < text_.size();) at = ReadAt(at);
    CoupleNumbers(text_, numbers_);
    return std::move(numbers_);
  }

 private:
  // Reads what starts at `at`; returns where to go on.
  int ReadAt(int at) {
    if (const auto code = CodeAt(text_, at)) return AddCode(at, *code);
    const auto numeral = NumeralAt(text_, at);
    if (!numeral) return at + 1;
    Number number = ReadNumber(text_, lexicon_, at, *numeral);
    number.kind = KindOf({text_, names_, at, *numeral, number});
    if (number.kind != NumberKind::kFigure) {
      number.begin = at;
      number.end = numeral->end;
    } else if (!numeral->high.empty()) {
      return AddBothEnds(*numeral, number);
    }
    return Add(std::move(number));
  }

  int AddCode(int at, const NumberCode& code) {
    Number number;
    number.begin = at;
    number.end = code.end;
    number.kind = names_.Covers(at) ? NumberKind::kName : code.kind;
    number.figure.set_value(text_.Text(at, code.end));
    number.figure.set_text(text_.Text(at, code.end));
    return Add(std::move(number));
  }

  // 两三个: at least two and at most three.
  int AddBothEnds(const Numeral& numeral, const Number& number) {
    Number low = number;
    Number high = number;
    low.end = high.begin = numeral.split;
    high.figure.set_value(numeral.high);
    low.range = RangePart::kLow;
    high.range = RangePart::kHigh;
    if (number.figure.hedge() == Hedge::HEDGE_UNSPECIFIED) {
      low.figure.set_hedge(Hedge::HEDGE_AT_LEAST);
      high.figure.set_hedge(Hedge::HEDGE_AT_MOST);
    }
    Add(std::move(low));
    return Add(std::move(high));
  }

  int Add(Number number) {
    const int end = number.end;
    if (!numbers_.empty()) {
      number.begin = std::max(number.begin, numbers_.back().end);
    }
    numbers_.push_back(std::move(number));
    return end;
  }

  const Chars& text_;
  const Lexicon& lexicon_;
  const NameSpans names_;
  std::vector<Number> numbers_;
};

}  // namespace

std::vector<Number> ScanNumbers(const Chars& text, const Lexicon& lexicon) {
  return Scanner(text, lexicon).Scan();
}

}  // namespace nianbao::intake
