// What every cache of aggregates does, over both of them.
#include <array>
#include <atomic>
#include <future>
#include <latch>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/platform/cache/cache_factory.h"
#include "tests/testing/certificates.h"
#include "tests/testing/manual_clock.h"
#include "tests/testing/recording_cache_events.h"
#include "tests/testing/redis_server.h"

namespace nianbao {
namespace {

using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::Optional;

enum class Kind { kInProcess, kRedis, kRedisOverTls };

class AggregateCacheContract : public ::testing::TestWithParam<Kind> {
 protected:
  void SetUp() override {
    config_.set_max_entries(100);
    config_.set_max_bytes(64 << 20);
    config_.set_max_value_bytes(8 << 20);
    // Long enough for a machine under load; nothing here waits that long.
    config_.set_timeout_ms(10000);
    config_.set_fill_wait_ms(30000);
    config_.set_ttl_seconds(60);
    if (GetParam() != Kind::kInProcess) StartRedis();
    cache_ = platform::MakeAggregateCache(config_, clock_, events_);
  }

  void StartRedis() {
    testing::RedisServer::Options options;
    if (GetParam() == Kind::kRedisOverTls) {
      certificates_ = std::make_unique<testing::Certificates>();
      options.certificates = certificates_.get();
      config_.set_tls_ca_file(certificates_->ca());
      config_.set_tls_cert_file(certificates_->client_cert());
      config_.set_tls_key_file(certificates_->client_key());
    }
    auto server = testing::RedisServer::Start(options);
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    config_.set_redis(server_->address());
  }

  void TearDown() override { EXPECT_THAT(events_.heard(), IsEmpty()); }

  std::optional<std::string> Get(const std::string& key) {
    auto value = cache_->Get(key);
    EXPECT_TRUE(value.ok()) << value.status();
    return value.ok() ? *value : std::nullopt;
  }

  void Put(const std::string& key, const std::string& value) {
    const absl::Status status = cache_->Put(key, value);
    EXPECT_TRUE(status.ok()) << status;
  }

  std::optional<std::string> Find(const std::string& key) {
    std::promise<absl::StatusOr<core::CachedValue>> found;
    cache_->Find(key, [&](absl::StatusOr<core::CachedValue> value) {
      found.set_value(std::move(value));
    });
    auto value = found.get_future().get();
    EXPECT_TRUE(value.ok()) << value.status();
    if (!value.ok() || *value == nullptr) return std::nullopt;
    return **value;
  }

