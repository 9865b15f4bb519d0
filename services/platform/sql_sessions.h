// Connections to an SQLite file.
#ifndef NIANBAO_SERVICES_PLATFORM_SQL_SESSIONS_H_
#define NIANBAO_SERVICES_PLATFORM_SQL_SESSIONS_H_

#include <soci/soci.h>

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace nianbao::platform {

// Connections that threads borrow for a transaction each. What is committed is
// on disk. Safe for use from any thread.
class SqlSessions {
 public:
  // Opens `path`, and makes it where there is none; ":memory:" keeps nothing.
  // Unavailable names the file where it can't be opened.
  static absl::StatusOr<std::unique_ptr<SqlSessions>> Open(
      const std::string& path);

  // Does `work` in a transaction that sees one state of the data, and rolls
  // back where it fails. An exception of SOCI becomes Unavailable, or DataLoss
  // where the file is damaged, with the file's name.
  absl::Status Read(const std::function<absl::Status(soci::session&)>& work);

  // The same for work that writes; one at a time.
  absl::Status Write(const std::function<absl::Status(soci::session&)>& work);

  const std::string& path() const { return path_; }

 private:
  SqlSessions(const std::string& path, std::size_t count);
  absl::Status Transact(
      const char* begin,
      const std::function<absl::Status(soci::session&)>& work);

  const std::string path_;
  soci::connection_pool pool_;
  // Writers of this process wait here, in no danger of SQLite's timeout.
  std::mutex writing_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_SQL_SESSIONS_H_
