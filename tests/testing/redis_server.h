// A real Redis for tests.
#ifndef NIANBAO_TESTS_TESTING_REDIS_SERVER_H_
#define NIANBAO_TESTS_TESTING_REDIS_SERVER_H_

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "tests/testing/certificates.h"

namespace nianbao::testing {

// Runs redis-server on a spare port of the loopback address with a temporary
// folder of its own, and ends it with the object.
class RedisServer {
 public:
  struct Options {
    // Certificates for a port that takes only TLS; null for a plain port.
    const Certificates* certificates = nullptr;
    // More arguments of redis-server.
    std::vector<std::string> arguments;
  };

  // Starts a server and waits until it takes connections. NotFound where
  // redis-server is not installed.
  static absl::StatusOr<std::unique_ptr<RedisServer>> Start(
      const Options& options);
  static absl::StatusOr<std::unique_ptr<RedisServer>> Start() {
    return Start(Options());
  }

  ~RedisServer();
  RedisServer(const RedisServer&) = delete;
  RedisServer& operator=(const RedisServer&) = delete;

  // Address such as "127.0.0.1:40123"; the same after a restart.
  std::string address() const;

  // Ends the process at once, as a crash does; all values are lost.
  void Stop();

  // Starts it again on the same port.
  absl::Status Restart();

  // Makes it stop answering while its connections stay open, and answer again.
  void Freeze();
  void Thaw();

  // Its process.
  pid_t process() const { return process_; }

 private:
  RedisServer(const Options& options, std::string folder, int port);

  std::vector<std::string> Command() const;
  absl::Status Launch();
  absl::Status AwaitReady();

  const Options options_;
  const std::string folder_;
  const int port_;
  pid_t process_ = 0;
  int output_ = -1;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_REDIS_SERVER_H_
