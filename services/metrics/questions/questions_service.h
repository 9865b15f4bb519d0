// Handlers of metrics' questions over many schools.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_QUESTIONS_SERVICE_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_QUESTIONS_SERVICE_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "nianbao/metrics/v1/metrics.grpc.pb.h"
#include "services/core/ports/executor.h"
#include "services/core/ports/peers.h"
#include "services/metrics/questions/export.h"
#include "services/metrics/snapshot/snapshot.h"
#include "services/platform/rpc_streams.h"

namespace nianbao::metrics {

// The service with one method left to bytes, of which MetricsService says more.
using MetricsCallbacks =
    nianbao::metrics::v1::Metrics::WithRawCallbackMethod_QueryAggregates<
        nianbao::metrics::v1::Metrics::CallbackService>;

// Parses requests, calls the use cases, maps results. A base of MetricsService,
// which has the other RPCs; default constructible, since gRPC's own bases are.
class QuestionsService : public MetricsCallbacks {
 public:
  // The snapshot that has `min_revision`; waits for it as long as `patience`.
  // Errors of SnapshotStore::AtLeast.
  using SnapshotAt =
      std::function<absl::StatusOr<std::shared_ptr<const Snapshot>>(
          std::int64_t min_revision, absl::Duration patience)>;

  // What it works with; all outlive it.
  struct Questions {
    core::IntakePeer& intake;
    core::Executor& executor;
    SnapshotAt snapshot;
    AskAggregates aggregates;
  };

  grpc::ServerWriteReactor<nianbao::metrics::v1::ExportAggregatesResponse>*
  ExportAggregates(
      grpc::CallbackServerContext* context,
      const nianbao::metrics::v1::ExportAggregatesRequest* request) override;

  grpc::ServerUnaryReactor* CompareSchool(
      grpc::CallbackServerContext* context,
      const nianbao::metrics::v1::CompareSchoolRequest* request,
      nianbao::metrics::v1::CompareSchoolResponse* response) override;

  grpc::ServerUnaryReactor* ListTrends(
      grpc::CallbackServerContext* context,
      const nianbao::metrics::v1::ListTrendsRequest* request,
      nianbao::metrics::v1::ListTrendsResponse* response) override;

  grpc::ServerUnaryReactor* GetStandardAttainment(
      grpc::CallbackServerContext* context,
      const nianbao::metrics::v1::GetStandardAttainmentRequest* request,
      nianbao::metrics::v1::GetStandardAttainmentResponse* response) override;

  grpc::ServerUnaryReactor* ListCoverage(
      grpc::CallbackServerContext* context,
      const nianbao::metrics::v1::ListCoverageRequest* request,
      nianbao::metrics::v1::ListCoverageResponse* response) override;

  grpc::ServerUnaryReactor* ExplainValue(
      grpc::CallbackServerContext* context,
      const nianbao::metrics::v1::ExplainValueRequest* request,
      nianbao::metrics::v1::ExplainValueResponse* response) override;

  grpc::ServerUnaryReactor* ListMajorWarnings(
      grpc::CallbackServerContext* context,
      const nianbao::metrics::v1::ListMajorWarningsRequest* request,
      nianbao::metrics::v1::ListMajorWarningsResponse* response) override;

 protected:
  // How long a call may wait for a revision: its deadline but for what it takes
  // to answer, and never so long that waiting calls hold all threads for
  // minutes.
  static absl::Duration PatienceOf(const grpc::CallbackServerContext& context);

  // To be called before the first call comes.
  void SetQuestions(Questions questions) {
    questions_.emplace(std::move(questions));
  }

 private:
  // Answers on the executor from the snapshot that the request asks for.
  template <class Response, class Request, class Make>
  grpc::ServerUnaryReactor* Answer(grpc::CallbackServerContext* context,
                                   const Request* request, Response* response,
                                   Make make);

  std::optional<Questions> questions_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_QUESTIONS_SERVICE_H_
