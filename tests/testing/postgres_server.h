// A real PostgreSQL for tests.
#ifndef NIANBAO_TESTS_TESTING_POSTGRES_SERVER_H_
#define NIANBAO_TESTS_TESTING_POSTGRES_SERVER_H_

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace nianbao::testing {

// Runs a server of its own in a temporary folder, reached by a socket in that
// folder only, and ends it with the object. PostgreSQL refuses to run as root;
// there it runs as the user "postgres". For the thread that started it, which
// must live longer: the server ends with it.
class PostgresServer {
 public:
  // Starts a server with settings such as "fsync=off" besides the defaults, and
  // waits until it takes connections. NotFound where PostgreSQL is not
  // installed.
  static absl::StatusOr<std::unique_ptr<PostgresServer>> Start(
      const std::vector<std::string>& settings = {});

  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  // How libpq reaches `database`, such as "host=/tmp/x user=postgres
  // dbname=postgres"; the same after a restart.
  std::string connection(const std::string& database = "postgres") const;

  // Ends all its processes at once, as a crash of the machine does; what was
  // committed is on disk.
  void Kill();

  // Kills it where it runs, and starts it again on the same data.
  absl::Status Restart();

  // Kills the process behind one of the connections, if there are any; the
  // server then ends all others, recovers and goes on. Whether there was one.
  bool KillBackend();

 private:
  PostgresServer(std::string folder, std::string programs,
                 std::vector<std::string> settings);

  absl::Status InitData();
  absl::Status Launch();
  absl::Status AwaitReady();
  std::string Log() const;

  const std::string folder_;
  const std::string programs_;
  const std::vector<std::string> settings_;
  pid_t process_ = 0;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_POSTGRES_SERVER_H_
