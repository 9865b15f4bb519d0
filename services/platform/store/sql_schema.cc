#include "services/platform/store/sql_schema.h"

#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

// Statements of each back end.
struct Step {
  std::vector<const char*> sqlite;
  std::vector<const char*> postgres;
};

// Steps in order; the step at index i leads to version i + 1. A step that was
// once released is never changed. PostgreSQL came with version 3.
const Step kSteps[] = {
    {.sqlite =
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
                  revision INTEGER PRIMARY KEY
                    REFERENCES submissions (revision),
                  file BLOB,
                  document BLOB,
                  facts BLOB))",
             R"(CREATE TABLE requests (
                  request_id TEXT PRIMARY KEY,
                  revision INTEGER NOT NULL
                    REFERENCES submissions (revision)))",
         },
     .postgres = {}},
    {.sqlite = {R"(ALTER TABLE submissions ADD COLUMN school_class TEXT NOT NULL
                     DEFAULT '')"},
     .postgres = {}},
    {.sqlite =
         {
             // One row: the newest revision of anything.
             R"(CREATE TABLE revisions (
                  id INTEGER PRIMARY KEY CHECK (id = 1),
                  newest INTEGER NOT NULL))",
             R"(INSERT INTO revisions
                  SELECT 1, COALESCE(MAX(revision), 0) FROM submissions)",
             // What changed at each revision: kind "submission" with its name
             // without version as the subject and the size of its facts, or
             // kind "organisations" with the number of entries.
             R"(CREATE TABLE changes (
                  revision INTEGER PRIMARY KEY,
                  kind TEXT NOT NULL,
                  subject TEXT NOT NULL,
                  entries INTEGER NOT NULL,
                  facts_bytes INTEGER NOT NULL))",
             R"(INSERT INTO changes
                  SELECT s.revision, 'submission',
                    'editions/' || s.edition || '/submissions/' || s.school, 0,
                    COALESCE(LENGTH(c.facts), 0)
                  FROM submissions AS s
                  JOIN contents AS c ON c.revision = s.revision)",
             "CREATE INDEX changes_subject ON changes (subject, revision)",
             R"(CREATE INDEX submissions_edition
                  ON submissions (edition, revision))",
         },
     // Texts are in the order of their bytes, as in SQLite.
     .postgres =
         {
             R"(CREATE TABLE submissions (
                  revision BIGINT PRIMARY KEY,
                  edition TEXT COLLATE "C" NOT NULL,
                  school TEXT COLLATE "C" NOT NULL,
                  version BIGINT NOT NULL,
                  region TEXT NOT NULL,
                  school_title TEXT NOT NULL,
                  filename TEXT NOT NULL,
                  media_type TEXT NOT NULL,
                  encoding TEXT NOT NULL,
                  sha256 TEXT NOT NULL,
                  size_bytes BIGINT NOT NULL,
                  line_count BIGINT NOT NULL,
                  fact_count BIGINT NOT NULL,
                  create_micros BIGINT NOT NULL,
                  school_class TEXT NOT NULL,
                  UNIQUE (edition, school, version)))",
             R"(CREATE TABLE contents (
                  revision BIGINT PRIMARY KEY
                    REFERENCES submissions (revision),
                  file BYTEA,
                  document BYTEA,
                  facts BYTEA))",
             R"(CREATE TABLE requests (
                  request_id TEXT COLLATE "C" PRIMARY KEY,
                  revision BIGINT NOT NULL
                    REFERENCES submissions (revision)))",
             R"(CREATE TABLE revisions (
                  id BIGINT PRIMARY KEY CHECK (id = 1),
                  newest BIGINT NOT NULL))",
             "INSERT INTO revisions VALUES (1, 0)",
             R"(CREATE TABLE changes (
                  revision BIGINT PRIMARY KEY,
                  kind TEXT NOT NULL,
                  subject TEXT COLLATE "C" NOT NULL,
                  entries BIGINT NOT NULL,
                  facts_bytes BIGINT NOT NULL))",
             "CREATE INDEX changes_subject ON changes (subject, revision)",
             R"(CREATE INDEX submissions_edition
                  ON submissions (edition, revision))",
         }},
    // Entries of organisations, and the revision of the last import.
    {.sqlite =
         {
             R"(CREATE TABLE organisations (
                  code TEXT NOT NULL,
                  valid_from TEXT NOT NULL,
                  valid_to TEXT NOT NULL,
                  level INTEGER NOT NULL,
                  title TEXT NOT NULL,
                  parent TEXT NOT NULL,
                  school_class TEXT NOT NULL,
                  ending INTEGER NOT NULL,
                  successors TEXT NOT NULL,
                  revision INTEGER NOT NULL,
                  PRIMARY KEY (code, valid_from)) WITHOUT ROWID)",
             R"(CREATE TABLE organisation_imports (
                  id INTEGER PRIMARY KEY CHECK (id = 1),
                  newest INTEGER NOT NULL))",
             "INSERT INTO organisation_imports VALUES (1, 0)",
         },
     .postgres =
         {
             R"(CREATE TABLE organisations (
                  code TEXT COLLATE "C" NOT NULL,
                  valid_from TEXT COLLATE "C" NOT NULL,
                  valid_to TEXT NOT NULL,
                  level BIGINT NOT NULL,
                  title TEXT NOT NULL,
                  parent TEXT NOT NULL,
                  school_class TEXT NOT NULL,
                  ending BIGINT NOT NULL,
                  successors TEXT NOT NULL,
                  revision BIGINT NOT NULL,
                  PRIMARY KEY (code, valid_from)))",
             R"(CREATE TABLE organisation_imports (
                  id BIGINT PRIMARY KEY CHECK (id = 1),
                  newest BIGINT NOT NULL))",
             "INSERT INTO organisation_imports VALUES (1, 0)",
         }},
};

