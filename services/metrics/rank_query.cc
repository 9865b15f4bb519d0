#include "services/metrics/rank_query.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/metrics/columns/series_engine.h"
#include "services/metrics/paging.h"
#include "services/metrics/request_errors.h"
#include "services/metrics/school_groups.h"
#include "services/metrics/school_scope.h"

namespace nianbao::metrics {
namespace {

namespace api = nianbao::metrics::v1;

// A rank with its group.
struct GroupedRank {
  const SchoolGroup* group = nullptr;
  // Schools of the group with a rank.
  int ranked = 0;
  FigureRank rank;
};

api::QueryAggregatesRequest::GroupBy GroupByOf(api::RankWithin within) {
  switch (within) {
    case api::RANK_WITHIN_PREFECTURE:
      return api::QueryAggregatesRequest::GROUP_BY_PREFECTURE;
    case api::RANK_WITHIN_COUNTY:
      return api::QueryAggregatesRequest::GROUP_BY_COUNTY;
    case api::RANK_WITHIN_SCHOOL_CLASS:
      return api::QueryAggregatesRequest::GROUP_BY_SCHOOL_CLASS;
    default:
      return api::QueryAggregatesRequest::GROUP_BY_UNSPECIFIED;
  }
}

absl::Status CheckRequest(const core::Catalogue& catalogue,
                          const api::ListRanksRequest& request) {
  NIANBAO_RETURN_IF_ERROR(CheckPage(request.page_size()));
  const auto unknown = [](const std::string& field, int value) {
    return BadField(field, absl::StrCat(value),
                    "a value that this version knows");
  };
  if (!api::RankWithin_IsValid(request.within())) {
    return unknown("within", request.within());
  }
  if (!api::RankOrder_IsValid(request.order())) {
    return unknown("order", request.order());
  }
  if (!api::RankTies_IsValid(request.ties())) {
    return unknown("ties", request.ties());
  }
  if (!api::RankMissing_IsValid(request.missing())) {
    return unknown("missing", request.missing());
  }
  if (request.min_revision() < 0) {
    return BadField("min_revision", absl::StrCat(request.min_revision()),
                    "zero or more");
  }
  if (catalogue.FindEdition(request.edition()) == nullptr) {
    return UnknownEdition(catalogue, request.edition());
  }
  if (catalogue.FindIndicator(request.indicator()) == nullptr) {
    return UnknownIndicator(catalogue, request.indicator());
  }
  return absl::OkStatus();
}

// A percentage in hundredths as text.
std::string ShareText(std::int32_t share) {
  if (share == FigureRank::kNoShare) return "";
  return absl::StrFormat("%d.%02d", share / 100, share % 100);
}

std::vector<GroupedRank> RankGroups(const api::ListRanksRequest& request,
                                    const FigureSeries& series,
                                    const std::vector<SchoolGroup>& groups,
                                    api::ListRanksResponse& response) {
  std::vector<GroupedRank> ranks;
  int missing = 0;
  for (const SchoolGroup& group : groups) {
    const auto ranked = static_cast<int>(
        std::count_if(group.rows.begin(), group.rows.end(),
                      [&](std::uint32_t row) { return !series.IsBlank(row); }));
    missing += static_cast<int>(group.rows.size()) - ranked;
    for (const FigureRank& rank :
         RankFigures(series, group.rows, request.order(), request.ties())) {
      if (rank.rank == 0 && request.missing() == api::RANK_MISSING_OMITTED) {
        continue;
      }
      ranks.push_back({&group, ranked, rank});
    }
  }
  response.set_missing(missing);
  return ranks;
}

}  // namespace

api::SchoolRank ToSchoolRank(
    const FigureRank& rank, const FigureSeries& series,
    const EditionTable& table,
    const nianbao::catalogue::v1::Indicator& indicator) {
  api::SchoolRank result;
  result.set_school(table.row(rank.row).school);
  result.set_title(table.row(rank.row).title);
  if (const auto value = series.ValueAt(rank.row)) {
    result.set_value(
        core::Decimal::Round(*value, indicator.decimals()).ToString());
  }
  result.set_rank(rank.rank);
  result.set_best_rank(rank.best);
  result.set_worst_rank(rank.worst);
  result.set_percentile(ShareText(rank.percentile));
  result.set_least_percentile(ShareText(rank.least_percentile));
  result.set_greatest_percentile(ShareText(rank.greatest_percentile));
  return result;
}

absl::StatusOr<api::ListRanksResponse> RankQuery::Run(
    const api::ListRanksRequest& request, absl::Duration patience) const {
  NIANBAO_RETURN_IF_ERROR(CheckRequest(deps_.catalogue, request));
  NIANBAO_ASSIGN_OR_RETURN(
      const auto snapshot,
      deps_.snapshots.AtLeast(request.min_revision(), patience));
  const EditionTable& table = *snapshot->Find(request.edition());
  NIANBAO_ASSIGN_OR_RETURN(
      const SchoolScope scope,
      SchoolScope::Create(deps_.plans, *snapshot, table, request.filter()));
  SeriesEngine engine(*snapshot, table, SeriesEngine::Want::kBounds);
  const auto groups = GroupSchools(*snapshot, table, scope.Rows(engine),
                                   GroupByOf(request.within()));
  const FigureSeries& series =
      engine.Figures({request.indicator(), table.data_year()});
  api::ListRanksResponse response;
  const auto ranks = RankGroups(request, series, groups, response);
  const PageRange page =
      PageAt(ranks, request.page_token(), request.page_size(),
             [&](const GroupedRank& each) {
               return table.row(each.rank.row).school == request.page_token();
             });
  const auto& indicator = *deps_.catalogue.FindIndicator(request.indicator());
  for (std::size_t i = page.begin; i < page.end; ++i) {
    const SchoolGroup& group = *ranks[i].group;
    auto& added = *response.add_ranks();
    added = ToSchoolRank(ranks[i].rank, series, table, indicator);
    added.set_group(group.code);
    added.set_ranked(ranks[i].ranked);
  }
  if (page.end < ranks.size()) {
    response.set_next_page_token(table.row(ranks[page.end].rank.row).school);
  }
  response.set_revision(snapshot->revision());
  response.set_catalogue_revision(deps_.catalogue.revision());
  return response;
}

}  // namespace nianbao::metrics
