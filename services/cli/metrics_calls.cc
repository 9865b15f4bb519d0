#include "services/cli/metrics_calls.h"

#include "nianbao/metrics/v1/metrics.grpc.pb.h"
#include "services/cli/message_parts.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

using nianbao::catalogue::v1::Text;
using nianbao::metrics::v1::ComputeIndicatorsRequest;
using nianbao::metrics::v1::ComputeIndicatorsResponse;
using nianbao::metrics::v1::ListIndicatorsRequest;
using nianbao::metrics::v1::ListIndicatorsResponse;
using nianbao::metrics::v1::Metrics;

constexpr int kPageSize = 1000;

using Stream = grpc::ClientWriter<ComputeIndicatorsRequest>;

// Whether all was taken; why not is in the call's outcome.
bool Send(const Reading& reading, Stream& stream) {
  ComputeIndicatorsRequest first;
  first.set_edition(reading.edition);
  first.set_region(reading.region);
  first.set_school_class(reading.school_class);
  if (!stream.Write(first)) return false;
  return SendInParts(reading.facts.size(), [&](int begin, int end) {
    ComputeIndicatorsRequest request;
    for (int i = begin; i < end; ++i) *request.add_facts() = reading.facts[i];
    return stream.Write(request);
  });
}

}  // namespace

absl::StatusOr<ComputeIndicatorsResponse> ComputeIndicators(
    const Reading& reading, Session& session) {
  const auto stub = Metrics::NewStub(session.ChannelTo(Service::kMetrics));
  grpc::ClientContext context;
  session.Prepare(context);
  ComputeIndicatorsResponse response;
  const auto stream = stub->ComputeIndicators(&context, &response);
  if (Send(reading, *stream)) stream->WritesDone();
  NIANBAO_RETURN_IF_ERROR(
      session.OutcomeOf(Service::kMetrics, stream->Finish()));
  return response;
}

absl::StatusOr<std::map<std::string, Text>> ListIndicatorTitles(
    Session& session) {
  const auto stub = Metrics::NewStub(session.ChannelTo(Service::kMetrics));
  std::map<std::string, Text> titles;
  ListIndicatorsRequest request;
  request.set_page_size(kPageSize);
  do {
    grpc::ClientContext context;
    session.Prepare(context);
    ListIndicatorsResponse page;
    NIANBAO_RETURN_IF_ERROR(session.OutcomeOf(
        Service::kMetrics, stub->ListIndicators(&context, request, &page)));
    for (const auto& indicator : page.indicators()) {
      titles[indicator.code()] = indicator.title();
    }
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return titles;
}

}  // namespace nianbao::cli
