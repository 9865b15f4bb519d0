// Calls of metrics' questions over many schools.
#ifndef NIANBAO_SERVICES_CLI_QUESTION_CALLS_H_
#define NIANBAO_SERVICES_CLI_QUESTION_CALLS_H_

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/cli/session.h"

namespace nianbao::cli {

// Each gives the answer, or the error of the service.
absl::StatusOr<nianbao::metrics::v1::QueryAggregatesResponse> Ask(
    const nianbao::metrics::v1::QueryAggregatesRequest& request,
    Session& session);
absl::StatusOr<nianbao::metrics::v1::ListRanksResponse> Ask(
    const nianbao::metrics::v1::ListRanksRequest& request, Session& session);
absl::StatusOr<nianbao::metrics::v1::ListTrendsResponse> Ask(
    const nianbao::metrics::v1::ListTrendsRequest& request, Session& session);
absl::StatusOr<nianbao::metrics::v1::CompareSchoolResponse> Ask(
    const nianbao::metrics::v1::CompareSchoolRequest& request,
    Session& session);
absl::StatusOr<nianbao::metrics::v1::GetStandardAttainmentResponse> Ask(
    const nianbao::metrics::v1::GetStandardAttainmentRequest& request,
    Session& session);
absl::StatusOr<nianbao::metrics::v1::ListCoverageResponse> Ask(
    const nianbao::metrics::v1::ListCoverageRequest& request, Session& session);
absl::StatusOr<nianbao::metrics::v1::ListMajorWarningsResponse> Ask(
    const nianbao::metrics::v1::ListMajorWarningsRequest& request,
    Session& session);
absl::StatusOr<nianbao::metrics::v1::ExplainValueResponse> Ask(
    const nianbao::metrics::v1::ExplainValueRequest& request, Session& session);

// Gives the pieces of an export to `take` one after another.
absl::Status Export(
    const nianbao::metrics::v1::ExportAggregatesRequest& request,
    const std::function<void(const std::string&)>& take, Session& session);

// All pages of a list one after another: `see` gets each answer.
template <class Request>
absl::Status AskAllPages(Request request, Session& session, auto see) {
  do {
    const auto page = Ask(request, session);
    if (!page.ok()) return page.status();
    see(*page);
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  return absl::OkStatus();
}

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_QUESTION_CALLS_H_
