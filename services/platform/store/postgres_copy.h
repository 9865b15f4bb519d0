// Many rows into PostgreSQL by COPY in its binary form, in which bytes need no
// escaping and numbers no printing.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_POSTGRES_COPY_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_POSTGRES_COPY_H_

#include <libpq-fe.h>

#include <string>
#include <vector>

#include "services/platform/store/sql_dialect.h"

namespace nianbao::platform {

// Inserts `rows` into the columns, all or none. Throws soci_error.
void CopyRows(PGconn* connection, const std::string& table,
              const std::string& columns, const std::vector<SqlRow>& rows);

// Throws what `result` says unless it is of the status `wanted`.
void CheckResult(PGconn* connection, const PGresult* result,
                 ExecStatusType wanted);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_POSTGRES_COPY_H_
