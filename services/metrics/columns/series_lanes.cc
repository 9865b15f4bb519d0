// Loops of SeriesFormula over the rows of a block.
#include <algorithm>

#include "services/metrics/columns/series_formula.h"

namespace nianbao::metrics {
namespace {

using core::kBlankCell;
using core::kOddCell;

constexpr int kMostPower = 18;

}  // namespace

std::int64_t* SeriesFormula::Take() {
  if (taken_ == numbers_.size()) numbers_.emplace_back();
  return numbers_[taken_++].data();
}

void SeriesFormula::FlagAll() {
  for (std::size_t i = 0; i < rows_; ++i) flags_[i] |= kOddCell;
}

void SeriesFormula::FlagNegative(const Lane& lane) {
  for (std::size_t i = 0; i < rows_; ++i) {
    if (lane.n[i] < 0) flags_[i] |= kOddCell;
  }
}

void SeriesFormula::FlagZero(const Lane& lane) {
  for (std::size_t i = 0; i < rows_; ++i) {
    if (lane.n[i] == 0) flags_[i] |= kBlankCell;
  }
}

SeriesFormula::Lane SeriesFormula::TimesNumber(const Lane& a,
                                               std::int64_t number) {
  std::int64_t* n = Take();
  for (std::size_t i = 0; i < rows_; ++i) {
    if (__builtin_mul_overflow(a.n[i], number, &n[i])) {
      n[i] = 0;
      flags_[i] |= kOddCell;
    }
  }
  return {n, a.d};
}

SeriesFormula::Term SeriesFormula::Finer(Term term, int scale) {
  const int digits = scale - term.scale;
  if (digits == 0) return term;
  term.scale = scale;
  if (digits > kMostPower) {
    FlagAll();
    return term;
  }
  const std::int64_t power = core::PowerOf10(digits);
  const Lane value = TimesNumber(term.value, power);
  if (term.point) {
    term.value = term.low = term.high = value;
    return term;
  }
  term.value = value;
  term.low = TimesNumber(term.low, power);
  term.high = TimesNumber(term.high, power);
  return term;
}

SeriesFormula::Lane SeriesFormula::NegatedLane(const Lane& a) {
  std::int64_t* n = Take();
  for (std::size_t i = 0; i < rows_; ++i) {
    if (__builtin_sub_overflow(std::int64_t{0}, a.n[i], &n[i])) {
      n[i] = 0;
      flags_[i] |= kOddCell;
    }
  }
  return {n, a.d};
}

SeriesFormula::Lane SeriesFormula::AddLanes(const Lane& a, const Lane& b) {
  std::int64_t* n = Take();
  if (a.d == b.d) {
    for (std::size_t i = 0; i < rows_; ++i) {
      if (__builtin_add_overflow(a.n[i], b.n[i], &n[i])) {
        n[i] = 0;
        flags_[i] |= kOddCell;
      }
    }
    return {n, a.d};
  }
  std::int64_t* d = Take();
  for (std::size_t i = 0; i < rows_; ++i) {
    const std::int64_t ad = a.d == nullptr ? 1 : a.d[i];
    const std::int64_t bd = b.d == nullptr ? 1 : b.d[i];
    std::int64_t left = 0;
    std::int64_t right = 0;
    if (__builtin_mul_overflow(a.n[i], bd, &left) ||
        __builtin_mul_overflow(b.n[i], ad, &right) ||
        __builtin_add_overflow(left, right, &n[i]) ||
        __builtin_mul_overflow(ad, bd, &d[i])) {
      n[i] = 0;
      d[i] = 1;
      flags_[i] |= kOddCell;
    }
  }
  return {n, d};
}

SeriesFormula::Lane SeriesFormula::TimesLanes(const Lane& a, const Lane& b) {
  std::int64_t* n = Take();
  for (std::size_t i = 0; i < rows_; ++i) {
    if (__builtin_mul_overflow(a.n[i], b.n[i], &n[i])) {
      n[i] = 0;
      flags_[i] |= kOddCell;
    }
  }
  if (a.d == nullptr || b.d == nullptr) {
    return {n, a.d == nullptr ? b.d : a.d};
  }
  std::int64_t* d = Take();
  for (std::size_t i = 0; i < rows_; ++i) {
    if (__builtin_mul_overflow(a.d[i], b.d[i], &d[i])) {
      n[i] = 0;
      d[i] = 1;
      flags_[i] |= kOddCell;
    }
  }
  return {n, d};
}

// Where the divisor is zero the row is flagged by the caller, and the result is
// a number all the same.
SeriesFormula::Lane SeriesFormula::Divided(const Lane& a, const Lane& b) {
  std::int64_t* n = Take();
  std::int64_t* d = Take();
  for (std::size_t i = 0; i < rows_; ++i) {
    const std::int64_t ad = a.d == nullptr ? 1 : a.d[i];
    const std::int64_t bd = b.d == nullptr ? 1 : b.d[i];
    if (__builtin_mul_overflow(a.n[i], bd, &n[i]) ||
        __builtin_mul_overflow(b.n[i], ad, &d[i])) {
      n[i] = 0;
      d[i] = 1;
      flags_[i] |= kOddCell;
    }
    if (d[i] < 0 && n[i] != INT64_MIN && d[i] != INT64_MIN) {
      n[i] = -n[i];
      d[i] = -d[i];
    } else if (d[i] < 0) {
      flags_[i] |= kOddCell;
    }
    if (d[i] <= 0) {
      n[i] = 0;
      d[i] = 1;
    }
  }
  return {n, d};
}

}  // namespace nianbao::metrics
