#include "services/metrics/statistics/ranks.h"

#include <algorithm>
#include <cstddef>

#include "services/metrics/statistics/rank_codes.h"

namespace nianbao::metrics {
namespace {

using nianbao::metrics::v1::RANK_ORDER_LEAST_FIRST;
using nianbao::metrics::v1::RANK_TIES_DENSE;
using nianbao::metrics::v1::RANK_TIES_WORST;
using nianbao::metrics::v1::RankOrder;
using nianbao::metrics::v1::RankTies;

using Codes = std::vector<std::int32_t>;

// Numbers in `sorted` above `bound`, and not below it.
std::int32_t Above(const Codes& sorted, std::int32_t bound) {
  return static_cast<std::int32_t>(
      sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), bound));
}

std::int32_t AtLeast(const Codes& sorted, std::int32_t bound) {
  return static_cast<std::int32_t>(
      sorted.end() - std::lower_bound(sorted.begin(), sorted.end(), bound));
}

std::int32_t Below(const Codes& sorted, std::int32_t bound) {
  return static_cast<std::int32_t>(sorted.size()) - AtLeast(sorted, bound);
}

// A percentage in hundredths, rounded half up: `doubled` is twice the number of
// schools, ties counted once, of `others`.
std::int32_t Share(std::int64_t doubled, std::int64_t others) {
  if (others == 0) return FigureRank::kNoShare;
  return static_cast<std::int32_t>((doubled * 10000 + others) / (2 * others));
}

// What all figures of a group have in common, the greatest first.
class Field {
 public:
  Field(const std::vector<CodedFigure>& figures, std::int32_t blanks);

  FigureRank RankOf(const CodedFigure& figure, RankTies ties) const;
  FigureRank RankOfBlank(std::uint32_t row, RankTies ties) const;

 private:
  void SetRank(const CodedFigure& figure, RankTies ties,
               FigureRank& rank) const;
  void SetDense(const CodedFigure& figure, FigureRank& rank) const;
  void SetShares(const CodedFigure& figure, FigureRank& rank) const;
  void Pierce(const std::vector<CodedFigure>& figures);

  std::int32_t blanks_;
  Codes values_;
  Codes lows_;
  Codes highs_;
  // Different values; upper ends of figures that are not exact; different exact
  // ones.
  Codes distinct_;
  Codes wide_highs_;
  Codes points_;
  // Lower ends, from the greatest, at which one more value is needed for all
  // figures above: as few different values as their bounds allow.
  Codes pierced_;
};

