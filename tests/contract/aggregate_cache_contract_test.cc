// What every cache of aggregates does, over both of them.
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/platform/cache/cache_factory.h"
#include "tests/testing/manual_clock.h"
#include "tests/testing/recording_cache_events.h"
#include "tests/testing/redis_server.h"

namespace nianbao {
namespace {

using ::testing::Eq;
using ::testing::IsEmpty;
using ::testing::Optional;

enum class Kind { kInProcess, kRedis };

class AggregateCacheContract : public ::testing::TestWithParam<Kind> {
 protected:
  void SetUp() override {
    config::v1::Cache config;
    config.set_max_entries(100);
    // Long enough for a machine under load; nothing here waits that long.
    config.set_timeout_ms(10000);
    config.set_ttl_seconds(60);
    if (GetParam() == Kind::kRedis) {
      auto server = testing::RedisServer::Start();
      ASSERT_TRUE(server.ok()) << server.status();
      server_ = *std::move(server);
      config.set_redis(server_->address());
    }
    cache_ = platform::MakeAggregateCache(config, clock_, events_);
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

  testing::ManualClock clock_;
  testing::RecordingCacheEvents events_;
  std::unique_ptr<testing::RedisServer> server_;
  std::unique_ptr<core::AggregateCache> cache_;
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

TEST_P(AggregateCacheContract, HasANameForPeople) {
  const std::string expected = GetParam() == Kind::kRedis
                                   ? "redis " + server_->address()
                                   : "in-process cache";
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

INSTANTIATE_TEST_SUITE_P(Caches, AggregateCacheContract,
                         ::testing::Values(Kind::kInProcess, Kind::kRedis),
                         [](const auto& test) {
                           return test.param == Kind::kRedis ? "Redis"
                                                             : "InProcess";
                         });

}  // namespace
}  // namespace nianbao
