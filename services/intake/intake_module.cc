#include "services/intake/intake_module.h"

#include <utility>

#include "services/core/errors.h"
#include "services/platform/store/sql_schema.h"

namespace nianbao::intake {

absl::StatusOr<std::unique_ptr<platform::Module>> IntakeModule::Create(
    const platform::ModuleContext& context) {
  NIANBAO_ASSIGN_OR_RETURN(
      std::shared_ptr<platform::SqlSessions> sessions,
      platform::OpenRecord(context.config.store(), context.clock));
  return std::unique_ptr<platform::Module>(
      new IntakeModule(context, std::move(sessions)));
}

IntakeModule::IntakeModule(const platform::ModuleContext& context,
                           std::shared_ptr<platform::SqlSessions> sessions)
    : store_(sessions, context.clock),
      organisations_(sessions),
      pool_(platform::PoolOptions(context.config)),
      service_({context.catalogue, store_, organisations_, pool_, programs_,
                context.config.limits().max_file_bytes()}) {}

std::string IntakeModule::ServiceName() const {
  return nianbao::intake::v1::Intake::service_full_name();
}

void IntakeModule::Register(grpc::ServerBuilder& builder) {
  builder.RegisterService(&service_);
}

void IntakeModule::Drain() { service_.StopWatches(); }

}  // namespace nianbao::intake
