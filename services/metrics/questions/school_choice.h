// Which rows of an edition a question is about.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_SCHOOL_CHOICE_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_SCHOOL_CHOICE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/scope.pb.h"
#include "services/metrics/snapshot/snapshot.h"

namespace nianbao::metrics {

// Checks a filter. InvalidArgument where its range names an unknown indicator
// or has bounds that are no numbers.
absl::Status CheckFilter(const core::Catalogue& catalogue,
                         const nianbao::metrics::v1::SchoolFilter& filter);

// Rows that the filter, which CheckFilter has passed, names, in the order of
// schools' codes: whether they count or not.
std::vector<std::size_t> ChooseRows(
    const Snapshot& snapshot, const EditionTable& table,
    const nianbao::metrics::v1::SchoolFilter& filter);

// Those that take part in aggregates.
std::vector<std::size_t> ChooseCounting(
    const Snapshot& snapshot, const EditionTable& table,
    const nianbao::metrics::v1::SchoolFilter& filter);

// The table of an edition. InvalidArgument where the catalogue has none of that
// code.
absl::StatusOr<const EditionTable*> TableOf(const Snapshot& snapshot,
                                            const std::string& edition);

// The number of items in a page: 1000 where zero, at most 10000;
// InvalidArgument where negative.
absl::StatusOr<std::size_t> LargePageSize(int asked);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_SCHOOL_CHOICE_H_
