#include "services/validation/year_spans.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "services/core/interval.h"
#include "services/validation/text_blocks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_UNDECIDED;

// How far behind a beginning its span may stand, in bytes.
constexpr std::size_t kNear = 240;
// How much may stand between the word and the number: 已有近, 历时整整.
constexpr std::size_t kBetween = 12;
constexpr std::size_t kYearDigits = 4;
constexpr int kFirstYear = 1850;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// A number of years in the text, with its digits' place.
struct YearNumber {
  int value = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The next run of digits at or behind `from` that 年 or 周年 follows.
std::optional<YearNumber> NextYears(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (!IsDigit(text[at]) || (at > 0 && IsDigit(text[at - 1]))) continue;
    std::size_t end = at;
    while (end < text.size() && IsDigit(text[end])) ++end;
    std::size_t unit = end;
    while (unit < text.size() && text[unit] == ' ') ++unit;
    if (end - at <= kYearDigits &&
        StartsWithAny(text.substr(unit), {"年", "周年"})) {
      return YearNumber{
          std::atoi(std::string(text.substr(at, end - at)).c_str()), at, end};
    }
    at = end - 1;
  }
  return std::nullopt;
}

bool IsBeginning(std::string_view text, const YearNumber& number) {
  if (number.end - number.begin != kYearDigits || number.value < kFirstYear) {
    return false;
  }
  const std::string_view before = text.substr(0, number.begin);
  const std::string_view behind = text.substr(number.end);
  return EndsWithAny(Compact(before.substr(
                         before.size() -
                         std::min<std::size_t>(before.size(), kBetween))),
                     {"于", "自", "从", "始建", "创办", "建校"}) ||
         StartsWithAny(behind, {"年创办", "年建校", "年创建", "年成立", "年起",
                                "年以来", "年至今", "年开始", "年启动"});
}

// Whether the words say that so many years have gone by.
bool IsSpan(std::string_view text, const YearNumber& number) {
  if (number.end - number.begin > 3 || number.value < 2) return false;
  const std::size_t from = number.begin < kBetween + kBetween
                               ? 0
                               : number.begin - kBetween - kBetween;
  std::string_view before = text.substr(from, number.begin - from);
  const std::size_t mark = before.rfind("，");
  if (mark != std::string_view::npos) before.remove_prefix(mark);
  return HasAny(before, {"历时", "历经", "走过", "至今", "迄今"}) &&
         !HasAny(before, {"近", "约", "超", "余", "多"}) &&
         !StartsWithAny(text.substr(number.end), {"年前", "年级"});
}

// The year that most of the report is about: the newest that has facts.
int ReportYear(const ReportView& view) {
  const auto years = view.data().table().Years();
  return years.empty() ? 0 : years.front();
}

TextFigure FigureOf(const TextBlock& block, const YearNumber& number,
                    const std::string& label) {
  const std::string digits = std::to_string(number.value);
  return {block.PlaceOf(number.begin, number.end), digits + "年", digits,
          label};
}

Check SpanCheck(const TextBlock& block, const YearNumber& start,
                const YearNumber& span, int year) {
  const int gone = year - start.value;
  const bool fits = span.value == gone || span.value == gone + 1;
  const std::string last =
      std::to_string(span.value == gone + 1 ? year + 1 : year);
  const std::string formula =
      last + "−" + std::to_string(start.value) + "=" +
      std::to_string(std::atoi(last.c_str()) - start.value) + "年";
  CheckMaker maker("recompute");
  maker.Operand(FigureOf(block, span, "历时"), "result")
      .Operand(FigureOf(block, start, "起始年份"), "start")
      .Verdict(fits ? VERDICT_CONSISTENT : VERDICT_UNDECIDED)
      .Reported(std::to_string(span.value) + "年",
                core::Interval::Point(span.value))
      .Computed(formula, core::Interval::Closed(gone, gone + 1))
      .Message(fits ? MessageId::kSpanFits : MessageId::kSpanUndecided,
               {{"start", std::to_string(start.value)},
                {"span", std::to_string(span.value)},
                {"formula", formula}});
  if (!fits) maker.Reason(MessageId::kSpanReason, {});
  return maker.Done();
}

void FindIn(const TextBlock& block, int year, Checks& checks) {
  const std::string_view text = block.text;
  std::optional<YearNumber> start;
  for (auto number = NextYears(text, 0); number;
       number = NextYears(text, number->end)) {
    if (number->end - number->begin == kYearDigits) {
      start = IsBeginning(text, *number) ? number : std::nullopt;
      continue;
    }
    if (!start || start->value >= year || !IsSpan(text, *number) ||
        number->begin - start->end > kNear ||
        Has(text.substr(start->end, number->begin - start->end), "。")) {
      continue;
    }
    checks.push_back(SpanCheck(block, *start, *number, year));
    start.reset();
  }
}

}  // namespace

void FindYearSpans(const ReportView& view, Checks& checks) {
  const int year = ReportYear(view);
  if (year == 0) return;
  for (const TextBlock& block : TextBlocksOf(view)) FindIn(block, year, checks);
}

}  // namespace nianbao::validation
