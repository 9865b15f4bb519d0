#include "services/platform/server.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "grpcpp/ext/proto_server_reflection_plugin.h"
#include "grpcpp/health_check_service_interface.h"
#include "grpcpp/security/server_credentials.h"
#include "grpcpp/server_builder.h"
#include "services/core/errors.h"
#include "services/platform/rpc_budget.h"
#include "services/platform/rpc_log.h"

namespace nianbao::platform {
namespace {

void SetLimits(grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(kMaxMessageBytes);
  builder.SetMaxSendMessageSize(kMaxMessageBytes);
  // Otherwise a second server on the port starts and takes half the calls.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIME_MS, 60'000);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 20'000);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  builder.AddChannelArgument(
      GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS, 10'000);
}

void AddLog(grpc::ServerBuilder& builder, const Log& log) {
  std::vector<
      std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>>
      interceptors;
  interceptors.push_back(std::make_unique<RpcLog>(log));
  builder.experimental().SetInterceptorCreators(std::move(interceptors));
}

absl::Status NotBound(const std::string& address) {
  return core::MakeError(
      absl::StatusCode::kUnavailable,
      absl::StrCat("address ", address,
                   ": can't listen there; is another server running, or the "
                   "host not of this computer? Give another with --address"),
      {.reason = "ADDRESS_NOT_BOUND", .metadata = {{"address", address}}});
}

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::Start(
    const std::string& address,
    const std::vector<std::unique_ptr<Module>>& modules, const Deps& deps) {
  grpc::EnableDefaultHealthCheckService(true);
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  std::unique_ptr<Server> server(new Server(deps));
  grpc::ServerBuilder builder;
  SetLimits(builder);
  AddLog(builder, deps.log);
  if (!address.empty()) {
    builder.AddListeningPort(address, grpc::InsecureServerCredentials(),
                             &server->port_);
  }
  for (const auto& module : modules) {
    deps.health.Set(module->ServiceName(), true);
    module->Register(builder);
    server->modules_.push_back(module.get());
  }
  server->server_ = builder.BuildAndStart();
  if (server->server_ == nullptr) return NotBound(address);
  deps.health.Attach(server->server_->GetHealthCheckService());
  return server;
}

Server::~Server() {
  if (server_ != nullptr) Drain(absl::ZeroDuration());
}

std::shared_ptr<grpc::Channel> Server::InProcessChannel() {
  return server_->InProcessChannel(PeerChannelArguments());
}

void Server::Drain(absl::Duration grace) {
  deps_.health.Attach(nullptr);
  server_->GetHealthCheckService()->Shutdown();
  for (Module* module : modules_) module->Drain();
  server_->Shutdown(absl::ToChronoTime(absl::Now() + grace));
  server_->Wait();
}

}  // namespace nianbao::platform
