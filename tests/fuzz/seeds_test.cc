// Runs all seeds of the fuzzers, and with them every input that once broke
// something, through the targets.
#include <gtest/gtest.h>

#include <ctime>
#include <filesystem>
#include <map>
#include <string>

#include "tests/fuzz/fuzz_targets.h"
#include "tests/testing/golden.h"

namespace nianbao::fuzz {
namespace {

namespace fs = std::filesystem;

// What a hostile file may cost.
constexpr double kMostSeconds = 2;

double CpuSeconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

class Seeds : public ::testing::TestWithParam<FuzzTarget> {};

TEST_P(Seeds, KeepAllPromisesWithinTwoSeconds) {
  const FuzzTarget& target = GetParam();
  target.run("");  // what is made once is not the first seed's cost
  int count = 0;
  for (const auto& file : fs::directory_iterator(fs::path("tests/fuzz/seeds") /
                                                 std::string(target.name))) {
    const std::string name = file.path().filename().string();
    SCOPED_TRACE(name);
    const std::string bytes = testing::ReadTestFile(file.path().string());
    ASSERT_FALSE(bytes.empty());
    const double before = CpuSeconds();
    target.run(bytes);
    EXPECT_LT(CpuSeconds() - before, kMostSeconds);
    ++count;
  }
  EXPECT_GT(count, 0);
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Seeds, ::testing::ValuesIn(FuzzTargets()),
                         [](const auto& test) {
                           return std::string(test.param.name);
                         });

TEST(Seeds, BelongToTargets) {
  std::map<std::string, int> folders;
  for (const auto& folder : fs::directory_iterator("tests/fuzz/seeds")) {
    ++folders[folder.path().filename().string()];
  }
  for (const FuzzTarget& target : FuzzTargets()) {
    folders.erase(std::string(target.name));
  }
  EXPECT_TRUE(folders.empty()) << folders.begin()->first;
}

}  // namespace
}  // namespace nianbao::fuzz
