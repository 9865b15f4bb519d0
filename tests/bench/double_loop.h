// What rules cost without exact numbers: plain loops over doubles, for
// comparison.
#ifndef NIANBAO_TESTS_BENCH_DOUBLE_LOOP_H_
#define NIANBAO_TESTS_BENCH_DOUBLE_LOOP_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/bench/school_table.h"

namespace nianbao::bench {

// A rule that fails in a row.
struct LoopFinding {
  std::uint32_t rule = 0;
  std::uint32_t row = 0;
};

// What a rule came to: rows in which it fails, and rows in which it can't be
// computed.
struct LoopTally {
  std::size_t failed = 0;
  std::size_t not_computed = 0;
};

// Runs all rules over all rows with fixed tolerances. Fills `findings`.
std::vector<LoopTally> RunDoubleLoop(const SchoolTable& table,
                                     const std::vector<SchoolRule>& rules,
                                     std::vector<LoopFinding>& findings);

}  // namespace nianbao::bench

#endif  // NIANBAO_TESTS_BENCH_DOUBLE_LOOP_H_
