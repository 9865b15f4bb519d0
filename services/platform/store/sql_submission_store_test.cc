#include "services/platform/store/sql_submission_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "services/platform/store/sql_sessions.h"
#include "services/platform/system_clock.h"
#include "tests/testing/scratch_folder.h"

namespace nianbao::platform {
namespace {

using nianbao::intake::v1::Submission;
using ::testing::HasSubstr;

// The tables as released with versions 1 and 2.
constexpr const char* kVersionTwo[] = {
    "CREATE TABLE migrations (version INTEGER PRIMARY KEY, "
    "apply_time TEXT NOT NULL)",
    "INSERT INTO migrations VALUES (1, '2021-11-21T00:00:00Z')",
    "INSERT INTO migrations VALUES (2, '2021-11-28T00:00:00Z')",
    "CREATE TABLE submissions (revision INTEGER PRIMARY KEY AUTOINCREMENT, "
    "edition TEXT NOT NULL, school TEXT NOT NULL, version INTEGER NOT NULL, "
    "region TEXT NOT NULL, school_title TEXT NOT NULL, "
    "filename TEXT NOT NULL, media_type TEXT NOT NULL, "
    "encoding TEXT NOT NULL, sha256 TEXT NOT NULL, "
    "size_bytes INTEGER NOT NULL, line_count INTEGER NOT NULL, "
    "fact_count INTEGER NOT NULL, create_micros INTEGER NOT NULL, "
    "UNIQUE (edition, school, version))",
    "CREATE TABLE contents (revision INTEGER PRIMARY KEY REFERENCES "
    "submissions (revision), file BLOB, document BLOB, facts BLOB)",
    "CREATE TABLE requests (request_id TEXT PRIMARY KEY, "
    "revision INTEGER NOT NULL REFERENCES submissions (revision))",
    "ALTER TABLE submissions ADD COLUMN school_class TEXT NOT NULL DEFAULT ''",
};

// Two versions of one school; the first has a fact with the label "a".
constexpr const char* kOldRows[] = {
    "INSERT INTO submissions VALUES (1, '2021', '3633000001', 1, '330802', '', "
    "'a.txt', 'text/plain', 'UTF-8', 'ab', 5, 1, 1, 1640000000000000, 'arts')",
    "INSERT INTO contents VALUES (1, x'61', NULL, x'0a031a0161')",
    "INSERT INTO requests VALUES ('r', 1)",
    "INSERT INTO submissions VALUES (2, '2021', '3633000001', 2, '330802', '', "
    "'b.txt', 'text/plain', 'UTF-8', 'ab', 5, 1, 0, 1640000000000000, '')",
    "INSERT INTO contents VALUES (2, NULL, NULL, NULL)",
};

class SqliteStoreTest : public ::testing::Test {
 protected:
  SqliteStoreTest() {
    config_.set_path(folder_.Path("s.sqlite3"));
    config_.set_connections(2);
  }

  absl::Status OpenStatus() {
    return SqlSubmissionStore::Open(config_, clock_).status();
  }

  const SystemClock clock_;
  const nianbao::testing::ScratchFolder folder_;
  nianbao::config::v1::Store config_;
};

TEST_F(SqliteStoreTest, OldFileIsBroughtUpToDate) {
  auto old = SqlSessions::Open(config_);
  ASSERT_TRUE(old.ok()) << old.status();
  ASSERT_TRUE((*old)
                  ->Write([](soci::session& sql) {
                    for (const char* statement : kVersionTwo) sql << statement;
                    for (const char* statement : kOldRows) sql << statement;
                    return absl::OkStatus();
                  })
                  .ok());
  *old = nullptr;
  auto store = SqlSubmissionStore::Open(config_, clock_);
  ASSERT_TRUE(store.ok()) << store.status();
  const auto page = (*store)->Changes({.with_facts = true});
  ASSERT_TRUE(page.ok()) << page.status();
  EXPECT_EQ(page->newest, 2);
  ASSERT_EQ(page->changes.size(), 2u);
  EXPECT_EQ(page->changes[0].submission->school_class(), "arts");
  EXPECT_EQ(page->changes[0].facts.Get(0).label(), "a");
  EXPECT_EQ(page->changes[1].submission->version(), 2);
  EXPECT_EQ((*store)->Changes({.replaced_by = 2})->changes.size(), 1u);
  Submission next;
  next.set_edition("2021");
  next.set_school("3633000001");
  EXPECT_EQ((*store)->Add(next, {}, "r")->version(), 1);
  EXPECT_EQ((*store)->Add(next, {}, "")->revision(), 3);
}

TEST_F(SqliteStoreTest, FileThatIsNoDatabaseIsRefusedByName) {
  std::ofstream(config_.path()) << std::string(5000, 'x');
  const absl::Status status = OpenStatus();
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr(config_.path()));
}

TEST_F(SqliteStoreTest, MissingFolderIsUnavailable) {
  config_.set_path(folder_.Path("none/s.sqlite3"));
  const absl::Status status = OpenStatus();
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr("/none/s.sqlite3"));
}

TEST_F(SqliteStoreTest, NameThatCantBeOpenedIsRefused) {
  config_.set_path(folder_.Path("a\"b"));
  EXPECT_THAT(std::string(OpenStatus().message()), HasSubstr("double quote"));
}

}  // namespace
}  // namespace nianbao::platform
