#include "services/core/block_kernels.h"

#include <algorithm>

#include "services/core/fixed_width.h"
#include "services/core/quantity_column.h"

namespace nianbao::core {
namespace {

// Arithmetic of callers who know that nothing overflows.
struct Unchecked {
  static std::int64_t Product(std::int64_t a, std::int64_t b, bool&) {
    return a * b;
  }
  static std::int64_t Sum(std::int64_t a, std::int64_t b, bool&) {
    return a + b;
  }
};

struct Checked {
  static std::int64_t Product(std::int64_t a, std::int64_t b, bool& bad) {
    std::int64_t result = 0;
    bad = __builtin_mul_overflow(a, b, &result) || bad;
    return bad ? 0 : result;
  }
  static std::int64_t Sum(std::int64_t a, std::int64_t b, bool& bad) {
    std::int64_t result = 0;
    bad = __builtin_add_overflow(a, b, &result) || bad;
    return bad ? 0 : result;
  }
};

// Fills `out` with function(row, bad, arithmetic).
template <typename Function>
void Fill(std::int64_t* __restrict out, std::uint8_t* bad, std::size_t rows,
          Function function) {
  if (bad == nullptr) {
    for (std::size_t i = 0; i < rows; ++i) {
      bool unused = false;
      out[i] = function(i, unused, Unchecked());
    }
    return;
  }
  for (std::size_t i = 0; i < rows; ++i) {
    bool overflow = false;
    const std::int64_t result = function(i, overflow, Checked());
    out[i] = overflow ? 0 : result;
    if (overflow) bad[i] |= kOddCell;
  }
}

// One side of a comparison in one row.
template <typename Number, bool kDenominator, bool kFactor>
Number Side(std::int64_t n, const std::int64_t* d, std::int64_t by,
            std::size_t row) {
  Number side = n;
  if constexpr (kDenominator) side *= d[row];
  if constexpr (kFactor) side *= by;
  return side;
}

template <typename Number, bool kDenominatorA, bool kDenominatorB, bool kFactor>
void Compare(const Comparison& c, bool strictly, std::uint8_t flag,
             std::uint8_t* __restrict flags, std::size_t rows) {
  const auto side_a = [&](std::size_t i) {
    return Side<Number, kDenominatorB, kFactor>(c.a.n[i], c.b.d, c.a_by, i);
  };
  const auto side_b = [&](std::size_t i) {
    return Side<Number, kDenominatorA, kFactor>(c.b.n[i], c.a.d, c.b_by, i);
  };
  if (strictly) {
    for (std::size_t i = 0; i < rows; ++i) {
      flags[i] |= static_cast<std::uint8_t>(side_a(i) < side_b(i) ? 0 : flag);
    }
    return;
  }
  for (std::size_t i = 0; i < rows; ++i) {
    flags[i] |= static_cast<std::uint8_t>(side_a(i) <= side_b(i) ? 0 : flag);
  }
}

template <typename Number, bool kDenominatorA, bool kDenominatorB>
void CompareScaled(const Comparison& c, bool strictly, std::uint8_t flag,
                   std::uint8_t* flags, std::size_t rows) {
  if (c.a_by == 1 && c.b_by == 1) {
    Compare<Number, kDenominatorA, kDenominatorB, false>(c, strictly, flag,
                                                         flags, rows);
  } else {
    Compare<Number, kDenominatorA, kDenominatorB, true>(c, strictly, flag,
                                                        flags, rows);
  }
}

template <typename Number>
void CompareAs(const Comparison& c, bool strictly, std::uint8_t flag,
               std::uint8_t* flags, std::size_t rows) {
  if (c.a.d == nullptr && c.b.d == nullptr) {
    CompareScaled<Number, false, false>(c, strictly, flag, flags, rows);
  } else if (c.a.d == nullptr) {
    CompareScaled<Number, false, true>(c, strictly, flag, flags, rows);
  } else if (c.b.d == nullptr) {
    CompareScaled<Number, true, false>(c, strictly, flag, flags, rows);
  } else {
    CompareScaled<Number, true, true>(c, strictly, flag, flags, rows);
  }
}

// Numbers up to here are compared without 128 bits.
constexpr int kMostNarrowBits = 63;

}  // namespace

void TimesNumber(const std::int64_t* in, std::int64_t by, std::int64_t* out,
                 std::uint8_t* bad, std::size_t rows) {
  Fill(out, bad, rows, [in, by](std::size_t i, bool& overflow, auto as) {
    return as.Product(in[i], by, overflow);
  });
}

void Times(const std::int64_t* a, const std::int64_t* b, std::int64_t* out,
           std::uint8_t* bad, std::size_t rows) {
  Fill(out, bad, rows, [a, b](std::size_t i, bool& overflow, auto as) {
    return as.Product(a[i], b[i], overflow);
  });
}

void PlusTimes(const std::int64_t* sum, const std::int64_t* in, std::int64_t by,
               std::int64_t* out, std::uint8_t* bad, std::size_t rows) {
  if (bad == nullptr && by == 1) {
    for (std::size_t i = 0; i < rows; ++i) out[i] = sum[i] + in[i];
  } else if (bad == nullptr && by == -1) {
    for (std::size_t i = 0; i < rows; ++i) out[i] = sum[i] - in[i];
  } else {
    Fill(out, bad, rows, [sum, in, by](std::size_t i, bool& overflow, auto as) {
      return as.Sum(sum[i], as.Product(in[i], by, overflow), overflow);
    });
  }
}

void ProductEnds(BlockEnd a_low, BlockEnd a_high, BlockEnd b_low,
                 BlockEnd b_high, std::int64_t* low, std::int64_t* high,
                 std::uint8_t* bad, std::size_t rows) {
  const auto corner = [&](const std::int64_t* a, const std::int64_t* b) {
    return [a, b](std::size_t i, bool& overflow, auto as) {
      return as.Product(a[i], b[i], overflow);
    };
  };
  const auto ll = corner(a_low.n, b_low.n);
  const auto lh = corner(a_low.n, b_high.n);
  const auto hl = corner(a_high.n, b_low.n);
  const auto hh = corner(a_high.n, b_high.n);
  Fill(low, bad, rows, [&](std::size_t i, bool& overflow, auto as) {
    return std::min(std::min(ll(i, overflow, as), lh(i, overflow, as)),
                    std::min(hl(i, overflow, as), hh(i, overflow, as)));
  });
  Fill(high, bad, rows, [&](std::size_t i, bool& overflow, auto as) {
    return std::max(std::max(ll(i, overflow, as), lh(i, overflow, as)),
                    std::max(hl(i, overflow, as), hh(i, overflow, as)));
  });
}

void SelectBySign(const std::int64_t* sign, const std::int64_t* yes,
                  const std::int64_t* no, std::int64_t* out, std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) out[i] = sign[i] >= 0 ? yes[i] : no[i];
}

