#include <soci/postgresql/soci-postgresql.h>

#include <algorithm>
#include <functional>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "services/platform/store/postgres_copy.h"
#include "services/platform/store/sql_dialect.h"

namespace nianbao::platform {
namespace {

// Stands before what is configured, which therefore wins. A server that is gone
// without a word is given up after these seconds and milliseconds.
constexpr char kDefaults[] =
    "connect_timeout=10 tcp_user_timeout=30000 client_encoding=UTF8 "
    "application_name=nianbao ";

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

PGconn* ConnectionOf(soci::session& sql) {
  return static_cast<soci::postgresql_session_backend*>(sql.get_backend())
      ->conn_;
}

// `configured` for people: host, port and database only.
std::string NameOf(const std::string& configured) {
  char* error = nullptr;
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
      PQconninfoParse(configured.c_str(), &error), &PQconninfoFree);
  PQfreemem(error);
  std::string name = "postgresql";
  if (options == nullptr) return name;
  for (const auto* option = options.get(); option->keyword; ++option) {
    const std::string keyword = option->keyword;
    if (option->val != nullptr &&
        (keyword == "host" || keyword == "port" || keyword == "dbname")) {
      absl::StrAppend(&name, " ", keyword, "=", option->val);
    }
  }
  return name;
}

// A text array as PostgreSQL reads it.
void AppendElement(const std::string& text, std::string& array) {
  array += array.empty() ? "{\"" : ",\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') array += '\\';
    array += c;
  }
  array += '"';
}

class Dialect : public SqlDialect {
 public:
  explicit Dialect(const nianbao::config::v1::Store& store)
      : connection_(absl::StartsWith(store.postgres(), "postgres")
                        ? store.postgres()
                        : absl::StrCat(kDefaults, store.postgres())),
        name_(NameOf(store.postgres())),
        connections_(
            static_cast<std::size_t>(std::max(1, store.connections()))) {}

  const std::string& name() const override { return name_; }
  std::size_t connections() const override { return connections_; }

  void Connect(soci::session& sql) const override {
    if (sql.get_backend() != nullptr) sql.close();
    sql.open(*soci::factory_postgresql(), connection_);
    PQsetNoticeProcessor(ConnectionOf(sql), [](void*, const char*) {}, nullptr);
    // What is acknowledged is on disk, whatever the server's default is.
    sql << "SET synchronous_commit = on";
  }

  bool IsLost(soci::session& sql) const override {
    return sql.get_backend() == nullptr ||
           PQstatus(ConnectionOf(sql)) != CONNECTION_OK;
  }

  void BeginRead(soci::session& sql) const override {
    sql << "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
  }

  void BeginWrite(soci::session& sql) const override {
    // Writers take turns at the row of the newest revision; behind it, each
    // statement sees what was committed before.
    sql << "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
  }

  void LockSchema(soci::session& sql) const override {
    sql << "SELECT pg_advisory_xact_lock(7214503)";  // any number of our own
  }

  const std::vector<const char*>& Choose(
      const std::vector<const char*>&,
      const std::vector<const char*>& postgres) const override {
    return postgres;
  }

  const char* Advice() const override {
    return "is the server there, and may this user use the database? "
           "store.postgres says how it is reached";
  }

  bool IsShared() const override { return true; }

  SqlFailure FailureOf(soci::session& sql,
                       const std::exception& error) const override {
    if (IsLost(sql)) return SqlFailure::kLost;
    const auto* known =
        dynamic_cast<const soci::postgresql_soci_error*>(&error);
    const std::string state = known == nullptr ? "" : known->sqlstate();
    const auto is = [&state](const char* start) {
      return absl::StartsWith(state, start);
    };
    if (is("40")) return SqlFailure::kConflict;
    if (is("08") || is("57P")) return SqlFailure::kLost;
    if (is("XX001") || is("XX002")) return SqlFailure::kDamaged;
    if (is("22")) return SqlFailure::kBadValue;
    return SqlFailure::kOther;
  }

  void InsertRows(soci::session& sql, const std::string& table,
                  const std::string& columns,
                  const std::vector<SqlRow>& rows) const override {
    if (rows.empty()) return;
    CopyRows(ConnectionOf(sql), table, columns, rows);
  }

  std::vector<std::string> SelectBytes(
      soci::session& sql, const std::string& query) const override {
    constexpr int kBinary = 1;
    const Result result(
        PQexecParams(ConnectionOf(sql), query.c_str(), 0, nullptr, nullptr,
                     nullptr, nullptr, kBinary),
        &PQclear);
    CheckResult(ConnectionOf(sql), result.get(), PGRES_TUPLES_OK);
    std::vector<std::string> found;
    for (int row = 0; row < PQntuples(result.get()); ++row) {
      found.emplace_back(
          PQgetvalue(result.get(), row, 0),
          static_cast<std::size_t>(PQgetlength(result.get(), row, 0)));
    }
    return found;
  }

  // One statement for all keys.
  std::vector<std::int64_t> LookUp(
      soci::session& sql, const std::string& query,
      const std::vector<std::pair<std::string, std::string>>& keys)
      const override {
    if (keys.empty()) return {};
    std::string first;
    std::string second;
    for (const auto& [a, b] : keys) {
      AppendElement(a, first);
      AppendElement(b, second);
    }
    first += '}';
    second += '}';
    const std::string all = absl::StrCat(
        "SELECT (",
        absl::StrReplaceAll(query, {{"{a}", "k.a"}, {"{b}", "k.b"}}),
        ") FROM unnest($1::text[], $2::text[]) WITH ORDINALITY "
        "AS k(a, b, n) ORDER BY n");
    const char* values[] = {first.c_str(), second.c_str()};
    const Result result(PQexecParams(ConnectionOf(sql), all.c_str(), 2, nullptr,
                                     values, nullptr, nullptr, 0),
                        &PQclear);
    CheckResult(ConnectionOf(sql), result.get(), PGRES_TUPLES_OK);
    std::vector<std::int64_t> found(keys.size(), 0);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      // NULL is printed as nothing, and is no number.
      if (!absl::SimpleAtoi(PQgetvalue(result.get(), static_cast<int>(i), 0),
                            &found[i])) {
        found[i] = 0;
      }
    }
    return found;
  }

 private:
  const std::string connection_;
  const std::string name_;
  const std::size_t connections_;
};

}  // namespace

std::unique_ptr<const SqlDialect> PostgresDialect(
    const nianbao::config::v1::Store& store) {
  return std::make_unique<Dialect>(store);
}

}  // namespace nianbao::platform
