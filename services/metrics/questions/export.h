// Use case: aggregates as tables.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_EXPORT_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_EXPORT_H_

#include <functional>
#include <vector>

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/core/catalogue.h"

namespace nianbao::metrics {

// Answers one page of QueryAggregates.
using AskAggregates =
    std::function<absl::StatusOr<nianbao::metrics::v1::QueryAggregatesResponse>(
        const nianbao::metrics::v1::QueryAggregatesRequest&)>;

// Answers ExportAggregates with messages of some 64 KiB, each of whole lines;
// the last one has the revision. Errors of `ask`.
absl::StatusOr<std::vector<nianbao::metrics::v1::ExportAggregatesResponse>>
ExportAggregates(const core::Catalogue& catalogue, const AskAggregates& ask,
                 const nianbao::metrics::v1::ExportAggregatesRequest& request);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_EXPORT_H_
