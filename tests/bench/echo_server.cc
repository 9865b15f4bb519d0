// A bare gRPC server of the callback API, to measure a service beside. Prints
// its port and serves until its input ends.
//
// usage: echo_server ANSWER_BYTES
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "echo.grpc.pb.h"
#include "grpcpp/security/server_credentials.h"
#include "grpcpp/server.h"
#include "grpcpp/server_builder.h"

namespace {

using nianbao::bench::EchoRequest;
using nianbao::bench::EchoResponse;

class EchoService final : public nianbao::bench::Echo::CallbackService {
 public:
  explicit EchoService(std::size_t bytes) : payload_(bytes, 'e') {}

  grpc::ServerUnaryReactor* Echo(grpc::CallbackServerContext* context,
                                 const EchoRequest*,
                                 EchoResponse* response) override {
    response->set_payload(payload_);
    auto* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

 private:
  const std::string payload_;
};

}  // namespace

int main(int argc, char** argv) {
  EchoService service(argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 0);
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(),
                           &port);
  builder.RegisterService(&service);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server == nullptr) return 1;
  std::printf("%d\n", port);
  std::fflush(stdout);
  while (std::getchar() != EOF) {
  }
  return 0;
}
