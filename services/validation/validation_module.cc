#include "services/validation/validation_module.h"

namespace nianbao::validation {

absl::StatusOr<std::unique_ptr<platform::Module>> ValidationModule::Create(
    const platform::ModuleContext& context) {
  return std::make_unique<ValidationModule>(context);
}

ValidationModule::ValidationModule(const platform::ModuleContext& context)
    : intake_({context.peers.intake, clients::PolicyOf(context.config)}),
      pool_(platform::PoolOptions(context.config)),
      service_({context.catalogue, intake_, pool_,
                platform::MaterialBytes(context.config)}) {}

std::string ValidationModule::ServiceName() const {
  return nianbao::validation::v1::Validation::service_full_name();
}

void ValidationModule::Register(grpc::ServerBuilder& builder) {
  builder.RegisterService(&service_);
}

}  // namespace nianbao::validation
