#include "services/report/report_module.h"

namespace nianbao::report {

absl::StatusOr<std::unique_ptr<platform::Module>> ReportModule::Create(
    const platform::ModuleContext& context) {
  return std::make_unique<ReportModule>(context);
}

ReportModule::ReportModule(const platform::ModuleContext& context)
    : intake_({context.peers.intake, clients::PolicyOf(context.config)}),
      validation_(
          {context.peers.validation, clients::PolicyOf(context.config)}),
      metrics_({context.peers.metrics, clients::PolicyOf(context.config)}),
      stored_({context.catalogue, intake_, validation_, metrics_}),
      pool_(platform::PoolOptions(context.config)),
      service_({context.catalogue, stored_, pool_,
                platform::MaterialBytes(context.config)}) {}

std::string ReportModule::ServiceName() const {
  return nianbao::report::v1::Report::service_full_name();
}

void ReportModule::Register(grpc::ServerBuilder& builder) {
  builder.RegisterService(&service_);
}

}  // namespace nianbao::report
