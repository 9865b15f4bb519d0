// A call answered with bytes as they are: what is cached in serialized form is
// neither parsed nor copied.
#ifndef NIANBAO_SERVICES_PLATFORM_RPC_BYTES_H_
#define NIANBAO_SERVICES_PLATFORM_RPC_BYTES_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "grpcpp/support/byte_buffer.h"
#include "grpcpp/support/server_callback.h"
#include "services/platform/rpc_streams.h"

namespace nianbao::platform {

// The bytes of a request. Copies them only where they came in pieces.
std::string BytesOf(const grpc::ByteBuffer& buffer);

// A call that is answered once, from any thread: exactly one of Give, Fail and
// Make is called of all copies, after which the call may be over.
class BytesCall {
 public:
  // `response` is the handler's, which lives as long as the call.
  BytesCall(const RpcScope& scope, grpc::ByteBuffer& response)
      : scope_(scope),
        reactor_(scope.context.DefaultReactor()),
        response_(&response) {}

  // What the handler returns. gRPC's own ends on the thread that finishes it;
  // a reactor of ours would be ended on another one.
  grpc::ServerUnaryReactor* reactor() const { return reactor_; }

  // Answers with `shared`, which stays as it is while it is sent, and `rest`
  // behind it.
  void Give(std::shared_ptr<const std::string> shared,
            const std::string& rest) const;

  // Answers with an error.
  void Fail(const absl::Status& status) const;

  // Answers with what `make` makes on the executor.
  void Make(std::function<absl::StatusOr<std::string>()> make) const;

 private:
  const RpcScope scope_;
  grpc::ServerUnaryReactor* const reactor_;
  grpc::ByteBuffer* const response_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_RPC_BYTES_H_
