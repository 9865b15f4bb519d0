// What differs between the two back ends of the store.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_SQL_DIALECT_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_SQL_DIALECT_H_

#include <soci/soci.h>

#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "nianbao/config/v1/config.pb.h"

namespace nianbao::platform {

// Bytes of a row; none are NULL.
struct SqlBytes {
  std::string_view bytes;
};

// A value of a row to insert; what it points at outlives the call.
using SqlValue = std::variant<std::int64_t, std::string_view, SqlBytes>;
using SqlRow = std::vector<SqlValue>;

// What an exception means.
enum class SqlFailure {
  // Another transaction came between; the whole one can be done again.
  kConflict,
  // The connection is gone.
  kLost,
  // Stored data is damaged.
  kDamaged,
  // A value can't be stored, such as a text with a zero byte.
  kBadValue,
  kOther,
};

// A back end. Immutable; safe for use from any thread, each with a session of
// its own. Statements are SOCI's; bytes and many rows go through the back end's
// own C interface, which SOCI has not for both. All throw what SOCI throws.
class SqlDialect {
 public:
  // The one that `store` asks for.
  static std::unique_ptr<const SqlDialect> For(
      const nianbao::config::v1::Store& store);

  virtual ~SqlDialect() = default;

  // How messages name the store; without any password.
  virtual const std::string& name() const = 0;

  // Connections at once.
  virtual std::size_t connections() const = 0;

  // Connects a session, or connects it anew.
  virtual void Connect(soci::session& sql) const = 0;

  // Whether the session has lost its connection, as far as is known.
  virtual bool IsLost(soci::session& sql) const = 0;

  // Begins a transaction that sees one state of the data, or one that writes.
  virtual void BeginRead(soci::session& sql) const = 0;
  virtual void BeginWrite(soci::session& sql) const = 0;

  // Keeps others from changing tables until the transaction's end.
  virtual void LockSchema(soci::session& sql) const = 0;

  // Which of two texts this back end takes.
  virtual const std::vector<const char*>& Choose(
      const std::vector<const char*>& sqlite,
      const std::vector<const char*>& postgres) const = 0;

  // What to try where the store can't be opened.
  virtual const char* Advice() const = 0;

  // Whether other processes may write, whose commits this one is not told of.
  virtual bool IsShared() const = 0;

  virtual SqlFailure FailureOf(soci::session& sql,
                               const std::exception& error) const = 0;

  // Inserts rows with values for `columns`, such as "revision, facts". Numbers
  // are BIGINT in PostgreSQL.
  virtual void InsertRows(soci::session& sql, const std::string& table,
                          const std::string& columns,
                          const std::vector<SqlRow>& rows) const = 0;

  // The bytes that `query` selects, one for each row; empty for NULL.
  virtual std::vector<std::string> SelectBytes(
      soci::session& sql, const std::string& query) const = 0;

  // For each pair of texts the number that `query` selects, with {a} and {b}
  // for the texts; zero for NULL and no row.
  virtual std::vector<std::int64_t> LookUp(
      soci::session& sql, const std::string& query,
      const std::vector<std::pair<std::string, std::string>>& keys) const = 0;
};

std::unique_ptr<const SqlDialect> SqliteDialect(
    const nianbao::config::v1::Store& store);
std::unique_ptr<const SqlDialect> PostgresDialect(
    const nianbao::config::v1::Store& store);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_SQL_DIALECT_H_
