// Measures the import of organisations beside rows that a loop over the store's
// own C interface puts into the very same table.
//
// usage: organisations_bench ORGANISATIONS RUNS
//
// Prints JSON: for "sqlite" and "postgres" the seconds of each run by what was
// done, in turns: "raw" (multi-row inserts through sqlite3 or libpq), "store"
// (the store's import), "whole" (a file read, checked and stored, as a call
// does it), "again" (the same file once more, which changes nothing).
#include <libpq-fe.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/intake/organisations/organisation_import.h"
#include "services/platform/catalogue_loader.h"
#include "services/platform/store/sql_organisation_store.h"
#include "services/platform/store/sql_schema.h"
#include "services/platform/system_clock.h"
#include "tests/testing/made_province.h"
#include "tests/testing/postgres_server.h"
#include "tests/testing/postgres_sql.h"
#include "tests/testing/scratch_folder.h"

namespace nianbao::bench {
namespace {

namespace api = nianbao::intake::v1;
using api::Organisation;

constexpr char kInsert[] =
    "INSERT INTO organisations (code, valid_from, valid_to, level, title, "
    "parent, school_class, ending, successors, revision) VALUES ";
constexpr int kColumns = 10;
constexpr int kRowsInStatement = 100;

void Require(bool good, const std::string& what) {
  if (good) return;
  std::cerr << "organisations_bench: " << what << "\n";
  std::exit(1);
}

double SecondsOf(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
      .count();
}

// The columns of an entry as texts, in the order of kInsert.
std::vector<std::string> TextsOf(const Organisation& entry) {
  return {entry.code(),
          entry.valid_from(),
          entry.valid_to(),
          absl::StrCat(static_cast<int>(entry.level())),
          entry.title(),
          entry.parent(),
          entry.school_class(),
          absl::StrCat(static_cast<int>(entry.ending())),
          absl::StrJoin(entry.successors(), ","),
          "1"};
}

std::string CsvOf(const std::vector<Organisation>& entries) {
  static constexpr const char* kLevels[] = {"", "学校", "县区", "地市", "省"};
  std::string csv = "代码,级别,名称,上级,起始日期\n";
  for (const Organisation& entry : entries) {
    absl::StrAppend(&csv, entry.code(), ",", kLevels[entry.level()], ",",
                    entry.title(), ",", entry.parent(), ",", entry.valid_from(),
                    "\n");
  }
  return csv;
}

// A store that starts empty at every run.
class Backend {
 public:
  virtual ~Backend() = default;
  // Empties the store; then it is open for Raw and at config().
  virtual void Reset() = 0;
  // Inserts the rows in one transaction.
  virtual void Raw(const std::vector<std::vector<std::string>>& rows) = 0;
  const nianbao::config::v1::Store& config() const { return config_; }

 protected:
  nianbao::config::v1::Store config_;
};

std::string Marks(std::size_t rows, const std::function<std::string(int)>& at) {
  std::string marks;
  int number = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    marks += i == 0 ? "(" : ", (";
    for (int c = 0; c < kColumns; ++c) {
      absl::StrAppend(&marks, c == 0 ? "" : ", ", at(++number));
    }
    marks += ")";
  }
  return marks;
}

class Sqlite : public Backend {
 public:
  void Reset() override {
    config_.set_path(folder_.Path(absl::StrCat("run", ++runs_, ".sqlite3")));
    config_.set_connections(2);
    const platform::SystemClock clock;
    Require(platform::OpenRecord(config_, clock).ok(), "no SQLite");
  }

  void Raw(const std::vector<std::vector<std::string>>& rows) override {
    sqlite3* connection = nullptr;
    Check(sqlite3_open(config_.path().c_str(), &connection));
    Run(connection, "PRAGMA journal_mode = WAL");
    Run(connection, "PRAGMA synchronous = FULL");
    Run(connection, "BEGIN IMMEDIATE");
    sqlite3_stmt* statement = nullptr;
    std::size_t prepared = 0;
    for (std::size_t i = 0; i < rows.size(); i += kRowsInStatement) {
      const std::size_t count =
          std::min<std::size_t>(kRowsInStatement, rows.size() - i);
      if (count != prepared) {
        sqlite3_finalize(statement);
        const std::string sql =
            kInsert + Marks(count, [](int) { return std::string("?"); });
        Check(sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement,
                                 nullptr));
        prepared = count;
      }
      int at = 0;
      for (std::size_t r = i; r < i + count; ++r) {
        for (const std::string& text : rows[r]) {
          Check(sqlite3_bind_text(statement, ++at, text.data(),
                                  static_cast<int>(text.size()),
                                  SQLITE_STATIC));
        }
      }
      Require(sqlite3_step(statement) == SQLITE_DONE, "no insert");
      sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    Run(connection, "COMMIT");
    sqlite3_close(connection);
  }

 private:
  static void Check(int code) {
    Require(code == SQLITE_OK, sqlite3_errstr(code));
  }
  static void Run(sqlite3* connection, const char* sql) {
    Check(sqlite3_exec(connection, sql, nullptr, nullptr, nullptr));
  }

