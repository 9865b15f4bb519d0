// The record of submissions in SQLite.
#ifndef NIANBAO_SERVICES_PLATFORM_SQL_SUBMISSION_STORE_H_
#define NIANBAO_SERVICES_PLATFORM_SQL_SUBMISSION_STORE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/core/ports/clock.h"
#include "services/core/ports/submission_store.h"
#include "services/platform/sql_sessions.h"

namespace nianbao::platform {

// Keeps submissions in one SQLite file through SOCI. Besides what the port
// says, every call gives Unavailable where the file can't be used and DataLoss
// where it is damaged.
class SqlSubmissionStore : public core::SubmissionStore {
 public:
  // Opens the file at `path` and brings its tables up to date; ":memory:" keeps
  // nothing. `clock` outlives the store.
  static absl::StatusOr<std::unique_ptr<SqlSubmissionStore>> Open(
      const std::string& path, const core::Clock& clock);

  absl::StatusOr<nianbao::intake::v1::Submission> Add(
      const nianbao::intake::v1::Submission& submission,
      const core::SubmissionContent& content,
      const std::string& request_id) override;
  absl::StatusOr<nianbao::intake::v1::Submission> Get(
      const std::string& name) override;
  absl::StatusOr<core::SubmissionPage> List(
      const std::string& edition, int page_size,
      const std::string& page_token) override;
  absl::StatusOr<nianbao::document::v1::Document> GetDocument(
      const std::string& name) override;
  absl::StatusOr<core::Facts> GetFacts(const std::string& name) override;

 private:
  SqlSubmissionStore(std::unique_ptr<SqlSessions> sessions,
                     const core::Clock& clock);
  absl::StatusOr<std::string> GetContent(const std::string& name,
                                         const std::string& column);

  const std::unique_ptr<SqlSessions> sessions_;
  const core::Clock& clock_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_SQL_SUBMISSION_STORE_H_
