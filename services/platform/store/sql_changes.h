// The outbox: what changed at each revision. All throw what SOCI throws.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_SQL_CHANGES_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_SQL_CHANGES_H_

#include <soci/soci.h>

#include <cstdint>
#include <string>
#include <vector>

#include "services/platform/store/sql_dialect.h"

namespace nianbao::platform {

// A row of the outbox.
struct ChangeRow {
  std::int64_t revision = 0;
  // kSubmissionChange or kOrganisationsChange.
  std::string kind;
  // Name of the submission without its version.
  std::string subject;
  // Organisations added or changed.
  std::int64_t entries = 0;
  // Size of the submission's facts.
  std::int64_t facts_bytes = 0;
};

inline constexpr char kSubmissionChange[] = "submission";
inline constexpr char kOrganisationsChange[] = "organisations";

// Takes the next `count` revisions and gives the first of them; of none, the
// one that would be next. To be called first in a transaction that writes:
// others that write wait behind it until the transaction's end, so that
// revisions are committed in order.
std::int64_t TakeRevisions(soci::session& sql, std::int64_t count);

// Records what changed at revisions taken before. Whoever changes the record
// must call it for each revision, or watchers would see a gap.
void InsertChanges(soci::session& sql, const SqlDialect& dialect,
                   const std::vector<ChangeRow>& rows);

// The newest revision; zero where nothing was stored.
std::int64_t SelectNewestRevision(soci::session& sql);

// At most `limit` changes behind revision `after`, in order. Submissions that
// newer versions up to revision `replaced_by` had replaced are left out.
std::vector<ChangeRow> SelectChanges(soci::session& sql, std::int64_t after,
                                     std::int64_t replaced_by, int limit);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_SQL_CHANGES_H_
