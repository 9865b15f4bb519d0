#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "services/platform/store/sql_dialect.h"

namespace nianbao::platform {
namespace {

// SOCI's header puts all of SQLite's own there.
using namespace sqlite_api;

constexpr char kMemory[] = ":memory:";

sqlite3* ConnectionOf(soci::session& sql) {
  return static_cast<soci::sqlite3_session_backend*>(sql.get_backend())->conn_;
}

// A prepared statement of SQLite's own interface.
class Statement {
 public:
  Statement(sqlite3* connection, const std::string& query)
      : connection_(connection) {
    Check(sqlite3_prepare_v2(connection, query.c_str(), -1, &statement_,
                             nullptr));
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void Bind(int at, std::string_view text) {
    // A null pointer would be NULL.
    Check(sqlite3_bind_text64(statement_, at,
                              text.data() == nullptr ? "" : text.data(),
                              text.size(), SQLITE_STATIC, SQLITE_UTF8));
  }
  void Bind(int at, std::int64_t number) {
    Check(sqlite3_bind_int64(statement_, at, number));
  }
  void Bind(int at, SqlBytes value) {
    if (value.bytes.empty()) return Check(sqlite3_bind_null(statement_, at));
    Check(sqlite3_bind_blob64(statement_, at, value.bytes.data(),
                              value.bytes.size(), SQLITE_STATIC));
  }

  // Whether there is another row.
  bool Step() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) Check(code);
    return code == SQLITE_ROW;
  }

  void Reset() { Check(sqlite3_reset(statement_)); }

  std::int64_t Number() { return sqlite3_column_int64(statement_, 0); }

  std::string Bytes() {
    const void* data = sqlite3_column_blob(statement_, 0);
    const int size = sqlite3_column_bytes(statement_, 0);
    return data == nullptr ? std::string()
                           : std::string(static_cast<const char*>(data),
                                         static_cast<std::size_t>(size));
  }

 private:
  void Check(int code) {
    if (code == SQLITE_OK) return;
    throw soci::sqlite3_soci_error(sqlite3_errmsg(connection_), code);
  }

  sqlite3* const connection_;
  sqlite3_stmt* statement_ = nullptr;
};

class Dialect : public SqlDialect {
 public:
  explicit Dialect(const nianbao::config::v1::Store& store)
      : path_(store.path()),
        // Each connection to ":memory:" is a database of its own.
        connections_(path_ == kMemory ? 1
                                      : static_cast<std::size_t>(std::max(
                                            1, store.connections()))) {}

  const std::string& name() const override { return path_; }
  std::size_t connections() const override { return connections_; }

  void Connect(soci::session& sql) const override {
    if (absl::StrContains(path_, "\"")) {
      throw soci::soci_error("a file name with a double quote can't be opened");
    }
    sql.open(*soci::factory_sqlite3(), absl::StrCat("db=\"", path_, "\""));
    sql << "PRAGMA busy_timeout = 10000";
    std::string mode;
    sql << "PRAGMA journal_mode = WAL", soci::into(mode);
    sql << "PRAGMA synchronous = FULL";
    sql << "PRAGMA foreign_keys = ON";
  }

  bool IsLost(soci::session&) const override { return false; }

  void BeginRead(soci::session& sql) const override { sql << "BEGIN"; }

  void BeginWrite(soci::session& sql) const override {
    // Takes the write lock first, so that no other process writes between.
    sql << "BEGIN IMMEDIATE";
  }

  void LockSchema(soci::session&) const override {}

  const std::vector<const char*>& Choose(
      const std::vector<const char*>& sqlite,
      const std::vector<const char*>&) const override {
    return sqlite;
  }

  const char* Advice() const override {
    return "is the folder there, writable and not full? store.path names the "
           "file";
  }

  bool IsShared() const override { return false; }

  SqlFailure FailureOf(soci::session&,
                       const std::exception& error) const override {
    const std::string what = error.what();
    if (absl::StrContains(what, "malformed") ||
        absl::StrContains(what, "not a database")) {
      return SqlFailure::kDamaged;
    }
    if (absl::StrContains(what, "string or blob too big")) {
      return SqlFailure::kBadValue;
    }
    return SqlFailure::kOther;
  }

  void InsertRows(soci::session& sql, const std::string& table,
                  const std::string& columns,
                  const std::vector<SqlRow>& rows) const override {
    if (rows.empty()) return;
    std::string marks = "?";
    for (std::size_t i = 1; i < rows.front().size(); ++i) marks += ", ?";
    Statement statement(ConnectionOf(sql),
                        absl::StrCat("INSERT INTO ", table, " (", columns,
                                     ") VALUES (", marks, ")"));
    for (const SqlRow& row : rows) {
      int at = 0;
      for (const SqlValue& value : row) {
        ++at;
        std::visit([&](auto part) { statement.Bind(at, part); }, value);
      }
      statement.Step();
      statement.Reset();
    }
  }

  std::vector<std::string> SelectBytes(
      soci::session& sql, const std::string& query) const override {
    Statement statement(ConnectionOf(sql), query);
    std::vector<std::string> found;
    while (statement.Step()) found.push_back(statement.Bytes());
    return found;
  }

  std::vector<std::int64_t> LookUp(
      soci::session& sql, const std::string& query,
      const std::vector<std::pair<std::string, std::string>>& keys)
      const override {
    Statement statement(
        ConnectionOf(sql),
        absl::StrReplaceAll(query, {{"{a}", "?1"}, {"{b}", "?2"}}));
    const bool two = absl::StrContains(query, "{b}");
    std::vector<std::int64_t> found;
    for (const auto& [a, b] : keys) {
      statement.Bind(1, std::string_view(a));
      if (two) statement.Bind(2, std::string_view(b));
      found.push_back(statement.Step() ? statement.Number() : 0);
      statement.Reset();
    }
    return found;
  }

 private:
  const std::string path_;
  const std::size_t connections_;
};

}  // namespace

std::unique_ptr<const SqlDialect> SqliteDialect(
    const nianbao::config::v1::Store& store) {
  return std::make_unique<Dialect>(store);
}

}  // namespace nianbao::platform
