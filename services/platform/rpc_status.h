// absl::Status over the wire, with google.rpc details.
#ifndef NIANBAO_SERVICES_PLATFORM_RPC_STATUS_H_
#define NIANBAO_SERVICES_PLATFORM_RPC_STATUS_H_

#include "absl/status/status.h"
#include "grpcpp/support/status.h"

namespace nianbao::platform {

// The status with a google.rpc.Status as details: ErrorInfo (reason, domain
// "nianbao", metadata), LocalizedMessage in Chinese where the metadata has
// "zh", and BadRequest where it has "field". Headers over 8 KiB are refused by
// many clients, so very long messages and metadata are cut.
grpc::Status ToGrpcStatus(const absl::Status& status);

// The way back: the same code, message and core::ErrorInfo. A status without
// details, such as one that gRPC itself made, has an empty ErrorInfo.
absl::Status FromGrpcStatus(const grpc::Status& status);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_RPC_STATUS_H_
