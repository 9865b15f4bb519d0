// Port: a cache of computed aggregates.
#ifndef NIANBAO_SERVICES_CORE_PORTS_AGGREGATE_CACHE_H_
#define NIANBAO_SERVICES_CORE_PORTS_AGGREGATE_CACHE_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace nianbao::core {

// A value that a cache and its callers share; null for none.
using CachedValue = std::shared_ptr<const std::string>;

// Keeps values under keys that name everything they depend on, so that a value
// once put is right for ever; it may be lost at any time. Safe for use from
// any thread; calls may block up to the cache's timeout, except Find.
class AggregateCache {
 public:
  virtual ~AggregateCache() = default;

  // The value under `key`; nothing where there is none. Unavailable where the
  // cache can't be reached, DeadlineExceeded where it does not answer in time.
  virtual absl::StatusOr<std::optional<std::string>> Get(
      const std::string& key) = 0;

  // Asks for the value under `key` without waiting for it. `found` is called
  // once: within this call where the answer is at hand, otherwise on a thread
  // of the cache, which it must not block. It gets the value, null where there
  // is none, or an error as from Get.
  using Found = std::function<void(absl::StatusOr<CachedValue>)>;
  virtual void Find(const std::string& key, Found found) {
    auto known = Get(key);
    if (!known.ok()) return found(known.status());
    found(known->has_value()
              ? std::make_shared<const std::string>(**std::move(known))
              : CachedValue());
  }

  // Puts `value` under `key`. A value larger than the cache keeps is passed
  // over. Unavailable and DeadlineExceeded as in Get.
  virtual absl::Status Put(const std::string& key,
                           const std::string& value) = 0;

  // The value under `key`, or else what `compute` makes, which is put for the
  // next caller. A cache that fails in any way is passed over: the result is
  // then computed, and an error is always one of `compute`. Callers that ask
  // for one key at the same time may get what one of them computes, never its
  // error.
  virtual absl::StatusOr<std::string> GetOrCompute(
      const std::string& key,
      const std::function<absl::StatusOr<std::string>()>& compute) {
    auto known = Get(key);
    if (known.ok() && known->has_value()) return **std::move(known);
    absl::StatusOr<std::string> made = compute();
    // What could not be put is no less right; the cache reports it.
    if (made.ok()) Put(key, *made).IgnoreError();
    return made;
  }

  // Name for logs and health, such as "redis 127.0.0.1:6379".
  virtual std::string Name() const = 0;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_PORTS_AGGREGATE_CACHE_H_
