#include "services/clients/intake_client.h"

#include <memory>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "nianbao/intake/v1/intake.grpc.pb.h"
#include "services/core/document.h"
#include "services/core/errors.h"

namespace nianbao::clients {
namespace {

namespace api = nianbao::intake::v1;

constexpr char kName[] = "intake";
constexpr int kPageSize = 1000;
constexpr int kListTries = 5;

absl::Status KeepsChanging(const std::string& edition) {
  return core::MakeError(
      absl::StatusCode::kAborted,
      absl::StrCat("submissions of edition \"", edition,
                   "\" keep changing while they are listed; try again"),
      {.reason = "LIST_CHANGED", .metadata = {{"edition", edition}}});
}

}  // namespace

absl::StatusOr<api::Submission> IntakeClient::GetSubmission(
    const std::string& name) {
  api::GetSubmissionRequest request;
  request.set_name(name);
  api::Submission response;
  NIANBAO_RETURN_IF_ERROR(deps_.policy.Call(
      kName, deps_.channel, [&](const auto& channel, auto& context) {
        return api::Intake::NewStub(channel)->GetSubmission(&context, request,
                                                            &response);
      }));
  return response;
}

absl::StatusOr<api::ListSubmissionsResponse> IntakeClient::ListPage(
    const std::string& edition, const std::string& page_token) {
  api::ListSubmissionsRequest request;
  request.set_parent(
      absl::StrCat("editions/", edition.empty() ? "-" : edition));
  request.set_page_size(kPageSize);
  request.set_page_token(page_token);
  api::ListSubmissionsResponse response;
  NIANBAO_RETURN_IF_ERROR(deps_.policy.Call(
      kName, deps_.channel, [&](const auto& channel, auto& context) {
        return api::Intake::NewStub(channel)->ListSubmissions(&context, request,
                                                              &response);
      }));
  return response;
}

absl::StatusOr<core::SubmissionList> IntakeClient::ListSubmissions(
    const std::string& edition) {
  for (int i = 0; i < kListTries; ++i) {
    core::SubmissionList list;
    std::optional<std::int64_t> revision;
    std::string token;
    bool same = true;
    do {
      NIANBAO_ASSIGN_OR_RETURN(const auto page, ListPage(edition, token));
      same = revision.value_or(page.revision()) == page.revision();
      revision = page.revision();
      list.submissions.insert(list.submissions.end(),
                              page.submissions().begin(),
                              page.submissions().end());
      token = page.next_page_token();
    } while (same && !token.empty());
    list.revision = *revision;
    if (same) return list;
  }
  return KeepsChanging(edition);
}

absl::StatusOr<nianbao::document::v1::Document> IntakeClient::GetDocument(
    const std::string& name) {
  api::StreamDocumentRequest request;
  request.set_name(name);
  nianbao::document::v1::Document document;
  NIANBAO_RETURN_IF_ERROR(deps_.policy.Call(
      kName, deps_.channel, [&](const auto& channel, auto& context) {
        document.Clear();
        auto reader =
            api::Intake::NewStub(channel)->StreamDocument(&context, request);
        api::StreamDocumentResponse part;
        while (reader->Read(&part)) {
          core::AppendPart(part.document(), document);
        }
        return reader->Finish();
      }));
  return document;
}

absl::StatusOr<core::Facts> IntakeClient::GetFacts(const std::string& name) {
  api::StreamFactsRequest request;
  request.set_name(name);
  core::Facts facts;
  NIANBAO_RETURN_IF_ERROR(deps_.policy.Call(
      kName, deps_.channel, [&](const auto& channel, auto& context) {
        facts.Clear();
        auto reader =
            api::Intake::NewStub(channel)->StreamFacts(&context, request);
        api::StreamFactsResponse part;
        while (reader->Read(&part)) facts.MergeFrom(part.facts());
        return reader->Finish();
      }));
  return facts;
}

}  // namespace nianbao::clients
