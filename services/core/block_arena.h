// Arrays of one block that are used again and again. Private to the rule
// engine.
#ifndef NIANBAO_SERVICES_CORE_BLOCK_ARENA_H_
#define NIANBAO_SERVICES_CORE_BLOCK_ARENA_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "services/core/quantity_column.h"

namespace nianbao::core {

// Lends arrays of QuantityColumn::kBlock numbers, each until as many Release as
// Retain were called for it. Pointers to other memory may be retained and
// released, too, which does nothing. For one thread.
class BlockArena {
 public:
  // Lends an array, retained once.
  std::int64_t* Take();

  // The same as bytes.
  std::uint8_t* TakeFlags() { return reinterpret_cast<std::uint8_t*>(Take()); }

  void Retain(const void* array);
  void Release(const void* array);

 private:
  // Arrays that come from the heap at a time.
  static constexpr std::size_t kChunk = 64;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void Grow();
  // Number of the array; kNone where it is none of ours.
  std::size_t IndexOf(const void* array) const;

  std::vector<std::unique_ptr<std::int64_t[]>> chunks_;
  std::vector<int> uses_;
  std::vector<std::size_t> free_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_BLOCK_ARENA_H_
