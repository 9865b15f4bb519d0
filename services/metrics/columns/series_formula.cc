#include "services/metrics/columns/series_formula.h"

#include <algorithm>
#include <utility>

namespace nianbao::metrics {
namespace {

using core::kBlankCell;
using core::kOddCell;
using core::NodeKind;
using core::Wide;
using Node = core::Expression::Node;

constexpr std::int64_t kLargest = std::int64_t{1} << 62;

std::int64_t At(const std::int64_t* numbers, std::size_t row) {
  return numbers == nullptr ? 1 : numbers[row];
}

}  // namespace

SeriesFormula::SeriesFormula(const core::Expression& formula,
                             std::vector<const FigureSeries*> operands,
                             bool zero, bool bounds)
    : formula_(formula),
      operands_(std::move(operands)),
      zero_(zero),
      bounds_(bounds) {}

FigureSeries SeriesFormula::Evaluate(std::size_t rows) {
  FigureSeries result;
  result.flags.resize(rows);
  for (std::size_t first = 0; first < rows; first += kBlock) {
    Begin(first, std::min(kBlock, rows - first));
    Finish(Of(formula_.root()), result);
  }
  return result;
}

void SeriesFormula::Begin(std::size_t first, std::size_t rows) {
  first_ = first;
  rows_ = rows;
  taken_ = 0;
  flags_.fill(0);
  present_.fill(false);
  if (!zero_) return;
  for (const FigureSeries* operand : operands_) {
    if (operand == nullptr) continue;
    for (std::size_t i = 0; i < rows_; ++i) {
      if (!operand->IsBlank(first_ + i)) present_[i] = true;
    }
  }
}

void SeriesFormula::Finish(const Term& term, FigureSeries& result) {
  for (std::size_t i = 0; i < rows_; ++i) {
    if (zero_ && !present_[i]) flags_[i] = kBlankCell;
    // What needs fractions may still turn out blank.
    if ((flags_[i] & kOddCell) != 0) flags_[i] = kOddCell;
    result.flags[first_ + i] = flags_[i];
  }
  result.scale = term.scale;
  Store(term.value, first_, rows_, result.value);
  if (!bounds_ || term.point) {
    if (!result.HasBounds()) return;
    Store(term.value, first_, rows_, result.low);
    Store(term.value, first_, rows_, result.high);
    return;
  }
  if (!result.HasBounds()) {
    result.low = result.value;
    result.high = result.value;
  }
  Store(term.low, first_, rows_, result.low);
  Store(term.high, first_, rows_, result.high);
}

void SeriesFormula::Store(const Lane& lane, std::size_t first, std::size_t rows,
                          Fractions& result) {
  result.n.resize(first);
  result.n.insert(result.n.end(), lane.n, lane.n + rows);
  if (lane.d == nullptr && result.d.empty()) return;
  result.d.resize(first, 1);
  if (lane.d == nullptr) {
    result.d.resize(first + rows, 1);
  } else {
    result.d.insert(result.d.end(), lane.d, lane.d + rows);
  }
}

SeriesFormula::Term SeriesFormula::Of(const Node& node) {
  if (node.kind == NodeKind::kNumber) return Constant(node.number);
  if (node.kind == NodeKind::kReference) return Load(node.reference);
  Term result = Of(*node.operands.front());
  if (node.kind == NodeKind::kNegate) return Negated(result);
  for (std::size_t i = 1; i < node.operands.size(); ++i) {
    result = Apply(node.kind, result, Of(*node.operands[i]));
  }
  if (node.kind != NodeKind::kMean) return result;
  const auto count = static_cast<std::int64_t>(node.operands.size());
  return Quotient(result, Constant(core::Rational(count)));
}

SeriesFormula::Term SeriesFormula::Apply(NodeKind kind, Term a, Term b) {
  switch (kind) {
    case NodeKind::kSubtract:
      return Sum(a, Negated(b));
    case NodeKind::kMultiply:
      return Product(a, b);
    case NodeKind::kDivide:
      return Quotient(a, b);
    case NodeKind::kMin:
      return Extreme(a, b, /*larger=*/false);
    case NodeKind::kMax:
      return Extreme(a, b, /*larger=*/true);
    default:
      return Sum(a, b);
  }
}

SeriesFormula::Term SeriesFormula::Load(const core::Reference& reference) {
  const auto& references = formula_.references();
  const auto found = std::find(references.begin(), references.end(), reference);
  const FigureSeries* series =
      operands_[static_cast<std::size_t>(found - references.begin())];
  Term term;
  if (series == nullptr) {
    if (!zero_) {
      for (std::size_t i = 0; i < rows_; ++i) flags_[i] |= kBlankCell;
    }
    std::int64_t* n = Take();
    std::fill(n, n + rows_, 0);
    term.value = term.low = term.high = {n, nullptr};
    return term;
  }
  for (std::size_t i = 0; i < rows_; ++i) {
    const std::uint8_t flag = series->flags[first_ + i];
    flags_[i] |= zero_ ? flag & kOddCell : flag;
  }
  term.scale = series->scale;
  term.value = term.low = term.high = LoadLane(series->value);
  if (bounds_ && series->HasBounds()) {
    term.point = false;
    term.low = LoadLane(series->low);
    term.high = LoadLane(series->high);
  }
  return term;
}

SeriesFormula::Lane SeriesFormula::LoadLane(const Fractions& fractions) const {
  return {fractions.n.data() + first_,
          fractions.d.empty() ? nullptr : fractions.d.data() + first_};
}

SeriesFormula::Term SeriesFormula::Constant(const core::Rational& number) {
  Term term;
  core::Rational scaled = number;
  while (term.scale < core::PlainDecimal::kFinest && denominator(scaled) != 1) {
    scaled *= 10;
    ++term.scale;
  }
  if (denominator(scaled) != 1) {
    scaled = number;
    term.scale = 0;
  }
  std::int64_t* n = Take();
  std::int64_t* d = nullptr;
  if (abs(numerator(scaled)) > kLargest || denominator(scaled) > kLargest) {
    FlagAll();
    scaled = 0;
  }
  std::fill(n, n + rows_, static_cast<std::int64_t>(numerator(scaled)));
  if (denominator(scaled) != 1) {
    d = Take();
    std::fill(d, d + rows_, static_cast<std::int64_t>(denominator(scaled)));
  }
  term.value = term.low = term.high = {n, d};
  return term;
}

SeriesFormula::Term SeriesFormula::Negated(const Term& term) {
  Term result = term;
  result.value = result.low = result.high = NegatedLane(term.value);
  if (term.point) return result;
  result.low = NegatedLane(term.high);
  result.high = NegatedLane(term.low);
  return result;
}

SeriesFormula::Term SeriesFormula::Sum(const Term& a, const Term& b) {
  const int scale = std::max(a.scale, b.scale);
  const Term x = Finer(a, scale);
  const Term y = Finer(b, scale);
  Term sum;
  sum.scale = scale;
  sum.point = x.point && y.point;
  sum.value = sum.low = sum.high = AddLanes(x.value, y.value);
  if (sum.point) return sum;
  sum.low = AddLanes(x.low, y.low);
  sum.high = AddLanes(x.high, y.high);
  return sum;
}

SeriesFormula::Term SeriesFormula::Product(const Term& a, const Term& b) {
  if (a.point && !b.point) return Product(b, a);
  Term product;
  product.scale = a.scale + b.scale;
  product.point = a.point && b.point;
  product.value = product.low = product.high = TimesLanes(a.value, b.value);
  if (product.point) return product;
  if (!b.point) {
    // The ends' signs decide which ends meet; two wide factors are left to
    // fractions where one may be negative.
    FlagNegative(a.low);
    FlagNegative(b.low);
    product.low = TimesLanes(a.low, b.low);
    product.high = TimesLanes(a.high, b.high);
    return product;
  }
  const Lane low = TimesLanes(a.low, b.value);
  const Lane high = TimesLanes(a.high, b.value);
  const auto rising = [&b](std::size_t i) { return b.value.n[i] >= 0; };
  product.low = Chosen(low, high, rising);
  product.high = Chosen(high, low, rising);
  return product;
}

SeriesFormula::Term SeriesFormula::Quotient(const Term& a, const Term& b) {
  FlagZero(b.value);
  Term quotient;
  quotient.scale = a.scale - b.scale;
  quotient.point = a.point && b.point;
  quotient.value = quotient.low = quotient.high = Divided(a.value, b.value);
  if (quotient.point) return quotient;
  // A divisor that may be zero or less is left to fractions.
  if (!b.point) FlagNegative(b.low);
  const auto over = [](const Lane& lane) {
    return [&lane](std::size_t i) { return lane.n[i] >= 0; };
  };
  if (b.point) {
    const Lane low = Divided(a.low, b.value);
    const Lane high = Divided(a.high, b.value);
    quotient.low = Chosen(low, high, over(b.value));
    quotient.high = Chosen(high, low, over(b.value));
    return quotient;
  }
  for (std::size_t i = 0; i < rows_; ++i) {
    if (b.low.n[i] <= 0 && flags_[i] == 0) flags_[i] |= kOddCell;
  }
  quotient.low =
      Chosen(Divided(a.low, b.high), Divided(a.low, b.low), over(a.low));
  quotient.high =
      Chosen(Divided(a.high, b.low), Divided(a.high, b.high), over(a.high));
  return quotient;
}

SeriesFormula::Term SeriesFormula::Extreme(const Term& a, const Term& b,
                                           bool larger) {
  const int scale = std::max(a.scale, b.scale);
  const Term x = Finer(a, scale);
  const Term y = Finer(b, scale);
  Term result;
  result.scale = scale;
  result.point = x.point && y.point;
  const auto pick = [&](const Lane& p, const Lane& q) {
    return Chosen(p, q, [&p, &q, larger](std::size_t i) {
      const Wide left = static_cast<Wide>(p.n[i]) * At(q.d, i);
      const Wide right = static_cast<Wide>(q.n[i]) * At(p.d, i);
      return larger ? left >= right : left <= right;
    });
  };
  result.value = result.low = result.high = pick(x.value, y.value);
  if (result.point) return result;
  result.low = pick(x.low, y.low);
  result.high = pick(x.high, y.high);
  return result;
}

}  // namespace nianbao::metrics
