// Rank bands against all true values, one by one.
#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <vector>

#include "gtest/gtest.h"
#include "services/metrics/statistics/ranks.h"

namespace nianbao::metrics {
namespace {

namespace api = nianbao::metrics::v1;

using core::Bound;
using core::Interval;
using core::Rational;

// What may be true of a school: some numbers of its interval, enough to tell
// every order apart.
using Choices = std::vector<Rational>;

struct Made {
  FigureSeries series;
  std::vector<std::uint32_t> rows;
  std::vector<Choices> choices;
};

// How a school stands in one world.
struct Standing {
  int rank = 0;
  int share = 0;
};

Standing StandingOf(const std::vector<Rational>& world, std::size_t at,
                    bool rising, api::RankTies ties) {
  std::set<Rational> better;
  int above = 0;
  int level = 0;
  int below = 0;
  for (std::size_t i = 0; i < world.size(); ++i) {
    if (i == at) continue;
    const bool first = rising ? world[i] < world[at] : world[i] > world[at];
    if (world[i] == world[at]) {
      ++level;
    } else if (first) {
      ++above;
      better.insert(world[i]);
    } else {
      ++below;
    }
  }
  Standing standing;
  standing.rank = 1 + above;
  if (ties == api::RANK_TIES_WORST) standing.rank += level;
  if (ties == api::RANK_TIES_DENSE) {
    standing.rank = 1 + static_cast<int>(better.size());
  }
  standing.share = FigureRank::kNoShare;
  const auto others = static_cast<int>(world.size()) - 1;
  if (others > 0) {
    const Rational share = Rational(2 * below + level, 2 * others) * 10000;
    standing.share = static_cast<int>(core::Floor(share + Rational(1, 2)));
  }
  return standing;
}

// Calls `visit` with each combination of one choice for each school.
template <typename Visit>
void ForEachWorld(const std::vector<Choices>& choices,
                  std::vector<Rational>& world, Visit visit) {
  if (world.size() == choices.size()) return visit(world);
  for (const Rational& value : choices[world.size()]) {
    world.push_back(value);
    ForEachWorld(choices, world, visit);
    world.pop_back();
  }
}

class RanksProperty : public ::testing::Test {
 protected:
  int Below(int end) {
    return static_cast<int>(random_() % static_cast<unsigned>(end));
  }

  // Figures of halves from 0 to 3, exact, rounded or with open ends, and
  // blanks. Between two halves there are as many choices as schools.
  Made MakeFigures(std::size_t count) {
    Made made;
    made.series.scale = 0;
    for (std::uint32_t row = 0; row < count; ++row) {
      made.rows.push_back(row);
      made.series.value.n.push_back(0);
      const int kind = Below(8);
      if (kind == 0) {
        made.series.flags.push_back(core::kBlankCell);
        made.choices.push_back(ChoicesOf(Interval::Everything(), row));
        continue;
      }
      core::Quantity quantity;
      const Rational low(Below(5), 2);
      const Rational high =
          kind < 4 ? low : Rational(low + Rational(1 + Below(2), 2));
      quantity.value = (low + high) / 2;
      quantity.rounded = Interval::Closed(low, high);
      if (high > low) {
        quantity.rounded.lower.open = Below(3) == 0;
        quantity.rounded.upper.open = Below(3) == 0;
      }
      quantity.loose = quantity.rounded;
      made.series.flags.push_back(core::kOddCell);
      made.series.odd[row] = quantity;
      made.choices.push_back(ChoicesOf(quantity.rounded, row));
    }
    return made;
  }

  // Every half, and numbers between halves: one that is all schools' own and
  // one that others share.
  static Choices ChoicesOf(const Interval& interval, std::uint32_t row) {
    Choices choices;
    for (int half = -1; half <= 7; ++half) {
      for (const Rational& value :
           {Rational(half, 2), Rational(Rational(half, 2) + Rational(1, 4)),
            Rational(Rational(half, 2) + Rational(row + 1, 40))}) {
        if (interval.Contains(value)) choices.push_back(value);
      }
    }
    return choices;
  }