void SelectByPick(const std::uint8_t* pick, const std::int64_t* yes,
                  const std::int64_t* no, std::int64_t* out, std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) {
    const std::int64_t a = yes == nullptr ? 1 : yes[i];
    const std::int64_t b = no == nullptr ? 1 : no[i];
    out[i] = pick[i] != 0 ? a : b;
  }
}

void Gather(const std::int64_t* values, const std::int64_t* halves,
            const std::uint8_t* column_flags, const std::int32_t* at,
            std::int64_t* low, std::int64_t* high, std::uint8_t* flags,
            std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) {
    if (at[i] < 0) {
      low[i] = 0;
      if (high != nullptr) high[i] = 0;
      flags[i] = kBlankCell;
      continue;
    }
    const auto row = static_cast<std::size_t>(at[i]);
    low[i] = values[row] - (high != nullptr ? halves[row] : 0);
    if (high != nullptr) high[i] = values[row] + halves[row];
    flags[i] = column_flags[row];
  }
}

void FlagDivisors(const std::int64_t* low, const std::int64_t* high,
                  std::uint8_t* flags, std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) {
    const std::uint8_t flag = high[i] < 0 ? kOddCell : kZeroDivisor;
    flags[i] |= static_cast<std::uint8_t>(low[i] > 0 ? 0 : flag);
  }
}

void FlagNegative(const std::int64_t* in, std::uint8_t flag,
                  std::uint8_t* flags, std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) {
    flags[i] |= static_cast<std::uint8_t>(in[i] < 0 ? flag : 0);
  }
}

void JoinFlags(const std::uint8_t* a, const std::uint8_t* b, std::uint8_t* out,
               std::size_t rows) {
  for (std::size_t i = 0; i < rows; ++i) {
    out[i] = static_cast<std::uint8_t>(a[i] | b[i]);
  }
}

void FlagUnless(const Comparison& comparison, bool strictly, std::uint8_t flag,
                std::uint8_t* flags, std::size_t rows) {
  if (comparison.bits <= kMostNarrowBits) {
    CompareAs<std::int64_t>(comparison, strictly, flag, flags, rows);
  } else {
    CompareAs<Wide>(comparison, strictly, flag, flags, rows);
  }
}

}  // namespace nianbao::core
