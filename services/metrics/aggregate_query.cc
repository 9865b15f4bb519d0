#include "services/metrics/aggregate_query.h"

#include <set>
#include <utility>

#include "services/core/errors.h"
#include "services/metrics/aggregate_groups.h"
#include "services/metrics/aggregate_key.h"
#include "services/metrics/aggregate_request.h"
#include "services/metrics/request_errors.h"

namespace nianbao::metrics {
namespace {

using nianbao::metrics::v1::AUDIENCE_PUBLIC;

constexpr unsigned char kSnapshotRevisionTag = 4 << 3;

}  // namespace

absl::StatusOr<PreparedAggregates> AggregateQuery::Prepare(
    const Request& request, absl::Duration patience) const {
  NIANBAO_RETURN_IF_ERROR(
      CheckAggregateRequest(deps_.catalogue, deps_.plans, request));
  if (request.audience() == AUDIENCE_PUBLIC && !deps_.suppress) {
    return BadField("audience", "AUDIENCE_PUBLIC", "another audience");
  }
  PreparedAggregates prepared;
  NIANBAO_ASSIGN_OR_RETURN(
      prepared.snapshot,
      deps_.snapshots.AtLeast(request.min_revision(), patience));
  prepared.table = prepared.snapshot->Find(request.edition());
  prepared.request = request;
  NIANBAO_ASSIGN_OR_RETURN(
      const SchoolScope scope,
      SchoolScope::Create(deps_.plans, *prepared.snapshot, *prepared.table,
                          request.filter()));
  prepared.version = VersionOf(prepared, scope);
  prepared.key =
      AggregateKey(request, prepared.version, deps_.catalogue.revision());
  return prepared;
}

DataVersion AggregateQuery::VersionOf(const PreparedAggregates& prepared,
                                      const SchoolScope& scope) const {
  DataVersion version = prepared.snapshot->tree_version();
  version.Include(scope.Members());
  const bool figures = NeedsFigures(prepared.request);
  const auto include = [&](const std::set<FigureRead>& reads) {
    for (const FigureRead& read : reads) version.Include(scope.VersionOf(read));
  };
  for (const std::string& code : prepared.request.indicators()) {
    const IndicatorPlan& plan = *deps_.plans.Find(code);
    include(plan.total_reads);
    if (figures) include(plan.figure_reads);
  }
  if (scope.range() != nullptr) include(scope.range()->figure_reads);
  if (prepared.request.audience() == AUDIENCE_PUBLIC) {
    version.Include(PublicVersionOf(prepared));
  }
  return version;
}

// What is withheld is decided for the whole edition at once.
DataVersion AggregateQuery::PublicVersionOf(
    const PreparedAggregates& prepared) const {
  DataVersion version = prepared.snapshot->tree_version();
  const auto all =
      SchoolScope::Create(deps_.plans, *prepared.snapshot, *prepared.table, {});
  if (!all.ok() || !deps_.tied) return version;
  version.Include(all->Members());
  const auto& asked = prepared.request.indicators();
  for (const std::string& code :
       deps_.tied(deps_.catalogue, {asked.begin(), asked.end()})) {
    for (const FigureRead& read : deps_.plans.Find(code)->total_reads) {
      version.Include(all->VersionOf(read));
    }
  }
  return version;
}

SnapshotStore::Pointer AggregateQuery::Current() const {
  return deps_.snapshots.Current().value_or(nullptr);
}

void AggregateQuery::Recall(const PreparedAggregates& prepared,
                            core::AggregateCache::Found found) const {
  deps_.cache.Find(prepared.key, std::move(found));
}

absl::StatusOr<std::string> AggregateQuery::Answer(
    const PreparedAggregates& prepared) const {
  return deps_.cache.GetOrCompute(
      prepared.key, [&]() -> absl::StatusOr<std::string> {
        NIANBAO_ASSIGN_OR_RETURN(const Response response, Compute(prepared));
        return response.SerializeAsString();
      });
}

absl::StatusOr<AggregateQuery::Response> AggregateQuery::Compute(
    const PreparedAggregates& prepared) const {
  const Request& request = prepared.request;
  SeriesEngine engine(*prepared.snapshot, *prepared.table,
                      SeriesEngine::Want::kValues);
  NIANBAO_ASSIGN_OR_RETURN(
      const SchoolScope scope,
      SchoolScope::Create(deps_.plans, *prepared.snapshot, *prepared.table,
                          request.filter()));
  std::vector<SchoolGroup> groups =
      GroupSchools(*prepared.snapshot, *prepared.table, scope.Rows(engine),
                   request.group_by());
  const bool all = request.audience() == AUDIENCE_PUBLIC;
  std::string next;
  if (!all) next = CutPage(request, groups);
  NIANBAO_ASSIGN_OR_RETURN(Response response,
                           AggregateGroups(request, groups, engine));
  if (all) {
    NIANBAO_RETURN_IF_ERROR(
        deps_.suppress({prepared, groups, engine}, response));
    next = CutPage(request, response);
  }
  response.set_next_page_token(next);
  response.set_revision(prepared.version.revision);
  response.set_catalogue_revision(deps_.catalogue.revision());
  return response;
}

void AggregateQuery::AppendRevision(std::int64_t revision,
                                    std::string& response) {
  response.push_back(static_cast<char>(kSnapshotRevisionTag));
  auto rest = static_cast<std::uint64_t>(revision);
  for (; rest >= 0x80; rest >>= 7) {
    response.push_back(static_cast<char>(rest | 0x80));
  }
  response.push_back(static_cast<char>(rest));
}

absl::StatusOr<AggregateQuery::Response> AggregateQuery::Run(
    const Request& request, absl::Duration patience) const {
  NIANBAO_ASSIGN_OR_RETURN(const PreparedAggregates prepared,
                           Prepare(request, patience));
  NIANBAO_ASSIGN_OR_RETURN(std::string bytes, Answer(prepared));
  AppendRevision(prepared.snapshot->revision(), bytes);
  Response response;
  if (response.ParseFromString(bytes)) return response;
  // What the cache had was spoilt.
  NIANBAO_ASSIGN_OR_RETURN(response, Compute(prepared));
  response.set_snapshot_revision(prepared.snapshot->revision());
  return response;
}

}  // namespace nianbao::metrics
