// The statements of the record of submissions. All throw what SOCI throws.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_SQL_SUBMISSIONS_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_SQL_SUBMISSIONS_H_

#include <soci/soci.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nianbao/intake/v1/intake.pb.h"
#include "services/platform/store/sql_dialect.h"
#include "services/platform/store/submission_name.h"

namespace nianbao::platform {

// The submission of a name; nothing where there is none.
std::optional<nianbao::intake::v1::Submission> SelectSubmission(
    soci::session& sql, const SubmissionName& name);

// Submissions of these revisions in their order.
std::vector<nianbao::intake::v1::Submission> SelectRevisions(
    soci::session& sql, const std::vector<std::int64_t>& revisions);

// At most `limit` newest versions behind `after`, in order of edition and
// school; all editions where `edition` is empty.
std::vector<nianbao::intake::v1::Submission> SelectNewest(
    soci::session& sql, const std::string& edition, const SubmissionName& after,
    int limit);

// The newest revision of an edition, or of all; zero where there is none.
std::int64_t SelectRevision(soci::session& sql, const std::string& edition);

// For each request id the revision that was stored for it; zero where it is
// new.
std::vector<std::int64_t> SelectRequests(
    soci::session& sql, const SqlDialect& dialect,
    const std::vector<std::string>& request_ids);

// For each pair of edition and school the newest version; zero for none.
std::vector<std::int64_t> SelectVersions(
    soci::session& sql, const SqlDialect& dialect,
    const std::vector<std::pair<std::string, std::string>>& schools);

// A submission to insert, complete with its revision. All outlives the call.
struct SubmissionRow {
  const nianbao::intake::v1::Submission* submission;
  // Empty for none.
  std::string_view request_id;
  std::string_view file;
  // Serialized messages.
  std::string_view document;
  std::string_view facts;
};

// Inserts submissions with their contents and request ids.
void InsertSubmissions(soci::session& sql, const SqlDialect& dialect,
                       const std::vector<SubmissionRow>& rows);

// A column of the contents of these revisions, which must be in order and all
// there; empty for NULL.
std::vector<std::string> SelectContents(
    soci::session& sql, const SqlDialect& dialect,
    const std::vector<std::int64_t>& revisions, const std::string& column);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_SQL_SUBMISSIONS_H_
