#include "services/platform/rpc_call.h"

#include <exception>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

// Ports have no argument for it, and calls to peers need it: deadline,
// cancellation and correlation id follow the call.
thread_local const grpc::CallbackServerContext* current = nullptr;

class AsCurrent {
 public:
  explicit AsCurrent(const grpc::CallbackServerContext& context)
      : before_(current) {
    current = &context;
  }
  ~AsCurrent() { current = before_; }
  AsCurrent(const AsCurrent&) = delete;
  AsCurrent& operator=(const AsCurrent&) = delete;

 private:
  const grpc::CallbackServerContext* const before_;
};

absl::Status Unexpected(const std::string& what) {
  return core::MakeError(
      absl::StatusCode::kInternal,
      absl::StrCat("unexpected error: ", what,
                   "; please report it with the correlation id"),
      {.reason = "UNEXPECTED",
       .metadata = {{"what", what}, {"zh", "服务器内部错误，请报告。"}}});
}

}  // namespace

absl::Status DoCall(const grpc::CallbackServerContext& context,
                    const std::function<absl::Status()>& work) {
  if (context.IsCancelled()) {
    return absl::CancelledError("the caller is gone");
  }
  const AsCurrent as_current(context);
  try {
    return work();
  } catch (const std::exception& error) {
    return Unexpected(error.what());
  } catch (...) {
    return Unexpected("no description");
  }
}

const grpc::CallbackServerContext* CurrentCall() { return current; }

std::string CorrelationIdOf(const grpc::ServerContextBase& context) {
  const auto& metadata = context.client_metadata();
  const auto found = metadata.find(kCorrelationKey);
  if (found == metadata.end()) return "";
  return std::string(found->second.data(), found->second.size());
}

}  // namespace nianbao::platform
