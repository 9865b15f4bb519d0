// What only PostgreSQL brings: several users, and connections that are lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <soci/postgresql/soci-postgresql.h>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "services/core/errors.h"
#include "services/platform/store/sql_changes.h"
#include "services/platform/store/sql_sessions.h"
#include "tests/contract/store_backends.h"
#include "tests/testing/postgres_sql.h"

namespace nianbao::testing {
namespace {

using platform::SqlSubmissionStore;
using ::testing::HasSubstr;
using ::testing::Not;

// A server of its own, because it is ended and started again.
class PostgresStoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto server = PostgresServer::Start({"fsync=off"});
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    config_.set_connections(4);
    config_.set_postgres(server_->connection());
    store_ = OpenStore();
    ASSERT_NE(store_, nullptr);
  }

  std::unique_ptr<SqlSubmissionStore> OpenStore() {
    auto store = SqlSubmissionStore::Open(config_, clock_);
    EXPECT_TRUE(store.ok()) << store.status();
    return store.ok() ? *std::move(store) : nullptr;
  }

  absl::Status Add(SqlSubmissionStore& store, const std::string& school,
                   const std::string& request = "") {
    return store.Add(SubmissionOf("2021", school), ContentOf("t"), request)
        .status();
  }

  const FixedClock clock_;
  std::unique_ptr<PostgresServer> server_;
  nianbao::config::v1::Store config_;
  std::unique_ptr<SqlSubmissionStore> store_;
};

TEST_F(PostgresStoreTest, ReplicasThatStartAtOnceMakeTheTablesOnce) {
  ASSERT_TRUE((*PostgresSql::Open(server_->connection()))
                  ->Run("CREATE DATABASE fresh")
                  .ok());
  config_.set_postgres(server_->connection("fresh"));
  std::vector<std::thread> replicas;
  for (int i = 0; i < 4; ++i) {
    replicas.emplace_back([this] {
      const auto store = OpenStore();
      ASSERT_NE(store, nullptr);
      EXPECT_TRUE(Add(*store, "1").ok());
    });
  }
  for (std::thread& replica : replicas) replica.join();
  EXPECT_EQ(OpenStore()->Get("editions/2021/submissions/1")->version(), 4);
}

TEST_F(PostgresStoreTest, CommitOfAnotherReplicaWakesWhoListens) {
  const auto other = OpenStore();
  std::mutex mutex;
  std::condition_variable woken;
  bool seen = false;
  const auto listener = store_->Listen([&] {
    const auto page = store_->Changes({});
    const std::lock_guard lock(mutex);
    seen = seen || (page.ok() && page->newest == 1);
    woken.notify_all();
  });
  ASSERT_TRUE(Add(*other, "1").ok());
  std::unique_lock lock(mutex);
  EXPECT_TRUE(
      woken.wait_for(lock, std::chrono::seconds(30), [&seen] { return seen; }));
}

TEST_F(PostgresStoreTest, ConnectionsThatWereEndedAreMadeAnew) {
  const auto sql = PostgresSql::Open(server_->connection());
  ASSERT_TRUE(sql.ok()) << sql.status();
  for (int i = 1; i <= 3; ++i) {
    ASSERT_TRUE((*sql)
                    ->Run("SELECT pg_terminate_backend(pid) FROM "
                          "pg_stat_activity WHERE pid <> pg_backend_pid() AND "
                          "backend_type = 'client backend'")
                    .ok());
    const absl::Status added = Add(*store_, "1");
    EXPECT_TRUE(added.ok()) << added;
    const auto got = store_->Get("editions/2021/submissions/1");
    ASSERT_TRUE(got.ok()) << got.status();
    EXPECT_EQ(got->version(), i);
  }
}

TEST_F(PostgresStoreTest, OutageIsUnavailableAndEnds) {
  ASSERT_TRUE(Add(*store_, "1", "r").ok());
  server_->Kill();
  for (int i = 0; i < 6; ++i) {
    const absl::Status status = Add(*store_, "1", "r");
    EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
    EXPECT_EQ(core::GetErrorInfo(status).reason, "STORE_FAILED");
    EXPECT_EQ(store_->Changes({}).status().code(),
              absl::StatusCode::kUnavailable);
  }
  ASSERT_TRUE(server_->Restart().ok());
  const auto added =
      store_->Add(SubmissionOf("2021", "1"), ContentOf("t"), "r");
  ASSERT_TRUE(added.ok()) << added.status();
  EXPECT_EQ(added->version(), 1) << "what was acknowledged is still there";
}

TEST_F(PostgresStoreTest, WorkThatLostAgainstAnotherIsDoneAgain) {
  auto sessions = platform::SqlSessions::Open(config_);
  ASSERT_TRUE(sessions.ok()) << sessions.status();
  int calls = 0;
  const absl::Status status = (*sessions)->Write([&](soci::session& sql) {
    platform::TakeRevisions(sql, 1);
    if (++calls < 3) throw soci::postgresql_soci_error("deadlock", "40P01");
    return absl::OkStatus();
  });
  EXPECT_TRUE(status.ok()) << status;
  EXPECT_EQ(calls, 3);
  EXPECT_EQ(store_->Changes({})->newest, 1) << "what was rolled back is gone";
}

TEST_F(PostgresStoreTest, ServerThatIsNotThereIsNamedWithoutThePassword) {
  server_->Kill();
  config_.set_postgres(server_->connection() + " password=secret");
  const absl::Status status =
      SqlSubmissionStore::Open(config_, clock_).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(status.message()), HasSubstr("dbname=postgres"));
  EXPECT_THAT(std::string(status.message()), HasSubstr("store.postgres"));
  EXPECT_THAT(std::string(status.message()), Not(HasSubstr("secret")));
}

TEST_F(PostgresStoreTest, ZeroByteInATextIsTheCallersMistake) {
  auto submission = SubmissionOf("2021", "1");
  submission.set_school_title(std::string("a\0b", 3));
  EXPECT_EQ(store_->Add(submission, {}, "").status().code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_TRUE(Add(*store_, "1").ok());
}

}  // namespace
}  // namespace nianbao::testing
