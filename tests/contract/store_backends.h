// The two back ends of the store, really started, for tests of both.
#ifndef NIANBAO_TESTS_CONTRACT_STORE_BACKENDS_H_
#define NIANBAO_TESTS_CONTRACT_STORE_BACKENDS_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "nianbao/config/v1/config.pb.h"
#include "services/platform/store/sql_submission_store.h"
#include "tests/testing/postgres_server.h"
#include "tests/testing/scratch_folder.h"

namespace nianbao::testing {

enum class Backend { kMemory, kFile, kPostgres };

// The name of a parameter for test names.
std::string BackendName(const ::testing::TestParamInfo<Backend>& info);

// The PostgreSQL that all tests of this program share; started at the first
// call, ended with the program. A failed test where it can't be started.
PostgresServer* SharedPostgres();

// A new, empty store. In PostgreSQL a database of its own whose texts are in
// another order than that of their bytes.
class EmptyStore {
 public:
  explicit EmptyStore(Backend backend);

  const nianbao::config::v1::Store& config() const { return config_; }

 private:
  ScratchFolder folder_;
  nianbao::config::v1::Store config_;
};

class FixedClock : public core::Clock {
 public:
  absl::Time Now() const override {
    return absl::FromUnixMicros(1'640'000'000'123'456);
  }
};

// A submission and its content, told apart by `text`.
nianbao::intake::v1::Submission SubmissionOf(const std::string& edition,
                                             const std::string& school);
core::SubmissionContent ContentOf(const std::string& text);

// A new store for each test.
class SubmissionStoreTest : public ::testing::TestWithParam<Backend> {
 protected:
  void SetUp() override { Open(); }

  void Open() {
    store_ = nullptr;
    auto opened = platform::SqlSubmissionStore::Open(empty_.config(), clock_);
    ASSERT_TRUE(opened.ok()) << opened.status();
    store_ = *std::move(opened);
  }

  nianbao::intake::v1::Submission Add(const std::string& edition,
                                      const std::string& school,
                                      const std::string& text = "t",
                                      const std::string& request = "") {
    const auto added =
        store_->Add(SubmissionOf(edition, school), ContentOf(text), request);
    EXPECT_TRUE(added.ok()) << added.status();
    return added.ok() ? *added : nianbao::intake::v1::Submission();
  }

  std::vector<std::string> Names(const std::string& edition) {
    std::vector<std::string> names;
    std::string token;
    do {
      const auto page = store_->List(edition, 2, token);
      EXPECT_TRUE(page.ok()) << page.status();
      for (const auto& s : page->submissions) names.push_back(s.name());
      token = page->next_page_token;
    } while (!token.empty());
    return names;
  }

  const FixedClock clock_;
  const EmptyStore empty_{GetParam()};
  std::unique_ptr<platform::SqlSubmissionStore> store_;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_CONTRACT_STORE_BACKENDS_H_
