#include "services/platform/rpc_log.h"

#include <chrono>
#include <cstdint>
#include <random>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/platform/rpc_call.h"

namespace nianbao::platform {
namespace {

using grpc::experimental::InterceptionHookPoints;
using grpc::experimental::InterceptorBatchMethods;

// A longer id of a caller's is replaced.
constexpr std::size_t kLongestId = 128;

std::string NewCorrelationId() {
  thread_local std::mt19937_64 random{std::random_device{}()};
  return absl::StrCat(absl::Hex(random(), absl::kZeroPad16));
}

LogLevel LevelOf(grpc::StatusCode code) {
  switch (code) {
    case grpc::StatusCode::INTERNAL:
    case grpc::StatusCode::UNKNOWN:
    case grpc::StatusCode::DATA_LOSS:
      return LogLevel::kError;
    case grpc::StatusCode::UNAVAILABLE:
    case grpc::StatusCode::RESOURCE_EXHAUSTED:
    case grpc::StatusCode::DEADLINE_EXCEEDED:
      return LogLevel::kWarning;
    default:
      return LogLevel::kInfo;
  }
}

class CallLine : public grpc::experimental::Interceptor {
 public:
  CallLine(const Log& log, grpc::experimental::ServerRpcInfo& info)
      : log_(log), info_(info) {}

  void Intercept(InterceptorBatchMethods* methods) override {
    const auto has = [&](InterceptionHookPoints point) {
      return methods->QueryInterceptionHookPoint(point);
    };
    if (has(InterceptionHookPoints::POST_RECV_INITIAL_METADATA)) {
      TakeId(*methods);
    }
    if (has(InterceptionHookPoints::PRE_SEND_INITIAL_METADATA)) {
      methods->GetSendInitialMetadata()->emplace(kCorrelationKey, id_);
    }
    if (has(InterceptionHookPoints::PRE_SEND_STATUS)) {
      methods->GetSendTrailingMetadata()->emplace(kCorrelationKey, id_);
      Write(methods->GetSendStatus());
    }
    methods->Proceed();
  }

 private:
  // Keeps the caller's id, or makes one and puts it where handlers look. The
  // metadata points at `id_`, which lives as long as the call.
  void TakeId(InterceptorBatchMethods& methods) {
    auto* metadata = methods.GetRecvInitialMetadata();
    const auto given = metadata->find(kCorrelationKey);
    if (given != metadata->end() && !given->second.empty() &&
        given->second.size() <= kLongestId) {
      id_.assign(given->second.data(), given->second.size());
      return;
    }
    id_ = NewCorrelationId();
    metadata->erase(kCorrelationKey);
    metadata->emplace(kCorrelationKey, id_);
  }

  void Write(const grpc::Status& status) {
    const bool probe = absl::StartsWith(info_.method(), "/grpc.health.");
    if (probe && status.ok()) return;
    const std::chrono::duration<double, std::milli> took =
        std::chrono::steady_clock::now() - start_;
    std::vector<LogField> fields = {
        {"method", info_.method()},
        {"code", absl::StatusCodeToString(
                     static_cast<absl::StatusCode>(status.error_code()))},
        {"ms",
         static_cast<double>(static_cast<std::int64_t>(took.count() * 1000)) /
             1000},
        {"peer", info_.server_context()->peer()},
        {"correlation_id", id_}};
    if (!status.ok()) fields.emplace_back("error", status.error_message());
    log_.Write(LevelOf(status.error_code()), "call", fields);
  }

  const Log& log_;
  grpc::experimental::ServerRpcInfo& info_;
  const std::chrono::steady_clock::time_point start_ =
      std::chrono::steady_clock::now();
  std::string id_;
};

}  // namespace

grpc::experimental::Interceptor* RpcLog::CreateServerInterceptor(
    grpc::experimental::ServerRpcInfo* info) {
  return new CallLine(log_, *info);  // gRPC owns it
}

}  // namespace nianbao::platform
