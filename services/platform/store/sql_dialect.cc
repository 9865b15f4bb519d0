#include "services/platform/store/sql_dialect.h"

namespace nianbao::platform {

std::unique_ptr<const SqlDialect> SqlDialect::For(
    const nianbao::config::v1::Store& store) {
  return store.postgres().empty() ? SqliteDialect(store)
                                  : PostgresDialect(store);
}

}  // namespace nianbao::platform