Codes Sorted(Codes codes, bool once) {
  std::sort(codes.begin(), codes.end());
  if (once) codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

Field::Field(const std::vector<CodedFigure>& figures, std::int32_t blanks)
    : blanks_(blanks) {
  for (const CodedFigure& figure : figures) {
    values_.push_back(figure.value);
    lows_.push_back(figure.low);
    highs_.push_back(figure.high);
    (figure.low == figure.high ? points_ : wide_highs_).push_back(figure.high);
  }
  distinct_ = Sorted(values_, /*once=*/true);
  values_ = Sorted(std::move(values_), /*once=*/false);
  lows_ = Sorted(std::move(lows_), /*once=*/false);
  highs_ = Sorted(std::move(highs_), /*once=*/false);
  wide_highs_ = Sorted(std::move(wide_highs_), /*once=*/false);
  points_ = Sorted(std::move(points_), /*once=*/true);
  Pierce(figures);
}

// From the greatest lower end down, a value as low as the first figure allows
// also serves all that reach up to it.
void Field::Pierce(const std::vector<CodedFigure>& figures) {
  std::vector<CodedFigure> falling = figures;
  std::sort(
      falling.begin(), falling.end(),
      [](const CodedFigure& a, const CodedFigure& b) { return a.low > b.low; });
  for (const CodedFigure& figure : falling) {
    if (pierced_.empty() || figure.high < pierced_.back()) {
      pierced_.push_back(figure.low);
    }
  }
  std::reverse(pierced_.begin(), pierced_.end());
}

FigureRank Field::RankOf(const CodedFigure& figure, RankTies ties) const {
  FigureRank rank;
  rank.row = figure.row;
  if (ties == RANK_TIES_DENSE) {
    SetDense(figure, rank);
  } else {
    SetRank(figure, ties, rank);
  }
  SetShares(figure, rank);
  return rank;
}

void Field::SetRank(const CodedFigure& figure, RankTies ties,
                    FigureRank& rank) const {
  const bool wide = figure.high > figure.low;
  if (ties == RANK_TIES_WORST) {
    rank.rank = AtLeast(values_, figure.value);
    rank.best = 1 + AtLeast(lows_, figure.high) - (wide ? 0 : 1);
    rank.worst = AtLeast(highs_, figure.low) + blanks_;
    return;
  }
  rank.rank = 1 + Above(values_, figure.value);
  rank.best = 1 + Above(lows_, figure.high);
  rank.worst = 1 + Above(highs_, figure.low) - (wide ? 1 : 0) + blanks_;
}

void Field::SetDense(const CodedFigure& figure, FigureRank& rank) const {
  const bool wide = figure.high > figure.low;
  rank.rank = 1 + Above(distinct_, figure.value);
  rank.best = 1 + Above(pierced_, figure.high);
  rank.worst = 1 + Above(wide_highs_, figure.low) - (wide ? 1 : 0) +
               Above(points_, figure.low) + blanks_;
}

void Field::SetShares(const CodedFigure& figure, FigureRank& rank) const {
  const auto count = static_cast<std::int64_t>(values_.size());
  const bool wide = figure.high > figure.low;
  const std::int64_t below = Below(values_, figure.value);
  const std::int64_t ties = count - below - Above(values_, figure.value) - 1;
  rank.percentile = Share(2 * below + ties, count - 1);
  const std::int64_t others = count - 1 + blanks_;
  // At its least, beside others at their greatest; and the other way round.
  const std::int64_t surely = Below(highs_, figure.low);
  const std::int64_t level =
      count - surely - Above(highs_, figure.low) - (wide ? 0 : 1);
  rank.least_percentile = Share(2 * surely + level, others);
  const std::int64_t maybe = Below(lows_, figure.high) - (wide ? 1 : 0);
  const std::int64_t even = count - Below(lows_, figure.high) -
                            Above(lows_, figure.high) - (wide ? 0 : 1);
  rank.greatest_percentile = Share(2 * (maybe + blanks_) + even, others);
}

FigureRank Field::RankOfBlank(std::uint32_t row, RankTies ties) const {
  FigureRank rank;
  rank.row = row;
  rank.best = 1;
  const std::size_t others = ties == RANK_TIES_DENSE
                                 ? wide_highs_.size() + points_.size()
                                 : values_.size();
  rank.worst = static_cast<std::int32_t>(others) + blanks_;
  return rank;
}

}  // namespace

std::vector<FigureRank> PlainRanks(const OrderedFigures& figures,
                                   RankOrder order, RankTies ties) {
  const std::size_t count = figures.size();
  const bool rising = order == RANK_ORDER_LEAST_FIRST;
  std::vector<FigureRank> ranks(count);
  std::int32_t rank = 0;
  for (std::size_t begin = 0; begin < count;) {
    std::size_t end = begin;
    do {
      const std::size_t place = rising ? end : count - 1 - end;
      ranks[end].row = figures.RowAt(place);
      ++end;
    } while (end < count && figures.IsTie(rising ? end : count - end));
    rank = ties == RANK_TIES_DENSE
               ? rank + 1
               : static_cast<std::int32_t>(ties == RANK_TIES_WORST ? end
                                                                   : begin + 1);
    for (std::size_t i = begin; i < end; ++i) ranks[i].rank = rank;
    begin = end;
  }
  return ranks;
}

std::vector<FigureRank> RankFigures(const FigureSeries& series,
                                    const std::vector<std::uint32_t>& rows,
                                    RankOrder order, RankTies ties) {
  const std::vector<CodedFigure> figures =
      CodeFigures(series, rows, order == RANK_ORDER_LEAST_FIRST);
  const auto blanks = static_cast<std::int32_t>(rows.size() - figures.size());
  const Field field(figures, blanks);
  std::vector<FigureRank> ranks;
  ranks.reserve(rows.size());
  for (const CodedFigure& figure : figures) {
    ranks.push_back(field.RankOf(figure, ties));
  }
  std::stable_sort(
      ranks.begin(), ranks.end(),
      [](const FigureRank& a, const FigureRank& b) { return a.rank < b.rank; });
  for (const std::uint32_t row : rows) {
    if (series.IsBlank(row)) ranks.push_back(field.RankOfBlank(row, ties));
  }
  return ranks;
}

}  // namespace nianbao::metrics
