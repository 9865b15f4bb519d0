#include "services/metrics/aggregate_groups.h"

#include <cstddef>
#include <utility>

#include "services/core/errors.h"
#include "services/metrics/aggregate_request.h"
#include "services/metrics/columns/column_rollup.h"
#include "services/metrics/paging.h"
#include "services/metrics/statistics/ordered_figures.h"
#include "services/metrics/statistics/statistics.h"

namespace nianbao::metrics {
namespace {

using nianbao::metrics::v1::QueryAggregatesRequest;
using nianbao::metrics::v1::QueryAggregatesResponse;
using Aggregate = QueryAggregatesResponse::Aggregate;

// The token of a group; that of the group without a code has a sign of its own.
constexpr char kNoCode[] = "-";

std::string TokenOf(const std::string& code) {
  return code.empty() ? kNoCode : code;
}

// What is asked of each aggregate beside its total.
struct Extras {
  std::vector<AskedStatistic> statistics;
  std::vector<core::Rational> bin_ends;
};

absl::StatusOr<Extras> ExtrasOf(const QueryAggregatesRequest& request) {
  Extras extras;
  for (const auto& asked : request.statistics()) {
    NIANBAO_ASSIGN_OR_RETURN(AskedStatistic statistic, CheckStatistic(asked));
    extras.statistics.push_back(std::move(statistic));
  }
  NIANBAO_ASSIGN_OR_RETURN(extras.bin_ends, BinEnds(request));
  return extras;
}

void AddExtras(const Extras& extras, const OrderedFigures& figures,
               int decimals, Aggregate& aggregate) {
  for (const AskedStatistic& asked : extras.statistics) {
    *aggregate.add_statistics() = ComputeStatistic(asked, figures, decimals);
  }
  if (extras.bin_ends.empty()) return;
  for (const std::int32_t count : CountBins(figures, extras.bin_ends)) {
    aggregate.add_bins(count);
  }
}

}  // namespace

absl::StatusOr<QueryAggregatesResponse> AggregateGroups(
    const QueryAggregatesRequest& request,
    const std::vector<SchoolGroup>& groups, SeriesEngine& engine) {
  NIANBAO_ASSIGN_OR_RETURN(const Extras extras, ExtrasOf(request));
  const core::Catalogue& catalogue = engine.snapshot().catalogue();
  const int year = engine.table().data_year();
  QueryAggregatesResponse response;
  for (const SchoolGroup& group : groups) {
    auto& added = *response.add_groups();
    added.set_region(group.code);
    added.set_title(group.title);
  }
  for (const std::string& code : request.indicators()) {
    const auto& indicator = *catalogue.FindIndicator(code);
    NIANBAO_ASSIGN_OR_RETURN(const Rollup rollup,
                             Rollup::Create(catalogue, indicator, year));
    auto aggregates = RollUpGroups(rollup, engine, groups);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      *response.mutable_groups(static_cast<int>(i))->add_aggregates() =
          std::move(aggregates[i]);
    }
    if (!NeedsFigures(request)) continue;
    const FigureKeys keys(engine.Figures({code, year}));
    for (std::size_t i = 0; i < groups.size(); ++i) {
      auto& group = *response.mutable_groups(static_cast<int>(i));
      AddExtras(extras, OrderedFigures(keys, groups[i].rows),
                indicator.decimals(),
                *group.mutable_aggregates(group.aggregates_size() - 1));
    }
  }
  return response;
}

std::string CutPage(const QueryAggregatesRequest& request,
                    std::vector<SchoolGroup>& groups) {
  const PageRange page =
      PageAt(groups, request.page_token(), request.page_size(),
             [&request](const SchoolGroup& group) {
               return TokenOf(group.code) == request.page_token();
             });
  std::string next =
      page.end < groups.size() ? TokenOf(groups[page.end].code) : "";
  groups.resize(page.end);
  groups.erase(groups.begin(),
               groups.begin() + static_cast<std::ptrdiff_t>(page.begin));
  return next;
}

std::string CutPage(const QueryAggregatesRequest& request,
                    QueryAggregatesResponse& response) {
  auto& groups = *response.mutable_groups();
  const PageRange page =
      PageAt(groups, request.page_token(), request.page_size(),
             [&request](const QueryAggregatesResponse::Group& group) {
               return TokenOf(group.region()) == request.page_token();
             });
  std::string next =
      static_cast<int>(page.end) < groups.size()
          ? TokenOf(groups.Get(static_cast<int>(page.end)).region())
          : "";
  groups.DeleteSubrange(static_cast<int>(page.end),
                        groups.size() - static_cast<int>(page.end));
  groups.DeleteSubrange(0, static_cast<int>(page.begin));
  return next;
}

}  // namespace nianbao::metrics
