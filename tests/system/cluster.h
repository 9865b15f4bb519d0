// The two shapes of the system, each over real processes.
#ifndef NIANBAO_TESTS_SYSTEM_CLUSTER_H_
#define NIANBAO_TESTS_SYSTEM_CLUSTER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tests/testing/command.h"
#include "tests/testing/scratch_folder.h"
#include "tests/testing/server_process.h"

namespace nianbao::testing {

// Four servers, one for each service, that find each other on loopback. For
// one thread.
class FourServices {
 public:
  // Starts them with their own store; `flags` go to all of them.
  static absl::StatusOr<std::unique_ptr<FourServices>> Start(
      const std::vector<std::string>& flags = {});

  ServerProcess& intake() { return *intake_; }
  ServerProcess& validation() { return *validation_; }
  ServerProcess& metrics() { return *metrics_; }
  ServerProcess& report() { return *report_; }

  // Flags by which the command line finds the four.
  std::vector<std::string> ClientFlags() const;

 private:
  ScratchFolder folder_;
  std::unique_ptr<ServerProcess> intake_;
  std::unique_ptr<ServerProcess> validation_;
  std::unique_ptr<ServerProcess> metrics_;
  std::unique_ptr<ServerProcess> report_;
};

// Runs `nianbao` with `arguments`.
CommandResult Nianbao(std::vector<std::string> arguments,
                      const std::vector<std::string>& more = {});

// Hands the sample in at the intake of `address` for `school`, whose region is
// `region`; a failed test where it is refused.
void SubmitSample(const std::string& address, const std::string& school,
                  const std::string& region);

inline constexpr char kSample[] = "samples/linjiang-2021.txt";

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_SYSTEM_CLUSTER_H_
