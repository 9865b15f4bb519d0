// Report as a module.
#ifndef NIANBAO_SERVICES_REPORT_REPORT_MODULE_H_
#define NIANBAO_SERVICES_REPORT_REPORT_MODULE_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "services/clients/intake_client.h"
#include "services/clients/metrics_client.h"
#include "services/clients/validation_client.h"
#include "services/platform/module.h"
#include "services/platform/worker_pool.h"
#include "services/report/render_report.h"
#include "services/report/report_service.h"

namespace nianbao::report {

// Keeps nothing. Calls intake, validation and metrics.
class ReportModule : public platform::Module {
 public:
  // Never fails.
  static absl::StatusOr<std::unique_ptr<platform::Module>> Create(
      const platform::ModuleContext& context);

  explicit ReportModule(const platform::ModuleContext& context);

  std::string ServiceName() const override;
  void Register(grpc::ServerBuilder& builder) override;

 private:
  clients::IntakeClient intake_;
  clients::ValidationClient validation_;
  clients::MetricsClient metrics_;
  StoredReports stored_;
  platform::WorkerPool pool_;
  ReportService service_;
};

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_REPORT_MODULE_H_
