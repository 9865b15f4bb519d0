#include "tests/system/cluster.h"

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "services/core/errors.h"

namespace nianbao::testing {

absl::StatusOr<std::unique_ptr<FourServices>> FourServices::Start(
    const std::vector<std::string>& flags) {
  auto four = std::make_unique<FourServices>();
  const auto with = [&flags](std::vector<std::string> own) {
    own.insert(own.end(), flags.begin(), flags.end());
    return own;
  };
  NIANBAO_ASSIGN_OR_RETURN(
      four->intake_,
      ServerProcess::Start(
          "nianbao-intake",
          with({absl::StrCat("--store.path=", four->folder_.Path("store"))})));
  const std::string intake =
      absl::StrCat("--peers.intake=", four->intake_->address());
  NIANBAO_ASSIGN_OR_RETURN(
      four->validation_,
      ServerProcess::Start("nianbao-validation", with({intake})));
  NIANBAO_ASSIGN_OR_RETURN(
      four->metrics_, ServerProcess::Start("nianbao-metrics", with({intake})));
  NIANBAO_ASSIGN_OR_RETURN(
      four->report_,
      ServerProcess::Start(
          "nianbao-report",
          with({intake,
                absl::StrCat("--peers.validation=",
                             four->validation_->address()),
                absl::StrCat("--peers.metrics=", four->metrics_->address())})));
  return four;
}

std::vector<std::string> FourServices::ClientFlags() const {
  return {
      "--intake",  intake_->address(),  "--validation", validation_->address(),
      "--metrics", metrics_->address(), "--report",     report_->address()};
}

CommandResult Nianbao(std::vector<std::string> arguments,
                      const std::vector<std::string>& more) {
  arguments.insert(arguments.begin(), ProgramPath("nianbao"));
  arguments.insert(arguments.end(), more.begin(), more.end());
  return RunCommand(arguments);
}

void SubmitSample(const std::string& address, const std::string& school,
                  const std::string& region) {
  const CommandResult result =
      Nianbao({"submit", kSample, "--school", school, "--region", region,
               "--edition", "2021", "--server", address});
  EXPECT_EQ(result.exit_code, 0) << result.err;
}

}  // namespace nianbao::testing
