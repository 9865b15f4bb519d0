// Handlers of metrics.
#ifndef NIANBAO_SERVICES_METRICS_METRICS_SERVICE_H_
#define NIANBAO_SERVICES_METRICS_METRICS_SERVICE_H_

#include <cstdint>
#include <memory>
#include <string>

#include "nianbao/metrics/v1/metrics.grpc.pb.h"
#include "services/core/catalogue.h"
#include "services/core/ports/executor.h"
#include "services/metrics/aggregate_query.h"
#include "services/metrics/questions/questions_service.h"
#include "services/metrics/rank_query.h"
#include "services/platform/rpc_bytes.h"
#include "services/platform/rpc_memo.h"
#include "services/platform/rpc_streams.h"

namespace nianbao::metrics {

// Parses requests, calls the use cases, maps results. QueryAggregates takes and
// gives bytes: what is cached is not parsed, and answered on the thread at
// hand.
class MetricsService final : public QuestionsService {
 public:
  // What it works with; all outlive it.
  struct Deps {
    const core::Catalogue& catalogue;
    const AggregateQuery& aggregates;
    const RankQuery& ranks;
    core::Executor& executor;
    // Bytes of a school's facts at most.
    std::int64_t max_request_bytes;
  };

  MetricsService(const Deps& deps, Questions questions);

  grpc::ServerReadReactor<nianbao::metrics::v1::ComputeIndicatorsRequest>*
  ComputeIndicators(
      grpc::CallbackServerContext* context,
      nianbao::metrics::v1::ComputeIndicatorsResponse* response) override;

  grpc::ServerUnaryReactor* QueryAggregates(
      grpc::CallbackServerContext* context, const grpc::ByteBuffer* request,
      grpc::ByteBuffer* response) override;

  grpc::ServerUnaryReactor* ListRanks(
      grpc::CallbackServerContext* context,
      const nianbao::metrics::v1::ListRanksRequest* request,
      nianbao::metrics::v1::ListRanksResponse* response) override;

  grpc::ServerUnaryReactor* ListIndicators(
      grpc::CallbackServerContext* context,
      const nianbao::metrics::v1::ListIndicatorsRequest* request,
      nianbao::metrics::v1::ListIndicatorsResponse* response) override;

 private:
  using Prepared = std::shared_ptr<const PreparedAggregates>;

  platform::RpcScope Scope(grpc::CallbackServerContext* context) const;

  // What `bytes` ask for, worked out without waiting or remembered.
  absl::StatusOr<Prepared> Prepare(const std::string& bytes);

  // Waits for min_revision, then answers.
  absl::StatusOr<std::string> AnswerLater(const std::string& bytes,
                                          absl::Duration patience) const;

  // Answers from the cache, or on the executor.
  void Answer(const platform::BytesCall& call, Prepared prepared) const;

  const Deps deps_;
  platform::RpcMemo<PreparedAggregates> prepared_;
};

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_METRICS_SERVICE_H_
