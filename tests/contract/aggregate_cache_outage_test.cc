// Aggregates while their Redis goes away and comes back.
#include <memory>
#include <string>

#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/metrics/aggregate_query.h"
#include "services/metrics/test_record.h"
#include "services/platform/cache/cache_factory.h"
#include "tests/testing/manual_clock.h"
#include "tests/testing/metrics_catalogue.h"
#include "tests/testing/recording_cache_events.h"
#include "tests/testing/redis_server.h"

namespace nianbao {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::MakeFact;

class AggregateCacheOutage : public ::testing::Test {
 protected:
  void SetUp() override {
    auto server = testing::RedisServer::Start();
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    config::v1::Cache config;
    config.set_redis(server_->address());
    config.set_timeout_ms(10000);
    cache_ = platform::MakeAggregateCache(config, clock_, events_);
    record_.Add("1", "330802",
                {MakeFact("f1", "students", "1000", "人"),
                 MakeFact("f2", "teachers", "70", "人")});
    record_.Add("2", "330803",
                {MakeFact("f1", "students", "2000", "人"),
                 MakeFact("f2", "teachers", "90", "人")});
  }

  // The answer's bytes.
  std::string Ask() {
    metrics::v1::QueryAggregatesRequest request;
    request.set_edition("2021");
    request.add_indicators("students");
    request.add_indicators("ratio");
    request.set_group_by(
        metrics::v1::QueryAggregatesRequest::GROUP_BY_PREFECTURE);
    metrics::AggregateQuery query(
        {*catalogue_, record_.store(), *cache_, plans_, {}});
    const auto response = query.Run(request);
    EXPECT_TRUE(response.ok()) << response.status();
    return response.ok() ? response->SerializeAsString() : "";
  }

  std::unique_ptr<const core::Catalogue> catalogue_ =
      testing::MakeMetricsCatalogue();
  testing::ManualClock clock_;
  testing::RecordingCacheEvents events_;
  const metrics::IndicatorPlans plans_{*catalogue_};
  metrics::TestRecord record_{*catalogue_};
  std::unique_ptr<testing::RedisServer> server_;
  std::unique_ptr<core::AggregateCache> cache_;
};

TEST_F(AggregateCacheOutage, TheAggregateIsTheSameAndTheOutageIsReportedOnce) {
  const std::string computed = Ask();
  const std::string cached = Ask();
  EXPECT_THAT(events_.heard(), IsEmpty());

  server_->Stop();
  const std::string without = Ask();
  EXPECT_EQ(Ask(), without);
  EXPECT_THAT(events_.heard(), ElementsAre("gone"));

  ASSERT_TRUE(server_->Restart().ok());
  clock_.Advance(absl::Seconds(5));
  const std::string after = Ask();
  EXPECT_THAT(events_.heard(), ElementsAre("gone", "back"));
  EXPECT_EQ(Ask(), computed);

  EXPECT_EQ(cached, computed);
  EXPECT_EQ(without, computed);
  EXPECT_EQ(after, computed);
}

TEST_F(AggregateCacheOutage, AServerThatHangsCostsOneTimeoutAndNoAnswer) {
  config::v1::Cache config;
  config.set_redis(server_->address());
  config.set_timeout_ms(500);
  cache_ = platform::MakeAggregateCache(config, clock_, events_);
  const std::string before = Ask();
  server_->Freeze();
  EXPECT_EQ(Ask(), before);
  EXPECT_EQ(Ask(), before);
  EXPECT_THAT(events_.heard(), ElementsAre("gone"));
  EXPECT_TRUE(absl::IsDeadlineExceeded(events_.failures().front()));
  server_->Thaw();
  clock_.Advance(absl::Seconds(5));
  EXPECT_EQ(Ask(), before);
  EXPECT_THAT(events_.heard(), ElementsAre("gone", "back"));
}

}  // namespace
}  // namespace nianbao
