// Hashes that are the same in every process.
#ifndef NIANBAO_SERVICES_METRICS_HASH_H_
#define NIANBAO_SERVICES_METRICS_HASH_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao::metrics {

// The first half of SHA-256 in 32 hexadecimal digits. Callers choose some of
// what is hashed, so it must not be easy to make two alike.
std::string HashDigits(std::string_view bytes);

// The first 64 bits of SHA-256.
std::uint64_t Hash64(std::string_view bytes);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_HASH_H_
