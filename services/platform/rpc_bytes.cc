#include "services/platform/rpc_bytes.h"

#include <array>
#include <utility>

#include "grpcpp/support/slice.h"
#include "services/platform/rpc_call.h"
#include "services/platform/rpc_status.h"

namespace nianbao::platform {
namespace {

using Shared = std::shared_ptr<const std::string>;

void Release(void* shared) { delete static_cast<Shared*>(shared); }

// A slice of these very bytes, which holds them.
grpc::Slice SliceOf(Shared shared) {
  // gRPC does not change what it sends, it only has no word for it.
  auto* bytes = const_cast<char*>(shared->data());
  const std::size_t size = shared->size();
  return {bytes, size, Release, new Shared(std::move(shared))};
}

}  // namespace

std::string BytesOf(const grpc::ByteBuffer& buffer) {
  grpc::Slice slice;
  if (!buffer.TrySingleSlice(&slice).ok() &&
      !buffer.DumpToSingleSlice(&slice).ok()) {
    return "";
  }
  return {reinterpret_cast<const char*>(slice.begin()), slice.size()};
}

void BytesCall::Give(Shared shared, const std::string& rest) const {
  const std::array<grpc::Slice, 2> slices = {SliceOf(std::move(shared)),
                                             grpc::Slice(rest)};
  grpc::ByteBuffer(slices.data(), slices.size()).Swap(response_);
  reactor_->Finish(grpc::Status::OK);
}

void BytesCall::Fail(const absl::Status& status) const {
  reactor_->Finish(ToGrpcStatus(status));
}

void BytesCall::Make(std::function<absl::StatusOr<std::string>()> make) const {
  const absl::Status taken =
      scope_.executor.Submit([call = *this, make = std::move(make)] {
        const absl::Status status =
            DoCall(call.scope_.context, [&]() -> absl::Status {
              NIANBAO_ASSIGN_OR_RETURN(const std::string bytes, make());
              const grpc::Slice slice(bytes);
              grpc::ByteBuffer(&slice, 1).Swap(call.response_);
              return absl::OkStatus();
            });
        call.reactor_->Finish(ToGrpcStatus(status));
      });
  if (!taken.ok()) Fail(taken);
}

}  // namespace nianbao::platform
