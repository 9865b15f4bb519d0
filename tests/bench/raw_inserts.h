// Multi-row inserts through the stores' own C interfaces, into the tables of
// the store: what the store is compared with.
#ifndef NIANBAO_TESTS_BENCH_RAW_INSERTS_H_
#define NIANBAO_TESTS_BENCH_RAW_INSERTS_H_

#include <string>
#include <vector>

#include "tests/bench/store_rows.h"

namespace nianbao::bench {

// Inserts all rows, a transaction for each batch, into the SQLite file `path`
// whose tables are there. Ends the program where that fails.
void InsertIntoSqlite(const std::string& path,
                      const std::vector<RawBatch>& batches);

// The same into the PostgreSQL of `connection`.
void InsertIntoPostgres(const std::string& connection,
                        const std::vector<RawBatch>& batches);

}  // namespace nianbao::bench

#endif  // NIANBAO_TESTS_BENCH_RAW_INSERTS_H_
