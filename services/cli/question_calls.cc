#include "services/cli/question_calls.h"

#include "nianbao/metrics/v1/metrics.grpc.pb.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

namespace api = nianbao::metrics::v1;

template <class Request, class Response>
using Method = grpc::Status (api::Metrics::Stub::*)(grpc::ClientContext*,
                                                    const Request&, Response*);

template <class Request, class Response>
absl::StatusOr<Response> Call(Method<Request, Response> method,
                              const Request& request, Session& session) {
  const auto stub = api::Metrics::NewStub(session.ChannelTo(Service::kMetrics));
  grpc::ClientContext context;
  session.Prepare(context);
  Response response;
  NIANBAO_RETURN_IF_ERROR(session.OutcomeOf(
      Service::kMetrics, ((*stub).*method)(&context, request, &response)));
  return response;
}

}  // namespace

absl::StatusOr<api::QueryAggregatesResponse> Ask(
    const api::QueryAggregatesRequest& request, Session& session) {
  return Call(&api::Metrics::Stub::QueryAggregates, request, session);
}

absl::StatusOr<api::ListRanksResponse> Ask(const api::ListRanksRequest& request,
                                           Session& session) {
  return Call(&api::Metrics::Stub::ListRanks, request, session);
}

absl::StatusOr<api::ListTrendsResponse> Ask(
    const api::ListTrendsRequest& request, Session& session) {
  return Call(&api::Metrics::Stub::ListTrends, request, session);
}

absl::StatusOr<api::CompareSchoolResponse> Ask(
    const api::CompareSchoolRequest& request, Session& session) {
  return Call(&api::Metrics::Stub::CompareSchool, request, session);
}

absl::StatusOr<api::GetStandardAttainmentResponse> Ask(
    const api::GetStandardAttainmentRequest& request, Session& session) {
  return Call(&api::Metrics::Stub::GetStandardAttainment, request, session);
}

absl::StatusOr<api::ListCoverageResponse> Ask(
    const api::ListCoverageRequest& request, Session& session) {
  return Call(&api::Metrics::Stub::ListCoverage, request, session);
}

absl::StatusOr<api::ListMajorWarningsResponse> Ask(
    const api::ListMajorWarningsRequest& request, Session& session) {
  return Call(&api::Metrics::Stub::ListMajorWarnings, request, session);
}

absl::StatusOr<api::ExplainValueResponse> Ask(
    const api::ExplainValueRequest& request, Session& session) {
  return Call(&api::Metrics::Stub::ExplainValue, request, session);
}

absl::Status Export(const api::ExportAggregatesRequest& request,
                    const std::function<void(const std::string&)>& take,
                    Session& session) {
  const auto stub = api::Metrics::NewStub(session.ChannelTo(Service::kMetrics));
  grpc::ClientContext context;
  session.Prepare(context);
  const auto stream = stub->ExportAggregates(&context, request);
  api::ExportAggregatesResponse piece;
  while (stream->Read(&piece)) take(piece.data());
  return session.OutcomeOf(Service::kMetrics, stream->Finish());
}

}  // namespace nianbao::cli
