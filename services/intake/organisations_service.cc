// Handlers of organisations.
#include <memory>
#include <string>

#include "services/core/errors.h"
#include "services/intake/intake_service.h"
#include "services/intake/received_file.h"
#include "services/platform/rpc_page.h"
#include "services/platform/rpc_reactor.h"

namespace nianbao::intake {
namespace {

namespace api = nianbao::intake::v1;

using OrganisationsFile = ReceivedFile<api::ImportOrganisationsRequest,
                                       api::ImportOrganisationsRequest::Header>;

}  // namespace

grpc::ServerReadReactor<api::ImportOrganisationsRequest>*
IntakeService::ImportOrganisations(grpc::CallbackServerContext* context,
                                   api::ImportOrganisationsResponse* response) {
  using Answer = api::ImportOrganisationsResponse;
  using Header = api::ImportOrganisationsRequest::Header;
  return platform::Collect<api::ImportOrganisationsRequest, Answer,
                           OrganisationsFile>(
      Scope(context), response,
      std::make_unique<OrganisationsFile>(
          deps_.max_file_bytes, [](const Header&) { return absl::OkStatus(); }),
      [this, context](OrganisationsFile& file) -> absl::StatusOr<Answer> {
        NIANBAO_RETURN_IF_ERROR(file.End());
        return organisation_import_.Import(
            file.header(), file.bytes(),
            [context] { return context->IsCancelled(); });
      });
}

grpc::ServerUnaryReactor* IntakeService::GetOrganisation(
    grpc::CallbackServerContext* context,
    const api::GetOrganisationRequest* request, api::Organisation* response) {
  return platform::AnswerOne<api::Organisation>(
      Scope(context), response, [this, request] {
        return organisations_.Get(request->name(), request->day());
      });
}

grpc::ServerUnaryReactor* IntakeService::ListOrganisations(
    grpc::CallbackServerContext* context,
    const api::ListOrganisationsRequest* request,
    api::ListOrganisationsResponse* response) {
  using Answer = api::ListOrganisationsResponse;
  return platform::AnswerOne<Answer>(
      Scope(context), response, [this, request]() -> absl::StatusOr<Answer> {
        NIANBAO_ASSIGN_OR_RETURN(
            const std::string after,
            platform::LastOfPageToken(request->page_token()));
        NIANBAO_ASSIGN_OR_RETURN(OrganisationRegistry::Page page,
                                 organisations_.List(*request, after));
        Answer answer;
        answer.set_revision(page.revision);
        if (page.more) {
          answer.set_next_page_token(platform::PageTokenAfter(
              OrganisationRegistry::KeyOf(page.organisations.back())));
        }
        for (auto& entry : page.organisations) {
          answer.add_organisations()->Swap(&entry);
        }
        return answer;
      });
}

}  // namespace nianbao::intake
