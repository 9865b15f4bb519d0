#include "services/platform/sql_sessions.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <exception>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

constexpr char kMemory[] = ":memory:";
constexpr std::size_t kSessions = 4;

absl::Status StoreError(absl::StatusCode code, const std::string& path,
                        const std::string& what) {
  return core::MakeError(
      code, absl::StrCat("store ", path, ": ", what),
      {.reason = "STORE_FAILED",
       .metadata = {{"store", path},
                    {"what", what},
                    {"zh", "存储暂时不可用，数据未保存。"}}});
}

absl::Status FromException(const std::string& path,
                           const std::exception& error) {
  const std::string what = error.what();
  const bool damaged = absl::StrContains(what, "malformed") ||
                       absl::StrContains(what, "not a database");
  return StoreError(
      damaged ? absl::StatusCode::kDataLoss : absl::StatusCode::kUnavailable,
      path, what);
}

void OpenSession(soci::session& session, const std::string& path) {
  session.open(*soci::factory_sqlite3(), absl::StrCat("db=\"", path, "\""));
  session << "PRAGMA busy_timeout = 10000";
  std::string mode;
  session << "PRAGMA journal_mode = WAL", soci::into(mode);
  session << "PRAGMA synchronous = FULL";
  session << "PRAGMA foreign_keys = ON";
}

}  // namespace

SqlSessions::SqlSessions(const std::string& path, std::size_t count)
    : path_(path), pool_(count) {
  for (std::size_t i = 0; i < count; ++i) OpenSession(pool_.at(i), path);
}

absl::StatusOr<std::unique_ptr<SqlSessions>> SqlSessions::Open(
    const std::string& path) {
  if (absl::StrContains(path, "\"")) {
    return StoreError(absl::StatusCode::kInvalidArgument, path,
                      "a file name with a double quote can't be opened; "
                      "choose another store.path");
  }
  try {
    // Each connection to ":memory:" is a database of its own.
    return std::unique_ptr<SqlSessions>(
        new SqlSessions(path, path == kMemory ? 1 : kSessions));
  } catch (const std::exception& error) {
    const absl::Status status = FromException(path, error);
    if (status.code() == absl::StatusCode::kDataLoss) return status;
    return StoreError(status.code(), path,
                      absl::StrCat(error.what(),
                                   "; is the folder there, writable and not "
                                   "full? store.path names the file"));
  }
}

absl::Status SqlSessions::Read(
    const std::function<absl::Status(soci::session&)>& work) {
  return Transact("BEGIN", work);
}

absl::Status SqlSessions::Write(
    const std::function<absl::Status(soci::session&)>& work) {
  const std::lock_guard lock(writing_);
  // Takes the write lock first, so that no other process writes between.
  return Transact("BEGIN IMMEDIATE", work);
}

absl::Status SqlSessions::Transact(
    const char* begin,
    const std::function<absl::Status(soci::session&)>& work) {
  soci::session session(pool_);
  absl::Status status;
  try {
    session << begin;
    status = work(session);
    if (status.ok()) {
      session << "COMMIT";
      return status;
    }
  } catch (const std::exception& error) {
    status = FromException(path_, error);
  }
  try {
    session << "ROLLBACK";
  } catch (const std::exception&) {
    // SQLite has rolled back already, or never begun.
  }
  return status;
}

}  // namespace nianbao::platform
