#include "services/platform/peer_channels.h"

#include <string>
#include <utility>

#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "services/platform/rpc_budget.h"

namespace nianbao::platform {
namespace {

std::shared_ptr<grpc::Channel> Open(const std::string& address) {
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(),
                                   PeerChannelArguments());
}

}  // namespace

void PeerChannel::Bind(std::shared_ptr<grpc::Channel> channel) {
  const std::lock_guard lock(mutex_);
  channel_.swap(channel);
}

std::shared_ptr<grpc::Channel> PeerChannel::Get() const {
  const std::lock_guard lock(mutex_);
  return channel_;
}

void PeerChannels::Dial(const nianbao::config::v1::Peers& peers) {
  intake.Bind(Open(peers.intake()));
  validation.Bind(Open(peers.validation()));
  metrics.Bind(Open(peers.metrics()));
}

void PeerChannels::BindAll(const std::shared_ptr<grpc::Channel>& channel) {
  intake.Bind(channel);
  validation.Bind(channel);
  metrics.Bind(channel);
}

grpc::ChannelArguments PeerChannelArguments() {
  grpc::ChannelArguments arguments;
  arguments.SetMaxReceiveMessageSize(kMaxMessageBytes);
  arguments.SetMaxSendMessageSize(kMaxMessageBytes);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, 60'000);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIMEOUT_MS, 20'000);
  // A peer that restarts is found again within a second.
  arguments.SetInt(GRPC_ARG_INITIAL_RECONNECT_BACKOFF_MS, 100);
  arguments.SetInt(GRPC_ARG_MIN_RECONNECT_BACKOFF_MS, 100);
  arguments.SetInt(GRPC_ARG_MAX_RECONNECT_BACKOFF_MS, 1'000);
  return arguments;
}

}  // namespace nianbao::platform
