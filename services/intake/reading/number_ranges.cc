#include "services/intake/reading/number_ranges.h"

#include <string>
#include <string_view>

#include "services/core/decimal.h"
#include "services/intake/reading/clauses.h"
#include "services/intake/reading/near_words.h"

namespace nianbao::intake {
namespace {

using nianbao::fact::v1::Hedge;

// The mark that alone stands between two numbers; 0 where there is none or
// more. Dashes come doubled.
char32_t MarkBetween(const Chars& text, const Number& first,
                     const Number& second) {
  char32_t mark = 0;
  for (int at = first.end; at < second.begin; ++at) {
    const char32_t c = text[at];
    if (IsSpace(c) || (c == U'-' && mark == c)) continue;
    if (mark != 0 || !IsAmong(c, U"-~至到和、与及或")) return 0;
    mark = c;
  }
  return mark;
}

bool IsRangeMark(char32_t mark) { return IsAmong(mark, U"-~至到"); }

bool IsCalendar(NumberKind kind) {
  return kind == NumberKind::kDate || kind == NumberKind::kOrdinal;
}

// A number that would be a figure if it had a unit; words only in a range, for
// 五四、12人 has none.
bool IsOpen(char32_t mark, const Number& number) {
  if (number.kind == NumberKind::kName) {
    return IsRangeMark(mark) && number.figure.in_words() &&
           !number.figure.value().empty();
  }
  return number.kind == NumberKind::kBare || number.kind == NumberKind::kFigure;
}

bool IsTime(const std::string& unit) {
  return unit == "年" || unit == "月" || unit == "周" || unit == "岁";
}

// 三到五次: small number words count where a range of them has a measure.
void RaiseSmallWords(char32_t mark, Number& second) {
  const auto& figure = second.figure;
  const bool measured = second.classifier || figure.unit() == "%";
  if (second.kind == NumberKind::kName && figure.in_words() && measured &&
      IsRangeMark(mark) && !IsTime(figure.unit())) {
    second.kind = NumberKind::kFigure;
  }
}

// 第3-5名, 9-12月: both are of one kind.
bool ShareKind(char32_t mark, Number& first, Number& second) {
  if (!IsRangeMark(mark) || second.figure.unit() == "%") return false;
  if (IsCalendar(first.kind) && IsOpen(mark, second) && mark != U'到') {
    second.kind = first.kind;
    return true;
  }
  if (IsCalendar(second.kind) && first.kind == NumberKind::kBare) {
    first.kind = second.kind;
    return true;
  }
  return false;
}

// 3万-5万元, 20-30%, 百分之三十至四十
void ShareUnit(char32_t mark, Number& first, Number& second) {
  const std::string& unit = second.figure.unit();
  const std::string& mine = first.figure.unit();
  const bool multiplier = mine == "万" || mine == "亿";
  const bool lacks =
      mine.empty() || (multiplier && unit.compare(0, mine.size(), mine) == 0);
  if (lacks && !unit.empty() && second.kind == NumberKind::kFigure &&
      IsOpen(mark, first) &&
      first.figure.value().find(':') == std::string::npos) {
    first.kind = NumberKind::kFigure;
    first.figure.set_unit(unit);
    return;
  }
  if (unit.empty() && mine == "%" && first.figure.in_words() &&
      second.figure.in_words() && IsOpen(mark, second)) {
    second.kind = NumberKind::kFigure;
    second.figure.set_unit(mine);
  }
}

bool IsLess(const std::string& a, const std::string& b) {
  const auto low = core::Decimal::Parse(a);
  const auto high = core::Decimal::Parse(b);
  return low.ok() && high.ok() && low->value() < high->value();
}

// 由20%到30% tells a change, not a range.
bool StartsFrom(const Chars& text, int at) {
  for (int begin = ClauseBegin(text, at); at > begin; --at) {
    if (IsAmong(text[at - 1], U"由从自")) return true;
  }
  return false;
}

void MarkRange(const Chars& text, char32_t mark, Number& first,
               Number& second) {
  if (!IsRangeMark(mark) || first.kind != NumberKind::kFigure ||
      second.kind != NumberKind::kFigure ||
      first.figure.unit() != second.figure.unit() ||
      first.range != RangePart::kNone ||
      !IsLess(first.figure.value(), second.figure.value())) {
    return;
  }
  const bool words = mark == U'至' || mark == U'到';
  if (words && StartsFrom(text, first.begin)) return;
  first.range = RangePart::kLow;
  second.range = RangePart::kHigh;
  if (first.figure.hedge() != Hedge::HEDGE_UNSPECIFIED ||
      second.figure.hedge() != Hedge::HEDGE_UNSPECIFIED) {
    return;
  }
  first.figure.set_hedge(Hedge::HEDGE_AT_LEAST);
  second.figure.set_hedge(Hedge::HEDGE_AT_MOST);
}

bool IsMoney(const std::string& unit) {
  return unit == "元" || unit == "万元" || unit == "亿元";
}

// 总值4826万元，新添312万: money goes on in a sentence that names nothing else.
void CarryMoney(const Chars& text, const Number& before, Number& number) {
  const std::string& unit = number.figure.unit();
  if ((unit != "万" && unit != "亿") || !IsMoney(before.figure.unit()) ||
      SentenceBegin(text, number.begin) > before.begin) {
    return;
  }
  for (int at = before.end; at < number.begin; ++at) {
    if (IsAmong(text[at], U"人册次生众台户量数")) return;
  }
  number.figure.set_unit(unit + "元");
}

}  // namespace

void CoupleNumbers(const Chars& text, std::vector<Number>& numbers) {
  // Backwards, so that a unit reaches all of 12、15、18人.
  for (std::size_t i = numbers.size(); i-- > 1;) {
    Number& first = numbers[i - 1];
    Number& second = numbers[i];
    const char32_t mark = MarkBetween(text, first, second);
    if (mark == 0) continue;
    RaiseSmallWords(mark, second);
    if (!ShareKind(mark, first, second)) ShareUnit(mark, first, second);
    MarkRange(text, mark, first, second);
  }
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    CarryMoney(text, numbers[i - 1], numbers[i]);
  }
}

}  // namespace nianbao::intake