  testing::ScratchFolder folder_;
  int runs_ = 0;
};

class Postgres : public Backend {
 public:
  Postgres() {
    auto server = testing::PostgresServer::Start();
    Require(server.ok(), "no PostgreSQL");
    server_ = *std::move(server);
    config_.set_postgres(server_->connection());
    config_.set_connections(2);
    const platform::SystemClock clock;
    Require(platform::OpenRecord(config_, clock).ok(), "no tables");
    auto sql = testing::PostgresSql::Open(server_->connection());
    Require(sql.ok(), "no connection");
    sql_ = *std::move(sql);
  }

  void Reset() override {
    Run("TRUNCATE organisations, changes; UPDATE revisions SET newest = 0; "
        "UPDATE organisation_imports SET newest = 0");
    Run("CHECKPOINT");
  }

  void Raw(const std::vector<std::vector<std::string>>& rows) override {
    Run("BEGIN");
    std::vector<const char*> values;
    for (std::size_t i = 0; i < rows.size(); i += kRowsInStatement) {
      const std::size_t count =
          std::min<std::size_t>(kRowsInStatement, rows.size() - i);
      values.clear();
      for (std::size_t r = i; r < i + count; ++r) {
        for (const std::string& text : rows[r]) values.push_back(text.c_str());
      }
      const std::string sql =
          kInsert + Marks(count, [](int at) { return absl::StrCat("$", at); });
      PGresult* result = PQexecParams(sql_->connection(), sql.c_str(),
                                      static_cast<int>(values.size()), nullptr,
                                      values.data(), nullptr, nullptr, 0);
      Require(PQresultStatus(result) == PGRES_COMMAND_OK, "no insert");
      PQclear(result);
    }
    Run("COMMIT");
  }

 private:
  void Run(const std::string& script) {
    const auto done = sql_->Run(script);
    Require(done.ok(), std::string(done.status().message()));
  }

  std::unique_ptr<testing::PostgresServer> server_;
  std::unique_ptr<testing::PostgresSql> sql_;
};

// Does what the call does but for the transport.
void Import(const core::Catalogue& catalogue, core::OrganisationStore& store,
            const std::string& csv, bool stored) {
  api::ImportOrganisationsRequest::Header header;
  header.set_filename("a.csv");
  const auto response =
      intake::OrganisationImport({catalogue, store}).Import(header, csv, [] {
        return false;
      });
  Require(response.ok(), std::string(response.status().message()));
  Require(response->stored() == stored && response->rejected().empty(),
          response->ShortDebugString());
}

using Seconds = std::map<std::string, std::vector<double>>;

void RunOnce(Backend& backend, const core::Catalogue& catalogue,
             const std::vector<Organisation>& entries,
             const std::vector<std::vector<std::string>>& rows,
             const std::string& csv, Seconds& seconds) {
  const platform::SystemClock clock;
  backend.Reset();
  seconds["raw"].push_back(SecondsOf([&] { backend.Raw(rows); }));
  for (const std::string work : {"store", "whole"}) {
    backend.Reset();
    platform::SqlOrganisationStore store(
        platform::OpenRecord(backend.config(), clock).value());
    seconds[work].push_back(SecondsOf([&] {
      if (work == "whole") return Import(catalogue, store, csv, true);
      Require(store.Import(entries, 0).ok(), "no import");
    }));
    if (work == "store") continue;
    seconds["again"].push_back(
        SecondsOf([&] { Import(catalogue, store, csv, false); }));
  }
}

nlohmann::json Bench(int organisations, int runs) {
  const auto catalogue = platform::LoadCatalogue("deploy/catalogue");
  Require(catalogue.ok(), "no catalogue");
  testing::ProvinceShape shape;
  shape.regions = testing::RegionsOf(**catalogue);
  // Without entries of regions that have ended, each code has one.
  std::erase_if(shape.regions, [](const Organisation& region) {
    return !region.valid_to().empty() || !region.valid_from().empty();
  });
  shape.schools = organisations - static_cast<int>(shape.regions.size());
  const testing::MadeProvince province(shape);
  const auto& entries = province.organisations();
  Require(static_cast<int>(entries.size()) == organisations, "wrong number");
  std::vector<std::vector<std::string>> rows;
  for (const Organisation& entry : entries) rows.push_back(TextsOf(entry));
  const std::string csv = CsvOf(entries);
  Sqlite sqlite;
  Postgres postgres;
  Seconds of_sqlite;
  Seconds of_postgres;
  for (int i = 0; i < runs; ++i) {
    RunOnce(sqlite, **catalogue, entries, rows, csv, of_sqlite);
    RunOnce(postgres, **catalogue, entries, rows, csv, of_postgres);
  }
  return {{"organisations", entries.size()},
          {"bytes", csv.size()},
          {"sqlite", of_sqlite},
          {"postgres", of_postgres}};
}

}  // namespace
}  // namespace nianbao::bench

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: organisations_bench ORGANISATIONS RUNS\n";
    return 2;
  }
  std::cout
      << nianbao::bench::Bench(std::atoi(argv[1]), std::atoi(argv[2])).dump(1)
      << "\n";
  return 0;
}
