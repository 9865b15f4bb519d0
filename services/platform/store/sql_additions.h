// Storing of new submissions: all in one transaction.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_SQL_ADDITIONS_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_SQL_ADDITIONS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "services/core/ports/clock.h"
#include "services/core/ports/submission_store.h"
#include "services/platform/store/sql_sessions.h"

namespace nianbao::platform {

// A submission on its way into the store.
struct Addition {
  // Once stored: complete, with name, version, revision and time.
  nianbao::intake::v1::Submission submission;
  const std::string* file;
  const std::string* request_id;
  // Serialized before, so that the write lock is held for writing only.
  std::string document;
  std::string facts;
};

// Appends a submission. InvalidArgument where its name could not be read
// again. `content` and `request_id` outlive `additions`.
absl::Status AppendAddition(const nianbao::intake::v1::Submission& submission,
                            const core::SubmissionContent& content,
                            const std::string& request_id,
                            std::vector<Addition>& additions);

// Stores all or none, each as SubmissionStore::Add says, and completes them.
absl::Status StoreAdditions(SqlSessions& sessions, const core::Clock& clock,
                            std::vector<Addition>& additions);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_SQL_ADDITIONS_H_
