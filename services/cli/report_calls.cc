#include "services/cli/report_calls.h"

#include <utility>

#include "nianbao/report/v1/report.grpc.pb.h"
#include "services/cli/message_parts.h"
#include "services/core/document.h"
#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

using nianbao::report::v1::ComposeReportRequest;
using nianbao::report::v1::ListOutlinesRequest;
using nianbao::report::v1::ListOutlinesResponse;
using nianbao::report::v1::RenderReportRequest;
using nianbao::report::v1::RenditionChunk;
using nianbao::report::v1::Report;
using nianbao::report::v1::ReportKind;

constexpr int kPageSize = 1000;

using Stream = grpc::ClientReaderWriter<ComposeReportRequest, RenditionChunk>;

// Sends tell whether all was taken; why not is in the call's outcome.
bool SendOrder(ReportKind kind, const Reading& reading, Stream& stream) {
  ComposeReportRequest request;
  auto* order = request.mutable_order();
  order->set_kind(kind);
  order->set_format(nianbao::report::v1::FORMAT_HTML);
  order->set_edition(reading.edition);
  return stream.Write(request);
}

bool SendReading(const Reading& reading, Stream& stream) {
  for (auto& part : core::SplitDocument(reading.document, kPartBytes)) {
    ComposeReportRequest request;
    *request.mutable_document() = std::move(part);
    if (!stream.Write(request)) return false;
  }
  return SendInParts(reading.facts.size(), [&](int begin, int end) {
    ComposeReportRequest request;
    for (int i = begin; i < end; ++i) *request.add_facts() = reading.facts[i];
    return stream.Write(request);
  });
}

bool SendChecks(const core::CheckResult& result, Stream& stream) {
  const auto checks_size = static_cast<int>(result.checks.size());
  const auto findings_size = static_cast<int>(result.findings.size());
  return SendInParts(checks_size,
                     [&](int begin, int end) {
                       ComposeReportRequest request;
                       for (int i = begin; i < end; ++i) {
                         *request.add_checks() =
                             result.checks[static_cast<std::size_t>(i)];
                       }
                       return stream.Write(request);
                     }) &&
         SendInParts(findings_size, [&](int begin, int end) {
           ComposeReportRequest request;
           for (int i = begin; i < end; ++i) {
             *request.add_findings() =
                 result.findings[static_cast<std::size_t>(i)];
           }
           return stream.Write(request);
         });
}

bool SendResults(const Material& material, Stream& stream) {
  if (!SendChecks(material.checks, stream)) return false;
  ComposeReportRequest request;
  *request.mutable_coverage() = material.checks.coverage;
  request.set_outcome(material.checks.outcome);
  *request.mutable_computed() = material.computed;
  return stream.Write(request);
}

// The bytes of all chunks.
template <class Reader>
std::string ReadChunks(Reader& reader) {
  std::string bytes;
  RenditionChunk chunk;
  while (reader.Read(&chunk)) bytes += chunk.data();
  return bytes;
}

}  // namespace

absl::StatusOr<std::string> ComposeReport(ReportKind kind,
                                          const Material& material,
                                          Session& session) {
  const auto stub = Report::NewStub(session.ChannelTo(Service::kReport));
  grpc::ClientContext context;
  session.Prepare(context);
  const auto stream = stub->ComposeReport(&context);
  if (SendOrder(kind, material.reading, *stream) &&
      SendReading(material.reading, *stream) &&
      SendResults(material, *stream)) {
    stream->WritesDone();
  }
  std::string bytes = ReadChunks(*stream);
  NIANBAO_RETURN_IF_ERROR(
      session.OutcomeOf(Service::kReport, stream->Finish()));
  return bytes;
}

absl::StatusOr<std::string> RenderReport(const RenderReportRequest& request,
                                         Session& session) {
  const auto stub = Report::NewStub(session.ChannelTo(Service::kReport));
  grpc::ClientContext context;
  session.Prepare(context);
  const auto stream = stub->RenderReport(&context, request);
  std::string bytes = ReadChunks(*stream);
  NIANBAO_RETURN_IF_ERROR(
      session.OutcomeOf(Service::kReport, stream->Finish()));
  return bytes;
}

absl::StatusOr<std::set<std::string>> ListOutlinedEditions(Session& session) {
  const auto stub = Report::NewStub(session.ChannelTo(Service::kReport));
  std::set<std::string> editions;
  ListOutlinesRequest request;
  request.set_page_size(kPageSize);
  do {
    grpc::ClientContext context;
    session.Prepare(context);
    ListOutlinesResponse page;
    NIANBAO_RETURN_IF_ERROR(session.OutcomeOf(
        Service::kReport, stub->ListOutlines(&context, request, &page)));
    for (const auto& edition : page.editions()) {
      if (edition.sections_size() > 0) editions.insert(edition.code());
    }
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return editions;
}

}  // namespace nianbao::cli
