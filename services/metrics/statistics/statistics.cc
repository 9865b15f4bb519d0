#include "services/metrics/statistics/statistics.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/core/fixed_width.h"
#include "services/metrics/request_errors.h"
#include "services/metrics/statistics/rounded_text.h"

namespace nianbao::metrics {
namespace {

using core::Integer;
using core::Rational;
using core::Wide;
using nianbao::metrics::v1::PERCENTILE_METHOD_EXCLUSIVE;
using nianbao::metrics::v1::PERCENTILE_METHOD_NEAREST_RANK;
using nianbao::metrics::v1::PercentileMethod;
using nianbao::metrics::v1::Statistic;
using nianbao::metrics::v1::StatisticValue;

constexpr int kShareDecimals = 2;
// Digits behind those that are printed, so that rounding is nearly always
// decided by them.
constexpr int kGuardDigits = 6;
constexpr int kMostPower = 18;
// Parts of the way between two figures that fixed width is tried for.
constexpr int kSmallDenominator = 1000000;

absl::StatusOr<Rational> NumberOf(const std::string& field,
                                  const std::string& text) {
  const auto number = core::Decimal::Parse(text);
  if (!number.ok()) {
    return BadField(field, absl::StrCat("\"", text, "\""), "a decimal");
  }
  return number->value();
}

// Where the percentile lies: the place below it from zero, and how far it is to
// the next one.
std::pair<std::size_t, Rational> PlaceOf(std::size_t count,
                                         const Rational& part,
                                         PercentileMethod method) {
  Rational place = method == PERCENTILE_METHOD_EXCLUSIVE
                       ? Rational(part * (count + 1))
                       : Rational(1 + part * (count - 1));
  if (method == PERCENTILE_METHOD_NEAREST_RANK) {
    place = Rational(core::Ceiling(part * count));
  }
  place = std::clamp(place, Rational(1), Rational(count));
  const Integer below = core::Floor(place);
  return {static_cast<std::size_t>(below) - 1, place - below};
}

// Sums without a common divisor taken out: a pair of halves at a time, so that
// large denominators meet late.
std::pair<Integer, Integer> SumOf(const OrderedFigures& figures,
                                  std::size_t begin, std::size_t end) {
  if (end - begin == 1) {
    const Rational value = figures.At(begin);
    return {numerator(value), denominator(value)};
  }
  const std::size_t middle = begin + (end - begin) / 2;
  const auto [an, ad] = SumOf(figures, begin, middle);
  const auto [bn, bd] = SumOf(figures, middle, end);
  if (ad == bd) return {an + bn, ad};
  return {an * bd + bn * ad, ad * bd};
}

Wide FloorDivide(Wide a, Wide b) {
  const Wide quotient = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

// The sum of all figures times ten to the power of `digits`, each rounded down;
// the exact sum lies less than one a figure above. Nothing where a figure is
// kept as a fraction or too large.
std::optional<Wide> FloorSum(const OrderedFigures& figures, int digits) {
  const FigureSeries& series = figures.series();
  const int power = digits - series.scale;
  if (power < 0 || power > kMostPower) return std::nullopt;
  const std::int64_t factor = core::PowerOf10(power);
  Wide sum = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const std::uint32_t row = figures.RowAt(i);
    if (series.flags[row] != 0) return std::nullopt;
    sum += FloorDivide(static_cast<Wide>(series.value.n[row]) * factor,
                       series.value.DenominatorAt(row));
  }
  return sum;
}

std::string TextOf(const Rational& value, int decimals) {
  return core::Decimal::Round(value, decimals).ToString();
}

Rational ShareOf(std::size_t part, std::size_t whole) {
  return Rational(part * 100, whole);
}

// The percentile as text, in fixed width where that is enough.
std::string PercentileText(const OrderedFigures& figures, const Rational& part,
                           PercentileMethod method, int decimals) {
  const auto [below, rest] = PlaceOf(figures.size(), part, method);
  const auto a = figures.FractionAt(below);
  if (a && rest == 0) return RoundedText(*a, decimals);
  if (a && denominator(rest) < kSmallDenominator) {
    const auto b = figures.FractionAt(below + 1);
    const auto between =
        b ? Between(*a, *b, static_cast<std::int64_t>(numerator(rest)),
                    static_cast<std::int64_t>(denominator(rest)))
          : std::nullopt;
    if (between) return RoundedText(*between, decimals);
  }
  return TextOf(PercentileOf(figures, part, method), decimals);
}

absl::Status SetPart(const Statistic& asked, AskedStatistic& checked) {
  switch (asked.kind()) {
    case Statistic::KIND_MEDIAN:
      checked.part = Rational(1, 2);
      return absl::OkStatus();
    case Statistic::KIND_LOWER_QUARTILE:
      checked.part = Rational(1, 4);
      return absl::OkStatus();
    case Statistic::KIND_UPPER_QUARTILE:
      checked.part = Rational(3, 4);
      return absl::OkStatus();
    default:
      break;
  }
  NIANBAO_ASSIGN_OR_RETURN(checked.part,
                           NumberOf("statistics.percent", asked.percent()));
  checked.part /= 100;
  if (checked.part < 0 || checked.part > 1) {
    return BadField("statistics.percent",
                    absl::StrCat("\"", asked.percent(), "\""), "0 to 100");
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<AskedStatistic> CheckStatistic(const Statistic& asked) {
  AskedStatistic checked;
  checked.kind = asked.kind();
  checked.method = asked.method();
  if (!nianbao::metrics::v1::PercentileMethod_IsValid(asked.method())) {
    return BadField("statistics.method",
                    absl::StrCat(static_cast<int>(asked.method())),
                    "a method that this version knows");
  }
  switch (asked.kind()) {
    case Statistic::KIND_MEDIAN:
    case Statistic::KIND_LOWER_QUARTILE:
    case Statistic::KIND_UPPER_QUARTILE:
    case Statistic::KIND_PERCENTILE:
      NIANBAO_RETURN_IF_ERROR(SetPart(asked, checked));
      return checked;
    case Statistic::KIND_SHARE_AT_LEAST:
    case Statistic::KIND_SHARE_AT_MOST: {
      NIANBAO_ASSIGN_OR_RETURN(checked.bound,
                               NumberOf("statistics.bound", asked.bound()));
      return checked;
    }
    case Statistic::KIND_MEAN:
    case Statistic::KIND_LEAST:
    case Statistic::KIND_GREATEST:
      return checked;
    default:
      return BadField("statistics.kind",
                      absl::StrCat(static_cast<int>(asked.kind())),
                      "a kind that this version knows");
  }
}

Rational PercentileOf(const OrderedFigures& figures, const Rational& part,
                      PercentileMethod method) {
  const auto [below, rest] = PlaceOf(figures.size(), part, method);
  const Rational value = figures.At(below);
  if (rest == 0) return value;
  return value + rest * (figures.At(below + 1) - value);
}

std::string MeanText(const OrderedFigures& figures, int decimals) {
  const auto count = static_cast<std::int64_t>(figures.size());
  const int digits = decimals + kGuardDigits;
  if (const auto sum = FloorSum(figures, digits)) {
    const auto at = [&](Wide value) {
      return TextOf(
          Rational(ToInteger(value), count) * core::PowerOfTen(-digits),
          decimals);
    };
    std::string least = at(*sum);
    if (least == at(*sum + count)) return least;
  }
  const auto [top, bottom] = SumOf(figures, 0, figures.size());
  return TextOf(Rational(top, bottom * count), decimals);
}

StatisticValue ComputeStatistic(const AskedStatistic& asked,
                                const OrderedFigures& figures, int decimals) {
  StatisticValue value;
  value.set_count(static_cast<std::int32_t>(figures.size()));
  if (figures.empty()) return value;
  const std::size_t count = figures.size();
  switch (asked.kind) {
    case Statistic::KIND_MEAN:
      value.set_value(MeanText(figures, decimals));
      break;
    case Statistic::KIND_LEAST:
      value.set_value(TextOf(figures.At(0), decimals));
      break;
    case Statistic::KIND_GREATEST:
      value.set_value(TextOf(figures.At(count - 1), decimals));
      break;
    case Statistic::KIND_SHARE_AT_LEAST:
      value.set_value(
          TextOf(ShareOf(count - figures.CountBelow(asked.bound), count),
                 kShareDecimals));
      break;
    case Statistic::KIND_SHARE_AT_MOST:
      value.set_value(TextOf(ShareOf(figures.CountAtMost(asked.bound), count),
                             kShareDecimals));
      break;
    default:
      value.set_value(
          PercentileText(figures, asked.part, asked.method, decimals));
  }
  return value;
}

std::vector<std::int32_t> CountBins(const OrderedFigures& figures,
                                    const std::vector<Rational>& ends) {
  std::vector<std::int32_t> bins;
  std::size_t counted = 0;
  for (const Rational& end : ends) {
    const std::size_t most = figures.CountAtMost(end);
    bins.push_back(static_cast<std::int32_t>(most - counted));
    counted = most;
  }
  bins.push_back(static_cast<std::int32_t>(figures.size() - counted));
  return bins;
}

}  // namespace nianbao::metrics
