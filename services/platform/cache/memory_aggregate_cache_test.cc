#include "services/platform/cache/memory_aggregate_cache.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/manual_clock.h"

namespace nianbao::platform {
namespace {

using ::testing::Eq;
using ::testing::Optional;

class MemoryAggregateCacheTest : public ::testing::Test {
 protected:
  std::optional<std::string> Get(const std::string& key) {
    return cache_.Get(key).value();
  }
  void Put(const std::string& key, const std::string& value) {
    ASSERT_TRUE(cache_.Put(key, value).ok());
  }

  nianbao::testing::ManualClock clock_;
  CacheCounters counters_;
  MemoryAggregateCache cache_{{.max_entries = 2,
                               .max_bytes = 100,
                               .max_value_bytes = 90,
                               .ttl = absl::Seconds(10)},
                              clock_,
                              counters_};
};

TEST_F(MemoryAggregateCacheTest, DropsTheEntryUsedLeastRecently) {
  Put("a", "1");
  Put("b", "2");
  EXPECT_THAT(Get("a"), Optional(std::string("1")));
  Put("c", "3");
  EXPECT_THAT(Get("b"), Eq(std::nullopt));
  EXPECT_THAT(Get("a"), Optional(std::string("1")));
  EXPECT_THAT(Get("c"), Optional(std::string("3")));
}

TEST_F(MemoryAggregateCacheTest, ReplacingAValueDropsNoOther) {
  Put("a", "1");
  Put("b", "2");
  Put("b", "3");
  EXPECT_THAT(Get("a"), Optional(std::string("1")));
  EXPECT_THAT(Get("b"), Optional(std::string("3")));
}

TEST_F(MemoryAggregateCacheTest, ForgetsAnEntryWhenItsTimeIsOver) {
  Put("a", "1");
  clock_.Advance(absl::Seconds(10) - absl::Nanoseconds(1));
  EXPECT_THAT(Get("a"), Optional(std::string("1")));
  clock_.Advance(absl::Nanoseconds(1));
  EXPECT_THAT(Get("a"), Eq(std::nullopt));
}

TEST_F(MemoryAggregateCacheTest, PuttingAgainStartsTheTimeAnew) {
  Put("a", "1");
  clock_.Advance(absl::Seconds(9));
  Put("a", "1");
  clock_.Advance(absl::Seconds(9));
  EXPECT_THAT(Get("a"), Optional(std::string("1")));
}

TEST_F(MemoryAggregateCacheTest, HoldsItsBoundOnBytes) {
  Put("a", std::string(49, 'x'));
  Put("b", std::string(49, 'y'));
  EXPECT_EQ(counters_.Read().bytes, 100);
  Put("c", "z");
  EXPECT_THAT(Get("a"), Eq(std::nullopt));
  EXPECT_EQ(Get("b")->size(), 49U);
  EXPECT_THAT(Get("c"), Optional(std::string("z")));
  EXPECT_EQ(counters_.Read().bytes, 52);
  EXPECT_EQ(counters_.Read().entries, 2);
  EXPECT_EQ(counters_.Read().evictions, 1);
}

TEST_F(MemoryAggregateCacheTest, KeepsNoValueThatIsTooLargeAndNoOldOneForIt) {
  Put("a", "1");
  Put("b", "2");
  Put("a", std::string(91, 'x'));
  EXPECT_THAT(Get("a"), Eq(std::nullopt));
  EXPECT_THAT(Get("b"), Optional(std::string("2")));
  EXPECT_EQ(counters_.Read().too_large, 1);
}

TEST_F(MemoryAggregateCacheTest, AValueInUseOutlivesItsEntry) {
  Put("a", "1");
  core::CachedValue held;
  cache_.Find("a", [&](absl::StatusOr<core::CachedValue> found) {
    held = *std::move(found);
  });
  Put("a", "2");
  Put("b", "3");
  Put("c", "4");
  EXPECT_EQ(*held, "1");
}

}  // namespace
}  // namespace nianbao::platform
