#include "services/clients/metrics_client.h"

#include <vector>

#include "nianbao/metrics/v1/metrics.grpc.pb.h"
#include "services/core/errors.h"
#include "services/platform/rpc_chunks.h"

namespace nianbao::clients {
namespace {

namespace api = nianbao::metrics::v1;

}  // namespace

absl::StatusOr<api::ComputeIndicatorsResponse> MetricsClient::ComputeIndicators(
    const std::string& edition, const core::Facts& facts,
    const std::string& region, const std::string& school_class) {
  auto parts = platform::FactChunks<api::ComputeIndicatorsRequest>(facts);
  if (parts.empty()) parts.emplace_back();
  parts.front().set_edition(edition);
  parts.front().set_region(region);
  parts.front().set_school_class(school_class);
  api::ComputeIndicatorsResponse response;
  NIANBAO_RETURN_IF_ERROR(deps_.policy.Call(
      "metrics", deps_.channel, [&](const auto& channel, auto& context) {
        auto writer = api::Metrics::NewStub(channel)->ComputeIndicators(
            &context, &response);
        for (const auto& part : parts) {
          if (!writer->Write(part)) break;  // Finish says why
        }
        writer->WritesDone();
        return writer->Finish();
      }));
  return response;
}

}  // namespace nianbao::clients
