// Tables of the store and how they came to be.
#ifndef NIANBAO_SERVICES_PLATFORM_SQL_SCHEMA_H_
#define NIANBAO_SERVICES_PLATFORM_SQL_SCHEMA_H_

#include "absl/status/status.h"
#include "services/core/ports/clock.h"
#include "services/platform/sql_sessions.h"

namespace nianbao::platform {

// Brings the tables to this program's version: all steps or none.
// FailedPrecondition where a newer program wrote them.
absl::Status MigrateSchema(SqlSessions& sessions, const core::Clock& clock);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_SQL_SCHEMA_H_
