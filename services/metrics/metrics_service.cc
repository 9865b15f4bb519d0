#include "services/metrics/metrics_service.h"

#include <algorithm>
#include <memory>
#include <string>

#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "services/core/errors.h"
#include "services/metrics/compute_indicators.h"
#include "services/platform/rpc_page.h"
#include "services/platform/rpc_reactor.h"

namespace nianbao::metrics {
namespace {

namespace api = nianbao::metrics::v1;

constexpr absl::Duration kMostPatience = absl::Seconds(10);

// What a stream of requests brings together.
struct Material {
  std::string edition;
  std::string region;
  std::string school_class;
  core::Facts facts;

  absl::Status Take(api::ComputeIndicatorsRequest& request) {
    if (!request.edition().empty()) edition = request.edition();
    if (!request.region().empty()) region = request.region();
    if (!request.school_class().empty()) school_class = request.school_class();
    facts.MergeFrom(request.facts());
    return absl::OkStatus();
  }
};

// How long a call may wait for a revision: its deadline but for what it takes
// to answer, and never so long that waiting calls hold all threads for minutes.
absl::Duration PatienceOf(const grpc::CallbackServerContext& context) {
  const absl::Duration left =
      absl::FromChrono(context.deadline()) - absl::Now();
  return std::clamp(left * 9 / 10, absl::ZeroDuration(), kMostPatience);
}

}  // namespace

platform::RpcScope MetricsService::Scope(
    grpc::CallbackServerContext* context) const {
  return {*context, deps_.executor, deps_.max_request_bytes};
}

grpc::ServerReadReactor<api::ComputeIndicatorsRequest>*
MetricsService::ComputeIndicators(grpc::CallbackServerContext* context,
                                  api::ComputeIndicatorsResponse* response) {
  return platform::Collect<api::ComputeIndicatorsRequest,
                           api::ComputeIndicatorsResponse, Material>(
      Scope(context), response, std::make_unique<Material>(),
      [this](Material& material) {
        return metrics::ComputeIndicators(deps_.catalogue, material.edition,
                                          material.facts, material.region,
                                          material.school_class);
      });
}

grpc::ServerUnaryReactor* MetricsService::QueryAggregates(
    grpc::CallbackServerContext* context,
    const api::QueryAggregatesRequest* request,
    api::QueryAggregatesResponse* response) {
  return platform::AnswerOne<api::QueryAggregatesResponse>(
      Scope(context), response, [this, context, request] {
        return deps_.aggregates.Run(*request, PatienceOf(*context));
      });
}

grpc::ServerUnaryReactor* MetricsService::ListRanks(
    grpc::CallbackServerContext* context, const api::ListRanksRequest* request,
    api::ListRanksResponse* response) {
  return platform::AnswerOne<api::ListRanksResponse>(
      Scope(context), response, [this, context, request] {
        return deps_.ranks.Run(*request, PatienceOf(*context));
      });
}

grpc::ServerUnaryReactor* MetricsService::ListIndicators(
    grpc::CallbackServerContext* context,
    const api::ListIndicatorsRequest* request,
    api::ListIndicatorsResponse* response) {
  using Answer = api::ListIndicatorsResponse;
  return platform::AnswerOne<Answer>(
      Scope(context), response, [this, request]() -> absl::StatusOr<Answer> {
        NIANBAO_ASSIGN_OR_RETURN(
            const auto page,
            platform::PageOf(deps_.catalogue.indicators(), request->page_size(),
                             request->page_token()));
        Answer answer;
        for (const auto* indicator : page.items) {
          *answer.add_indicators() = *indicator;
        }
        answer.set_next_page_token(page.next_page_token);
        return answer;
      });
}

}  // namespace nianbao::metrics
