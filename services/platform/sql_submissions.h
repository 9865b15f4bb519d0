// The statements of the record of submissions. All throw what SOCI throws.
#ifndef NIANBAO_SERVICES_PLATFORM_SQL_SUBMISSIONS_H_
#define NIANBAO_SERVICES_PLATFORM_SQL_SUBMISSIONS_H_

#include <soci/soci.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "nianbao/intake/v1/intake.pb.h"
#include "services/platform/submission_name.h"

namespace nianbao::platform {

// The submission of a name; nothing where there is none.
std::optional<nianbao::intake::v1::Submission> SelectSubmission(
    soci::session& sql, const SubmissionName& name);

// The submission that was stored for a request id; nothing where it is new.
std::optional<nianbao::intake::v1::Submission> SelectByRequest(
    soci::session& sql, const std::string& request_id);

// At most `limit` newest versions behind `after`, in order of edition and
// school; all editions where `edition` is empty.
std::vector<nianbao::intake::v1::Submission> SelectNewest(
    soci::session& sql, const std::string& edition, const SubmissionName& after,
    int limit);

// The newest revision of an edition, or of all; zero where there is none.
std::int64_t SelectRevision(soci::session& sql, const std::string& edition);

// The version that the next submission of the school gets.
int SelectNextVersion(soci::session& sql, const std::string& edition,
                      const std::string& school);

// Inserts the submission and gives its revision.
std::int64_t InsertSubmission(
    soci::session& sql, const nianbao::intake::v1::Submission& submission);

// Inserts the content of a revision; empty strings become NULL.
void InsertContent(soci::session& sql, std::int64_t revision,
                   const std::string& file, const std::string& document,
                   const std::string& facts);

void InsertRequest(soci::session& sql, const std::string& request_id,
                   std::int64_t revision);

// A column of the content of a revision; empty for NULL.
std::string SelectContent(soci::session& sql, std::int64_t revision,
                          const std::string& column);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_SQL_SUBMISSIONS_H_
