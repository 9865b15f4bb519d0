// One line in the log for each call.
#ifndef NIANBAO_SERVICES_PLATFORM_RPC_LOG_H_
#define NIANBAO_SERVICES_PLATFORM_RPC_LOG_H_

#include "grpcpp/support/server_interceptor.h"
#include "services/platform/log.h"

namespace nianbao::platform {

// Writes a line for each call once its status is known: method, code,
// milliseconds, peer and correlation id, which is the caller's or else a new
// one; handlers find it in the call's metadata, callers in the answer's.
// Health probes are left out as long as they succeed.
class RpcLog : public grpc::experimental::ServerInterceptorFactoryInterface {
 public:
  // `log` outlives the server.
  explicit RpcLog(const Log& log) : log_(log) {}

  grpc::experimental::Interceptor* CreateServerInterceptor(
      grpc::experimental::ServerRpcInfo* info) override;

 private:
  const Log& log_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_RPC_LOG_H_
