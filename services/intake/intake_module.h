// Intake as a module.
#ifndef NIANBAO_SERVICES_INTAKE_INTAKE_MODULE_H_
#define NIANBAO_SERVICES_INTAKE_INTAKE_MODULE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/intake/intake_service.h"
#include "services/platform/module.h"
#include "services/platform/programs/limited_programs.h"
#include "services/platform/store/sql_organisation_store.h"
#include "services/platform/store/sql_submission_store.h"
#include "services/platform/worker_pool.h"

namespace nianbao::intake {

// Owns the record of submissions and organisations. Calls no other service.
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
               std::shared_ptr<platform::SqlSessions> sessions);

  platform::SqlSubmissionStore store_;
  platform::SqlOrganisationStore organisations_;
  const platform::LimitedPrograms programs_;
  platform::WorkerPool pool_;
  IntakeService service_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_INTAKE_MODULE_H_
