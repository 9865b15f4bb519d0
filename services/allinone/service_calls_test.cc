#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "services/allinone/all_in_one_test_base.h"
#include "services/core/document.h"
#include "services/core/errors.h"
#include "services/platform/health_probe.h"
#include "services/platform/rpc_chunks.h"
#include "services/platform/rpc_status.h"

namespace nianbao::allinone {
namespace {

namespace metrics = nianbao::metrics::v1;
namespace report = nianbao::report::v1;
namespace validation = nianbao::validation::v1;
using testing::HasSubstr;

class ServiceCallsTest : public AllInOneTest {
 protected:
  void SetUp() override {
    const auto stored = Upload(Header(), Sample());
    ASSERT_TRUE(stored.ok()) << stored.status();
    name_ = stored->name();
    nianbao::intake::v1::ReadDocumentRequest::Header header;
    header.set_filename("a.txt");
    const auto parts = Read(header, Sample());
    ASSERT_TRUE(parts.ok()) << parts.status();
    for (const auto& part : *parts) {
      core::AppendPart(part.document(), material_.document);
      material_.facts.MergeFrom(part.facts());
    }
  }

  // Serialized checks and coverage of a stream of responses.
  template <class Reader>
  static std::string Checked(Reader& reader, absl::Status& status) {
    validation::CheckResponse all;
    validation::CheckResponse part;
    bool covered = false;
    while (reader.Read(&part)) {
      EXPECT_FALSE(covered) << "coverage comes last";
      covered = part.has_coverage();
      all.MergeFrom(part);
    }
    status = platform::FromGrpcStatus(reader.Finish());
    EXPECT_TRUE(covered || !status.ok());
    return all.SerializeAsString();
  }

  std::string CheckStored(const std::string& name, absl::Status& status) {
    grpc::ClientContext context;
    validation::CheckSubmissionRequest request;
    request.set_name(name);
    auto reader = validation_->CheckSubmission(&context, request);
    return Checked(*reader, status);
  }

