// Validation as a module.
#ifndef NIANBAO_SERVICES_VALIDATION_VALIDATION_MODULE_H_
#define NIANBAO_SERVICES_VALIDATION_VALIDATION_MODULE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/clients/intake_client.h"
#include "services/platform/module.h"
#include "services/platform/worker_pool.h"
#include "services/validation/validation_service.h"

namespace nianbao::validation {

// Keeps nothing. Calls intake.
class ValidationModule : public platform::Module {
 public:
  // Never fails.
  static absl::StatusOr<std::unique_ptr<platform::Module>> Create(
      const platform::ModuleContext& context);

  explicit ValidationModule(const platform::ModuleContext& context);

  std::string ServiceName() const override;
  void Register(grpc::ServerBuilder& builder) override;

 private:
  clients::IntakeClient intake_;
  platform::WorkerPool pool_;
  ValidationService service_;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_VALIDATION_MODULE_H_
