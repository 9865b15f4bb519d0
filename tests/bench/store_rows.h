// What the benchmark of the store stores: schools with facts.
#ifndef NIANBAO_TESTS_BENCH_STORE_ROWS_H_
#define NIANBAO_TESTS_BENCH_STORE_ROWS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "services/core/ports/submission_store.h"

namespace nianbao::bench {

using Batch = std::vector<core::NewSubmission>;

// `schools` submissions of `facts` facts each, in batches of `size`.
std::vector<Batch> MakeBatches(int schools, int facts, int size);

// The rows that the store makes of a submission, ready to be inserted.
struct RawRow {
  std::int64_t revision = 0;
  nianbao::intake::v1::Submission submission;
  std::string request_id;
  std::string facts;
  std::string subject;
};
using RawBatch = std::vector<RawRow>;

std::vector<RawBatch> MakeRows(const std::vector<Batch>& batches);

}  // namespace nianbao::bench

#endif  // NIANBAO_TESTS_BENCH_STORE_ROWS_H_
