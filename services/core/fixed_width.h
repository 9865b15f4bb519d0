// Integers of fixed width, for arithmetic over columns.
#ifndef NIANBAO_SERVICES_CORE_FIXED_WIDTH_H_
#define NIANBAO_SERVICES_CORE_FIXED_WIDTH_H_

#include <bit>
#include <cstdint>

namespace nianbao::core {

__extension__ using Wide = __int128;

// The largest power of ten that 64 bits hold.
constexpr int kMostDigits = 18;

// Ten to the power of 0 to kMostDigits.
constexpr std::int64_t PowerOf10(int digits) {
  std::int64_t power = 1;
  for (int i = 0; i < digits; ++i) power *= 10;
  return power;
}

// Bits that the magnitude of `number` takes.
constexpr int BitsOf(std::int64_t number) {
  return static_cast<int>(std::bit_width(
      static_cast<std::uint64_t>(number < 0 ? -number : number)));
}

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_FIXED_WIDTH_H_
