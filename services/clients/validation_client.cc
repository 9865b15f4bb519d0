#include "services/clients/validation_client.h"

#include "nianbao/validation/v1/validation.grpc.pb.h"
#include "services/core/errors.h"

namespace nianbao::clients {
namespace {

namespace api = nianbao::validation::v1;

}  // namespace

absl::StatusOr<core::CheckResult> ValidationClient::CheckSubmission(
    const std::string& name) {
  api::CheckSubmissionRequest request;
  request.set_name(name);
  core::CheckResult result;
  NIANBAO_RETURN_IF_ERROR(deps_.policy.Call(
      "validation", deps_.channel, [&](const auto& channel, auto& context) {
        result = {};
        auto reader = api::Validation::NewStub(channel)->CheckSubmission(
            &context, request);
        api::CheckResponse part;
        while (reader->Read(&part)) {
          result.checks.insert(result.checks.end(), part.checks().begin(),
                               part.checks().end());
          result.findings.insert(result.findings.end(), part.findings().begin(),
                                 part.findings().end());
          if (part.has_coverage()) {
            result.coverage = part.coverage();
            result.outcome = part.outcome();
          }
        }
        return reader->Finish();
      }));
  return result;
}

}  // namespace nianbao::clients
