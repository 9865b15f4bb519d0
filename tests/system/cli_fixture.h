// What tests of the command line share.
#ifndef NIANBAO_TESTS_SYSTEM_CLI_FIXTURE_H_
#define NIANBAO_TESTS_SYSTEM_CLI_FIXTURE_H_

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/system/cluster.h"
#include "tests/testing/command.h"
#include "tests/testing/golden.h"
#include "tests/testing/scratch_folder.h"
#include "tests/testing/server_process.h"

namespace nianbao::testing {

inline std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// A test with a folder of its own.
class CliTest : public ::testing::Test {
 protected:
  // Makes a file of those bytes and gives its path.
  std::string Made(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_.Path(name), std::ios::binary) << bytes;
    return folder_.Path(name);
  }

  ScratchFolder folder_;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_SYSTEM_CLI_FIXTURE_H_
