#include "services/platform/cache/cache_envelope.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "absl/strings/string_view.h"

namespace nianbao::platform {
namespace {

// Changes when values come to be sealed in another way.
constexpr std::uint64_t kVersion = 0x31762d6f61626e69;  // "inbao-v1"
constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15;

struct SealBytes {
  std::uint64_t version;
  std::uint64_t size;
  std::uint64_t checksum;
};
static_assert(sizeof(SealBytes) == 24);
// Replicas of one release share values, so that all have one order of bytes.
static_assert(std::endian::native == std::endian::little);

// Each step is one to one in the sum and in the word, so that one changed word
// always changes the sum.
std::uint64_t Mix(std::uint64_t sum, std::uint64_t word) {
  sum = (sum ^ word) * kOdd;
  return sum ^ (sum >> 29);
}

std::uint64_t MixBytes(std::uint64_t sum, absl::string_view bytes) {
  std::size_t at = 0;
  std::uint64_t word = 0;
  for (; at + sizeof(word) <= bytes.size(); at += sizeof(word)) {
    std::memcpy(&word, bytes.data() + at, sizeof(word));
    sum = Mix(sum, word);
  }
  word = 0;
  std::memcpy(&word, bytes.data() + at, bytes.size() - at);
  return Mix(sum, word ^ (std::uint64_t{bytes.size()} << 56));
}

std::uint64_t ChecksumOf(absl::string_view key, absl::string_view value) {
  return MixBytes(MixBytes(Mix(kVersion, key.size()), key), value);
}

}  // namespace

std::string Seal(const std::string& key, const std::string& value) {
  const SealBytes seal = {.version = kVersion,
                          .size = value.size(),
                          .checksum = ChecksumOf(key, value)};
  std::string sealed;
  sealed.reserve(value.size() + sizeof(seal));
  sealed.append(value);
  sealed.append(reinterpret_cast<const char*>(&seal), sizeof(seal));
  return sealed;
}

bool Unseal(const std::string& key, std::string& value) {
  SealBytes seal = {};
  if (value.size() < sizeof(seal)) return false;
  const std::size_t size = value.size() - sizeof(seal);
  std::memcpy(&seal, value.data() + size, sizeof(seal));
  if (seal.version != kVersion || seal.size != size) return false;
  value.resize(size);
  return seal.checksum == ChecksumOf(key, value);
}

}  // namespace nianbao::platform
