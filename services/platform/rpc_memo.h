// What was worked out for a request, kept for the next one of the same bytes.
#ifndef NIANBAO_SERVICES_PLATFORM_RPC_MEMO_H_
#define NIANBAO_SERVICES_PLATFORM_RPC_MEMO_H_

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"

namespace nianbao::platform {

// Keeps values by the bytes of their request, as long as what they rest on is
// the same: the stamp, such as the address of a snapshot that the values hold.
// Where there are too many, or the stamp is another, it begins anew. Safe for
// use from any thread.
template <class Value>
class RpcMemo {
 public:
  explicit RpcMemo(std::size_t most) : most_(most) {}

  // Null where there is none.
  std::shared_ptr<const Value> Find(absl::string_view request,
                                    const void* stamp) {
    const std::lock_guard lock(mutex_);
    if (stamp != stamp_) return nullptr;
    const auto found = values_.find(request);
    return found == values_.end() ? nullptr : found->second;
  }

  void Keep(std::string request, const void* stamp,
            std::shared_ptr<const Value> value) {
    const std::lock_guard lock(mutex_);
    if (stamp != stamp_ || values_.size() >= most_) values_.clear();
    stamp_ = stamp;
    values_[std::move(request)] = std::move(value);
  }

 private:
  const std::size_t most_;
  std::mutex mutex_;
  // Guarded by the mutex.
  const void* stamp_ = nullptr;
  absl::flat_hash_map<std::string, std::shared_ptr<const Value>> values_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_RPC_MEMO_H_
