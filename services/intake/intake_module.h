// Intake as a module.
#ifndef NIANBAO_SERVICES_INTAKE_INTAKE_MODULE_H_
#define NIANBAO_SERVICES_INTAKE_INTAKE_MODULE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/core/ports/submission_store.h"
#include "services/intake/intake_service.h"
#include "services/platform/module.h"
#include "services/platform/programs/limited_programs.h"
#include "services/platform/worker_pool.h"

namespace nianbao::intake {

// Owns the store of submissions. Calls no other service.
class IntakeModule : public platform::Module {
 public:
  // Opens the store that the configuration names; its errors.
  static absl::StatusOr<std::unique_ptr<platform::Module>> Create(
      const platform::ModuleContext& context);

  std::string ServiceName() const override;
  void Register(grpc::ServerBuilder& builder) override;
  void Drain() override;

 private:
  IntakeModule(const platform::ModuleContext& context,
               std::unique_ptr<core::SubmissionStore> store);

  const std::unique_ptr<core::SubmissionStore> store_;
  const platform::LimitedPrograms programs_;
  platform::WorkerPool pool_;
  IntakeService service_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_INTAKE_MODULE_H_
