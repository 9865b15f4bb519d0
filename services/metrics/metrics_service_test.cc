#include "services/metrics/metrics_service.h"

#include <chrono>
#include <memory>
#include <string>

#include "gmock/gmock.h"
#include "grpcpp/server_builder.h"
#include "gtest/gtest.h"
#include "services/core/errors.h"
#include "services/metrics/test_record.h"
#include "services/platform/cache/cache_factory.h"
#include "services/platform/rpc_status.h"
#include "services/platform/worker_pool.h"
#include "tests/testing/manual_clock.h"
#include "tests/testing/metrics_catalogue.h"
#include "tests/testing/recording_cache_events.h"

namespace nianbao::metrics {
namespace {

using ::nianbao::metrics::v1::QueryAggregatesRequest;
using ::nianbao::metrics::v1::QueryAggregatesResponse;
using ::nianbao::testing::MakeFact;

// Aggregates come from the snapshot, so that nobody asks intake.
class NoIntake final : public core::IntakePeer {
 public:
  absl::StatusOr<intake::v1::Submission> GetSubmission(
      const std::string&) override {
    return absl::InternalError("asked");
  }
  absl::StatusOr<core::SubmissionList> ListSubmissions(
      const std::string&) override {
    return absl::InternalError("asked");
  }
  absl::StatusOr<document::v1::Document> GetDocument(
      const std::string&) override {
    return absl::InternalError("asked");
  }
  absl::StatusOr<core::Facts> GetFacts(const std::string&) override {
    return absl::InternalError("asked");
  }
};

// The service on a server that listens nowhere.
class MetricsServiceTest : public ::testing::Test {
 protected:
  void SetUp() override {
    record_.Add("1", "330802", {MakeFact("f1", "students", "1000", "人")});
    record_.Add("2", "330803", {MakeFact("f1", "students", "2000", "人")});
    grpc::ServerBuilder builder;
    builder.RegisterService(&service_);
    server_ = builder.BuildAndStart();
    stub_ = v1::Metrics::NewStub(server_->InProcessChannel({}));
    request_.set_edition("2021");
    request_.add_indicators("students");
  }

  absl::StatusOr<QueryAggregatesResponse> Ask(int deadline_ms = 60'000) {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() +
                         std::chrono::milliseconds(deadline_ms));
    QueryAggregatesResponse response;
    const grpc::Status status =
        stub_->QueryAggregates(&context, request_, &response);
    if (!status.ok()) return platform::FromGrpcStatus(status);
    return response;
  }

  std::unique_ptr<const core::Catalogue> catalogue_ =
      testing::MakeMetricsCatalogue();
  const IndicatorPlans plans_{*catalogue_};
  TestRecord record_{*catalogue_};
  testing::ManualClock clock_;
  testing::RecordingCacheEvents events_;
  std::unique_ptr<platform::GuardedAggregateCache> cache_ =
      platform::MakeAggregateCache({}, clock_, events_);
  const AggregateQuery aggregates_{
      {*catalogue_, record_.store(), *cache_, plans_, {}, {}}};
  NoIntake intake_;
  const RankQuery ranks_{{*catalogue_, record_.store(), plans_}};
  platform::WorkerPool pool_{{.threads = 2, .max_waiting = 100}};
  MetricsService service_{{*catalogue_, aggregates_, ranks_, pool_, 1 << 20},
                          {intake_, pool_, {}, {}}};
  std::unique_ptr<grpc::Server> server_;
  std::unique_ptr<v1::Metrics::Stub> stub_;
  QueryAggregatesRequest request_;
};

TEST_F(MetricsServiceTest, ACachedAnswerIsTheComputedOne) {
  const auto computed = Ask();
  ASSERT_TRUE(computed.ok()) << computed.status();
  const auto cached = Ask();
  ASSERT_TRUE(cached.ok()) << cached.status();
  EXPECT_EQ(cached->SerializeAsString(), computed->SerializeAsString());
  EXPECT_EQ(cached->groups(0).aggregates(0).value(), "3000");
  EXPECT_EQ(cache_->figures().fills, 1);
  EXPECT_EQ(cache_->figures().hits, 1);
}

TEST_F(MetricsServiceTest, SaysWhichSnapshotItRestsOnAlsoFromTheCache) {
  ASSERT_TRUE(Ask().ok());
  EXPECT_EQ(Ask()->snapshot_revision(), record_.revision());
  // A change that the answer does not depend on.
  record_.Add("3", "330802", {MakeFact("f1", "students", "9", "人")}, "2020");
  const auto later = Ask();
  ASSERT_TRUE(later.ok()) << later.status();
  EXPECT_EQ(later->snapshot_revision(), record_.revision());
}

TEST_F(MetricsServiceTest, AChangedFigureShowsInTheNextAnswer) {
  ASSERT_TRUE(Ask().ok());
  record_.Add("2", "330803", {MakeFact("f1", "students", "2001", "人")});
  EXPECT_EQ(Ask()->groups(0).aggregates(0).value(), "3001");
}

TEST_F(MetricsServiceTest, WaitsForARevisionNoLongerThanTheCallMay) {
  request_.set_min_revision(record_.revision() + 1);
  const auto answer = Ask(500);
  ASSERT_FALSE(answer.ok());
  EXPECT_THAT(answer.status().code(),
              ::testing::AnyOf(absl::StatusCode::kFailedPrecondition,
                               absl::StatusCode::kDeadlineExceeded));
  request_.set_min_revision(record_.revision());
  EXPECT_TRUE(Ask().ok());
}

TEST_F(MetricsServiceTest, NamesWhatIsWrongWithTheRequest) {
  request_.set_edition("1900");
  EXPECT_EQ(core::GetErrorInfo(Ask().status()).reason, "UNKNOWN_EDITION");
}

}  // namespace
}  // namespace nianbao::metrics
