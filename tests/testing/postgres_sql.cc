#include "tests/testing/postgres_sql.h"

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::testing {
namespace {

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

SqlRows RowsOf(const PGresult* result) {
  SqlRows rows(static_cast<std::size_t>(PQntuples(result)));
  for (int row = 0; row < PQntuples(result); ++row) {
    for (int column = 0; column < PQnfields(result); ++column) {
      rows[static_cast<std::size_t>(row)].push_back(
          PQgetisnull(result, row, column) ? "NULL"
                                           : PQgetvalue(result, row, column));
    }
  }
  return rows;
}

// What COPY's text format takes for itself.
void AppendEscaped(const std::string& value, std::string& text) {
  for (const char c : value) {
    switch (c) {
      case '\\':
        text += "\\\\";
        break;
      case '\t':
        text += "\\t";
        break;
      case '\n':
        text += "\\n";
        break;
      case '\r':
        text += "\\r";
        break;
      default:
        text += c;
    }
  }
}

}  // namespace

absl::StatusOr<std::unique_ptr<PostgresSql>> PostgresSql::Open(
    const std::string& connection) {
  std::unique_ptr<PostgresSql> sql(
      new PostgresSql(PQconnectdb(connection.c_str())));
  if (PQstatus(sql->connection_) != CONNECTION_OK) return sql->Error();
  return sql;
}

PostgresSql::~PostgresSql() { PQfinish(connection_); }

absl::StatusOr<SqlRows> PostgresSql::Run(const std::string& script) {
  const Result result(PQexec(connection_, script.c_str()), &PQclear);
  const ExecStatusType status = PQresultStatus(result.get());
  if (status == PGRES_TUPLES_OK) return RowsOf(result.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY) {
    return SqlRows();
  }
  return Error();
}

absl::Status PostgresSql::Load(const std::string& target, const SqlRows& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += '\t';
      if (row[i] == "NULL") {
        text += "\\N";
      } else {
        AppendEscaped(row[i], text);
      }
    }
    text += '\n';
  }
  return LoadText(target, text);
}

absl::Status PostgresSql::LoadText(const std::string& target,
                                   std::string_view text) {
  const Result begun(
      PQexec(connection_, absl::StrCat("COPY ", target, " FROM STDIN").c_str()),
      &PQclear);
  if (PQresultStatus(begun.get()) != PGRES_COPY_IN) return Error();
  // libpq counts in int.
  constexpr std::size_t kPiece = 1 << 20;
  for (std::size_t at = 0; at < text.size(); at += kPiece) {
    const std::string_view piece = text.substr(at, kPiece);
    if (PQputCopyData(connection_, piece.data(),
                      static_cast<int>(piece.size())) != 1) {
      return Error();
    }
  }
  if (PQputCopyEnd(connection_, nullptr) != 1) return Error();
  absl::Status status;
  while (PGresult* raw = PQgetResult(connection_)) {
    const Result result(raw, &PQclear);
    if (PQresultStatus(raw) != PGRES_COMMAND_OK) status = Error();
  }
  return status;
}

absl::Status PostgresSql::Error() const {
  return absl::UnknownError(PQerrorMessage(connection_));
}

}  // namespace nianbao::testing