absl::Status TooNew(const std::string& name, int found) {
  const int known = static_cast<int>(std::size(kSteps));
  return core::MakeError(
      absl::StatusCode::kFailedPrecondition,
      absl::StrCat("store ", name, ": its tables are of version ", found,
                   ", this program knows up to ", known,
                   "; use the newer program or another store"),
      {.reason = "STORE_TOO_NEW",
       .metadata = {{"store", name},
                    {"version", absl::StrCat(found)},
                    {"known", absl::StrCat(known)}}});
}

}  // namespace

absl::Status MigrateSchema(SqlSessions& sessions, const core::Clock& clock) {
  return sessions.Write([&](soci::session& sql) -> absl::Status {
    const SqlDialect& dialect = sessions.dialect();
    dialect.LockSchema(sql);
    sql << "CREATE TABLE IF NOT EXISTS migrations ("
           "version INTEGER PRIMARY KEY, apply_time TEXT NOT NULL)";
    int version = 0;
    sql << "SELECT COALESCE(MAX(version), 0) FROM migrations",
        soci::into(version);
    const int known = static_cast<int>(std::size(kSteps));
    if (version > known) return TooNew(sessions.name(), version);
    const std::string now = absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", clock.Now(),
                                             absl::UTCTimeZone());
    while (version < known) {
      const Step& step = kSteps[version];
      for (const char* statement : dialect.Choose(step.sqlite, step.postgres)) {
        sql << statement;
      }
      ++version;
      sql << "INSERT INTO migrations (version, apply_time) VALUES (:v, :t)",
          soci::use(version), soci::use(now);
    }
    return absl::OkStatus();
  });
}

absl::StatusOr<std::shared_ptr<SqlSessions>> OpenRecord(
    const nianbao::config::v1::Store& store, const core::Clock& clock) {
  NIANBAO_ASSIGN_OR_RETURN(std::shared_ptr<SqlSessions> sessions,
                           SqlSessions::Open(store));
  NIANBAO_RETURN_IF_ERROR(MigrateSchema(*sessions, clock));
  return sessions;
}

}  // namespace nianbao::platform
