// Handlers of validation.
#ifndef NIANBAO_SERVICES_VALIDATION_VALIDATION_SERVICE_H_
#define NIANBAO_SERVICES_VALIDATION_VALIDATION_SERVICE_H_

#include <cstdint>

#include "nianbao/validation/v1/validation.grpc.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/executor.h"
#include "services/core/ports/peers.h"
#include "services/platform/rpc_streams.h"
#include "services/validation/check_document.h"

namespace nianbao::validation {

// Parses requests, calls the use cases, maps results.
class ValidationService final
    : public nianbao::validation::v1::Validation::CallbackService {
 public:
  // What it works with; all outlive it.
  struct Deps {
    const core::Catalogue& catalogue;
    core::IntakePeer& intake;
    core::Executor& executor;
    // Bytes of a document with its facts at most.
    std::int64_t max_request_bytes;
  };

  explicit ValidationService(const Deps& deps)
      : deps_(deps), checker_(deps.catalogue) {}

  grpc::ServerBidiReactor<nianbao::validation::v1::CheckDocumentRequest,
                          nianbao::validation::v1::CheckResponse>*
  CheckDocument(grpc::CallbackServerContext* context) override;

  grpc::ServerWriteReactor<nianbao::validation::v1::CheckResponse>*
  CheckSubmission(
      grpc::CallbackServerContext* context,
      const nianbao::validation::v1::CheckSubmissionRequest* request) override;

  grpc::ServerUnaryReactor* ListRules(
      grpc::CallbackServerContext* context,
      const nianbao::validation::v1::ListRulesRequest* request,
      nianbao::validation::v1::ListRulesResponse* response) override;

 private:
  platform::RpcScope Scope(grpc::CallbackServerContext* context) const;

  const Deps deps_;
  const DocumentChecker checker_;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_VALIDATION_SERVICE_H_
