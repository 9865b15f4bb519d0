// A server program of the build, run as a process of its own.
#ifndef NIANBAO_TESTS_TESTING_SERVER_PROCESS_H_
#define NIANBAO_TESTS_TESTING_SERVER_PROCESS_H_

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace nianbao::testing {

// Runs a program of the folder that NIANBAO_BIN names on a spare loopback
// port, and ends it with the object. For one thread.
class ServerProcess {
 public:
  // Starts `program` with `flags` and waits until its log says that it
  // listens. Unavailable with what it printed where it ends instead.
  static absl::StatusOr<std::unique_ptr<ServerProcess>> Start(
      const std::string& program, const std::vector<std::string>& flags);

  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  // Where it listens, such as "127.0.0.1:40123".
  std::string address() const;

  // Everything that it has printed so far.
  std::string Output();

  // Waits until the output has `words`; whether they came in time.
  bool AwaitOutput(const std::string& words);

  // Asks it to end as Kubernetes does (SIGTERM); the exit code, or -1 where it
  // was ended by a signal.
  int Terminate();

 private:
  ServerProcess(pid_t process, int output);

  // Reads what there is, waiting at most `wait_ms` for it; false at the end.
  bool ReadMore(int wait_ms);

  pid_t process_;
  int output_;
  int port_ = 0;
  std::string text_;
};

// The path of a program of the build: NIANBAO_BIN/`name`.
std::string ProgramPath(const std::string& name);

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_SERVER_PROCESS_H_
