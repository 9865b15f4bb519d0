#include "services/metrics/hash.h"

#include <openssl/sha.h>

#include <array>
#include <cstddef>

#include "absl/strings/escaping.h"

namespace nianbao::metrics {
namespace {

constexpr std::size_t kHashDigits = 32;

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

Digest DigestOf(std::string_view bytes) {
  Digest digest = {};
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
         digest.data());
  return digest;
}

}  // namespace

std::string HashDigits(std::string_view bytes) {
  const Digest digest = DigestOf(bytes);
  const absl::string_view raw(reinterpret_cast<const char*>(digest.data()),
                              digest.size());
  return absl::BytesToHexString(raw.substr(0, kHashDigits / 2));
}

std::uint64_t Hash64(std::string_view bytes) {
  const Digest digest = DigestOf(bytes);
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof(number); ++i) {
    number = number << 8 | digest[i];
  }
  return number;
}

}  // namespace nianbao::metrics