  config::v1::Cache config_;
  testing::ManualClock clock_;
  testing::RecordingCacheEvents events_;
  std::unique_ptr<testing::Certificates> certificates_;
  std::unique_ptr<testing::RedisServer> server_;
  std::unique_ptr<platform::GuardedAggregateCache> cache_;
};

TEST_P(AggregateCacheContract, HasNothingUnderAKeyThatWasNeverPut) {
  EXPECT_THAT(Get("nianbao:v1:never"), Eq(std::nullopt));
}

TEST_P(AggregateCacheContract, GivesBackWhatWasPut) {
  Put("nianbao:v1:a", "one");
  Put("nianbao:v1:b", "two");
  EXPECT_THAT(Get("nianbao:v1:a"), Optional(std::string("one")));
  EXPECT_THAT(Get("nianbao:v1:b"), Optional(std::string("two")));
}

TEST_P(AggregateCacheContract, GivesTheValuePutLast) {
  Put("key", "old");
  Put("key", "new");
  EXPECT_THAT(Get("key"), Optional(std::string("new")));
}

TEST_P(AggregateCacheContract, KeepsAnyBytesInKeysAndValues) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes.push_back(static_cast<char>(i));
  const std::string key = "key \r\n $3 %s 衢州 " + bytes;
  Put(key, bytes);
  EXPECT_THAT(Get(key), Optional(bytes));
}

TEST_P(AggregateCacheContract, TellsAnEmptyValueFromNone) {
  Put("empty", "");
  EXPECT_THAT(Get("empty"), Optional(std::string()));
}

TEST_P(AggregateCacheContract, KeepsAValueOfEightMegabytes) {
  const std::string value(8 << 20, 'x');
  Put("large", value);
  EXPECT_TRUE(Get("large") == value);
}

TEST_P(AggregateCacheContract, PassesOverAValueThatIsTooLarge) {
  Put("large", std::string((8 << 20) + 1, 'x'));
  EXPECT_THAT(Get("large"), Eq(std::nullopt));
  EXPECT_EQ(cache_->figures().too_large, 1);
}

TEST_P(AggregateCacheContract, FindsWhatGetGets) {
  EXPECT_THAT(Find("key"), Eq(std::nullopt));
  Put("key", "value");
  EXPECT_THAT(Find("key"), Optional(std::string("value")));
}

TEST_P(AggregateCacheContract, ComputesWhatItDoesNotHaveAndKeepsIt) {
  const auto compute = []() -> absl::StatusOr<std::string> { return "made"; };
  EXPECT_EQ(cache_->GetOrCompute("key", compute).value(), "made");
  EXPECT_THAT(Get("key"), Optional(std::string("made")));
  EXPECT_EQ(cache_
                ->GetOrCompute("key",
                               []() -> absl::StatusOr<std::string> {
                                 return absl::InternalError("asked again");
                               })
                .value(),
            "made");
}

TEST_P(AggregateCacheContract, AnErrorOfTheComputationIsPassedOnAndNotKept) {
  const auto failed = cache_->GetOrCompute(
      "key", [] { return absl::InvalidArgumentError("no such thing"); });
  EXPECT_TRUE(absl::IsInvalidArgument(failed.status()));
  EXPECT_THAT(Get("key"), Eq(std::nullopt));
}

TEST_P(AggregateCacheContract, ManyCallersOfManyKeysComputeEachOnce) {
  constexpr int kThreads = 8;
  constexpr int kKeys = 50;
  std::array<std::atomic<int>, kKeys> computed = {};
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      for (int k = 0; k < kKeys; ++k) {
        const auto value = cache_->GetOrCompute(
            absl::StrCat("key ", k), [&]() -> absl::StatusOr<std::string> {
              ++computed[static_cast<std::size_t>(k)];
              return absl::StrCat("value ", k);
            });
        EXPECT_EQ(value.value(), absl::StrCat("value ", k));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& count : computed) EXPECT_EQ(count, 1);
  EXPECT_EQ(cache_->figures().fills, kKeys);
}

TEST_P(AggregateCacheContract, HasANameForPeople) {
  const std::string expected = GetParam() == Kind::kInProcess
                                   ? "in-process cache"
                                   : "redis " + server_->address();
  EXPECT_EQ(cache_->Name(), expected);
}

TEST_P(AggregateCacheContract, ServesMoreThreadsThanItHasConnections) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([this, t] {
      for (int i = 0; i < 100; ++i) {
        const std::string key = absl::StrCat("thread ", t, " key ", i % 5);
        const std::string value = absl::StrCat(t, ":", i);
        Put(key, value);
        EXPECT_THAT(Get(key), Optional(value));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

std::string NameOf(const ::testing::TestParamInfo<Kind>& test) {
  switch (test.param) {
    case Kind::kInProcess:
      return "InProcess";
    case Kind::kRedis:
      return "Redis";
    case Kind::kRedisOverTls:
      return "RedisOverTls";
  }
  return "";
}

INSTANTIATE_TEST_SUITE_P(Caches, AggregateCacheContract,
                         ::testing::Values(Kind::kInProcess, Kind::kRedis,
                                           Kind::kRedisOverTls),
                         NameOf);

// Two replicas are two caches on one Redis.
class SharedAggregateCache : public AggregateCacheContract {
 protected:
  void SetUp() override {
    AggregateCacheContract::SetUp();
    other_ = platform::MakeAggregateCache(config_, clock_, events_);
  }

  std::unique_ptr<platform::GuardedAggregateCache> other_;
};

TEST_P(SharedAggregateCache, ReplicasThatRaceForAKeyComputeItOnce) {
  std::atomic<int> computed = 0;
  for (int k = 0; k < 50; ++k) {
    std::latch both(2);
    const auto ask = [&](platform::GuardedAggregateCache& cache) {
      both.arrive_and_wait();
      const auto value = cache.GetOrCompute(
          absl::StrCat("key ", k), [&]() -> absl::StatusOr<std::string> {
            ++computed;
            return absl::StrCat("value ", k);
          });
      EXPECT_EQ(value.value(), absl::StrCat("value ", k));
    };
    std::thread theirs([&] { ask(*other_); });
    ask(*cache_);
    theirs.join();
  }
  EXPECT_EQ(computed, 50);
  EXPECT_EQ(cache_->figures().fills + other_->figures().fills, 50);
}

TEST_P(SharedAggregateCache, AReplicaWaitsForTheOneThatComputes) {
  std::latch computing(1);
  std::thread theirs([&] {
    const auto value =
        other_->GetOrCompute("key", [&]() -> absl::StatusOr<std::string> {
          computing.count_down();
          while (cache_->figures().waits == 0) std::this_thread::yield();
          return "theirs";
        });
    EXPECT_EQ(value.value(), "theirs");
  });
  computing.wait();
  EXPECT_EQ(
      cache_
          ->GetOrCompute("key",
                         []() -> absl::StatusOr<std::string> { return "ours"; })
          .value(),
      "theirs");
  theirs.join();
}

INSTANTIATE_TEST_SUITE_P(Caches, SharedAggregateCache,
                         ::testing::Values(Kind::kRedis, Kind::kRedisOverTls),
                         NameOf);

}  // namespace
}  // namespace nianbao
