// Long lists in messages of a fair size.
#ifndef NIANBAO_SERVICES_PLATFORM_RPC_CHUNKS_H_
#define NIANBAO_SERVICES_PLATFORM_RPC_CHUNKS_H_

#include <cstddef>
#include <vector>

#include "services/core/fact_table.h"

namespace nianbao::platform {

// Sizes of a chunk: large enough that a message's own cost is small, small
// enough that no stream holds much memory.
inline constexpr std::size_t kChunkBytes = 64 << 10;
inline constexpr int kChunkItems = 200;

// Messages that together have `items` in order, each in the repeated field
// that `field` gives of a message; none for no items.
template <class Message, class Items, class Field>
std::vector<Message> ChunksOf(const Items& items, Field field) {
  std::vector<Message> chunks;
  std::size_t bytes = 0;
  int count = 0;
  for (const auto& item : items) {
    const std::size_t size = item.ByteSizeLong();
    if (chunks.empty() || count == kChunkItems || bytes + size > kChunkBytes) {
      chunks.emplace_back();
      bytes = 0;
      count = 0;
    }
    *field(chunks.back())->Add() = item;
    bytes += size;
    ++count;
  }
  return chunks;
}

// Messages that together have `facts`.
template <class Message>
std::vector<Message> FactChunks(const core::Facts& facts) {
  return ChunksOf<Message>(
      facts, [](Message& message) { return message.mutable_facts(); });
}

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_RPC_CHUNKS_H_