  void ExpectBands(const Made& made, api::RankOrder order, api::RankTies ties) {
    const bool rising = order == api::RANK_ORDER_LEAST_FIRST;
    const auto ranks = RankFigures(made.series, made.rows, order, ties);
    ASSERT_EQ(ranks.size(), made.rows.size());
    for (const FigureRank& rank : ranks) {
      Standing least{1000, 100000};
      Standing most{0, -2};
      std::vector<Rational> world;
      ForEachWorld(made.choices, world, [&](const std::vector<Rational>& w) {
        const Standing standing = StandingOf(w, rank.row, rising, ties);
        least.rank = std::min(least.rank, standing.rank);
        most.rank = std::max(most.rank, standing.rank);
        least.share = std::min(least.share, standing.share);
        most.share = std::max(most.share, standing.share);
      });
      EXPECT_EQ(rank.best, least.rank) << "row " << rank.row;
      EXPECT_EQ(rank.worst, most.rank) << "row " << rank.row;
      if (rank.rank == 0) continue;
      EXPECT_EQ(rank.least_percentile, least.share) << "row " << rank.row;
      EXPECT_EQ(rank.greatest_percentile, most.share) << "row " << rank.row;
      EXPECT_LE(rank.best, rank.rank);
      EXPECT_GE(rank.worst, rank.rank);
    }
  }

  std::mt19937 random_{7};
};

TEST_F(RanksProperty, BandsAreTheBestAndWorstOverAllTrueValues) {
  for (int turn = 0; turn < 12; ++turn) {
    const Made made = MakeFigures(1 + static_cast<std::size_t>(Below(4)));
    for (const auto order :
         {api::RANK_ORDER_UNSPECIFIED, api::RANK_ORDER_LEAST_FIRST}) {
      for (const auto ties : {api::RANK_TIES_UNSPECIFIED, api::RANK_TIES_DENSE,
                              api::RANK_TIES_WORST}) {
        ExpectBands(made, order, ties);
      }
    }
    if (HasFailure()) return;
  }
}

// The same figures as integers with bounds and as fractions give the same.
TEST_F(RanksProperty, IntegersAndFractionsGiveTheSameRanks) {
  for (int turn = 0; turn < 40; ++turn) {
    FigureSeries plain;
    FigureSeries odd;
    std::vector<std::uint32_t> rows;
    plain.scale = odd.scale = Below(3);
    for (std::uint32_t row = 0; row < 40; ++row) {
      rows.push_back(row);
      const std::int64_t n = Below(60) - 20;
      const std::int64_t d = 1 + Below(6);
      const std::int64_t half = Below(3);
      plain.flags.push_back(Below(9) == 0 ? core::kBlankCell : 0);
      plain.value.n.push_back(n);
      plain.value.d.push_back(d);
      plain.low.n.push_back(n - half);
      plain.low.d.push_back(d);
      plain.high.n.push_back(n + half);
      plain.high.d.push_back(d);
      odd.value.n.push_back(0);
      odd.flags.push_back(plain.flags[row] != 0 ? core::kBlankCell
                                                : core::kOddCell);
      if (plain.flags[row] == 0) odd.odd[row] = *plain.At(row);
    }
    for (const auto ties : {api::RANK_TIES_UNSPECIFIED, api::RANK_TIES_DENSE,
                            api::RANK_TIES_WORST}) {
      const auto a =
          RankFigures(plain, rows, api::RANK_ORDER_UNSPECIFIED, ties);
      const auto b = RankFigures(odd, rows, api::RANK_ORDER_UNSPECIFIED, ties);
      const FigureKeys keys(plain);
      const auto c = PlainRanks(OrderedFigures(keys, rows),
                                api::RANK_ORDER_UNSPECIFIED, ties);
      ASSERT_EQ(a.size(), b.size());
      std::vector<int> by_row(rows.size(), 0);
      for (const FigureRank& rank : c) by_row[rank.row] = rank.rank;
      for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(a[i].row, b[i].row);
        EXPECT_EQ(a[i].rank, b[i].rank);
        EXPECT_EQ(a[i].best, b[i].best);
        EXPECT_EQ(a[i].worst, b[i].worst);
        EXPECT_EQ(a[i].percentile, b[i].percentile);
        EXPECT_EQ(a[i].least_percentile, b[i].least_percentile);
        EXPECT_EQ(a[i].greatest_percentile, b[i].greatest_percentile);
        EXPECT_EQ(a[i].rank, by_row[a[i].row]);
      }
    }
  }
}

}  // namespace
}  // namespace nianbao::metrics
