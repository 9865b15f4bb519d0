// The statements of the registry of organisations. All throw what SOCI throws.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_SQL_ORGANISATIONS_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_SQL_ORGANISATIONS_H_

#include <soci/soci.h>

#include <cstdint>
#include <vector>

#include "nianbao/intake/v1/organisation.pb.h"
#include "services/platform/store/sql_dialect.h"

namespace nianbao::platform {

// All entries in the order of their codes and first days.
std::vector<nianbao::intake::v1::Organisation> SelectOrganisations(
    soci::session& sql);

// Puts entries in, each in the place of the one with its code and first day
// where there is one. All get `revision`.
void ReplaceOrganisations(
    soci::session& sql, const SqlDialect& dialect,
    const std::vector<nianbao::intake::v1::Organisation>& entries,
    std::int64_t revision);

// The revision of the last import; zero where there was none.
std::int64_t SelectLastImport(soci::session& sql);
void UpdateLastImport(soci::session& sql, std::int64_t revision);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_SQL_ORGANISATIONS_H_
