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
constexpr std::size_t kWord = sizeof(std::uint64_t);

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

std::uint64_t WordAt(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, kWord);
  return word;
}

// Four sums side by side, so that a step need not wait for the one before.
std::uint64_t MixBytes(std::uint64_t sum, absl::string_view bytes) {
  std::uint64_t sums[] = {sum, sum + 1, sum + 2, sum + 3};
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  for (; end - at >= static_cast<std::ptrdiff_t>(4 * kWord); at += 4 * kWord) {
    sums[0] = Mix(sums[0], WordAt(at));
    sums[1] = Mix(sums[1], WordAt(at + kWord));
    sums[2] = Mix(sums[2], WordAt(at + 2 * kWord));
    sums[3] = Mix(sums[3], WordAt(at + 3 * kWord));
  }
  sum = Mix(Mix(Mix(sums[0], sums[1]), sums[2]), sums[3]);
  for (; end - at >= static_cast<std::ptrdiff_t>(kWord); at += kWord) {
    sum = Mix(sum, WordAt(at));
  }
  std::uint64_t word = 0;
  std::memcpy(&word, at, static_cast<std::size_t>(end - at));
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
