// Asking a server for its health.
#ifndef NIANBAO_SERVICES_PLATFORM_HEALTH_PROBE_H_
#define NIANBAO_SERVICES_PLATFORM_HEALTH_PROBE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "grpcpp/channel.h"

namespace nianbao::platform {

// Whether `name` is serving, by grpc.health.v1; the server as a whole where it
// is empty. NotFound where the server does not know the name, Unavailable
// where it can't be reached within five seconds.
absl::StatusOr<bool> ProbeHealth(const std::shared_ptr<grpc::Channel>& channel,
                                 const std::string& name);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_HEALTH_PROBE_H_
