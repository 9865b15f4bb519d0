// Takes out of aggregates what the public may not see.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_PUBLIC_AUDIENCE_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_PUBLIC_AUDIENCE_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/metrics/aggregate_query.h"
#include "services/metrics/snapshot/snapshot.h"
#include "services/metrics/suppression/public_cells.h"

namespace nianbao::metrics {

// Whether the public may ask this. InvalidArgument with reason NOT_PUBLIC for
// what would tell of single schools whatever is withheld: the least and
// greatest figure, percentiles, shares, bins, and a range of figures to choose
// schools by.
absl::Status CheckPublic(
    const nianbao::metrics::v1::QueryAggregatesRequest& request);

// Indicators that must be looked at together with those given, themselves
// included, in code order: wholes with their parts, formulas with their inputs.
std::vector<std::string> TiedIndicators(const core::Catalogue& catalogue,
                                        const std::vector<std::string>& codes);

// Decides for an edition of a snapshot. Immutable once made; safe for use from
// any thread.
class PublicAudience {
 public:
  PublicAudience(const Snapshot& snapshot, const EditionTable& table,
                 const std::vector<std::string>& indicators);

  // Withholds of a group's aggregates what these rows' figures may not tell;
  // medians and quartiles of fewer than ten schools, too.
  void Apply(const nianbao::metrics::v1::QueryAggregatesRequest& request,
             const std::vector<std::uint32_t>& rows,
             nianbao::metrics::v1::QueryAggregatesResponse::Group& group) const;

 private:
  // Place of each row among the schools; nothing for rows that do not count.
  std::vector<std::optional<std::size_t>> place_of_;
  std::map<std::string, std::size_t> measure_of_;
  std::optional<PublicCells> cells_;
};

// AggregateQuery's Suppress: CheckPublic, then Apply to each group.
absl::Status SuppressForPublic(
    const AggregateMaterial& material,
    nianbao::metrics::v1::QueryAggregatesResponse& response);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_PUBLIC_AUDIENCE_H_
