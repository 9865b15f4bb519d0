#include "services/intake/intake_module.h"

#include <utility>

#include "services/core/errors.h"
#include "services/platform/store/sql_submission_store.h"

namespace nianbao::intake {

absl::StatusOr<std::unique_ptr<platform::Module>> IntakeModule::Create(
    const platform::ModuleContext& context) {
  NIANBAO_ASSIGN_OR_RETURN(std::unique_ptr<core::SubmissionStore> store,
                           platform::SqlSubmissionStore::Open(
                               context.config.store(), context.clock));
  return std::unique_ptr<platform::Module>(
      new IntakeModule(context, std::move(store)));
}

IntakeModule::IntakeModule(const platform::ModuleContext& context,
                           std::unique_ptr<core::SubmissionStore> store)
    : store_(std::move(store)),
      pool_(platform::PoolOptions(context.config)),
      service_({context.catalogue, *store_, pool_, programs_,
                context.config.limits().max_file_bytes()}) {}

std::string IntakeModule::ServiceName() const {
  return nianbao::intake::v1::Intake::service_full_name();
}

void IntakeModule::Register(grpc::ServerBuilder& builder) {
  builder.RegisterService(&service_);
}

void IntakeModule::Drain() { service_.StopWatches(); }

}  // namespace nianbao::intake
