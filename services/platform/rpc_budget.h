// A limit on what one call may send.
#ifndef NIANBAO_SERVICES_PLATFORM_RPC_BUDGET_H_
#define NIANBAO_SERVICES_PLATFORM_RPC_BUDGET_H_

#include <cstddef>
#include <cstdint>

#include "absl/status/status.h"

namespace nianbao::platform {

// What gRPC takes in one message, both ways.
inline constexpr int kMaxMessageBytes = 8 << 20;

// Counts the bytes of a stream's messages.
class RpcBudget {
 public:
  explicit RpcBudget(std::int64_t max_bytes) : max_bytes_(max_bytes) {}

  // ResourceExhausted once the messages are together larger than the limit.
  absl::Status Spend(std::size_t bytes);

 private:
  const std::int64_t max_bytes_;
  std::int64_t spent_ = 0;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_RPC_BUDGET_H_
