#include "services/platform/cache/monitored_aggregate_cache.h"

#include <memory>
#include <string>
#include <utility>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/manual_clock.h"
#include "tests/testing/recording_cache_events.h"

namespace nianbao::platform {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Answers as it is told.
class ScriptedCache final : public core::AggregateCache {
 public:
  absl::StatusOr<std::optional<std::string>> Get(const std::string&) override {
    if (!reads.ok()) return reads;
    return std::optional<std::string>("value");
  }
  absl::Status Put(const std::string&, const std::string&) override {
    return writes;
  }
  std::string Name() const override { return "scripted"; }

  absl::Status reads;
  absl::Status writes;
};

class MonitoredAggregateCacheTest : public ::testing::Test {
 protected:
  MonitoredAggregateCacheTest() {
    auto scripted = std::make_unique<ScriptedCache>();
    scripted_ = scripted.get();
    cache_ = std::make_unique<MonitoredAggregateCache>(
        std::move(scripted),
        MonitoredAggregateCache::Deps{events_, clock_, counters_});
  }

  void Get() { cache_->Get("key").status().IgnoreError(); }
  void Put() { cache_->Put("key", "value").IgnoreError(); }

  const absl::Status gone_ = absl::UnavailableError("gone");
  nianbao::testing::RecordingCacheEvents events_;
  nianbao::testing::ManualClock clock_;
  CacheCounters counters_;
  ScriptedCache* scripted_ = nullptr;
  std::unique_ptr<MonitoredAggregateCache> cache_;
};

TEST_F(MonitoredAggregateCacheTest, SaysNothingWhileAllIsWell) {
  Get();
  Put();
  EXPECT_THAT(events_.heard(), IsEmpty());
  EXPECT_EQ(cache_->Name(), "scripted");
}

TEST_F(MonitoredAggregateCacheTest, ReportsEachChangeOnce) {
  scripted_->reads = scripted_->writes = gone_;
  Get();
  Put();
  Get();
  EXPECT_THAT(events_.heard(), ElementsAre("gone"));
  EXPECT_THAT(events_.failures(), ElementsAre(gone_));
  scripted_->reads = scripted_->writes = absl::OkStatus();
  Get();
  Put();
  EXPECT_THAT(events_.heard(), ElementsAre("gone", "back"));
}

TEST_F(MonitoredAggregateCacheTest, PassesValuesAndFailuresOn) {
  EXPECT_EQ(cache_->Get("key").value(), "value");
  scripted_->reads = gone_;
  EXPECT_EQ(cache_->Get("key").status(), gone_);
  scripted_->writes = gone_;
  EXPECT_EQ(cache_->Put("key", "value"), gone_);
}

TEST_F(MonitoredAggregateCacheTest, StaysGoneWhileItTakesNoValues) {
  scripted_->writes = gone_;
  Get();
  Put();
  Get();
  Put();
  EXPECT_THAT(events_.heard(), ElementsAre("gone"));
  scripted_->writes = absl::OkStatus();
  Put();
  EXPECT_THAT(events_.heard(), ElementsAre("gone", "back"));
}

TEST_F(MonitoredAggregateCacheTest, AReadTellsThatItIsBackAfterReadsFailed) {
  scripted_->writes = gone_;
  Put();
  scripted_->reads = gone_;
  Get();
  scripted_->reads = absl::OkStatus();
  Get();
  EXPECT_THAT(events_.heard(), ElementsAre("gone", "back"));
}

TEST_F(MonitoredAggregateCacheTest, CountsLookupsAndFailures) {
  Get();
  cache_->Find("key", [](const auto&) {});
  scripted_->reads = scripted_->writes = gone_;
  Get();
  cache_->Find("key", [](const auto&) {});
  Put();
  const CacheFigures figures = counters_.Read();
  EXPECT_EQ(figures.hits, 2);
  EXPECT_EQ(figures.misses, 0);
  EXPECT_EQ(figures.errors, 3);
}

TEST_F(MonitoredAggregateCacheTest, TellsTheFiguresOnceAMinuteWhileItIsUsed) {
  Get();
  clock_.Advance(absl::Minutes(1));
  EXPECT_EQ(events_.figures(), 0);
  Get();
  Get();
  EXPECT_EQ(events_.figures(), 1);
  clock_.Advance(absl::Minutes(5));
  Get();
  EXPECT_EQ(events_.figures(), 2);
}

}  // namespace
}  // namespace nianbao::platform
