// The record of submissions in SQL.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_SQL_SUBMISSION_STORE_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_SQL_SUBMISSION_STORE_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/config/v1/config.pb.h"
#include "services/core/ports/clock.h"
#include "services/core/ports/submission_store.h"
#include "services/platform/store/commit_poll.h"
#include "services/platform/store/sql_sessions.h"

namespace nianbao::platform {

// Keeps submissions in SQLite or PostgreSQL. Besides what the port says, every
// call gives Unavailable where the store can't be used and DataLoss where it is
// damaged. Several processes may use one PostgreSQL.
class SqlSubmissionStore : public core::SubmissionStore {
 public:
  // Opens the store that `store` names with its tables up to date. `clock`
  // outlives it.
  static absl::StatusOr<std::unique_ptr<SqlSubmissionStore>> Open(
      const nianbao::config::v1::Store& store, const core::Clock& clock);

  // On connections whose tables are up to date.
  SqlSubmissionStore(std::shared_ptr<SqlSessions> sessions,
                     const core::Clock& clock);

  absl::StatusOr<nianbao::intake::v1::Submission> Add(
      const nianbao::intake::v1::Submission& submission,
      const core::SubmissionContent& content,
      const std::string& request_id) override;
  absl::StatusOr<std::vector<nianbao::intake::v1::Submission>> AddAll(
      const std::vector<core::NewSubmission>& submissions) override;
  absl::StatusOr<nianbao::intake::v1::Submission> Get(
      const std::string& name) override;
  absl::StatusOr<core::SubmissionPage> List(
      const std::string& edition, int page_size,
      const std::string& page_token) override;
  absl::StatusOr<nianbao::document::v1::Document> GetDocument(
      const std::string& name) override;
  absl::StatusOr<core::Facts> GetFacts(const std::string& name) override;
  absl::StatusOr<core::ChangePage> Changes(
      const core::ChangesQuery& query) override;
  // Commits of other processes are seen within 250 ms.
  std::shared_ptr<void> Listen(std::function<void()> wake) override;

 private:
  absl::StatusOr<std::string> GetContent(const std::string& name,
                                         const std::string& column);

  const std::shared_ptr<SqlSessions> sessions_;
  const core::Clock& clock_;
  // Null where no other process writes.
  const std::unique_ptr<CommitPoll> poll_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_SQL_SUBMISSION_STORE_H_
