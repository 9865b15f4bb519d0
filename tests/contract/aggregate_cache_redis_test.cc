// What the cache does when its Redis does not do what it should.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/platform/cache/cache_factory.h"
#include "services/platform/cache/redis_connection.h"
#include "tests/testing/manual_clock.h"
#include "tests/testing/recording_cache_events.h"
#include "tests/testing/redis_server.h"

namespace nianbao {
namespace {

using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Optional;

constexpr absl::Duration kLongestPause = absl::Seconds(5);

class RedisCacheTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto server = testing::RedisServer::Start();
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    cache_ = MakeCache(server_->address(), 10000);
  }

  std::unique_ptr<core::AggregateCache> MakeCache(const std::string& address,
                                                  int timeout_ms) {
    config::v1::Cache config;
    config.set_redis(address);
    config.set_timeout_ms(timeout_ms);
    config.set_ttl_seconds(60);
    return platform::MakeAggregateCache(config, clock_, events_);
  }

  // A command past the cache.
  std::string Tell(const std::vector<std::string>& command) {
    const auto address = platform::ParseRedisAddress(server_->address());
    auto connection =
        platform::RedisConnection::Open(*address, absl::Seconds(10));
    EXPECT_TRUE(connection.ok()) << connection.status();
    auto answer = (*connection)->Run(command, absl::Seconds(10));
    return answer.ok() ? answer->value_or("(nil)")
                       : std::string(answer.status().message());
  }

  testing::ManualClock clock_;
  testing::RecordingCacheEvents events_;
  std::unique_ptr<testing::RedisServer> server_;
  std::unique_ptr<core::AggregateCache> cache_;
};

TEST_F(RedisCacheTest, GivesEntriesATimeToLive) {
  ASSERT_TRUE(cache_->Put("key", "value").ok());
  const std::string seconds =
      Tell({"EVAL", "return tostring(redis.call('TTL', KEYS[1]))", "1", "key"});
  // -1 would mean that it stays for ever.
  EXPECT_GT(std::stoi(seconds), 0);
  EXPECT_LE(std::stoi(seconds), 60);
}

TEST_F(RedisCacheTest, SaysUnavailableWhereNobodyListens) {
  server_->Stop();
  const auto value = cache_->Get("key");
  ASSERT_TRUE(absl::IsUnavailable(value.status())) << value.status();
  EXPECT_THAT(std::string(value.status().message()),
              HasSubstr("redis " + server_->address()));
  EXPECT_TRUE(absl::IsUnavailable(cache_->Put("key", "value")));
  EXPECT_THAT(events_.heard(), ElementsAre("gone"));
}

TEST_F(RedisCacheTest, SaysUnavailableWhereTheAddressIsNone) {
  const auto cache = MakeCache("no port", 100);
  const auto value = cache->Get("key");
  ASSERT_TRUE(absl::IsUnavailable(value.status())) << value.status();
  EXPECT_THAT(std::string(value.status().message()),
              HasSubstr("\"no port\" is not an address"));
}

TEST_F(RedisCacheTest, DoesNotAskAgainWithinThePauseAfterAFailure) {
  server_->Stop();
  EXPECT_FALSE(cache_->Get("key").ok());
  ASSERT_TRUE(server_->Restart().ok());
  const auto within = cache_->Get("key");
  EXPECT_THAT(std::string(within.status().message()),
              HasSubstr("not tried again yet"));
  clock_.Advance(absl::Milliseconds(100));
  EXPECT_TRUE(cache_->Get("key").ok());
  EXPECT_THAT(events_.heard(), ElementsAre("gone", "back"));
}

TEST_F(RedisCacheTest, DoublesThePauseUpToFiveSeconds) {
  server_->Stop();
  absl::Duration pause = absl::Milliseconds(100);
  for (int failures = 0; failures < 10; ++failures) {
    EXPECT_FALSE(cache_->Get("key").ok());
    clock_.Advance(pause - absl::Milliseconds(1));
    EXPECT_THAT(std::string(cache_->Get("key").status().message()),
                HasSubstr("not tried again yet"));
    clock_.Advance(absl::Milliseconds(1));
    pause = std::min(2 * pause, kLongestPause);
  }
  EXPECT_THAT(events_.heard(), ElementsAre("gone"));
}

TEST_F(RedisCacheTest, AServerRestartedBetweenCallsIsNoFailure) {
  ASSERT_TRUE(cache_->Put("key", "value").ok());
  ASSERT_TRUE(server_->Restart().ok());
  const auto value = cache_->Get("key");
  ASSERT_TRUE(value.ok()) << value.status();
  EXPECT_THAT(*value, Eq(std::nullopt));
  EXPECT_THAT(events_.heard(), IsEmpty());
}

TEST_F(RedisCacheTest, SaysDeadlineExceededWhereTheServerHangs) {
  const auto cache = MakeCache(server_->address(), 500);
  ASSERT_TRUE(cache->Put("key", "value").ok());
  server_->Freeze();
  const auto value = cache->Get("key");
  EXPECT_TRUE(absl::IsDeadlineExceeded(value.status())) << value.status();
  EXPECT_THAT(events_.heard(), ElementsAre("gone"));
  server_->Thaw();
}

TEST_F(RedisCacheTest, AConnectionThatOwesAnAnswerIsNotUsedAgain) {
  ASSERT_TRUE(cache_->Put("a", "value of a").ok());
  const auto address = platform::ParseRedisAddress(server_->address());
  auto connection = platform::RedisConnection::Open(*address, absl::Seconds(9));
  ASSERT_TRUE(connection.ok()) << connection.status();
  server_->Freeze();
  EXPECT_TRUE(absl::IsDeadlineExceeded(
      (*connection)->Run({"GET", "a"}, absl::Milliseconds(20)).status()));
  server_->Thaw();
  EXPECT_FALSE((*connection)->usable());
}

TEST_F(RedisCacheTest, AServerThatRefusesValuesIsGoneUntilItTakesOne) {
  ASSERT_TRUE(cache_->Put("key", "value").ok());
  ASSERT_EQ(Tell({"CONFIG", "SET", "maxmemory", "1"}), "OK");
  const absl::Status refused = cache_->Put("key", "other");
  EXPECT_TRUE(absl::IsUnavailable(refused)) << refused;
  EXPECT_THAT(std::string(refused.message()), HasSubstr("OOM"));
  const auto value = cache_->Get("key");
  ASSERT_TRUE(value.ok()) << value.status();
  EXPECT_THAT(*value, Optional(std::string("value")));
  EXPECT_THAT(events_.heard(), ElementsAre("gone"));
  ASSERT_EQ(Tell({"CONFIG", "SET", "maxmemory", "0"}), "OK");
  EXPECT_TRUE(cache_->Put("key", "other").ok());
  EXPECT_THAT(events_.heard(), ElementsAre("gone", "back"));
}

}  // namespace
}  // namespace nianbao
