// A call's work on a worker thread.
#ifndef NIANBAO_SERVICES_PLATFORM_RPC_CALL_H_
#define NIANBAO_SERVICES_PLATFORM_RPC_CALL_H_

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "grpcpp/server_context.h"

namespace nianbao::platform {

// Metadata that carries the correlation id, both ways.
inline constexpr char kCorrelationKey[] = "x-correlation-id";

// Does `work` for the call of `context` and gives its status. Cancelled where
// the caller is gone already, and then does nothing; Internal where something
// throws. While it works, CurrentCall() of this thread is `context`.
absl::Status DoCall(const grpc::CallbackServerContext& context,
                    const std::function<absl::Status()>& work);

// The call that this thread works for; null outside DoCall.
const grpc::CallbackServerContext* CurrentCall();

// The correlation id of a call; empty where it has none.
std::string CorrelationIdOf(const grpc::ServerContextBase& context);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_RPC_CALL_H_