  std::string CheckGiven(const std::string& edition, absl::Status& status) {
    grpc::ClientContext context;
    auto stream = validation_->CheckDocument(&context);
    validation::CheckDocumentRequest request;
    request.set_edition(edition);
    stream->Write(request);
    for (auto& part : core::SplitDocument(material_.document, 10'000)) {
      request.Clear();
      request.mutable_document()->Swap(&part);
      stream->Write(request);
    }
    for (const auto& part :
         platform::FactChunks<validation::CheckDocumentRequest>(
             material_.facts)) {
      stream->Write(part);
    }
    stream->WritesDone();
    return Checked(*stream, status);
  }

  absl::StatusOr<metrics::ComputeIndicatorsResponse> Compute(
      const std::string& edition) {
    grpc::ClientContext context;
    metrics::ComputeIndicatorsResponse response;
    auto writer = metrics_->ComputeIndicators(&context, &response);
    metrics::ComputeIndicatorsRequest request;
    request.set_edition(edition);
    writer->Write(request);
    for (const auto& part :
         platform::FactChunks<metrics::ComputeIndicatorsRequest>(
             material_.facts)) {
      writer->Write(part);
    }
    writer->WritesDone();
    const absl::Status status = platform::FromGrpcStatus(writer->Finish());
    if (!status.ok()) return status;
    return response;
  }

  absl::StatusOr<std::string> RenderStored(report::ReportKind kind,
                                           report::Format format) {
    grpc::ClientContext context;
    report::RenderReportRequest request;
    request.set_name(name_);
    request.set_kind(kind);
    request.set_format(format);
    auto reader = report_->RenderReport(&context, request);
    return Rendered(*reader);
  }

  absl::StatusOr<std::string> Compose(const report::Order& order) {
    absl::Status status;
    validation::CheckResponse checked;
    checked.ParseFromString(CheckGiven("2021", status));
    grpc::ClientContext context;
    auto stream = report_->ComposeReport(&context);
    report::ComposeReportRequest request;
    *request.mutable_order() = order;
    *request.mutable_checks() = checked.checks();
    *request.mutable_findings() = checked.findings();
    *request.mutable_coverage() = checked.coverage();
    *request.mutable_computed() = *Compute("2021");
    *request.mutable_document() = material_.document;
    *request.mutable_facts() = material_.facts;
    stream->Write(request);
    stream->WritesDone();
    return Rendered(*stream);
  }

  template <class Reader>
  static absl::StatusOr<std::string> Rendered(Reader& reader) {
    std::string bytes;
    report::RenditionChunk chunk;
    while (reader.Read(&chunk)) {
      EXPECT_EQ(bytes.empty(), !chunk.media_type().empty());
      EXPECT_LE(chunk.data().size(), 1u << 20);
      bytes += chunk.data();
    }
    const absl::Status status = platform::FromGrpcStatus(reader.Finish());
    if (!status.ok()) return status;
    return bytes;
  }

  struct Material {
    nianbao::document::v1::Document document;
    core::Facts facts;
  };
  std::string name_;
  Material material_;
};

TEST_F(ServiceCallsTest, StoredAndGivenReportsAreCheckedAlike) {
  absl::Status stored;
  absl::Status given;
  const std::string from_store = CheckStored(name_, stored);
  EXPECT_TRUE(stored.ok()) << stored;
  EXPECT_EQ(from_store, CheckGiven("2021", given));
  EXPECT_TRUE(given.ok()) << given;
  EXPECT_FALSE(from_store.empty());
}

TEST_F(ServiceCallsTest, ErrorOfIntakeComesThroughValidation) {
  absl::Status status;
  CheckStored("editions/2021/submissions/3633999999", status);
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound) << status;
  EXPECT_EQ(core::GetErrorInfo(status).reason, "SUBMISSION_NOT_FOUND");
  CheckStored("nonsense", status);
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(ServiceCallsTest, UnknownEditionIsRefusedEverywhere) {
  absl::Status status;
  CheckGiven("1999", status);
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << status;
  EXPECT_EQ(Compute("1999").status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(ServiceCallsTest, ComputesAndLists) {
  const auto computed = Compute("2021");
  ASSERT_TRUE(computed.ok()) << computed.status();
  EXPECT_GT(computed->facts_size(), 0);

  grpc::ClientContext indicators;
  metrics::ListIndicatorsRequest indicators_request;
  indicators_request.set_page_size(3);
  metrics::ListIndicatorsResponse indicators_response;
  ASSERT_TRUE(metrics_
                  ->ListIndicators(&indicators, indicators_request,
                                   &indicators_response)
                  .ok());
  EXPECT_EQ(indicators_response.indicators_size(), 3);
  EXPECT_FALSE(indicators_response.next_page_token().empty());

  grpc::ClientContext rules;
  validation::ListRulesResponse rules_response;
  ASSERT_TRUE(validation_->ListRules(&rules, {}, &rules_response).ok());
  EXPECT_GT(rules_response.rules_size(), 0);

  grpc::ClientContext outlines;
  report::ListOutlinesResponse outlines_response;
  ASSERT_TRUE(report_->ListOutlines(&outlines, {}, &outlines_response).ok());
  EXPECT_EQ(outlines_response.editions_size(),
            static_cast<int>(catalogue_.editions().size()));
}

TEST_F(ServiceCallsTest, AggregatesOverIntakesSubmissions) {
  metrics::QueryAggregatesRequest request;
  request.set_edition("2021");
  request.add_indicators(catalogue_.TableOf("2021").front()->code());
  for (int i = 0; i < 2; ++i) {  // computed, then from the cache
    grpc::ClientContext context;
    metrics::QueryAggregatesResponse response;
    const absl::Status status = platform::FromGrpcStatus(
        metrics_->QueryAggregates(&context, request, &response));
    ASSERT_TRUE(status.ok()) << status;
    EXPECT_EQ(response.revision(), 1);
    EXPECT_EQ(response.groups_size(), 1);
  }
}

TEST_F(ServiceCallsTest, RendersStoredAndGivenReportsAlike) {
  for (const auto kind :
       {report::REPORT_KIND_FINDINGS, report::REPORT_KIND_SCHOOL}) {
    const auto stored = RenderStored(kind, report::FORMAT_HTML);
    ASSERT_TRUE(stored.ok()) << stored.status();
    EXPECT_THAT(*stored, HasSubstr("<html"));
    report::Order order;
    order.set_kind(kind);
    order.set_format(report::FORMAT_HTML);
    order.set_edition("2021");
    order.set_school_title(Header().school_title());
    const auto given = Compose(order);
    ASSERT_TRUE(given.ok()) << given.status();
    EXPECT_EQ(*stored, *given);
  }
}

TEST_F(ServiceCallsTest, OrderThatIsNoneIsRefused) {
  EXPECT_EQ(RenderStored(report::REPORT_KIND_UNSPECIFIED, report::FORMAT_HTML)
                .status()
                .code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(
      RenderStored(report::REPORT_KIND_FINDINGS, report::FORMAT_UNSPECIFIED)
          .status()
          .code(),
      absl::StatusCode::kInvalidArgument);
  grpc::ClientContext context;
  auto stream = report_->ComposeReport(&context);
  stream->WritesDone();
  const absl::Status status = Rendered(*stream).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(status.message()), HasSubstr("order"));
}

TEST_F(ServiceCallsTest, ManyReportsAtOnceDoNotWaitForEachOther) {
  // Each holds a thread of report while validation, metrics and intake work
  // for it; with one pool for all they would wait for ever.
  config_.mutable_limits()->set_worker_threads(1);
  Restart();
  ASSERT_TRUE(Upload(Header(), Sample()).ok());
  std::vector<std::thread> callers;
  for (int i = 0; i < 2; ++i) {
    callers.emplace_back([this] {
      EXPECT_TRUE(
          RenderStored(report::REPORT_KIND_FINDINGS, report::FORMAT_HTML).ok());
    });
  }
  for (std::thread& caller : callers) caller.join();
}

TEST_F(ServiceCallsTest, HealthNamesAllServicesAndTheCache) {
  for (const char* name :
       {"", "nianbao.intake.v1.Intake", "nianbao.validation.v1.Validation",
        "nianbao.metrics.v1.Metrics", "nianbao.report.v1.Report",
        "nianbao.cache"}) {
    auto serving = platform::ProbeHealth(all_->Channel(), name);
    // Metrics serve as soon as the record is loaded.
    for (int i = 0; i < 100'000 && serving.ok() && !*serving; ++i) {
      serving = platform::ProbeHealth(all_->Channel(), name);
    }
    ASSERT_TRUE(serving.ok()) << serving.status();
    EXPECT_TRUE(*serving) << name;
  }
}

TEST_F(ServiceCallsTest, WithoutRedisTheAnswerIsTheSameAndHealthSaysSo) {
  metrics::QueryAggregatesRequest request;
  request.set_edition("2021");
  request.add_indicators(catalogue_.TableOf("2021").front()->code());
  grpc::ClientContext with;
  metrics::QueryAggregatesResponse expected;
  ASSERT_TRUE(metrics_->QueryAggregates(&with, request, &expected).ok());

  config_.mutable_cache()->set_redis("127.0.0.1:1");  // nobody listens there
  Restart();
  const auto uploaded = Upload(Header(), Sample());
  ASSERT_TRUE(uploaded.ok()) << uploaded.status();
  // The snapshot follows the record a moment later; the call waits for it.
  request.set_min_revision(uploaded->revision());
  grpc::ClientContext without;
  metrics::QueryAggregatesResponse response;
  const absl::Status status = platform::FromGrpcStatus(
      metrics_->QueryAggregates(&without, request, &response));
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(response.SerializeAsString(), expected.SerializeAsString());
  EXPECT_FALSE(*platform::ProbeHealth(all_->Channel(), "nianbao.cache"));
  EXPECT_TRUE(*platform::ProbeHealth(all_->Channel(), ""));
}

}  // namespace
}  // namespace nianbao::allinone
