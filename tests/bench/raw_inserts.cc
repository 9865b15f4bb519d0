#include "tests/bench/raw_inserts.h"

#include <libpq-fe.h>
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>

#include "absl/strings/str_cat.h"

namespace nianbao::bench {
namespace {

[[noreturn]] void Die(const std::string& what) {
  std::fprintf(stderr, "raw inserts: %s\n", what.c_str());
  std::exit(1);
}

// Takes the values of a row one after another.
class Binder {
 public:
  virtual ~Binder() = default;
  virtual void Number(std::int64_t value) = 0;
  virtual void Text(const std::string& value) = 0;
  virtual void Bytes(const std::string& value) = 0;
};

struct Table {
  const char* insert;
  int columns;
  void (*bind)(const RawRow& row, Binder& into);
};

void BindSubmission(const RawRow& row, Binder& into) {
  const auto& submission = row.submission;
  into.Number(row.revision);
  into.Text(submission.edition());
  into.Text(submission.school());
  into.Number(submission.version());
  into.Text(submission.region());
  into.Text(submission.school_title());
  into.Text(submission.school_class());
  for (int i = 0; i < 4; ++i) into.Text("");
  into.Number(0);
  into.Number(0);
  into.Number(submission.fact_count());
  into.Number(submission.create_time().seconds() * 1'000'000);
}

void BindContent(const RawRow& row, Binder& into) {
  into.Number(row.revision);
  into.Bytes(row.facts);
}

void BindRequest(const RawRow& row, Binder& into) {
  into.Text(row.request_id);
  into.Number(row.revision);
}

void BindChange(const RawRow& row, Binder& into) {
  into.Number(row.revision);
  into.Text("submission");
  into.Text(row.subject);
  into.Number(0);
  into.Number(static_cast<std::int64_t>(row.facts.size()));
}

constexpr Table kTables[] = {
    {"submissions (revision, edition, school, version, region, school_title, "
     "school_class, filename, media_type, encoding, sha256, size_bytes, "
     "line_count, fact_count, create_micros)",
     15, BindSubmission},
    {"contents (revision, facts)", 2, BindContent},
    {"requests (request_id, revision)", 2, BindRequest},
    {"changes (revision, kind, subject, entries, facts_bytes)", 5, BindChange},
};

// "INSERT INTO t (a, b) VALUES (?, ?), (?, ?)", with marks made by `mark`.
std::string InsertOf(const Table& table, std::size_t rows,
                     const std::function<std::string(int)>& mark) {
  std::string text = absl::StrCat("INSERT INTO ", table.insert, " VALUES ");
  int at = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    text += row == 0 ? "(" : ", (";
    for (int column = 0; column < table.columns; ++column) {
      absl::StrAppend(&text, column == 0 ? "" : ", ", mark(++at));
    }
    text += ")";
  }
  return text;
}

class SqliteBinder : public Binder {
 public:
  explicit SqliteBinder(sqlite3_stmt* statement) : statement_(statement) {}
  void Number(std::int64_t value) override {
    sqlite3_bind_int64(statement_, ++at_, value);
  }
  void Text(const std::string& value) override {
    sqlite3_bind_text64(statement_, ++at_, value.data(), value.size(),
                        value.empty() ? SQLITE_TRANSIENT : SQLITE_STATIC,
                        SQLITE_UTF8);
  }
  void Bytes(const std::string& value) override {
    sqlite3_bind_blob64(statement_, ++at_, value.data(), value.size(),
                        SQLITE_STATIC);
  }

 private:
  sqlite3_stmt* const statement_;
  int at_ = 0;
};

class PostgresBinder : public Binder {
 public:
  static constexpr Oid kBigInt = 20;
  static constexpr Oid kText = 25;
  static constexpr Oid kBytes = 17;

  void Number(std::int64_t value) override {
    numbers_.push_back(std::make_unique<std::string>(absl::StrCat(value)));
    Add(*numbers_.back(), kBigInt, 0);
  }
  void Text(const std::string& value) override {
    numbers_.push_back(std::make_unique<std::string>(value));
    Add(*numbers_.back(), kText, 0);
  }
  void Bytes(const std::string& value) override { Add(value, kBytes, 1); }

  PGresult* Execute(PGconn* connection, const std::string& statement) const {
    return PQexecParams(connection, statement.c_str(),
                        static_cast<int>(values_.size()), types_.data(),
                        values_.data(), lengths_.data(), formats_.data(), 0);
  }

 private:
  void Add(const std::string& value, Oid type, int format) {
    values_.push_back(value.c_str());
    lengths_.push_back(static_cast<int>(value.size()));
    types_.push_back(type);
    formats_.push_back(format);
  }

  std::vector<std::unique_ptr<std::string>> numbers_;
  std::vector<const char*> values_;
  std::vector<int> lengths_;
  std::vector<Oid> types_;
  std::vector<int> formats_;
};

}  // namespace

void InsertIntoSqlite(const std::string& path,
                      const std::vector<RawBatch>& batches) {
  sqlite3* connection = nullptr;
  if (sqlite3_open(path.c_str(), &connection) != SQLITE_OK) Die(path);
  const auto run = [connection](const char* statement) {
    if (sqlite3_exec(connection, statement, nullptr, nullptr, nullptr) !=
        SQLITE_OK) {
      Die(sqlite3_errmsg(connection));
    }
  };
  run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = FULL");
  run("PRAGMA foreign_keys = ON");
  // One statement for each table, prepared once for batches of one size.
  std::vector<sqlite3_stmt*> statements(std::size(kTables), nullptr);
  std::size_t prepared = 0;
  for (const RawBatch& batch : batches) {
    run("BEGIN IMMEDIATE");
    for (std::size_t i = 0; i < std::size(kTables); ++i) {
      if (prepared != batch.size()) {
        sqlite3_finalize(statements[i]);
        const std::string text =
            InsertOf(kTables[i], batch.size(), [](int) { return "?"; });
        if (sqlite3_prepare_v2(connection, text.c_str(), -1, &statements[i],
                               nullptr) != SQLITE_OK) {
          Die(sqlite3_errmsg(connection));
        }
      }
      SqliteBinder binder(statements[i]);
      for (const RawRow& row : batch) kTables[i].bind(row, binder);
      if (sqlite3_step(statements[i]) != SQLITE_DONE) {
        Die(sqlite3_errmsg(connection));
      }
      sqlite3_reset(statements[i]);
    }
    prepared = batch.size();
    run("COMMIT");
  }
  for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
  sqlite3_close(connection);
}

void InsertIntoPostgres(const std::string& connection,
                        const std::vector<RawBatch>& batches) {
  PGconn* const sql = PQconnectdb(connection.c_str());
  const auto check = [sql](PGresult* result) {
    if (PQresultStatus(result) != PGRES_COMMAND_OK) Die(PQerrorMessage(sql));
    PQclear(result);
  };
  const auto mark = [](int at) { return absl::StrCat("$", at); };
  for (const RawBatch& batch : batches) {
    check(PQexec(sql, "BEGIN"));
    for (const Table& table : kTables) {
      PostgresBinder binder;
      for (const RawRow& row : batch) table.bind(row, binder);
      check(binder.Execute(sql, InsertOf(table, batch.size(), mark)));
    }
    check(PQexec(sql, "COMMIT"));
  }
  PQfinish(sql);
}

}  // namespace nianbao::bench
