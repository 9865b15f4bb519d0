#include "services/platform/programs/limited_programs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cerrno>
#include <thread>
#include <vector>

#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

using Limit = core::ProgramOutcome::Limit;
using ::testing::HasSubstr;

core::ProgramOrder Shell(const std::string& script) {
  core::ProgramOrder order;
  order.program = "sh";
  order.package = "dash";
  order.arguments = {"-c", script};
  order.cpu_seconds = 1;
  order.deadline_seconds = 30;
  order.memory_bytes = std::int64_t{64} << 20;
  order.output_bytes = 1 << 20;
  return order;
}

core::ProgramOutcome Ran(const core::ProgramOrder& order) {
  const auto outcome = LimitedPrograms().Run(order);
  EXPECT_TRUE(outcome.ok()) << outcome.status();
  return outcome.value_or(core::ProgramOutcome());
}

TEST(LimitedPrograms, GivesInputAndTakesOutputComplaintsAndExitCode) {
  auto order = Shell("cat /dev/stdin; echo oh >&2; exit 7");
  const std::string input(300'000, 'x');
  order.input = input;
  const auto outcome = Ran(order);
  EXPECT_EQ(outcome.output, input);
  EXPECT_EQ(outcome.complaints, "oh\n");
  EXPECT_EQ(outcome.exit_code, 7);
  EXPECT_EQ(outcome.limit, Limit::kNone);
}

TEST(LimitedPrograms, InputCanBeSoughtIn) {
  auto order = Shell("tail -c 3 /dev/stdin");
  order.input = "abcdef";
  EXPECT_EQ(Ran(order).output, "def");
}

TEST(LimitedPrograms, MissingProgramNamesItsPackage) {
  auto order = Shell("");
  order.program = "no-such-program";
  order.package = "no-such-package";
  const auto outcome = LimitedPrograms().Run(order);
  EXPECT_EQ(outcome.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(core::GetErrorInfo(outcome.status()).reason, "PROGRAM_MISSING");
  EXPECT_THAT(std::string(outcome.status().message()),
              HasSubstr("install the package no-such-package"));
}

TEST(LimitedPrograms, ProgramThatWaitsForEverIsEndedAtItsDeadline) {
  auto order = Shell("exec sleep 1000");
  order.deadline_seconds = 1;
  EXPECT_EQ(Ran(order).limit, Limit::kTime);
}

TEST(LimitedPrograms, ClosedOutputDoesNotHideTheDeadline) {
  auto order = Shell("exec sleep 1000 >&- 2>&-");
  order.deadline_seconds = 1;
  EXPECT_EQ(Ran(order).limit, Limit::kTime);
}

TEST(LimitedPrograms, ProgramThatTurnsForEverRunsOutOfProcessorTime) {
  EXPECT_EQ(Ran(Shell("while :; do :; done")).limit, Limit::kTime);
}

TEST(LimitedPrograms, ProgramThatPrintsTooMuchIsEnded) {
  const auto outcome = Ran(Shell("while :; do echo 0123456789; done"));
  EXPECT_EQ(outcome.limit, Limit::kOutput);
  EXPECT_EQ(outcome.output.size(), std::size_t{1} << 20);
}

TEST(LimitedPrograms, LongComplaintsStopNobody) {
  const auto outcome = Ran(Shell("head -c 200000 /dev/zero >&2; echo done"));
  EXPECT_EQ(outcome.output, "done\n");
  EXPECT_EQ(outcome.complaints.size(), std::size_t{16} << 10);
}

TEST(LimitedPrograms, ProgramSeesNoneOfOurEnvironmentAndFiles) {
  EXPECT_EQ(Ran(Shell("echo $HOME; ls /proc/self/fd | wc -w")).output,
            "\n4\n");  // the fourth is the folder that ls reads
}

TEST(LimitedPrograms, FilesCantBeWritten) {
  EXPECT_NE(Ran(Shell("echo x > /tmp/nianbao-limited-test")).exit_code, 0);
  EXPECT_EQ(Ran(Shell("rm -f /tmp/nianbao-limited-test")).exit_code, 0);
}

TEST(LimitedPrograms, ManyThreadsRunProgramsAndNoneIsLeftBehind) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([i] {
      for (int k = 0; k < 5; ++k) {
        const std::string word = std::to_string(i) + "." + std::to_string(k);
        EXPECT_EQ(Ran(Shell("echo " + word)).output, word + "\n");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

}  // namespace
}  // namespace nianbao::platform
