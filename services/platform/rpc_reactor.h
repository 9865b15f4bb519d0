// The four shapes of a call: each takes its request, works on an executor's
// thread and answers; gRPC's own threads never wait. Work is skipped where the
// caller is gone. Every function returns the reactor that a handler of the
// callback API must return; it lives until the call is over.
#ifndef NIANBAO_SERVICES_PLATFORM_RPC_REACTOR_H_
#define NIANBAO_SERVICES_PLATFORM_RPC_REACTOR_H_

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "grpcpp/support/server_callback.h"
#include "services/platform/rpc_streams.h"

namespace nianbao::platform {

// Answers one request once with what `make` makes.
template <class Response>
grpc::ServerUnaryReactor* AnswerOne(
    const RpcScope& scope, Response* response,
    std::function<absl::StatusOr<Response>()> make) {
  class Call final : public SingleWriter<grpc::ServerUnaryReactor, Response> {
   public:
    Call(const RpcScope& of, Response& into,
         std::function<absl::StatusOr<Response>()> with)
        : SingleWriter<grpc::ServerUnaryReactor, Response>(of, into) {
      this->StartAnswer(std::move(with));
    }
  };
  return new Call(scope, *response, std::move(make));
}

// Answers one request with a stream.
template <class Response>
grpc::ServerWriteReactor<Response>* AnswerStream(const RpcScope& scope,
                                                 MakeStream<Response> make) {
  using Base = StreamWriter<grpc::ServerWriteReactor<Response>, Response>;
  class Call final : public Base {
   public:
    Call(const RpcScope& of, MakeStream<Response> with) : Base(of) {
      this->StartAnswer(std::move(with));
    }
  };
  return new Call(scope, std::move(make));
}

// Takes a stream in until its end and answers it once: `make` gets what has
// collected the messages. ResourceExhausted where they are together larger
// than `scope.max_bytes`.
template <class Request, class Response, class Collecting>
grpc::ServerReadReactor<Request>* Collect(
    const RpcScope& scope, Response* response,
    std::unique_ptr<Collecting> collecting,
    std::function<absl::StatusOr<Response>(Collecting&)> make) {
  using Base = SingleWriter<grpc::ServerReadReactor<Request>, Response>;
  return new StreamReader<Base, Request, Collecting, Response>(
      std::move(collecting), std::move(make), scope, *response);
}

// Takes a stream in until its end and answers it with a stream; as Collect
// otherwise.
template <class Request, class Response, class Collecting>
grpc::ServerBidiReactor<Request, Response>* Exchange(
    const RpcScope& scope, std::unique_ptr<Collecting> collecting,
    std::function<absl::StatusOr<std::vector<Response>>(Collecting&)> make) {
  using Base =
      StreamWriter<grpc::ServerBidiReactor<Request, Response>, Response>;
  return new StreamReader<Base, Request, Collecting, std::vector<Response>>(
      std::move(collecting), std::move(make), scope);
}

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_RPC_REACTOR_H_
