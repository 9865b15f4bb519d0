#include "services/platform/cache/guarded_aggregate_cache.h"

#include <latch>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace nianbao::platform {
namespace {

using ::testing::Each;

// Keeps values and leases in a map; fails when told.
class MapCache final : public core::AggregateCache, public FillLeases {
 public:
  absl::StatusOr<std::optional<std::string>> Get(
      const std::string& key) override {
    const std::lock_guard lock(mutex_);
    if (!failure.ok()) return failure;
    return Known(key);
  }
  absl::Status Put(const std::string& key, const std::string& value) override {
    const std::lock_guard lock(mutex_);
    if (!failure.ok()) return failure;
    if (keeps) values[key] = value;
    return absl::OkStatus();
  }
  std::string Name() const override { return "map"; }
  absl::StatusOr<Claimed> Claim(const std::string& key,
                                absl::Duration) override {
    const std::lock_guard lock(mutex_);
    ++claims;
    if (!failure.ok() || !lease_failure.ok()) return lease_failure;
    if (claims == put_at_claim) values[key] = "theirs";
    return Claimed{.value = Known(key), .ours = held.insert(key).second};
  }
  void Drop(const std::string& key) override {
    const std::lock_guard lock(mutex_);
    held.erase(key);
  }

  std::map<std::string, std::string> values;
  std::set<std::string> held;
  absl::Status failure;
  absl::Status lease_failure;
  bool keeps = true;
  int claims = 0;
  // At this claim another process has put the value.
  int put_at_claim = 0;

 private:
  std::optional<std::string> Known(const std::string& key) {
    const auto found = values.find(key);
    if (found == values.end()) return std::nullopt;
    return found->second;
  }

  std::mutex mutex_;
};

class GuardedAggregateCacheTest : public ::testing::Test {
 protected:
  std::unique_ptr<GuardedAggregateCache> Make(absl::Duration fill_wait,
                                              bool leases = true) {
    auto map = std::make_unique<MapCache>();
    map_ = map.get();
    return std::make_unique<GuardedAggregateCache>(
        std::make_unique<CacheCounters>(), std::move(map),
        GuardedAggregateCache::Options{.fill_wait = fill_wait,
                                       .leases = leases ? map_ : nullptr});
  }

  GuardedAggregateCache::Compute Computing(const std::string& value) {
    return [this, value]() -> absl::StatusOr<std::string> {
      ++computed_;
      return value;
    };
  }

  MapCache* map_ = nullptr;
  std::atomic<int> computed_ = 0;
};

TEST_F(GuardedAggregateCacheTest, ComputesOnceAndGivesUpTheLease) {
  const auto cache = Make(absl::Minutes(1));
  EXPECT_EQ(*cache->GetOrCompute("key", Computing("a")), "a");
  EXPECT_EQ(*cache->GetOrCompute("key", Computing("b")), "a");
  EXPECT_EQ(computed_, 1);
  EXPECT_TRUE(map_->held.empty());
  EXPECT_EQ(cache->figures().fills, 1);
  EXPECT_EQ(cache->figures().waits, 0);
}

TEST_F(GuardedAggregateCacheTest, ManyCallersAtOnceComputeOnce) {
  const auto cache = Make(absl::Minutes(1), false);
  // Whoever computes waits until all others are there.
  constexpr int kCallers = 8;
  std::latch there(kCallers);
  std::vector<std::string> got(kCallers);
  std::vector<std::thread> threads;
  for (int i = 0; i < kCallers; ++i) {
    threads.emplace_back([&, i] {
      there.count_down();
      got[static_cast<std::size_t>(i)] =
          *cache->GetOrCompute("key", [&]() -> absl::StatusOr<std::string> {
            there.wait();
            ++computed_;
            return "value";
          });
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(got, Each("value"));
  EXPECT_EQ(computed_, 1);
}

TEST_F(GuardedAggregateCacheTest, AnErrorIsForTheCallerWhoseComputationFailed) {
  const auto cache = Make(absl::Minutes(1), false);
  std::latch computing(1);
  std::latch waiting(1);
  std::thread first([&] {
    const auto failed =
        cache->GetOrCompute("key", [&]() -> absl::StatusOr<std::string> {
          computing.count_down();
          waiting.wait();
          return absl::CancelledError("the caller is gone");
        });
    EXPECT_TRUE(absl::IsCancelled(failed.status()));
  });
  computing.wait();
  std::thread second([&] {
    EXPECT_EQ(*cache->GetOrCompute("key", Computing("value")), "value");
  });
  while (cache->figures().waits == 0) std::this_thread::yield();
  waiting.count_down();
  first.join();
  second.join();
  EXPECT_EQ(computed_, 1);
}

TEST_F(GuardedAggregateCacheTest, AComputationThatThrowsHoldsNobodyUp) {
  const auto cache = Make(absl::Minutes(1), false);
  EXPECT_THROW(cache
                   ->GetOrCompute("key",
                                  []() -> absl::StatusOr<std::string> {
                                    throw std::runtime_error("broken");
                                  })
                   .IgnoreError(),
               std::runtime_error);
  EXPECT_EQ(*cache->GetOrCompute("key", Computing("value")), "value");
}

TEST_F(GuardedAggregateCacheTest, WaitsForTheProcessThatHoldsTheLease) {
  const auto cache = Make(absl::Minutes(1));
  map_->held.insert("key");
  map_->put_at_claim = 3;
  EXPECT_EQ(*cache->GetOrCompute("key", Computing("ours")), "theirs");
  EXPECT_EQ(computed_, 0);
  EXPECT_EQ(cache->figures().waits, 1);
  EXPECT_TRUE(map_->held.contains("key")) << "the lease was not ours";
}

TEST_F(GuardedAggregateCacheTest, WaitsNoLongerThanItShouldForAHolderWhoDied) {
  const auto cache = Make(absl::Milliseconds(20));
  map_->held.insert("key");
  EXPECT_EQ(*cache->GetOrCompute("key", Computing("ours")), "ours");
  EXPECT_EQ(map_->values["key"], "ours");
}

TEST_F(GuardedAggregateCacheTest, ComputesAtOnceWhereLeasesFail) {
  const auto cache = Make(absl::Minutes(1));
  map_->lease_failure = absl::UnavailableError("full");
  map_->held.insert("key");
  map_->failure = absl::UnavailableError("gone");
  EXPECT_EQ(*cache->GetOrCompute("key", Computing("ours")), "ours");
  map_->failure = absl::OkStatus();
  EXPECT_EQ(cache->figures().errors, 0);
}

TEST_F(GuardedAggregateCacheTest, AnErrorOfTheComputationIsNotKept) {
  const auto cache = Make(absl::Minutes(1));
  const auto failed = cache->GetOrCompute(
      "key", [] { return absl::InvalidArgumentError("no such thing"); });
  EXPECT_TRUE(absl::IsInvalidArgument(failed.status()));
  EXPECT_TRUE(map_->held.empty());
  EXPECT_EQ(*cache->GetOrCompute("key", Computing("value")), "value");
}

}  // namespace
}  // namespace nianbao::platform
