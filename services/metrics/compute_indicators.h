// Use case: one school's facts in, derived indicators and attainments out.
#ifndef NIANBAO_SERVICES_METRICS_COMPUTE_INDICATORS_H_
#define NIANBAO_SERVICES_METRICS_COMPUTE_INDICATORS_H_

#include <string>

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"

namespace nianbao::metrics {

// Computes the edition's derived indicators for each year that the facts
// cover, in dependency order, and the standards that apply to a school of that
// region and class at the edition's statistic day; both may be empty.
// Computed facts have ids "m1", "m2" …, formula and inputs. Deterministic;
// safe from any thread. InvalidArgument for an unknown edition.
absl::StatusOr<nianbao::metrics::v1::ComputeIndicatorsResponse>
ComputeIndicators(const core::Catalogue& catalogue, const std::string& edition,
                  const core::Facts& facts, const std::string& region = "",
                  const std::string& school_class = "");

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_COMPUTE_INDICATORS_H_
