#include "services/allinone/all_in_one.h"

#include <utility>

#include "services/core/errors.h"
#include "services/intake/intake_module.h"
#include "services/metrics/metrics_module.h"
#include "services/report/report_module.h"
#include "services/validation/validation_module.h"

namespace nianbao::allinone {

AllInOne::AllInOne(const nianbao::config::v1::ServerConfig& config,
                   const Deps& deps)
    : config_(config), deps_(deps) {}

absl::StatusOr<std::unique_ptr<AllInOne>> AllInOne::Start(
    const nianbao::config::v1::ServerConfig& config, const Deps& deps,
    const Services& services) {
  std::unique_ptr<AllInOne> all(new AllInOne(config, deps));
  NIANBAO_RETURN_IF_ERROR(all->Mount(services));
  NIANBAO_ASSIGN_OR_RETURN(
      all->server_,
      platform::Server::Start(all->config_.address(), all->modules_,
                              {all->deps_.log, all->health_}));
  // Only now is there a server for the services to reach each other through.
  all->peers_.BindAll(all->server_->InProcessChannel());
  return all;
}

absl::Status AllInOne::Mount(const Services& services) {
  const platform::ModuleContext context{deps_.catalogue, config_, deps_.clock,
                                        deps_.log,       health_, peers_};
  const std::pair<bool, decltype(&intake::IntakeModule::Create)> modules[] = {
      {services.intake, intake::IntakeModule::Create},
      {services.validation, validation::ValidationModule::Create},
      {services.metrics, metrics::MetricsModule::Create},
      {services.report, report::ReportModule::Create}};
  for (const auto& [mounted, create] : modules) {
    if (!mounted) continue;
    NIANBAO_ASSIGN_OR_RETURN(auto module, create(context));
    modules_.push_back(std::move(module));
  }
  return absl::OkStatus();
}

AllInOne::~AllInOne() { peers_.BindAll(nullptr); }

std::shared_ptr<grpc::Channel> AllInOne::Channel() {
  return server_->InProcessChannel();
}

int AllInOne::port() const { return server_->port(); }

void AllInOne::Drain(absl::Duration grace) { server_->Drain(grace); }

}  // namespace nianbao::allinone
