// Handlers of report.
#ifndef NIANBAO_SERVICES_REPORT_REPORT_SERVICE_H_
#define NIANBAO_SERVICES_REPORT_REPORT_SERVICE_H_

#include <cstdint>

#include "nianbao/report/v1/report.grpc.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/executor.h"
#include "services/platform/rpc_streams.h"
#include "services/report/render_report.h"

namespace nianbao::report {

// Parses requests, calls the use cases, maps results.
class ReportService final
    : public nianbao::report::v1::Report::CallbackService {
 public:
  // What it works with; all outlive it.
  struct Deps {
    const core::Catalogue& catalogue;
    const StoredReports& stored;
    core::Executor& executor;
    // Bytes of a report's material at most.
    std::int64_t max_request_bytes;
  };

  explicit ReportService(const Deps& deps) : deps_(deps) {}

  grpc::ServerBidiReactor<nianbao::report::v1::ComposeReportRequest,
                          nianbao::report::v1::RenditionChunk>*
  ComposeReport(grpc::CallbackServerContext* context) override;

  grpc::ServerWriteReactor<nianbao::report::v1::RenditionChunk>* RenderReport(
      grpc::CallbackServerContext* context,
      const nianbao::report::v1::RenderReportRequest* request) override;

  grpc::ServerUnaryReactor* ListOutlines(
      grpc::CallbackServerContext* context,
      const nianbao::report::v1::ListOutlinesRequest* request,
      nianbao::report::v1::ListOutlinesResponse* response) override;

 private:
  platform::RpcScope Scope(grpc::CallbackServerContext* context) const;

  const Deps deps_;
};

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_REPORT_SERVICE_H_
