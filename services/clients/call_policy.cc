#include "services/clients/call_policy.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/core/errors.h"
#include "services/platform/rpc_call.h"
#include "services/platform/rpc_status.h"

namespace nianbao::clients {
namespace {

constexpr int kTries = 3;
constexpr absl::Duration kFirstPause = absl::Milliseconds(100);

// A context that follows the call being answered on this thread, if any.
std::unique_ptr<grpc::ClientContext> NewContext() {
  const grpc::CallbackServerContext* call = platform::CurrentCall();
  if (call == nullptr) return std::make_unique<grpc::ClientContext>();
  auto context = grpc::ClientContext::FromCallbackServerContext(*call);
  const std::string id = platform::CorrelationIdOf(*call);
  if (!id.empty()) context->AddMetadata(platform::kCorrelationKey, id);
  return context;
}

bool CallerIsGone() {
  const grpc::CallbackServerContext* call = platform::CurrentCall();
  return call != nullptr && call->IsCancelled();
}

absl::Status NotBound(const std::string& name) {
  return core::MakeError(
      absl::StatusCode::kUnavailable,
      absl::StrCat(name, ": not connected yet; try again"),
      {.reason = "PEER_NOT_BOUND", .metadata = {{"peer", name}}});
}

// What gRPC itself says of a peer it can't reach does not name the peer.
absl::Status NamePeer(const std::string& name, const absl::Status& status) {
  const bool by_peer = !core::GetErrorInfo(status).reason.empty();
  if (status.ok() || by_peer) return status;
  absl::Status named = core::Annotate(status, name);
  core::SetErrorInfo(named,
                     {.reason = "PEER_FAILED", .metadata = {{"peer", name}}});
  return named;
}

}  // namespace

CallPolicy::CallPolicy(absl::Duration timeout,
                       std::function<void(absl::Duration)> sleep)
    : timeout_(timeout), sleep_(std::move(sleep)) {}

void CallPolicy::SleepOnThread(absl::Duration pause) { absl::SleepFor(pause); }

absl::Status CallPolicy::Call(const std::string& name,
                              const platform::PeerChannel& peer,
                              const Try& once) const {
  absl::Duration pause = kFirstPause;
  absl::Status status = CallOnce(name, peer, once);
  for (int i = 1; i < kTries && absl::IsUnavailable(status); ++i) {
    if (CallerIsGone()) break;
    sleep_(pause);
    pause *= 2;
    status = CallOnce(name, peer, once);
  }
  return NamePeer(name, status);
}

absl::Status CallPolicy::CallOnce(const std::string& name,
                                  const platform::PeerChannel& peer,
                                  const Try& once) const {
  const std::shared_ptr<grpc::Channel> channel = peer.Get();
  if (channel == nullptr) return NotBound(name);
  const std::unique_ptr<grpc::ClientContext> context = NewContext();
  context->set_deadline(absl::ToChronoTime(absl::Now() + timeout_));
  return platform::FromGrpcStatus(once(channel, *context));
}

CallPolicy PolicyOf(const nianbao::config::v1::ServerConfig& config) {
  return CallPolicy(absl::Milliseconds(config.peers().timeout_ms()));
}

}  // namespace nianbao::clients
