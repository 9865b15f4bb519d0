#include "services/metrics/statistics/statistics.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"

namespace nianbao::metrics {
namespace {

namespace api = nianbao::metrics::v1;

using api::Statistic;
using core::Rational;
using ::testing::ElementsAre;

// Whole numbers over one denominator.
FigureSeries SeriesOf(const std::vector<std::int64_t>& numbers,
                      std::int64_t denominator = 1) {
  FigureSeries series;
  series.value.n = numbers;
  series.value.d.assign(numbers.size(), denominator);
  series.flags.assign(numbers.size(), 0);
  return series;
}

std::vector<std::uint32_t> AllRows(const FigureSeries& series) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < series.rows(); ++row) rows.push_back(row);
  return rows;
}

Statistic Ask(Statistic::Kind kind, const std::string& percent = "",
              api::PercentileMethod method = api::PERCENTILE_METHOD_UNSPECIFIED,
              const std::string& bound = "") {
  Statistic asked;
  asked.set_kind(kind);
  asked.set_percent(percent);
  asked.set_method(method);
  asked.set_bound(bound);
  return asked;
}

std::string ValueOf(const FigureSeries& series, const Statistic& asked,
                    int decimals = 2) {
  const auto checked = CheckStatistic(asked);
  EXPECT_TRUE(checked.ok()) << checked.status();
  const FigureKeys keys(series);
  return ComputeStatistic(*checked, OrderedFigures(keys, AllRows(series)),
                          decimals)
      .value();
}

TEST(Statistics, PercentilesByEachMethod) {
  // 15 20 35 40 50: the forties are in every textbook.
  const FigureSeries series = SeriesOf({35, 20, 15, 50, 40});
  const auto at = [&](const std::string& percent, api::PercentileMethod how) {
    return ValueOf(series, Ask(Statistic::KIND_PERCENTILE, percent, how));
  };
  EXPECT_EQ(at("40", api::PERCENTILE_METHOD_LINEAR), "29.00");
  EXPECT_EQ(at("40", api::PERCENTILE_METHOD_UNSPECIFIED), "29.00");
  EXPECT_EQ(at("40", api::PERCENTILE_METHOD_EXCLUSIVE), "26.00");
  EXPECT_EQ(at("40", api::PERCENTILE_METHOD_NEAREST_RANK), "20.00");
  EXPECT_EQ(at("0", api::PERCENTILE_METHOD_NEAREST_RANK), "15.00");
  EXPECT_EQ(at("100", api::PERCENTILE_METHOD_EXCLUSIVE), "50.00");
  EXPECT_EQ(at("33.3", api::PERCENTILE_METHOD_LINEAR), "24.98");
}

TEST(Statistics, QuartilesSharesAndEnds) {
  const FigureSeries series = SeriesOf({1, 2, 3, 4});
  EXPECT_EQ(ValueOf(series, Ask(Statistic::KIND_LOWER_QUARTILE)), "1.75");
  EXPECT_EQ(ValueOf(series, Ask(Statistic::KIND_MEDIAN)), "2.50");
  EXPECT_EQ(ValueOf(series, Ask(Statistic::KIND_UPPER_QUARTILE)), "3.25");
  EXPECT_EQ(ValueOf(series, Ask(Statistic::KIND_LEAST)), "1.00");
  EXPECT_EQ(ValueOf(series, Ask(Statistic::KIND_GREATEST)), "4.00");
  EXPECT_EQ(ValueOf(series, Ask(Statistic::KIND_SHARE_AT_LEAST, "", {}, "2")),
            "75.00");
  EXPECT_EQ(ValueOf(series, Ask(Statistic::KIND_SHARE_AT_MOST, "", {}, "2")),
            "50.00");
}

TEST(Statistics, WithoutFiguresThereIsNoValue) {
  FigureSeries series = SeriesOf({0, 0});
  series.flags.assign(2, core::kBlankCell);
  EXPECT_EQ(ValueOf(series, Ask(Statistic::KIND_MEAN)), "");
  EXPECT_EQ(ValueOf(series, Ask(Statistic::KIND_MEDIAN)), "");
}

TEST(Statistics, AMeanOnTheEdgeOfRoundingIsExact) {
  // 1/3 and 2/3: their mean is a half, which sums of rounded quotients miss.
  FigureSeries series = SeriesOf({1, 2}, 3);
  EXPECT_EQ(ValueOf(series, Ask(Statistic::KIND_MEAN), 0), "1");
  series = SeriesOf({-1, -2}, 3);
  EXPECT_EQ(ValueOf(series, Ask(Statistic::KIND_MEAN), 0), "-1");
}

TEST(Statistics, MeansAndPercentilesAreThoseOfFractions) {
  std::mt19937 random(3);
  for (int turn = 0; turn < 60; ++turn) {
    FigureSeries series;
    const std::size_t count = 1 + random() % 300;
    std::vector<Rational> values;
    Rational sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
      series.value.n.push_back(static_cast<int>(random() % 2000) - 700);
      series.value.d.push_back(1 + static_cast<int>(random() % 12));
      series.flags.push_back(0);
      values.push_back(*series.ValueAt(i));
      sum += values.back();
    }
    std::sort(values.begin(), values.end());
    const FigureKeys keys(series);
    const OrderedFigures figures(keys, AllRows(series));
    for (std::size_t i = 0; i < count; ++i) {
      ASSERT_EQ(figures.At(i), values[i]);
      EXPECT_EQ(figures.IsTie(i), i > 0 && values[i] == values[i - 1]);
    }
    EXPECT_EQ(MeanText(figures, 1),
              core::Decimal::Round(sum / count, 1).ToString());
    const Rational part(static_cast<int>(random() % 101), 100);
    const Rational place = part * (count - 1);
    const auto below = static_cast<std::size_t>(core::Floor(place));
    const Rational next = values[std::min(below + 1, count - 1)];
    EXPECT_EQ(PercentileOf(figures, part, api::PERCENTILE_METHOD_LINEAR),
              values[below] + (place - below) * (next - values[below]));
  }
}

TEST(Statistics, BinsTakeTheirUpperEnds) {
  const FigureSeries series = SeriesOf({1, 2, 2, 5, 9});
  const FigureKeys keys(series);
  EXPECT_THAT(CountBins(OrderedFigures(keys, AllRows(series)), {2, 4, 8}),
              ElementsAre(3, 0, 1, 1));
}

TEST(Statistics, RefusesWhatItCannotCompute) {
  for (const Statistic& asked :
       {Ask(Statistic::KIND_UNSPECIFIED), Ask(Statistic::KIND_PERCENTILE, ""),
        Ask(Statistic::KIND_PERCENTILE, "101"),
        Ask(Statistic::KIND_SHARE_AT_LEAST, "", {}, "many"),
        Ask(static_cast<Statistic::Kind>(77))}) {
    const auto checked = CheckStatistic(asked);
    EXPECT_EQ(core::GetErrorInfo(checked.status()).reason, "BAD_REQUEST");
  }
}

}  // namespace
}  // namespace nianbao::metrics
