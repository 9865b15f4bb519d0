// Who of several processes computes a value.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_FILL_LEASES_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_FILL_LEASES_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace nianbao::platform {

// Leases on keys, shared by the processes that share a cache. A lease is no
// lock: it ends by itself, so that a holder who died holds nobody up. Safe for
// use from any thread.
class FillLeases {
 public:
  virtual ~FillLeases() = default;

  // What a claim found.
  struct Claimed {
    // The value, where somebody has put one.
    std::optional<std::string> value;
    // Whether the lease is ours now, also where there is a value.
    bool ours = false;
  };

  // Looks for the value of `key` and takes its lease for `length`, unless
  // another holds it. A failure is one of the cache.
  virtual absl::StatusOr<Claimed> Claim(const std::string& key,
                                        absl::Duration length) = 0;

  // Gives up the lease, which is surely ours still.
  virtual void Drop(const std::string& key) = 0;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_FILL_LEASES_H_
