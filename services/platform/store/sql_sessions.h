// Connections to the store.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_SQL_SESSIONS_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_SQL_SESSIONS_H_

#include <soci/soci.h>

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nianbao/config/v1/config.pb.h"
#include "services/platform/store/commit_bell.h"
#include "services/platform/store/sql_dialect.h"

namespace nianbao::platform {

// Connections that threads borrow for a transaction each. What is committed is
// on disk. Lost connections are made anew. Safe for use from any thread.
class SqlSessions {
 public:
  using Work = std::function<absl::Status(soci::session&)>;

  // Connects to the PostgreSQL or opens the SQLite file that `store` names, and
  // makes the file where there is none; ":memory:" keeps nothing. Unavailable
  // names the store where it can't be opened.
  static absl::StatusOr<std::unique_ptr<SqlSessions>> Open(
      const nianbao::config::v1::Store& store);

  // Does `work` in a transaction that sees one state of the data, and rolls
  // back where it fails. Work is done again where the connection is lost or
  // another transaction comes between, so it must set what it gives anew. An
  // exception of SOCI becomes Unavailable, DataLoss where stored data is
  // damaged, or InvalidArgument where a value can't be stored.
  absl::Status Read(const Work& work);

  // The same for work that writes; one at a time in this process. Unavailable
  // may also mean that the connection was lost while committing: then it is
  // not known whether the work was kept.
  absl::Status Write(const Work& work);

  // Rings after each Write that was committed.
  CommitBell& commits() { return commits_; }

  const SqlDialect& dialect() const { return *dialect_; }

  // How messages name the store.
  const std::string& name() const { return dialect_->name(); }

 private:
  using Begin = void (SqlDialect::*)(soci::session&) const;

  explicit SqlSessions(std::unique_ptr<const SqlDialect> dialect);
  absl::Status Transact(Begin begin, const Work& work);
  absl::Status Try(Begin begin, const Work& work, bool& again);
  absl::Status StatusOf(SqlFailure failure, bool committing,
                        const std::string& what) const;

  const std::unique_ptr<const SqlDialect> dialect_;
  soci::connection_pool pool_;
  // Writers of this process wait here, in no danger of the store's timeouts.
  std::mutex writing_;
  CommitBell commits_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_SQL_SESSIONS_H_
