#include "services/validation/validation_service.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "services/core/document.h"
#include "services/core/errors.h"
#include "services/platform/rpc_chunks.h"
#include "services/platform/rpc_page.h"
#include "services/platform/rpc_reactor.h"
#include "services/validation/check_submission.h"

namespace nianbao::validation {
namespace {

namespace api = nianbao::validation::v1;

// What a stream of requests brings together.
struct Material {
  std::string edition;
  Surroundings surroundings;
  nianbao::document::v1::Document document;
  core::Facts facts;

  absl::Status Take(api::CheckDocumentRequest& request) {
    if (!request.edition().empty()) edition = request.edition();
    School& school = surroundings.school;
    if (!request.region().empty()) school.region = request.region();
    if (!request.school_class().empty()) {
      school.school_class = request.school_class();
    }
    core::AppendPart(request.document(), document);
    facts.MergeFrom(request.facts());
    return absl::OkStatus();
  }
};

std::vector<api::CheckResponse> ChunksOf(const core::CheckResult& result) {
  auto chunks = platform::ChunksOf<api::CheckResponse>(
      result.checks,
      [](api::CheckResponse& chunk) { return chunk.mutable_checks(); });
  *chunks.emplace_back().mutable_coverage() = result.coverage;
  return chunks;
}

}  // namespace

platform::RpcScope ValidationService::Scope(
    grpc::CallbackServerContext* context) const {
  return {*context, deps_.executor, deps_.max_request_bytes};
}

grpc::ServerBidiReactor<api::CheckDocumentRequest, api::CheckResponse>*
ValidationService::CheckDocument(grpc::CallbackServerContext* context) {
  using Answer = std::vector<api::CheckResponse>;
  return platform::Exchange<api::CheckDocumentRequest, api::CheckResponse,
                            Material>(
      Scope(context), std::make_unique<Material>(),
      [this](Material& material) -> absl::StatusOr<Answer> {
        NIANBAO_ASSIGN_OR_RETURN(
            const core::CheckResult result,
            checker_.Check(material.edition, material.document, material.facts,
                           material.surroundings));
        return ChunksOf(result);
      });
}

grpc::ServerWriteReactor<api::CheckResponse>*
ValidationService::CheckSubmission(grpc::CallbackServerContext* context,
                                   const api::CheckSubmissionRequest* request) {
  using Answer = std::vector<api::CheckResponse>;
  return platform::AnswerStream<api::CheckResponse>(
      Scope(context), [this, request]() -> absl::StatusOr<Answer> {
        NIANBAO_ASSIGN_OR_RETURN(
            const core::CheckResult result,
            validation::CheckSubmission(deps_.catalogue, checker_, deps_.intake,
                                        request->name()));
        return ChunksOf(result);
      });
}

grpc::ServerUnaryReactor* ValidationService::ListRules(
    grpc::CallbackServerContext* context, const api::ListRulesRequest* request,
    api::ListRulesResponse* response) {
  using Answer = api::ListRulesResponse;
  return platform::AnswerOne<Answer>(
      Scope(context), response, [this, request]() -> absl::StatusOr<Answer> {
        NIANBAO_ASSIGN_OR_RETURN(
            const auto page,
            platform::PageOf(deps_.catalogue.rules(), request->page_size(),
                             request->page_token()));
        Answer answer;
        for (const auto* rule : page.items) *answer.add_rules() = *rule;
        answer.set_next_page_token(page.next_page_token);
        return answer;
      });
}

}  // namespace nianbao::validation
