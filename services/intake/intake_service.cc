#include "services/intake/intake_service.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/core/document.h"
#include "services/core/errors.h"
#include "services/intake/received_file.h"
#include "services/intake/record_watch.h"
#include "services/platform/rpc_chunks.h"
#include "services/platform/rpc_reactor.h"

namespace nianbao::intake {
namespace {

namespace api = nianbao::intake::v1;

using UploadedFile =
    ReceivedFile<api::UploadSubmissionRequest, api::UploadHeader>;
using FileToRead =
    ReceivedFile<api::ReadDocumentRequest, api::ReadDocumentRequest::Header>;

constexpr char kParentPrefix[] = "editions/";
constexpr char kAllEditions[] = "-";

// The document in messages of a fair size.
template <class Response>
std::vector<Response> DocumentChunks(
    const nianbao::document::v1::Document& document) {
  std::vector<Response> chunks;
  for (auto& part : core::SplitDocument(document, platform::kChunkBytes)) {
    chunks.emplace_back().mutable_document()->Swap(&part);
  }
  return chunks;
}

std::vector<api::ReadDocumentResponse> ReadingChunks(const ReadResult& read) {
  auto chunks = DocumentChunks<api::ReadDocumentResponse>(read.document);
  chunks.front().set_edition(read.edition);
  for (auto& chunk :
       platform::FactChunks<api::ReadDocumentResponse>(read.facts)) {
    chunks.push_back(std::move(chunk));
  }
  for (const auto& explanation : read.explanations) {
    *chunks.emplace_back().add_explanations() = explanation;
  }
  return chunks;
}

// The edition of a parent name; empty for all.
absl::StatusOr<std::string> EditionOfParent(const core::Catalogue& catalogue,
                                            const std::string& parent) {
  if (!absl::StartsWith(parent, kParentPrefix)) {
    return core::MakeError(
        absl::StatusCode::kInvalidArgument,
        absl::StrCat("parent \"", parent,
                     "\" is none; give editions/{edition}, or editions/- for "
                     "all"),
        {.reason = "BAD_NAME",
         .metadata = {{"field", "parent"}, {"parent", parent}}});
  }
  const std::string edition = parent.substr(sizeof(kParentPrefix) - 1);
  if (edition == kAllEditions) return std::string();
  NIANBAO_RETURN_IF_ERROR(CheckEdition(catalogue, "parent", edition));
  return edition;
}

}  // namespace

platform::RpcScope IntakeService::Scope(
    grpc::CallbackServerContext* context) const {
  // The file's own limit comes first and names the file; this one is against
  // streams of endless small messages.
  return {*context, deps_.executor,
          2 * deps_.max_file_bytes + platform::kMaxMessageBytes};
}

grpc::ServerReadReactor<api::UploadSubmissionRequest>*
IntakeService::UploadSubmission(grpc::CallbackServerContext* context,
                                api::Submission* response) {
  return platform::Collect<api::UploadSubmissionRequest, api::Submission,
                           UploadedFile>(
      Scope(context), response,
      std::make_unique<UploadedFile>(deps_.max_file_bytes,
                                     [this](const api::UploadHeader& header) {
                                       return CheckUploadHeader(deps_.catalogue,
                                                                header);
                                     }),
      [this, context](UploadedFile& file) -> absl::StatusOr<api::Submission> {
        NIANBAO_RETURN_IF_ERROR(file.End());
        return uploads_.Store(file.header(), file.bytes(),
                              [context] { return context->IsCancelled(); });
      });
}

grpc::ServerBidiReactor<api::ReadDocumentRequest, api::ReadDocumentResponse>*
IntakeService::ReadDocument(grpc::CallbackServerContext* context) {
  using Header = api::ReadDocumentRequest::Header;
  using Answer = std::vector<api::ReadDocumentResponse>;
  return platform::Exchange<api::ReadDocumentRequest, api::ReadDocumentResponse,
                            FileToRead>(
      Scope(context),
      std::make_unique<FileToRead>(deps_.max_file_bytes,
                                   [this](const Header& header) {
                                     if (header.edition().empty())
                                       return absl::OkStatus();
                                     return CheckEdition(deps_.catalogue,
                                                         "header.edition",
                                                         header.edition());
                                   }),
      [this](FileToRead& file) -> absl::StatusOr<Answer> {
        NIANBAO_RETURN_IF_ERROR(file.End());
        const ReadOrder order{.filename = file.header().filename(),
                              .edition = file.header().edition(),
                              .all_figures = file.header().all_figures(),
                              .explain = file.header().explain()};
        NIANBAO_ASSIGN_OR_RETURN(const ReadResult read,
                                 reader_.Read(order, file.bytes()));
        return ReadingChunks(read);
      });
}

grpc::ServerUnaryReactor* IntakeService::GetSubmission(
    grpc::CallbackServerContext* context,
    const api::GetSubmissionRequest* request, api::Submission* response) {
  return platform::AnswerOne<api::Submission>(
      Scope(context), response,
      [this, request] { return deps_.store.Get(request->name()); });
}

grpc::ServerUnaryReactor* IntakeService::ListSubmissions(
    grpc::CallbackServerContext* context,
    const api::ListSubmissionsRequest* request,
    api::ListSubmissionsResponse* response) {
  using Answer = api::ListSubmissionsResponse;
  return platform::AnswerOne<Answer>(
      Scope(context), response, [this, request]() -> absl::StatusOr<Answer> {
        NIANBAO_ASSIGN_OR_RETURN(
            const std::string edition,
            EditionOfParent(deps_.catalogue, request->parent()));
        NIANBAO_ASSIGN_OR_RETURN(core::SubmissionPage page,
                                 deps_.store.List(edition, request->page_size(),
                                                  request->page_token()));
        Answer answer;
        for (auto& submission : page.submissions) {
          answer.add_submissions()->Swap(&submission);
        }
        answer.set_next_page_token(page.next_page_token);
        answer.set_revision(page.revision);
        return answer;
      });
}

grpc::ServerWriteReactor<api::StreamDocumentResponse>*
IntakeService::StreamDocument(grpc::CallbackServerContext* context,
                              const api::StreamDocumentRequest* request) {
  using Answer = std::vector<api::StreamDocumentResponse>;
  return platform::AnswerStream<api::StreamDocumentResponse>(
      Scope(context), [this, request]() -> absl::StatusOr<Answer> {
        NIANBAO_ASSIGN_OR_RETURN(const auto document,
                                 deps_.store.GetDocument(request->name()));
        return DocumentChunks<api::StreamDocumentResponse>(document);
      });
}

grpc::ServerWriteReactor<api::StreamFactsResponse>* IntakeService::StreamFacts(
    grpc::CallbackServerContext* context,
    const api::StreamFactsRequest* request) {
  using Answer = std::vector<api::StreamFactsResponse>;
  return platform::AnswerStream<api::StreamFactsResponse>(
      Scope(context), [this, request]() -> absl::StatusOr<Answer> {
        NIANBAO_ASSIGN_OR_RETURN(const core::Facts facts,
                                 deps_.store.GetFacts(request->name()));
        return platform::FactChunks<api::StreamFactsResponse>(facts);
      });
}

grpc::ServerUnaryReactor* IntakeService::SubmitFacts(
    grpc::CallbackServerContext* context,
    const api::SubmitFactsRequest* request, api::Submission* response) {
  return platform::AnswerOne<api::Submission>(
      Scope(context), response,
      [this, request] { return fact_submissions_.Store(*request); });
}

grpc::ServerUnaryReactor* IntakeService::BatchSubmitFacts(
    grpc::CallbackServerContext* context,
    const api::BatchSubmitFactsRequest* request,
    api::BatchSubmitFactsResponse* response) {
  return platform::AnswerOne<api::BatchSubmitFactsResponse>(
      Scope(context), response,
      [this, request] { return fact_submissions_.StoreAll(*request); });
}

grpc::ServerWriteReactor<api::WatchSubmissionsResponse>*
IntakeService::WatchSubmissions(grpc::CallbackServerContext* context,
                                const api::WatchSubmissionsRequest* request) {
  return platform::AnswerWatch<api::WatchSubmissionsResponse>(
      Scope(context), std::make_unique<RecordWatch>(deps_.store, *request),
      watches_);
}

}  // namespace nianbao::intake
