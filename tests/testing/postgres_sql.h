// SQL on PostgreSQL, for oracles and set-up of tests.
#ifndef NIANBAO_TESTS_TESTING_POSTGRES_SQL_H_
#define NIANBAO_TESTS_TESTING_POSTGRES_SQL_H_

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace nianbao::testing {

// Rows as text; NULL is "NULL".
using SqlRows = std::vector<std::vector<std::string>>;

// A connection. For one thread.
class PostgresSql {
 public:
  // Connects as libpq takes it: see PostgresServer::connection.
  static absl::StatusOr<std::unique_ptr<PostgresSql>> Open(
      const std::string& connection);

  ~PostgresSql();
  PostgresSql(const PostgresSql&) = delete;
  PostgresSql& operator=(const PostgresSql&) = delete;

  // Runs the statements of `script` and gives the rows of the last one.
  // Several statements are one transaction, unless they say BEGIN and COMMIT.
  absl::StatusOr<SqlRows> Run(const std::string& script);

  // Loads rows by "COPY `target` FROM STDIN": `target` is a table, with its
  // columns in brackets or without.
  absl::Status Load(const std::string& target, const SqlRows& rows);

  // Loads what is in COPY's text format already: columns divided by tabs, rows
  // ended by line feeds.
  absl::Status LoadText(const std::string& target, std::string_view text);

  // For what this class does not do.
  PGconn* connection() { return connection_; }

 private:
  explicit PostgresSql(PGconn* connection) : connection_(connection) {}
  absl::Status Error() const;

  PGconn* const connection_;
};

}  // namespace nianbao::testing

#endif  // NIANBAO_TESTS_TESTING_POSTGRES_SQL_H_
