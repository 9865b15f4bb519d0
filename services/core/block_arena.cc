#include "services/core/block_arena.h"

#include <functional>

namespace nianbao::core {
namespace {

constexpr std::size_t kBlock = QuantityColumn::kBlock;

}  // namespace

void BlockArena::Grow() {
  const std::size_t first = chunks_.size() * kChunk;
  chunks_.push_back(std::make_unique<std::int64_t[]>(kChunk * kBlock));
  uses_.resize(first + kChunk, 0);
  for (std::size_t i = kChunk; i > 0; --i) free_.push_back(first + i - 1);
}

std::int64_t* BlockArena::Take() {
  if (free_.empty()) Grow();
  const std::size_t index = free_.back();
  free_.pop_back();
  uses_[index] = 1;
  return &chunks_[index / kChunk][index % kChunk * kBlock];
}

std::size_t BlockArena::IndexOf(const void* array) const {
  const auto* at = static_cast<const std::int64_t*>(array);
  const std::less<> before;
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    const std::int64_t* begin = chunks_[i].get();
    if (before(at, begin) || !before(at, begin + kChunk * kBlock)) continue;
    return i * kChunk + static_cast<std::size_t>(at - begin) / kBlock;
  }
  return kNone;
}

void BlockArena::Retain(const void* array) {
  const std::size_t index = IndexOf(array);
  if (index != kNone) ++uses_[index];
}

void BlockArena::Release(const void* array) {
  const std::size_t index = IndexOf(array);
  if (index == kNone || --uses_[index] > 0) return;
  free_.push_back(index);
}

}  // namespace nianbao::core
