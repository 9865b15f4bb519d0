#include "services/platform/sql_schema.h"

#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

// Steps in order; the step at index i leads to version i + 1. A step that was
// once released is never changed.
const std::vector<const char*> kSteps[] = {
    {
        R"(CREATE TABLE submissions (
             revision INTEGER PRIMARY KEY AUTOINCREMENT,
             edition TEXT NOT NULL,
             school TEXT NOT NULL,
             version INTEGER NOT NULL,
             region TEXT NOT NULL,
             school_title TEXT NOT NULL,
             filename TEXT NOT NULL,
             media_type TEXT NOT NULL,
             encoding TEXT NOT NULL,
             sha256 TEXT NOT NULL,
             size_bytes INTEGER NOT NULL,
             line_count INTEGER NOT NULL,
             fact_count INTEGER NOT NULL,
             create_micros INTEGER NOT NULL,
             UNIQUE (edition, school, version)))",
        // Serialized messages; NULL for an empty one.
        R"(CREATE TABLE contents (
             revision INTEGER PRIMARY KEY REFERENCES submissions (revision),
             file BLOB,
             document BLOB,
             facts BLOB))",
        R"(CREATE TABLE requests (
             request_id TEXT PRIMARY KEY,
             revision INTEGER NOT NULL REFERENCES submissions (revision)))",
    },
    {
        R"(ALTER TABLE submissions ADD COLUMN school_class TEXT NOT NULL
             DEFAULT '')",
    },
};

absl::Status TooNew(const std::string& path, int found) {
  const int known = static_cast<int>(std::size(kSteps));
  return core::MakeError(
      absl::StatusCode::kFailedPrecondition,
      absl::StrCat("store ", path, ": its tables are of version ", found,
                   ", this program knows up to ", known,
                   "; use the newer program or another store.path"),
      {.reason = "STORE_TOO_NEW",
       .metadata = {{"store", path},
                    {"version", absl::StrCat(found)},
                    {"known", absl::StrCat(known)}}});
}

}  // namespace

absl::Status MigrateSchema(SqlSessions& sessions, const core::Clock& clock) {
  return sessions.Write([&](soci::session& sql) -> absl::Status {
    sql << "CREATE TABLE IF NOT EXISTS migrations ("
           "version INTEGER PRIMARY KEY, apply_time TEXT NOT NULL)";
    int version = 0;
    sql << "SELECT COALESCE(MAX(version), 0) FROM migrations",
        soci::into(version);
    const int known = static_cast<int>(std::size(kSteps));
    if (version > known) return TooNew(sessions.path(), version);
    const std::string now = absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", clock.Now(),
                                             absl::UTCTimeZone());
    while (version < known) {
      for (const char* statement : kSteps[version]) sql << statement;
      ++version;
      sql << "INSERT INTO migrations (version, apply_time) VALUES (:v, :t)",
          soci::use(version), soci::use(now);
    }
    return absl::OkStatus();
  });
}

}  // namespace nianbao::platform
