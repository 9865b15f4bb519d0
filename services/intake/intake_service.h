// Handlers of intake.
#ifndef NIANBAO_SERVICES_INTAKE_INTAKE_SERVICE_H_
#define NIANBAO_SERVICES_INTAKE_INTAKE_SERVICE_H_

#include <cstdint>

#include "nianbao/intake/v1/intake.grpc.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/executor.h"
#include "services/core/ports/organisation_store.h"
#include "services/core/ports/program_runner.h"
#include "services/core/ports/submission_store.h"
#include "services/intake/organisations/organisation_import.h"
#include "services/intake/organisations/organisation_registry.h"
#include "services/intake/report_reader.h"
#include "services/intake/submit_facts.h"
#include "services/intake/upload.h"
#include "services/platform/rpc_streams.h"
#include "services/platform/rpc_watch.h"

namespace nianbao::intake {

// Parses requests, calls the use cases and the store, maps results.
class IntakeService final
    : public nianbao::intake::v1::Intake::CallbackService {
 public:
  // What it works with; all outlive it.
  struct Deps {
    const core::Catalogue& catalogue;
    core::SubmissionStore& store;
    core::OrganisationStore& organisations;
    core::Executor& executor;
    const core::ProgramRunner& programs;
    std::int64_t max_file_bytes;
  };

  explicit IntakeService(const Deps& deps)
      : deps_(deps),
        reader_(deps.catalogue, &deps.programs),
        organisations_(deps.organisations),
        organisation_import_({deps.catalogue, deps.organisations}),
        uploads_({reader_, deps.store, organisations_, deps.catalogue}),
        fact_submissions_({deps.catalogue, deps.store, organisations_}) {}

  // Ends streams that would go on for ever.
  void StopWatches() { watches_.Stop(); }

  grpc::ServerReadReactor<nianbao::intake::v1::UploadSubmissionRequest>*
  UploadSubmission(grpc::CallbackServerContext* context,
                   nianbao::intake::v1::Submission* response) override;

  grpc::ServerBidiReactor<nianbao::intake::v1::ReadDocumentRequest,
                          nianbao::intake::v1::ReadDocumentResponse>*
  ReadDocument(grpc::CallbackServerContext* context) override;

  grpc::ServerUnaryReactor* GetSubmission(
      grpc::CallbackServerContext* context,
      const nianbao::intake::v1::GetSubmissionRequest* request,
      nianbao::intake::v1::Submission* response) override;

  grpc::ServerUnaryReactor* ListSubmissions(
      grpc::CallbackServerContext* context,
      const nianbao::intake::v1::ListSubmissionsRequest* request,
      nianbao::intake::v1::ListSubmissionsResponse* response) override;

  grpc::ServerWriteReactor<nianbao::intake::v1::StreamDocumentResponse>*
  StreamDocument(
      grpc::CallbackServerContext* context,
      const nianbao::intake::v1::StreamDocumentRequest* request) override;

  grpc::ServerWriteReactor<nianbao::intake::v1::StreamFactsResponse>*
  StreamFacts(grpc::CallbackServerContext* context,
              const nianbao::intake::v1::StreamFactsRequest* request) override;

  grpc::ServerUnaryReactor* SubmitFacts(
      grpc::CallbackServerContext* context,
      const nianbao::intake::v1::SubmitFactsRequest* request,
      nianbao::intake::v1::Submission* response) override;

  grpc::ServerUnaryReactor* BatchSubmitFacts(
      grpc::CallbackServerContext* context,
      const nianbao::intake::v1::BatchSubmitFactsRequest* request,
      nianbao::intake::v1::BatchSubmitFactsResponse* response) override;

  grpc::ServerWriteReactor<nianbao::intake::v1::WatchSubmissionsResponse>*
  WatchSubmissions(
      grpc::CallbackServerContext* context,
      const nianbao::intake::v1::WatchSubmissionsRequest* request) override;

  grpc::ServerReadReactor<nianbao::intake::v1::ImportOrganisationsRequest>*
  ImportOrganisations(
      grpc::CallbackServerContext* context,
      nianbao::intake::v1::ImportOrganisationsResponse* response) override;

  grpc::ServerUnaryReactor* GetOrganisation(
      grpc::CallbackServerContext* context,
      const nianbao::intake::v1::GetOrganisationRequest* request,
      nianbao::intake::v1::Organisation* response) override;

  grpc::ServerUnaryReactor* ListOrganisations(
      grpc::CallbackServerContext* context,
      const nianbao::intake::v1::ListOrganisationsRequest* request,
      nianbao::intake::v1::ListOrganisationsResponse* response) override;

 private:
  platform::RpcScope Scope(grpc::CallbackServerContext* context) const;

  const Deps deps_;
  const ReportReader reader_;
  OrganisationRegistry organisations_;
  const OrganisationImport organisation_import_;
  const Uploads uploads_;
  const FactSubmissions fact_submissions_;
  platform::Watches watches_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_INTAKE_SERVICE_H_
