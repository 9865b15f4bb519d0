#include "services/platform/store/postgres_copy.h"

#include <soci/postgresql/soci-postgresql.h>

#include <memory>

#include "absl/strings/str_cat.h"

namespace nianbao::platform {
namespace {

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

// Sent at once at least, and at most but for a single large value.
constexpr std::size_t kPiece = 64 << 10;

// The form of COPY's binary files: numbers with the high byte first, each value
// behind its size, each row behind its number of values.
class CopyWriter {
 public:
  explicit CopyWriter(PGconn* connection) : connection_(connection) {
    buffer_.append("PGCOPY\n\xff\r\n\0", 11);
    Put<std::uint32_t>(0);  // no flags
    Put<std::uint32_t>(0);  // nothing more in the head
  }

  void Row(const SqlRow& row) {
    Put<std::uint16_t>(static_cast<std::uint16_t>(row.size()));
    for (const SqlValue& value : row) {
      std::visit([this](auto part) { Value(part); }, value);
    }
    if (buffer_.size() >= kPiece) Flush();
  }

  void End() {
    Put<std::uint16_t>(0xffff);
    Flush();
  }

 private:
  template <class Number>
  void Put(Number number) {
    for (int shift = 8 * (static_cast<int>(sizeof(number)) - 1); shift >= 0;
         shift -= 8) {
      buffer_ += static_cast<char>(number >> shift);
    }
  }

  void Value(std::int64_t number) {
    Put<std::uint32_t>(8);
    Put<std::uint64_t>(static_cast<std::uint64_t>(number));
  }
  void Value(std::string_view text) {
    Put<std::uint32_t>(static_cast<std::uint32_t>(text.size()));
    if (text.size() < kPiece) {
      buffer_.append(text);
      return;
    }
    Flush();
    Send(text);
  }
  void Value(SqlBytes value) {
    if (value.bytes.empty()) return Put<std::uint32_t>(0xffffffff);  // NULL
    Value(value.bytes);
  }

  void Flush() {
    Send(buffer_);
    buffer_.clear();
  }

  void Send(std::string_view bytes) {
    if (PQputCopyData(connection_, bytes.data(),
                      static_cast<int>(bytes.size())) == 1) {
      return;
    }
    throw soci::postgresql_soci_error(PQerrorMessage(connection_), "08006");
  }

  PGconn* const connection_;
  std::string buffer_;
};

}  // namespace

void CheckResult(PGconn* connection, const PGresult* result,
                 ExecStatusType wanted) {
  if (PQresultStatus(result) == wanted) return;
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  throw soci::postgresql_soci_error(PQerrorMessage(connection),
                                    state == nullptr ? "     " : state);
}

void CopyRows(PGconn* connection, const std::string& table,
              const std::string& columns, const std::vector<SqlRow>& rows) {
  const Result begun(
      PQexec(connection, absl::StrCat("COPY ", table, " (", columns,
                                      ") FROM STDIN (FORMAT binary)")
                             .c_str()),
      &PQclear);
  CheckResult(connection, begun.get(), PGRES_COPY_IN);
  CopyWriter writer(connection);
  for (const SqlRow& row : rows) writer.Row(row);
  writer.End();
  PQputCopyEnd(connection, nullptr);
  const Result ended(PQgetResult(connection), &PQclear);
  // The connection is free again behind the last result.
  while (PGresult* rest = PQgetResult(connection)) PQclear(rest);
  CheckResult(connection, ended.get(), PGRES_COMMAND_OK);
}

}  // namespace nianbao::platform
