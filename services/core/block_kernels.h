// Loops over one block of rows. Private to the rule engine. Built with more
// optimisation than the rest: nearly all time of a run is spent here.
//
// Arrays hold `rows` numbers. Where `bad` is null the caller knows that no
// result can overflow; otherwise rows that would are set to zero and flagged
// kOddCell there.
#ifndef NIANBAO_SERVICES_CORE_BLOCK_KERNELS_H_
#define NIANBAO_SERVICES_CORE_BLOCK_KERNELS_H_

#include <cstddef>
#include <cstdint>

namespace nianbao::core {

// One end of the interval in each row: n / d; d is 1 where null, and positive
// in rows without flags.
struct BlockEnd {
  const std::int64_t* n = nullptr;
  const std::int64_t* d = nullptr;

  friend bool operator==(const BlockEnd&, const BlockEnd&) = default;
};

// in * by
void TimesNumber(const std::int64_t* in, std::int64_t by, std::int64_t* out,
                 std::uint8_t* bad, std::size_t rows);

// a * b
void Times(const std::int64_t* a, const std::int64_t* b, std::int64_t* out,
           std::uint8_t* bad, std::size_t rows);

// sum + in * by
void PlusTimes(const std::int64_t* sum, const std::int64_t* in, std::int64_t by,
               std::int64_t* out, std::uint8_t* bad, std::size_t rows);

// Smallest and largest product of the ends of two intervals.
void ProductEnds(BlockEnd a_low, BlockEnd a_high, BlockEnd b_low,
                 BlockEnd b_high, std::int64_t* low, std::int64_t* high,
                 std::uint8_t* bad, std::size_t rows);

// yes where `sign` is not negative, otherwise no.
void SelectBySign(const std::int64_t* sign, const std::int64_t* yes,
                  const std::int64_t* no, std::int64_t* out, std::size_t rows);

// yes where `pick` is not zero, otherwise no; a null array is one of ones.
void SelectByPick(const std::uint8_t* pick, const std::int64_t* yes,
                  const std::int64_t* no, std::int64_t* out, std::size_t rows);

// Figures of a column in the rows `at`, zero and blank where that is negative.
// `high` may be null where all of them are exact.
void Gather(const std::int64_t* values, const std::int64_t* halves,
            const std::uint8_t* column_flags, const std::int32_t* at,
            std::int64_t* low, std::int64_t* high, std::uint8_t* flags,
            std::size_t rows);

// Adds flags where a divisor may be zero, or is below zero and left to exact
// fractions.
void FlagDivisors(const std::int64_t* low, const std::int64_t* high,
                  std::uint8_t* flags, std::size_t rows);

// Adds `flag` where the number is negative.
void FlagNegative(const std::int64_t* in, std::uint8_t flag,
                  std::uint8_t* flags, std::size_t rows);

// a | b
void JoinFlags(const std::uint8_t* a, const std::uint8_t* b, std::uint8_t* out,
               std::size_t rows);

// Two ends times powers of ten, to compare. `bits` is how many both sides of
// the comparison take at most once the denominators are multiplied out.
struct Comparison {
  BlockEnd a;
  std::int64_t a_by = 1;
  BlockEnd b;
  std::int64_t b_by = 1;
  int bits = 0;
};

// Most bits that a comparison can have.
constexpr int kMostComparedBits = 126;

// Adds `flag` where not a <= b, or with `strictly` where not a < b.
void FlagUnless(const Comparison& comparison, bool strictly, std::uint8_t flag,
                std::uint8_t* flags, std::size_t rows);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_BLOCK_KERNELS_H_
