#include "services/metrics/questions/questions_service.h"

#include <algorithm>
#include <string>

#include "absl/time/clock.h"
#include "services/core/errors.h"
#include "services/metrics/questions/comparison.h"
#include "services/metrics/questions/coverage_list.h"
#include "services/metrics/questions/major_warnings.h"
#include "services/metrics/questions/school_standards.h"
#include "services/metrics/questions/trends.h"
#include "services/metrics/questions/value_lineage.h"
#include "services/platform/rpc_page.h"
#include "services/platform/rpc_reactor.h"

namespace nianbao::metrics {
namespace {

namespace api = nianbao::metrics::v1;

constexpr absl::Duration kMostPatience = absl::Seconds(10);

// Answers a page: `list` gets the item that the page begins behind and says
// which was its last.
template <class Response, class Request, class List>
absl::StatusOr<Response> PageBy(const Snapshot& snapshot,
                                const Request& request, List list) {
  NIANBAO_ASSIGN_OR_RETURN(const std::string after,
                           platform::LastOfPageToken(request.page_token()));
  std::string last;
  NIANBAO_ASSIGN_OR_RETURN(Response response,
                           list(snapshot, request, after, last));
  if (!last.empty()) {
    response.set_next_page_token(platform::PageTokenAfter(last));
  }
  return response;
}

}  // namespace

absl::Duration QuestionsService::PatienceOf(
    const grpc::CallbackServerContext& context) {
  const absl::Duration left =
      absl::FromChrono(context.deadline()) - absl::Now();
  return std::clamp(left * 9 / 10, absl::ZeroDuration(), kMostPatience);
}

template <class Response, class Request, class Make>
grpc::ServerUnaryReactor* QuestionsService::Answer(
    grpc::CallbackServerContext* context, const Request* request,
    Response* response, Make make) {
  return platform::AnswerOne<Response>(
      {*context, questions_->executor, 0}, response,
      [this, context, request, make]() -> absl::StatusOr<Response> {
        NIANBAO_ASSIGN_OR_RETURN(const auto snapshot,
                                 questions_->snapshot(request->min_revision(),
                                                      PatienceOf(*context)));
        return make(*snapshot, *request);
      });
}

grpc::ServerWriteReactor<api::ExportAggregatesResponse>*
QuestionsService::ExportAggregates(
    grpc::CallbackServerContext* context,
    const api::ExportAggregatesRequest* request) {
  return platform::AnswerStream<api::ExportAggregatesResponse>(
      {*context, questions_->executor, 0},
      [this, context, request]()
          -> absl::StatusOr<std::vector<api::ExportAggregatesResponse>> {
        NIANBAO_ASSIGN_OR_RETURN(
            const auto snapshot,
            questions_->snapshot(request->query().min_revision(),
                                 PatienceOf(*context)));
        return metrics::ExportAggregates(snapshot->catalogue(),
                                         questions_->aggregates, *request);
      });
}

grpc::ServerUnaryReactor* QuestionsService::CompareSchool(
    grpc::CallbackServerContext* context,
    const api::CompareSchoolRequest* request,
    api::CompareSchoolResponse* response) {
  return Answer(context, request, response, metrics::CompareSchool);
}

grpc::ServerUnaryReactor* QuestionsService::ListTrends(
    grpc::CallbackServerContext* context, const api::ListTrendsRequest* request,
    api::ListTrendsResponse* response) {
  return Answer(context, request, response, metrics::ListTrends);
}

grpc::ServerUnaryReactor* QuestionsService::GetStandardAttainment(
    grpc::CallbackServerContext* context,
    const api::GetStandardAttainmentRequest* request,
    api::GetStandardAttainmentResponse* response) {
  return Answer(context, request, response, metrics::GetStandardAttainment);
}

grpc::ServerUnaryReactor* QuestionsService::ListCoverage(
    grpc::CallbackServerContext* context,
    const api::ListCoverageRequest* request,
    api::ListCoverageResponse* response) {
  return Answer(
      context, request, response,
      [](const Snapshot& snapshot, const api::ListCoverageRequest& asked) {
        return PageBy<api::ListCoverageResponse>(snapshot, asked,
                                                 metrics::ListCoverage);
      });
}

grpc::ServerUnaryReactor* QuestionsService::ExplainValue(
    grpc::CallbackServerContext* context,
    const api::ExplainValueRequest* request,
    api::ExplainValueResponse* response) {
  return Answer(
      context, request, response,
      [this](const Snapshot& snapshot, const api::ExplainValueRequest& asked) {
        return metrics::ExplainValue(snapshot, questions_->intake, asked);
      });
}

grpc::ServerUnaryReactor* QuestionsService::ListMajorWarnings(
    grpc::CallbackServerContext* context,
    const api::ListMajorWarningsRequest* request,
    api::ListMajorWarningsResponse* response) {
  return Answer(
      context, request, response,
      [](const Snapshot& snapshot, const api::ListMajorWarningsRequest& asked) {
        return PageBy<api::ListMajorWarningsResponse>(
            snapshot, asked, metrics::ListMajorWarnings);
      });
}

}  // namespace nianbao::metrics
