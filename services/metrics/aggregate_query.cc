#include "services/metrics/aggregate_query.h"

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/core/fact_table.h"
#include "services/metrics/aggregate_key.h"
#include "services/metrics/indicator_graph.h"
#include "services/metrics/region_groups.h"
#include "services/metrics/request_errors.h"
#include "services/metrics/rollup.h"

namespace nianbao::metrics {
namespace {

using nianbao::metrics::v1::QueryAggregatesRequest;
using nianbao::metrics::v1::QueryAggregatesResponse;

constexpr int kMostIndicators = 100;

absl::Status CheckFields(const QueryAggregatesRequest& request) {
  if (request.indicators().empty() ||
      request.indicators_size() > kMostIndicators) {
    return BadField("the number of indicators",
                    absl::StrCat(request.indicators_size()),
                    absl::StrCat("1 to ", kMostIndicators, " codes"));
  }
  if (!QueryAggregatesRequest::GroupBy_IsValid(request.group_by())) {
    return BadField("group_by",
                    absl::StrCat(static_cast<int>(request.group_by())),
                    "a level that this version knows");
  }
  if (request.min_revision() < 0) {
    return BadField("min_revision", absl::StrCat(request.min_revision()),
                    "zero or more");
  }
  return absl::OkStatus();
}

// How each indicator that is asked for is rolled up.
absl::StatusOr<std::vector<Rollup>> Plan(
    const core::Catalogue& catalogue, const QueryAggregatesRequest& request) {
  const auto* edition = catalogue.FindEdition(request.edition());
  if (edition == nullptr) return UnknownEdition(catalogue, request.edition());
  std::vector<Rollup> rollups;
  for (const std::string& code : request.indicators()) {
    const auto* indicator = catalogue.FindIndicator(code);
    if (indicator == nullptr) return UnknownIndicator(catalogue, code);
    NIANBAO_ASSIGN_OR_RETURN(
        Rollup rollup,
        Rollup::Create(catalogue, *indicator, edition->data_year()));
    rollups.push_back(std::move(rollup));
  }
  return rollups;
}

// The aggregates of one group.
absl::StatusOr<QueryAggregatesResponse::Group> Compute(
    const AggregateQuery::Deps& deps, const std::vector<Rollup>& rollups,
    const RegionGroup& group) {
  std::vector<RollupSums> sums(rollups.size());
  for (const auto* submission : group.submissions) {
    // The name has the version in it, so these are the facts of the list even
    // where a newer version has been stored meanwhile.
    const auto facts = deps.intake.GetFacts(submission->name());
    if (!facts.ok()) return core::Annotate(facts.status(), submission->name());
    const core::FactTable table(*facts);
    IndicatorGraph school(deps.catalogue, table);
    for (std::size_t i = 0; i < rollups.size(); ++i) {
      rollups[i].Add(school, sums[i]);
    }
  }
  QueryAggregatesResponse::Group result;
  result.set_region(group.region);
  result.set_title(group.title);
  for (std::size_t i = 0; i < rollups.size(); ++i) {
    *result.add_aggregates() = rollups[i].Result(sums[i]);
  }
  return result;
}

// Whether the group holds the aggregates asked for in their order.
bool Answers(const QueryAggregatesResponse::Group& group,
             const QueryAggregatesRequest& request) {
  if (group.aggregates_size() != request.indicators_size()) return false;
  for (int i = 0; i < group.aggregates_size(); ++i) {
    if (group.aggregates(i).indicator() != request.indicators(i)) return false;
  }
  return true;
}

// The cached answer. Nothing where the cache has none, fails, or holds what is
// no answer to this request: bytes that were cut off can still parse.
std::optional<QueryAggregatesResponse> Recall(
    core::AggregateCache& cache, const std::string& key,
    const QueryAggregatesRequest& request,
    const QueryAggregatesResponse& expected) {
  const auto value = cache.Get(key);
  if (!value.ok() || !value->has_value()) return std::nullopt;
  QueryAggregatesResponse response;
  if (!response.ParseFromString(**value) ||
      response.revision() != expected.revision() ||
      response.catalogue_revision() != expected.catalogue_revision() ||
      response.groups_size() != expected.groups_size()) {
    return std::nullopt;
  }
  for (int i = 0; i < response.groups_size(); ++i) {
    const auto& group = response.groups(i);
    if (group.region() != expected.groups(i).region() ||
        group.title() != expected.groups(i).title() ||
        !Answers(group, request)) {
      return std::nullopt;
    }
  }
  return response;
}

// The answer with everything but the aggregates.
QueryAggregatesResponse Frame(const core::Catalogue& catalogue,
                              const core::SubmissionList& list,
                              const std::vector<RegionGroup>& groups) {
  QueryAggregatesResponse frame;
  frame.set_revision(list.revision);
  frame.set_catalogue_revision(catalogue.revision());
  for (const RegionGroup& group : groups) {
    auto& added = *frame.add_groups();
    added.set_region(group.region);
    added.set_title(group.title);
  }
  return frame;
}

}  // namespace

absl::StatusOr<QueryAggregatesResponse> AggregateQuery::Run(
    const QueryAggregatesRequest& request) {
  NIANBAO_RETURN_IF_ERROR(CheckFields(request));
  NIANBAO_ASSIGN_OR_RETURN(const std::vector<Rollup> rollups,
                           Plan(deps_.catalogue, request));
  // Asked each time, so that an answer is never older than the record.
  NIANBAO_ASSIGN_OR_RETURN(const core::SubmissionList list,
                           deps_.intake.ListSubmissions(request.edition()));
  if (list.revision < request.min_revision()) {
    return RevisionTooOld(list.revision, request.min_revision());
  }
  const std::vector<RegionGroup> groups =
      GroupByRegion(deps_.catalogue, list.submissions, request.group_by());
  QueryAggregatesResponse response = Frame(deps_.catalogue, list, groups);
  const std::string key =
      AggregateKey(request, list, deps_.catalogue.revision());
  if (auto known = Recall(deps_.cache, key, request, response)) return *known;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    NIANBAO_ASSIGN_OR_RETURN(*response.mutable_groups(static_cast<int>(i)),
                             Compute(deps_, rollups, groups[i]));
  }
  // An answer that could not be put is no less right; the cache reports it.
  deps_.cache.Put(key, response.SerializeAsString()).IgnoreError();
  return response;
}

}  // namespace nianbao::metrics
