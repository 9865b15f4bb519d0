#include "services/report/report_service.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/core/document.h"
#include "services/core/errors.h"
#include "services/platform/rpc_page.h"
#include "services/platform/rpc_reactor.h"

namespace nianbao::report {
namespace {

namespace api = nianbao::report::v1;

constexpr std::size_t kChunkBytes = 256 << 10;

absl::Status BadStream(const std::string& message) {
  return core::MakeError(absl::StatusCode::kInvalidArgument, message,
                         {.reason = "BAD_STREAM", .metadata = {}});
}

// What a stream of requests brings together.
struct OrderedMaterial {
  std::optional<api::Order> order;
  Material material;

  absl::Status Take(api::ComposeReportRequest& request) {
    if (request.has_order() && order.has_value()) {
      return BadStream("stream: a second order; order one report in a call");
    }
    if (request.has_order()) order = request.order();
    if (!order.has_value()) {
      return BadStream("stream: no order in the first message; send it first");
    }
    core::AppendPart(request.document(), material.document);
    material.facts.MergeFrom(request.facts());
    for (auto& check : *request.mutable_checks()) {
      material.checks.push_back(std::move(check));
    }
    for (auto& finding : *request.mutable_findings()) {
      material.findings.push_back(std::move(finding));
    }
    material.coverage.MergeFrom(request.coverage());
    if (request.outcome() != nianbao::validation::v1::OUTCOME_UNSPECIFIED) {
      material.outcome = request.outcome();
    }
    material.computed.MergeFrom(request.computed());
    return absl::OkStatus();
  }
};

std::vector<api::RenditionChunk> ChunksOf(const Rendition& rendition) {
  std::vector<api::RenditionChunk> chunks(1);
  chunks.front().set_media_type(rendition.media_type);
  for (std::size_t at = 0; at < rendition.bytes.size(); at += kChunkBytes) {
    if (at > 0) chunks.emplace_back();
    chunks.back().set_data(rendition.bytes.substr(at, kChunkBytes));
  }
  return chunks;
}

}  // namespace

platform::RpcScope ReportService::Scope(
    grpc::CallbackServerContext* context) const {
  return {*context, deps_.executor, deps_.max_request_bytes};
}

grpc::ServerBidiReactor<api::ComposeReportRequest, api::RenditionChunk>*
ReportService::ComposeReport(grpc::CallbackServerContext* context) {
  using Answer = std::vector<api::RenditionChunk>;
  return platform::Exchange<api::ComposeReportRequest, api::RenditionChunk,
                            OrderedMaterial>(
      Scope(context), std::make_unique<OrderedMaterial>(),
      [this](OrderedMaterial& given) -> absl::StatusOr<Answer> {
        if (!given.order.has_value()) {
          return BadStream("stream: ended without an order; send it first");
        }
        NIANBAO_ASSIGN_OR_RETURN(
            const Rendition rendition,
            ComposeAndRender(deps_.catalogue, *given.order, given.material));
        return ChunksOf(rendition);
      });
}

grpc::ServerWriteReactor<api::RenditionChunk>* ReportService::RenderReport(
    grpc::CallbackServerContext* context,
    const api::RenderReportRequest* request) {
  using Answer = std::vector<api::RenditionChunk>;
  return platform::AnswerStream<api::RenditionChunk>(
      Scope(context), [this, request]() -> absl::StatusOr<Answer> {
        NIANBAO_ASSIGN_OR_RETURN(const Rendition rendition,
                                 deps_.stored.Render(*request));
        return ChunksOf(rendition);
      });
}

grpc::ServerUnaryReactor* ReportService::ListOutlines(
    grpc::CallbackServerContext* context,
    const api::ListOutlinesRequest* request,
    api::ListOutlinesResponse* response) {
  using Answer = api::ListOutlinesResponse;
  return platform::AnswerOne<Answer>(
      Scope(context), response, [this, request]() -> absl::StatusOr<Answer> {
        NIANBAO_ASSIGN_OR_RETURN(
            const auto page,
            platform::PageOf(deps_.catalogue.editions(), request->page_size(),
                             request->page_token()));
        Answer answer;
        for (const auto* edition : page.items) {
          *answer.add_editions() = *edition;
        }
        answer.set_next_page_token(page.next_page_token);
        return answer;
      });
}

}  // namespace nianbao::report
