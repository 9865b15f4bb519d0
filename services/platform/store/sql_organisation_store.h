// The registry of organisations in SQL.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_SQL_ORGANISATION_STORE_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_SQL_ORGANISATION_STORE_H_

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "services/core/ports/organisation_store.h"
#include "services/platform/store/sql_sessions.h"

namespace nianbao::platform {

// Keeps organisations in the store that has the submissions, too. Besides what
// the port says, every call gives Unavailable where the store can't be used and
// DataLoss where it is damaged.
class SqlOrganisationStore : public core::OrganisationStore {
 public:
  // On connections whose tables are up to date.
  explicit SqlOrganisationStore(std::shared_ptr<SqlSessions> sessions)
      : sessions_(std::move(sessions)) {}

  absl::StatusOr<core::OrganisationList> List() override;
  absl::StatusOr<std::int64_t> LastImport() override;
  absl::StatusOr<std::int64_t> Import(
      const std::vector<nianbao::intake::v1::Organisation>& entries,
      std::int64_t after) override;

 private:
  const std::shared_ptr<SqlSessions> sessions_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_SQL_ORGANISATION_STORE_H_
