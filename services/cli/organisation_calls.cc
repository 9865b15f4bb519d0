#include "services/cli/organisation_calls.h"

#include <utility>

#include "nianbao/intake/v1/intake.grpc.pb.h"
#include "services/cli/intake_calls.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

namespace api = nianbao::intake::v1;

}  // namespace

absl::StatusOr<api::ImportOrganisationsResponse> ImportOrganisations(
    const std::string& path, api::ImportOrganisationsRequest::Header header,
    Session& session, Progress& progress) {
  NIANBAO_ASSIGN_OR_RETURN(ReportFile file,
                           ReportFile::Open(path, session.max_file_bytes()));
  const auto stub = api::Intake::NewStub(session.ChannelTo(Service::kIntake));
  grpc::ClientContext context;
  session.Prepare(context);
  api::ImportOrganisationsResponse response;
  const auto stream = stub->ImportOrganisations(&context, &response);
  api::ImportOrganisationsRequest request;
  *request.mutable_header() = std::move(header);
  request.mutable_header()->set_filename(file.Name());
  progress.Show(Stage::kUpload);
  if (stream->Write(request)) {
    NIANBAO_RETURN_IF_ERROR(SendPieces(file, [&](std::string piece) {
      request.set_data(std::move(piece));
      return stream->Write(request);
    }));
    stream->WritesDone();
  }
  NIANBAO_RETURN_IF_ERROR(
      session.OutcomeOf(Service::kIntake, stream->Finish()));
  return response;
}

absl::StatusOr<std::vector<api::Organisation>> ListOrganisations(
    api::ListOrganisationsRequest request, Session& session) {
  const auto stub = api::Intake::NewStub(session.ChannelTo(Service::kIntake));
  std::vector<api::Organisation> found;
  do {
    grpc::ClientContext context;
    session.Prepare(context);
    api::ListOrganisationsResponse page;
    NIANBAO_RETURN_IF_ERROR(session.OutcomeOf(
        Service::kIntake, stub->ListOrganisations(&context, request, &page)));
    for (auto& entry : *page.mutable_organisations()) {
      found.push_back(std::move(entry));
    }
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return found;
}

}  // namespace nianbao::cli
