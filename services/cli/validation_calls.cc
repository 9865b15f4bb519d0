#include "services/cli/validation_calls.h"

#include <utility>

#include "nianbao/validation/v1/validation.grpc.pb.h"
#include "services/cli/message_parts.h"
#include "services/core/document.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

using nianbao::validation::v1::CheckDocumentRequest;
using nianbao::validation::v1::CheckResponse;
using nianbao::validation::v1::Validation;

using Stream = grpc::ClientReaderWriter<CheckDocumentRequest, CheckResponse>;

// Whether all was taken; why not is in the call's outcome.
bool SendDocument(const Reading& reading, Stream& stream) {
  CheckDocumentRequest request;
  request.set_edition(reading.edition);
  request.set_region(reading.region);
  request.set_school_class(reading.school_class);
  for (auto& part : core::SplitDocument(reading.document, kPartBytes)) {
    *request.mutable_document() = std::move(part);
    if (!stream.Write(request)) return false;
    request.Clear();
  }
  return true;
}

bool SendFacts(const Reading& reading, Stream& stream) {
  return SendInParts(reading.facts.size(), [&](int begin, int end) {
    CheckDocumentRequest request;
    for (int i = begin; i < end; ++i) *request.add_facts() = reading.facts[i];
    return stream.Write(request);
  });
}

absl::Status NothingRead() {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      "no figures of a school were found in it, so there is nothing to check; "
      "is this the report?",
      {.reason = "NO_FACTS",
       .metadata = {
           {"zh", "没有读出学校的任何数据，无从核对；请看是否选错了文件"}}});
}

}  // namespace

absl::StatusOr<core::CheckResult> CheckReading(const Reading& reading,
                                               Session& session) {
  if (reading.facts.empty()) return NothingRead();
  const auto stub =
      Validation::NewStub(session.ChannelTo(Service::kValidation));
  grpc::ClientContext context;
  session.Prepare(context);
  const auto stream = stub->CheckDocument(&context);
  if (SendDocument(reading, *stream) && SendFacts(reading, *stream)) {
    stream->WritesDone();
  }
  core::CheckResult result;
  CheckResponse part;
  while (stream->Read(&part)) {
    for (auto& check : *part.mutable_checks()) {
      result.checks.push_back(std::move(check));
    }
    if (part.has_coverage()) {
      result.coverage = std::move(*part.mutable_coverage());
    }
  }
  NIANBAO_RETURN_IF_ERROR(
      session.OutcomeOf(Service::kValidation, stream->Finish()));
  return result;
}

}  // namespace nianbao::cli
