// The server program as a process: start, signals, exit codes.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "services/platform/health_probe.h"

namespace nianbao::allinone {
namespace {

using testing::HasSubstr;

class ProgramTest : public testing::Test {
 protected:
  void SetUp() override {
    const char* programs = std::getenv("NIANBAO_BIN");
    if (programs == nullptr) GTEST_SKIP() << "skipped: run by ctest";
    program_ = std::string(programs) + "/nianbao-allinone";
    std::string folder = testing::TempDir() + "/program_XXXXXX";
    ASSERT_NE(mkdtemp(folder.data()), nullptr);
    folder_ = folder;
  }
  void TearDown() override {
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
  }

  // Starts the program with what it says going to a pipe.
  void Start(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(),
                     {program_, "--store.path=" + folder_ + "/s.sqlite3"});
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    int ends[2];
    ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
    process_ = fork();
    ASSERT_GE(process_, 0);
    if (process_ == 0) {
      dup2(ends[1], STDERR_FILENO);
      execv(argv[0], argv.data());
      _exit(127);
    }
    close(ends[1]);
    said_ = fdopen(ends[0], "r");
  }

  // Reads on until a line has `text`; what was said before where none has.
  std::string SaidUntil(const std::string& text) {
    std::string all;
    char* line = nullptr;
    std::size_t size = 0;
    while (getline(&line, &size, said_) >= 0) {
      all += line;
      if (all.find(text) != std::string::npos) break;
    }
    free(line);
    return all;
  }

  int Wait() {
    int status = 0;
    waitpid(process_, &status, 0);
    std::fclose(said_);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::string program_;
  std::string folder_;
  pid_t process_ = 0;
  std::FILE* said_ = nullptr;
};

TEST_F(ProgramTest, ServesUntilSigtermAndExitsWithZero) {
  const std::string port_file = folder_ + "/port";
  Start({"--address=127.0.0.1:0", "--port-file=" + port_file});
  EXPECT_THAT(SaidUntil("listening"), HasSubstr("\"port\":"));
  std::string port;
  std::ifstream(port_file) >> port;
  const auto channel = grpc::CreateChannel("127.0.0.1:" + port,
                                           grpc::InsecureChannelCredentials());
  const auto serving = platform::ProbeHealth(channel, "");
  EXPECT_TRUE(serving.ok() && *serving) << serving.status();
  kill(process_, SIGTERM);
  EXPECT_THAT(SaidUntil("stopped"), HasSubstr("SIGTERM"));
  EXPECT_EQ(Wait(), 0);
}

TEST_F(ProgramTest, UnknownFlagExitsWithTwo) {
  Start({"--cahce.redis=x:1"});
  EXPECT_THAT(SaidUntil("\n"), HasSubstr("did you mean --cache.redis?"));
  EXPECT_EQ(Wait(), 2);
}

TEST_F(ProgramTest, BrokenCatalogueRefusesStartWithFileLineAndColumn) {
  std::filesystem::copy("deploy/catalogue", folder_ + "/catalogue",
                        std::filesystem::copy_options::recursive);
  std::ofstream(folder_ + "/catalogue/rules/broken.textproto")
      << "rules {\n  cod: \"x\"\n}\n";
  Start({"--catalogue=" + folder_ + "/catalogue"});
  EXPECT_THAT(SaidUntil("broken"), HasSubstr("rules/broken.textproto:2:"));
  EXPECT_EQ(Wait(), 2);
}

TEST_F(ProgramTest, StoreThatCannotBeOpenedExitsWithOne) {
  Start({"--store.path=" + folder_ + "/none/s.sqlite3"});
  EXPECT_THAT(SaidUntil("store"), HasSubstr("/none/s.sqlite3"));
  EXPECT_EQ(Wait(), 1);
}

}  // namespace
}  // namespace nianbao::allinone
