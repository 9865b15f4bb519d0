#include "services/metrics/columns/series_engine.h"

#include <algorithm>
#include <utility>

#include "services/core/fixed_width.h"
#include "services/metrics/columns/series_formula.h"

namespace nianbao::metrics {
namespace {

using core::kBlankCell;
using core::kOddCell;
using core::PlainDecimal;
using nianbao::catalogue::v1::MISSING_POLICY_ZERO;

constexpr std::size_t kRows = FigureBlock::kRows;
constexpr int kMostPower = 18;

// All rows blank.
FigureSeries Blank(std::size_t rows, int scale) {
  FigureSeries series;
  series.scale = scale;
  series.flags.assign(rows, kBlankCell);
  series.value.n.assign(rows, 0);
  return series;
}

// The figure of a cell; nothing where it is blank or odd.
std::optional<PlainDecimal> PlainAt(const FigureBlock& block, std::size_t row) {
  if (block.flags()[row] != 0) return std::nullopt;
  return PlainDecimal{block.values()[row],
                      block.halves() == nullptr ? 0 : block.halves()[row],
                      block.scale(), 0};
}

}  // namespace

IndicatorGraph GraphOf(const Snapshot& snapshot, const EditionTable& table,
                       std::size_t row) {
  return {snapshot.catalogue(), [&snapshot, &table, row](const FigureKey& key) {
            return snapshot.Figure(table, row, key).quantity;
          }};
}

const FigureSeries& SeriesEngine::Figures(const FigureKey& key) {
  const auto found = known_.find(key);
  if (found != known_.end()) return *found->second;
  const auto* indicator = snapshot_.catalogue().FindIndicator(key.indicator);
  const bool derived = indicator != nullptr && !indicator->formula().empty();
  // The catalogue has no cycles, so this ends.
  FigureSeries series = derived ? Derived(key) : Collected(key);
  return *known_
              .emplace(key,
                       std::make_unique<const FigureSeries>(std::move(series)))
              .first->second;
}

FigureSeries SeriesEngine::Collected(const FigureKey& key) {
  const FigureColumn* own = table_.Column(key);
  const EarlierTable* earlier = key.year == table_.data_year()
                                    ? nullptr
                                    : snapshot_.Earlier(table_, key.year);
  const FigureColumn* before =
      earlier == nullptr ? nullptr : earlier->table->Column(key);
  const int scale = std::max(own == nullptr ? 0 : own->scale(),
                             before == nullptr ? 0 : before->scale());
  FigureSeries series = Blank(table_.rows(), scale);
  for (std::size_t first = 0; first < table_.rows(); first += kRows) {
    const FigureBlock* block =
        own == nullptr ? nullptr : own->Block(first / kRows);
    if (block != nullptr) CopyBlock(*block, first, series);
  }
  if (before != nullptr) FillEarlier(key, series);
  return series;
}

void SeriesEngine::CopyBlock(const FigureBlock& block, std::size_t first,
                             FigureSeries& series) {
  const std::size_t rows = std::min(kRows, table_.rows() - first);
  // Without bounds, or where all are exact, the integers are those of the
  // block.
  const bool plain = want_ == Want::kValues ||
                     (block.halves() == nullptr && !series.HasBounds());
  if (plain && block.scale() == series.scale) {
    std::copy_n(block.values(), rows, series.value.n.data() + first);
    std::copy_n(block.flags(), rows, series.flags.data() + first);
    for (std::size_t row = 0; row < rows; ++row) {
      if (block.flags()[row] == kOddCell) {
        SetQuantity(block.At(row), first + row, series);
      }
    }
    return;
  }
  for (std::size_t row = 0; row < rows; ++row) {
    if (const auto figure = PlainAt(block, row)) {
      SetPlain(*figure, first + row, series);
    } else {
      SetQuantity(block.At(row), first + row, series);
    }
  }
}

void SeriesEngine::FillEarlier(const FigureKey& key, FigureSeries& series) {
  const EarlierTable& earlier = *snapshot_.Earlier(table_, key.year);
  const FigureColumn& column = *earlier.table->Column(key);
  for (std::size_t row = 0; row < series.rows(); ++row) {
    const std::int32_t link = earlier.links->rows[row];
    if (!series.IsBlank(row) || link == RowLinks::kNone) continue;
    if (link == RowLinks::kSeveral) {
      SetQuantity(snapshot_.Figure(table_, row, key).quantity, row, series);
      continue;
    }
    const auto at = static_cast<std::size_t>(link);
    const FigureBlock* block = column.Block(at / kRows);
    if (block == nullptr) continue;
    if (const auto plain = PlainAt(*block, at % kRows)) {
      SetPlain(*plain, row, series);
    } else {
      SetQuantity(block->At(at % kRows), row, series);
    }
  }
}

FigureSeries SeriesEngine::Derived(const FigureKey& key) {
  const core::Catalogue& catalogue = snapshot_.catalogue();
  const core::Expression& formula = catalogue.FormulaOf(key.indicator);
  std::vector<const FigureSeries*> operands;
  for (const core::Reference& reference : formula.references()) {
    operands.push_back(
        reference.each
            ? nullptr
            : &Figures({reference.code, key.year - reference.years_back}));
  }
  const bool zero =
      catalogue.FindIndicator(key.indicator)->missing() == MISSING_POLICY_ZERO;
  FigureSeries series =
      SeriesFormula(formula, std::move(operands), zero, want_ == Want::kBounds)
          .Evaluate(table_.rows());
  for (std::size_t row = 0; row < series.rows(); ++row) {
    if (series.flags[row] == 0) continue;
    series.value.n[row] = 0;
    if (!series.value.d.empty()) series.value.d[row] = 1;
    if (series.IsOdd(row)) SetExactly(key, row, series);
  }
  FillPrinted(key, series);
  return series;
}

void SeriesEngine::FillPrinted(const FigureKey& key, FigureSeries& series) {
  const bool earlier = key.year != table_.data_year() &&
                       snapshot_.Earlier(table_, key.year) != nullptr;
  if (table_.Column(key) == nullptr && !earlier) return;
  for (std::size_t row = 0; row < series.rows(); ++row) {
    if (!series.IsBlank(row)) continue;
    SetQuantity(snapshot_.Figure(table_, row, key).quantity, row, series);
  }
}

void SeriesEngine::SetExactly(const FigureKey& key, std::size_t row,
                              FigureSeries& series) {
  IndicatorGraph graph = GraphOf(snapshot_, table_, row);
  SetQuantity(graph.Figure(key), row, series);
}

void SeriesEngine::SetQuantity(std::optional<core::Quantity> quantity,
                               std::size_t row, FigureSeries& series) {
  if (!quantity) {
    series.flags[row] = kBlankCell;
    return;
  }
  series.flags[row] = kOddCell;
  series.odd[row] = *std::move(quantity);
}

void SeriesEngine::SetPlain(const PlainDecimal& plain, std::size_t row,
                            FigureSeries& series) {
  const auto value = core::Rescaled(plain.value, plain.scale, series.scale);
  const auto half = core::Rescaled(plain.half, plain.scale, series.scale);
  if (!value || !half) {
    return SetQuantity(core::ToQuantity(plain), row, series);
  }
  series.flags[row] = 0;
  series.value.n[row] = *value;
  if (want_ == Want::kValues) return;
  if (*half != 0 && !series.HasBounds()) {
    series.low = series.value;
    series.high = series.value;
  }
  if (!series.HasBounds()) return;
  series.low.n[row] = *value - *half;
  series.high.n[row] = *value + *half;
}

}  // namespace nianbao::metrics
