#include "services/metrics/metrics_service.h"

#include <memory>
#include <string>
#include <utility>

#include "absl/time/time.h"
#include "services/core/errors.h"
#include "services/metrics/compute_indicators.h"
#include "services/platform/rpc_call.h"
#include "services/platform/rpc_page.h"
#include "services/platform/rpc_reactor.h"

namespace nianbao::metrics {
namespace {

namespace api = nianbao::metrics::v1;

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

// Requests whose checks and key are remembered.
constexpr std::size_t kRemembered = 4096;

// The record does not have the revision asked yet: worth waiting for.
constexpr char kTooOld[] = "REVISION_TOO_OLD";

absl::StatusOr<api::QueryAggregatesRequest> Parse(const std::string& bytes) {
  api::QueryAggregatesRequest request;
  if (request.ParseFromString(bytes)) return request;
  return core::MakeError(absl::StatusCode::kInvalidArgument,
                         "the request is no QueryAggregatesRequest",
                         {.reason = "BAD_REQUEST", .metadata = {}});
}

absl::StatusOr<std::string> AnswerWhole(const AggregateQuery& aggregates,
                                        const PreparedAggregates& prepared) {
  NIANBAO_ASSIGN_OR_RETURN(std::string bytes, aggregates.Answer(prepared));
  AggregateQuery::AppendRevision(prepared.snapshot->revision(), bytes);
  return bytes;
}

}  // namespace

MetricsService::MetricsService(const Deps& deps, Questions questions)
    : deps_(deps), prepared_(kRemembered) {
  SetQuestions(std::move(questions));
}

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
    grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
    grpc::ByteBuffer* response) {
  const platform::BytesCall call(Scope(context), *response);
  std::string bytes = platform::BytesOf(*request);
  absl::StatusOr<Prepared> prepared;
  const absl::Status status = platform::DoCall(*context, [&] {
    prepared = Prepare(bytes);
    return prepared.status();
  });
  if (status.ok()) {
    Answer(call, *std::move(prepared));
  } else if (core::GetErrorInfo(status).reason == kTooOld) {
    call.Make([this, context, bytes = std::move(bytes)] {
      return AnswerLater(bytes, PatienceOf(*context));
    });
  } else {
    call.Fail(status);
  }
  return call.reactor();
}

absl::StatusOr<MetricsService::Prepared> MetricsService::Prepare(
    const std::string& bytes) {
  const auto snapshot = deps_.aggregates.Current();
  if (Prepared known = prepared_.Find(bytes, snapshot.get())) return known;
  NIANBAO_ASSIGN_OR_RETURN(const auto request, Parse(bytes));
  NIANBAO_ASSIGN_OR_RETURN(
      PreparedAggregates made,
      deps_.aggregates.Prepare(request, absl::ZeroDuration()));
  auto prepared = std::make_shared<const PreparedAggregates>(std::move(made));
  prepared_.Keep(bytes, prepared->snapshot.get(), prepared);
  return prepared;
}

absl::StatusOr<std::string> MetricsService::AnswerLater(
    const std::string& bytes, absl::Duration patience) const {
  NIANBAO_ASSIGN_OR_RETURN(const auto request, Parse(bytes));
  NIANBAO_ASSIGN_OR_RETURN(const PreparedAggregates prepared,
                           deps_.aggregates.Prepare(request, patience));
  return AnswerWhole(deps_.aggregates, prepared);
}

void MetricsService::Answer(const platform::BytesCall& call,
                            Prepared prepared) const {
  const PreparedAggregates& asked = *prepared;
  deps_.aggregates.Recall(asked, [this, call, prepared = std::move(prepared)](
                                     absl::StatusOr<core::CachedValue> found) {
    if (found.ok() && *found != nullptr) {
      std::string rest;
      AggregateQuery::AppendRevision(prepared->snapshot->revision(), rest);
      return call.Give(*std::move(found), rest);
    }
    // Nothing there, or a cache that fails: the use case goes on.
    call.Make(
        [this, prepared] { return AnswerWhole(deps_.aggregates, *prepared); });
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
