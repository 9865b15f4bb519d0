#include "services/platform/health_probe.h"

#include <google/protobuf/wrappers.pb.h>

#include <chrono>
#include <future>

#include "grpcpp/client_context.h"
#include "grpcpp/generic/generic_stub.h"
#include "grpcpp/impl/codegen/proto_utils.h"
#include "services/platform/rpc_status.h"

namespace nianbao::platform {
namespace {

// HealthCheckRequest has its service and HealthCheckResponse its status in
// field 1, so these read the same on the wire; no package has the stubs.
using Request = google::protobuf::StringValue;
using Response = google::protobuf::Int32Value;

constexpr int kServing = 1;

}  // namespace

absl::StatusOr<bool> ProbeHealth(const std::shared_ptr<grpc::Channel>& channel,
                                 const std::string& name) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() +
                       std::chrono::seconds(5));
  Request request;
  request.set_value(name);
  Response response;
  std::promise<grpc::Status> done;
  grpc::TemplatedGenericStub<Request, Response> stub(channel);
  stub.UnaryCall(&context, "/grpc.health.v1.Health/Check", grpc::StubOptions(),
                 &request, &response,
                 [&](grpc::Status status) { done.set_value(status); });
  const absl::Status status = FromGrpcStatus(done.get_future().get());
  if (!status.ok()) return status;
  return response.value() == kServing;
}

}  // namespace nianbao::platform
