#include "services/validation/relation_test_base.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "services/core/decimal.h"

namespace nianbao::validation {
namespace {

using core::Operator;
using core::Rational;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

constexpr std::string_view kTenThousand = "万";

// How near to a value that is left out values are tried, and how far out.
Rational Nearness() { return core::PowerOfTen(-30); }
Rational Farness() { return core::PowerOfTen(15); }

Rational ScaleOf(const std::string& unit) {
  return unit.rfind(kTenThousand, 0) == 0 ? core::PowerOfTen(4) : Rational(1);
}

// From one value to the other in quarters, both among them.
std::vector<Rational> Between(const Rational& from, const Rational& to) {
  std::vector<Rational> values;
  for (int i = 0; i <= 4; ++i) values.push_back(from + (to - from) * i / 4);
  return values;
}

// The place of the last digit that is not zero, in last places: 100 for 2500.
std::int64_t LastDigit(std::int64_t digits) {
  std::int64_t place = 1;
  while (digits != 0 && digits % (place * 10) == 0) place *= 10;
  return place;
}

Print WithDigits(Print print, std::int64_t digits) {
  print.digits = digits;
  return print;
}

// Whether one of the values lies within the reach.
bool CanHold(const std::vector<Rational>& values, const Reach& reach) {
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  return *reach.least <= *most && *reach.most >= *least;
}

bool IsShare(const Rational& percent) { return percent >= 0 && percent <= 100; }

std::vector<Rational> Shares(std::vector<Rational> values) {
  // Between values on both sides of an end lies the end.
  for (const Rational& end : {Rational(0), Rational(100)}) {
    const auto [least, most] =
        std::minmax_element(values.begin(), values.end());
    if (*least < end && end < *most) values.push_back(end);
  }
  values.erase(std::remove_if(values.begin(), values.end(),
                              [](const auto& v) { return !IsShare(v); }),
               values.end());
  return values;
}

Verdict Oracle(const std::vector<Rational>& rounded,
               const std::vector<Rational>& nearly, bool vague,
               const Reach& reach) {
  if (!reach.least) return VERDICT_UNDECIDED;
  if (!rounded.empty() && CanHold(rounded, reach)) return VERDICT_CONSISTENT;
  if (!nearly.empty() && CanHold(nearly, reach)) {
    return VERDICT_ROUNDED_DIFFERENTLY;
  }
  return vague || reach.vague ? VERDICT_UNDECIDED : VERDICT_CONTRADICTED;
}

void Try(const std::vector<std::vector<Rational>>& values,
         const Formula& formula, std::vector<Rational>& chosen, Reach& reach) {
  if (chosen.size() == values.size()) {
    const auto result = formula(chosen);
    if (!result) return;
    if (!reach.least || *result < *reach.least) reach.least = result;
    if (!reach.most || *result > *reach.most) reach.most = result;
    return;
  }
  for (const Rational& value : values[chosen.size()]) {
    chosen.push_back(value);
    Try(values, formula, chosen, reach);
    chosen.pop_back();
  }
}

bool Stand(const Rational& a, Operator order, const Rational& b) {
  switch (order) {
    case Operator::kEqual:
      return a == b;
    case Operator::kAtMost:
      return a <= b;
    case Operator::kAtLeast:
      return a >= b;
    case Operator::kLess:
      return a < b;
    case Operator::kGreater:
      return a > b;
  }
  return false;
}

}  // namespace

bool Print::IsExact() const {
  return counts && decimals == 0 && word == Word::kNone && ScaleOf(unit) == 1;
}

bool Print::IsVague() const {
  return word == Word::kNearly || word == Word::kAbout;
}

std::string Print::Number() const {
  const Rational number = Rational(digits) * core::PowerOfTen(-decimals);
  return core::Decimal::Round(number, decimals).ToString();
}

std::string Print::Text() const {
  switch (word) {
    case Word::kMore:
      return Number() + "余" + unit;
    case Word::kAtLeast:
      return Number() + unit + "以上";
    case Word::kAbove:
      return "超过" + Number() + unit;
    case Word::kBelow:
      return "不足" + Number() + unit;
    case Word::kNearly:
      return "近" + Number() + unit;
    case Word::kAbout:
      return "约" + Number() + unit;
    case Word::kNone:
      break;
  }
  return Number() + unit;
}

std::string Print::In(const std::string& label) const {
  return "[" + Text() + "|" + label + "]";
}

Rational Print::Value() const {
  return Rational(digits) * core::PowerOfTen(-decimals) * ScaleOf(unit);
}

std::vector<Rational> Print::TrueValues(Way way) const {
  const Rational v = Value();
  const Rational place = core::PowerOfTen(-decimals) * ScaleOf(unit);
  switch (word) {
    case Word::kMore:
      return Between(v, v + place * LastDigit(digits) - Nearness());
    case Word::kAbove:
      return Between(v + Nearness(), v + Farness());
    case Word::kAtLeast:
      return Between(v, v + Farness());
    case Word::kBelow:
      return Between(v - Farness(), v - Nearness());
    case Word::kNearly:
      return Between(v * 9 / 10, v);
    case Word::kAbout:
      return Between(v * 9 / 10, v * 11 / 10);
    case Word::kNone:
      break;
  }
  if (IsExact()) return {v};
  if (way == Way::kRounded) return Between(v - place / 2, v + place / 2);
  // One last place off is a rounded value of the next print; what is cut off
  // lies in between.
  const auto low = WithDigits(*this, digits - 1).TrueValues();
  const auto high = WithDigits(*this, digits + 1).TrueValues();
  return Between(low.front(), high.back());
}

Reach ReachOf(const std::vector<Print>& operands, const Formula& formula) {
  std::vector<std::vector<Rational>> values;
  Reach reach;
  for (const Print& operand : operands) {
    values.push_back(operand.TrueValues());
    reach.vague = reach.vague || operand.IsVague();
  }
  std::vector<Rational> chosen;
  Try(values, formula, chosen, reach);
  return reach;
}

Verdict OracleOf(const Print& reported, const Reach& reach) {
  return Oracle(reported.TrueValues(),
                reported.TrueValues(Way::kTruncatedOrNext), reported.IsVague(),
                reach);
}

Verdict ShareOracleOf(const Print& reported, const Reach& reach) {
  if (!reach.least) return VERDICT_UNDECIDED;
  const auto shares = Shares({*reach.least, *reach.most});
  Reach within = reach;
  within.least.reset();
  if (!shares.empty()) {
    within.least = *std::min_element(shares.begin(), shares.end());
    within.most = *std::max_element(shares.begin(), shares.end());
  }
  return Oracle(Shares(reported.TrueValues()),
                Shares(reported.TrueValues(Way::kTruncatedOrNext)),
                reported.IsVague(), within);
}

Verdict OrderOracleOf(const Print& left, Operator order, const Print& right) {
  for (const Rational& a : left.TrueValues()) {
    for (const Rational& b : right.TrueValues()) {
      if (Stand(a, order, b)) return VERDICT_CONSISTENT;
    }
  }
  return left.IsVague() || right.IsVague() ? VERDICT_UNDECIDED
                                           : VERDICT_CONTRADICTED;
}

std::int64_t Dice::Between(std::int64_t least, std::int64_t most) {
  return std::uniform_int_distribution<std::int64_t>(least, most)(engine_);
}

Print Dice::Count(std::int64_t least, std::int64_t most,
                  const std::string& unit) {
  return {Between(least, most), 0, unit, true};
}

Print Dice::Amount(std::int64_t least, std::int64_t most,
                   const std::string& unit) {
  const int decimals = static_cast<int>(Between(0, 2));
  std::int64_t places = 1;
  for (int i = 0; i < decimals; ++i) places *= 10;
  return {Between(least * places, most * places), decimals, unit};
}

Print Dice::Hedged(Print print, const std::vector<Word>& words) {
  if (OneIn(3)) {
    print.word = words[static_cast<std::size_t>(
        Between(0, static_cast<std::int64_t>(words.size()) - 1))];
  }
  return print;
}

Print Dice::Near(const Rational& value, int decimals, const std::string& unit,
                 bool counts) {
  const Rational places = value / ScaleOf(unit) * core::PowerOfTen(decimals);
  const auto down = static_cast<std::int64_t>(core::Floor(places));
  const auto near =
      static_cast<std::int64_t>(core::Floor(places + Rational(1, 2)));
  const std::int64_t off = OneIn(2) ? 0 : Between(-4, 4);
  return {OneIn(5) ? down : near + off, decimals, unit, counts};
}

Checks ChecksOn(const ReportBuilder& report, const Find& find,
                const std::string& kind, const Print& reported) {
  Checks found;
  for (const Check& check : ChecksOf(report, find)) {
    if (check.kind() == kind && check.operands(0).text() == reported.Text()) {
      found.push_back(check);
    }
  }
  return found;
}

void ExpectVerdict(const ReportBuilder& report, const Find& find,
                   const std::string& kind, const Print& reported,
                   Verdict oracle) {
  const Checks checks = ChecksOn(report, find, kind, reported);
  EXPECT_EQ(checks.size(), 1U)
      << reported.Text() << " in " << report.document().ShortDebugString();
  for (const Check& check : checks) {
    EXPECT_EQ(check.verdict(), oracle) << Shown(check);
  }
}

void ExpectSound(const ReportBuilder& report, const Find& find,
                 const std::string& kind, const Print& reported,
                 Verdict oracle) {
  bool holds = false;
  for (const Check& check : ChecksOn(report, find, kind, reported)) {
    if (check.verdict() == VERDICT_UNDECIDED) continue;
    EXPECT_EQ(check.verdict(), oracle) << Shown(check);
    holds = holds || check.verdict() == VERDICT_CONSISTENT;
  }
  EXPECT_EQ(holds, oracle == VERDICT_CONSISTENT)
      << reported.Text() << " in " << report.document().ShortDebugString();
}

}  // namespace nianbao::validation
