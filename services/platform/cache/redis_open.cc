#include "services/platform/cache/redis_open.h"

#include <fstream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/platform/cache/redis_errors.h"
#include "services/platform/cache/redis_protocol.h"
#include "services/platform/cache/tcp_stream.h"

namespace nianbao::platform {
namespace {

// The share of a request's time that a server which owes answers may be silent:
// less than all of it, so that it is over when the first request gives up.
constexpr double kPatience = 0.9;

absl::StatusOr<std::unique_ptr<ByteStream>> OpenStream(
    const RedisAddress& address, const RedisConnectionOptions& options) {
  if (options.tls.has_value()) return TlsStream::Open(address, *options.tls);
  return TcpStream::Open(address);
}

// What is said first; null where nothing is.
absl::StatusOr<std::unique_ptr<RedisRequest>> MakeGreeting(
    const RedisConnectionOptions& options) {
  std::unique_ptr<RedisRequest> greeting;
  if (options.password_file.empty()) return greeting;
  std::ifstream file(options.password_file);
  std::string password;
  if (!std::getline(file, password)) {
    return RedisGone(options.address,
                     absl::StrCat("can't read the password from \"",
                                  options.password_file, "\""));
  }
  greeting = std::make_unique<RedisRequest>();
  greeting->greeting = true;
  if (options.username.empty()) {
    AppendCommand({"AUTH", password}, greeting->bytes);
  } else {
    AppendCommand({"AUTH", options.username, password}, greeting->bytes);
  }
  return greeting;
}

}  // namespace

absl::StatusOr<std::unique_ptr<RedisLink>> OpenRedisLink(
    const RedisAddress& address, const RedisConnectionOptions& options) {
  auto stream = OpenStream(address, options);
  if (!stream.ok()) {
    return RedisGone(options.address, std::string(stream.status().message()));
  }
  NIANBAO_ASSIGN_OR_RETURN(auto greeting, MakeGreeting(options));
  auto link = std::make_unique<RedisLink>(
      *std::move(stream), options.address,
      absl::ToChronoNanoseconds(kPatience * options.timeout));
  if (greeting != nullptr) link->Add(std::move(greeting));
  return link;
}

}  // namespace nianbao::platform
