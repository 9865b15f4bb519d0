// Reading and writing of streams in reactors of gRPC's callback API.
#ifndef NIANBAO_SERVICES_PLATFORM_RPC_STREAMS_H_
#define NIANBAO_SERVICES_PLATFORM_RPC_STREAMS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "grpcpp/server_context.h"
#include "services/core/errors.h"
#include "services/core/ports/executor.h"
#include "services/platform/rpc_budget.h"
#include "services/platform/rpc_call.h"
#include "services/platform/rpc_status.h"

namespace nianbao::platform {

// A call and what it may use; all outlives the call.
struct RpcScope {
  grpc::CallbackServerContext& context;
  core::Executor& executor;
  // Bytes of a request stream at most.
  std::int64_t max_bytes = 0;
};

// Makes the messages of an answer.
template <class Response>
using MakeStream = std::function<absl::StatusOr<std::vector<Response>>()>;

// Writes the messages of an answer one after another, then finishes. Base is
// a reactor with StartWrite and Finish.
template <class Base, class Response>
class StreamWriter : public Base {
 protected:
  explicit StreamWriter(const RpcScope& scope) : scope_(scope) {}

  const RpcScope& scope() const { return scope_; }

  // Has `make` done on the executor and writes what it makes.
  void StartAnswer(MakeStream<Response> make) {
    const absl::Status taken = scope_.executor.Submit(
        [this, make = std::move(make)] { Answer(make); });
    if (!taken.ok()) this->Finish(ToGrpcStatus(taken));
  }

 private:
  void Answer(const MakeStream<Response>& make) {
    const absl::Status status = DoCall(scope_.context, [&]() -> absl::Status {
      NIANBAO_ASSIGN_OR_RETURN(messages_, make());
      return absl::OkStatus();
    });
    if (!status.ok()) return this->Finish(ToGrpcStatus(status));
    WriteNext();
  }

  void OnWriteDone(bool ok) final {
    if (!ok) return this->Finish(grpc::Status::CANCELLED);
    messages_[written_++] = Response();  // written: its memory can go
    WriteNext();
  }

  void WriteNext() {
    if (scope_.context.IsCancelled()) {
      return this->Finish(grpc::Status::CANCELLED);
    }
    if (written_ == messages_.size()) return this->Finish(grpc::Status::OK);
    this->StartWrite(&messages_[written_]);
  }

  void OnDone() final { delete this; }

  const RpcScope scope_;
  std::vector<Response> messages_;
  std::size_t written_ = 0;
};

// Makes the one message of an answer on the executor. Base is a reactor with
// Finish.
template <class Base, class Response>
class SingleWriter : public Base {
 protected:
  SingleWriter(const RpcScope& scope, Response& response)
      : scope_(scope), response_(response) {}

  const RpcScope& scope() const { return scope_; }

  void StartAnswer(std::function<absl::StatusOr<Response>()> make) {
    const absl::Status taken = scope_.executor.Submit(
        [this, make = std::move(make)] { Answer(make); });
    if (!taken.ok()) this->Finish(ToGrpcStatus(taken));
  }

 private:
  void Answer(const std::function<absl::StatusOr<Response>()>& make) {
    const absl::Status status = DoCall(scope_.context, [&]() -> absl::Status {
      NIANBAO_ASSIGN_OR_RETURN(response_, make());
      return absl::OkStatus();
    });
    this->Finish(ToGrpcStatus(status));
  }

  void OnDone() final { delete this; }

  const RpcScope scope_;
  Response& response_;
};

// Takes in the messages of a stream. Base is a writer above over a reactor
// with StartRead; Collecting has absl::Status Take(Request&), which runs on a
// thread of gRPC, must not wait, and may empty the message.
template <class Base, class Request, class Collecting, class Made>
class StreamReader final : public Base {
 public:
  using Make = std::function<absl::StatusOr<Made>(Collecting&)>;

  template <class... Rest>
  StreamReader(std::unique_ptr<Collecting> collecting, Make make,
               const RpcScope& scope, Rest&... rest)
      : Base(scope, rest...),
        budget_(scope.max_bytes),
        collecting_(std::move(collecting)),
        make_(std::move(make)) {
    this->StartRead(&message_);
  }

 private:
  void OnReadDone(bool ok) override {
    // The end of the stream, or of the caller: DoCall tells them apart.
    if (!ok) return this->StartAnswer([this] { return make_(*collecting_); });
    const absl::Status status = DoCall(this->scope().context, [this] {
      const absl::Status spent = budget_.Spend(message_.ByteSizeLong());
      return spent.ok() ? collecting_->Take(message_) : spent;
    });
    if (!status.ok()) return this->Finish(ToGrpcStatus(status));
    message_.Clear();
    this->StartRead(&message_);
  }

  RpcBudget budget_;
  const std::unique_ptr<Collecting> collecting_;
  const Make make_;
  Request message_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_RPC_STREAMS_H_
