// Channels to the other services.
#ifndef NIANBAO_SERVICES_PLATFORM_PEER_CHANNELS_H_
#define NIANBAO_SERVICES_PLATFORM_PEER_CHANNELS_H_

#include <memory>
#include <mutex>

#include "grpcpp/channel.h"
#include "grpcpp/support/channel_arguments.h"
#include "nianbao/config/v1/config.pb.h"

namespace nianbao::platform {

// A channel that may become known later: a service that shares its server with
// its peers is made before the server is. Safe for use from any thread.
class PeerChannel {
 public:
  // Sets the channel; null takes it away.
  void Bind(std::shared_ptr<grpc::Channel> channel);

  // The channel; null before it is bound.
  std::shared_ptr<grpc::Channel> Get() const;

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<grpc::Channel> channel_;  // guarded by mutex_
};

// The channels to all peers.
struct PeerChannels {
  PeerChannel intake;
  PeerChannel validation;
  PeerChannel metrics;

  // Opens a channel to each address; connecting comes with the first call.
  void Dial(const nianbao::config::v1::Peers& peers);

  // Sets all to `channel`; null takes them away.
  void BindAll(const std::shared_ptr<grpc::Channel>& channel);
};

// Arguments of every channel: message limits as the server's, keepalive, quick
// reconnects.
grpc::ChannelArguments PeerChannelArguments();

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_PEER_CHANNELS_H_
