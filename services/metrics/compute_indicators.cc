#include "services/metrics/compute_indicators.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "services/core/standards.h"
#include "services/core/validity.h"
#include "services/metrics/attainment.h"
#include "services/metrics/computed_facts.h"
#include "services/metrics/gap.h"
#include "services/metrics/indicator_graph.h"
#include "services/metrics/printed_figures.h"
#include "services/metrics/request_errors.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::Edition;
using nianbao::metrics::v1::ComputeIndicatorsResponse;

// Years that the facts cover and the edition's own, newest first: that nothing
// at all is known of the edition's year must show as gaps.
std::vector<int> YearsOf(const core::FactTable& table, const Edition& edition) {
  std::vector<int> years = table.Years();
  if (std::find(years.begin(), years.end(), edition.data_year()) ==
      years.end()) {
    years.push_back(edition.data_year());
    std::sort(years.begin(), years.end(), std::greater<>());
  }
  return years;
}

// Whether nobody can expect the indicator for that year: a stray figure of an
// earlier year in the text would make gaps of every indicator otherwise.
bool IsBesideThePoint(const Derived& derived, int year,
                      const Edition& edition) {
  return year != edition.data_year() &&
         std::none_of(derived.operands.begin(), derived.operands.end(),
                      [](const Operand& operand) { return operand.quantity; });
}

}  // namespace

absl::StatusOr<ComputeIndicatorsResponse> ComputeIndicators(
    const core::Catalogue& catalogue, const std::string& edition,
    const core::Facts& facts, const std::string& region,
    const std::string& school_class) {
  const Edition* scheme = catalogue.FindEdition(edition);
  if (scheme == nullptr) return UnknownEdition(catalogue, edition);
  const core::FactTable table(facts);
  const PrintedFigures printed(catalogue, table);
  IndicatorGraph graph(catalogue, printed.AsLookup());
  ComputedFacts computed(graph, printed);
  ComputeIndicatorsResponse response;
  const std::vector<int> years = YearsOf(table, *scheme);
  for (const auto* indicator : catalogue.DerivedOf(edition)) {
    for (const int year : years) {
      const Derived& derived = graph.Compute(indicator->code(), year);
      if (derived.quantity) {
        *response.add_facts() = computed.Make(*indicator, year, derived);
      } else if (!IsBesideThePoint(derived, year, *scheme)) {
        *response.add_gaps() =
            MakeGap(catalogue, printed, *indicator, year, derived);
      }
    }
  }
  const core::StandardScope scope = {core::StatisticDay(scheme->data_year()),
                                     region, school_class};
  for (const auto* standard : core::ApplicableStandards(catalogue, scope)) {
    *response.add_attainments() = JudgeStandard(
        catalogue, *standard, scheme->data_year(), graph, computed);
  }
  return response;
}

}  // namespace nianbao::metrics
