// Tables of the store and how they came to be.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_SQL_SCHEMA_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_SQL_SCHEMA_H_

#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nianbao/config/v1/config.pb.h"
#include "services/core/ports/clock.h"
#include "services/platform/store/sql_sessions.h"

namespace nianbao::platform {

// Brings the tables to this program's version: all steps or none.
// FailedPrecondition where a newer program wrote them.
absl::Status MigrateSchema(SqlSessions& sessions, const core::Clock& clock);

// Connections to the store with its tables up to date.
absl::StatusOr<std::shared_ptr<SqlSessions>> OpenRecord(
    const nianbao::config::v1::Store& store, const core::Clock& clock);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_SQL_SCHEMA_H_
