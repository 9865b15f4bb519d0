#include "services/cli/intake_calls.h"

#include <utility>

#include "nianbao/intake/v1/intake.grpc.pb.h"
#include "services/core/document.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

using nianbao::intake::v1::Intake;
using nianbao::intake::v1::ReadDocumentRequest;
using nianbao::intake::v1::ReadDocumentResponse;
using nianbao::intake::v1::Submission;
using nianbao::intake::v1::UploadHeader;
using nianbao::intake::v1::UploadSubmissionRequest;

void Append(ReadDocumentResponse& part, Reading& reading) {
  if (!part.edition().empty()) reading.edition = part.edition();
  if (part.has_document()) {
    core::AppendPart(part.document(), reading.document);
  }
  for (auto& fact : *part.mutable_facts()) {
    *reading.facts.Add() = std::move(fact);
  }
  for (auto& explanation : *part.mutable_explanations()) {
    reading.explanations.push_back(std::move(explanation));
  }
}

ReadDocumentRequest HeaderOf(const ReadOrder& order, const ReportFile& file) {
  ReadDocumentRequest request;
  auto* header = request.mutable_header();
  header->set_filename(file.Name());
  header->set_edition(order.edition);
  header->set_all_figures(order.all_figures);
  header->set_explain(order.explain);
  return request;
}

}  // namespace

absl::Status SendPieces(ReportFile& file,
                        const std::function<bool(std::string)>& write) {
  for (;;) {
    NIANBAO_ASSIGN_OR_RETURN(std::string piece, file.Next());
    if (piece.empty() || !write(std::move(piece))) return absl::OkStatus();
  }
}

absl::StatusOr<Reading> ReadReport(const ReadOrder& order, Session& session) {
  NIANBAO_ASSIGN_OR_RETURN(
      ReportFile file, ReportFile::Open(order.path, session.max_file_bytes()));
  const auto stub = Intake::NewStub(session.ChannelTo(Service::kIntake));
  grpc::ClientContext context;
  session.Prepare(context);
  const auto stream = stub->ReadDocument(&context);
  if (stream->Write(HeaderOf(order, file))) {
    // A stream that is let go before its end is cancelled.
    NIANBAO_RETURN_IF_ERROR(SendPieces(file, [&](std::string piece) {
      ReadDocumentRequest request;
      request.set_data(std::move(piece));
      return stream->Write(request);
    }));
    stream->WritesDone();
  }
  Reading reading;
  ReadDocumentResponse part;
  while (stream->Read(&part)) Append(part, reading);
  NIANBAO_RETURN_IF_ERROR(
      session.OutcomeOf(Service::kIntake, stream->Finish()));
  return reading;
}

absl::StatusOr<Submission> SubmitReport(const std::string& path,
                                        UploadHeader header, Session& session,
                                        Progress& progress) {
  NIANBAO_ASSIGN_OR_RETURN(ReportFile file,
                           ReportFile::Open(path, session.max_file_bytes()));
  const auto stub = Intake::NewStub(session.ChannelTo(Service::kIntake));
  grpc::ClientContext context;
  session.Prepare(context);
  Submission submission;
  const auto stream = stub->UploadSubmission(&context, &submission);
  UploadSubmissionRequest request;
  *request.mutable_header() = std::move(header);
  request.mutable_header()->set_filename(file.Name());
  progress.Show(Stage::kUpload);
  if (stream->Write(request)) {
    std::int64_t sent = 0;
    NIANBAO_RETURN_IF_ERROR(SendPieces(file, [&](std::string piece) {
      sent += static_cast<std::int64_t>(piece.size());
      request.set_data(std::move(piece));
      const bool taken = stream->Write(request);
      progress.ShowSent(sent, file.size());
      return taken;
    }));
    stream->WritesDone();
  }
  NIANBAO_RETURN_IF_ERROR(
      session.OutcomeOf(Service::kIntake, stream->Finish()));
  return submission;
}

}  // namespace nianbao::cli
