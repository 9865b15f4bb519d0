// What the cache does when its Redis does not do what it should.
#include <algorithm>
#include <atomic>
#include <fstream>
#include <initializer_list>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/platform/cache/cache_factory.h"
#include "services/platform/cache/redis_client.h"
#include "tests/testing/certificates.h"
#include "tests/testing/manual_clock.h"
#include "tests/testing/recording_cache_events.h"
#include "tests/testing/redis_server.h"
#include "tests/testing/scratch_folder.h"

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

  std::unique_ptr<platform::GuardedAggregateCache> MakeCache(
      const std::string& address, int timeout_ms) {
    config::v1::Cache config = config_;
    config.set_redis(address);
    config.set_timeout_ms(timeout_ms);
    config.set_ttl_seconds(60);
    return platform::MakeAggregateCache(config, clock_, events_);
  }

  // Starts another server in the place of the first.
  void Serve(const testing::RedisServer::Options& options) {
    auto server = testing::RedisServer::Start(options);
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
  }

  // What the cache says of a lookup; "OK" where it answers.
  std::string Complaint() {
    const auto cache = MakeCache(server_->address(), 10000);
    return std::string(cache->Get("nianbao:key").status().ToString());
  }

  // A command past the cache.
  std::string Tell(std::initializer_list<absl::string_view> command) {
    platform::RedisClient client({.connection = {.address = server_->address(),
                                                 .timeout = absl::Seconds(10)}},
                                 clock_);
    std::string bytes;
    platform::AppendCommand(command, bytes);
    const auto replies = client.Run(std::move(bytes), 1);
    EXPECT_TRUE(replies.ok()) << replies.status();
    if (!replies.ok()) return "";
    const auto& reply = replies->front();
    using Kind = platform::RedisReply::Kind;
    return reply.kind == Kind::kNothing ? "(nil)" : reply.text;
  }

  config::v1::Cache config_;
  testing::ManualClock clock_;
  testing::RecordingCacheEvents events_;
  std::unique_ptr<testing::RedisServer> server_;
  std::unique_ptr<platform::GuardedAggregateCache> cache_;
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

TEST_F(RedisCacheTest, ADamagedValueCountsAsNone) {
  ASSERT_TRUE(cache_->Put("key", "value").ok());
  ASSERT_NE(Tell({"APPEND", "key", "x"}), "0");
  EXPECT_THAT(*cache_->Get("key"), Eq(std::nullopt));
  ASSERT_EQ(Tell({"SET", "key", "value"}), "OK");
  EXPECT_THAT(*cache_->Get("key"), Eq(std::nullopt));
  const auto made = cache_->GetOrCompute(
      "key", []() -> absl::StatusOr<std::string> { return "right"; });
  EXPECT_EQ(*made, "right");
  EXPECT_THAT(*cache_->Get("key"), Optional(std::string("right")));
  EXPECT_THAT(events_.heard(), IsEmpty());
}

TEST_F(RedisCacheTest, TheValueOfAnotherKeyCountsAsNone) {
  ASSERT_TRUE(cache_->Put("key", "value").ok());
  ASSERT_EQ(Tell({"RENAME", "key", "other"}), "OK");
  EXPECT_THAT(*cache_->Get("other"), Eq(std::nullopt));
}

TEST_F(RedisCacheTest, ALeaseOfAReplicaThatDiedIsOverAfterItsTime) {
  config_.set_fill_wait_ms(50);
  const auto cache = MakeCache(server_->address(), 10000);
  ASSERT_EQ(Tell({"SET", "key:lease", "", "PX", "60000"}), "OK");
  const auto made = cache->GetOrCompute(
      "key", []() -> absl::StatusOr<std::string> { return "ours"; });
  EXPECT_EQ(*made, "ours");
}

TEST_F(RedisCacheTest, LeavesNoLeaseBehind) {
  config_.set_fill_wait_ms(60000);
  const auto cache = MakeCache(server_->address(), 10000);
  cache->GetOrCompute("key", [] { return absl::InternalError("no"); })
      .IgnoreError();
  // Behind the lease's end on the same connection.
  EXPECT_TRUE(cache->Put("other", "value").ok());
  EXPECT_EQ(Tell({"EXISTS", "key:lease"}), "0");
}

TEST_F(RedisCacheTest, ManyCallersLoseOneTimeoutAtMostToAServerThatHangs) {
  const auto cache = MakeCache(server_->address(), 300);
  ASSERT_TRUE(cache->Put("key", "value").ok());
  server_->Freeze();
  EXPECT_FALSE(cache->Get("key").ok());
  clock_.Advance(kLongestPause);
  // One finds out; the others don't wait for it.
  std::atomic<int> slow = 0;
  std::atomic<int> refused = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&] {
      const auto value = cache->Get("key");
      ++(absl::IsDeadlineExceeded(value.status()) ? slow : refused);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(slow + refused, 8);
  EXPECT_GE(slow, 1);
  server_->Thaw();
}

TEST_F(RedisCacheTest, GivesUserAndPassword) {
  testing::ScratchFolder folder;
  config_.set_password_file(folder.Path("password"));
  std::ofstream(config_.password_file()) << "open sesame\n";
  ASSERT_EQ(Tell({"ACL", "SETUSER", "metrics", "on", ">open sesame",
                  "~nianbao:*", "+get", "+set"}),
            "OK");
  config_.set_username("metrics");
  EXPECT_EQ(Complaint(), "OK");
  config_.set_username("nobody");
  EXPECT_THAT(Complaint(), HasSubstr("check cache.username"));
  config_.clear_username();
  ASSERT_EQ(Tell({"CONFIG", "SET", "requirepass", "open sesame"}), "OK");
  EXPECT_EQ(Complaint(), "OK");
  config_.clear_password_file();
  EXPECT_THAT(Complaint(), HasSubstr("set cache.password_file"));
  config_.set_password_file(folder.Path("none"));
  EXPECT_THAT(Complaint(), HasSubstr("can't read the password"));
}

TEST_F(RedisCacheTest, NeedsNoMoreRightsThanTheExampleConfigurationGives) {
  testing::ScratchFolder folder;
  config_.set_password_file(folder.Path("password"));
  std::ofstream(config_.password_file()) << "open sesame\n";
  config_.set_username("metrics");
  config_.set_fill_wait_ms(60000);
  ASSERT_EQ(Tell({"ACL", "SETUSER", "metrics", "on", ">open sesame",
                  "~nianbao:*", "+get", "+set", "+del"}),
            "OK");
  const auto cache = MakeCache(server_->address(), 10000);
  for (const char* expected : {"first", "first"}) {
    const auto value = cache->GetOrCompute(
        "nianbao:key", []() -> absl::StatusOr<std::string> { return "first"; });
    EXPECT_EQ(*value, expected);
  }
  EXPECT_EQ(cache->figures().fills, 1);
  EXPECT_EQ(cache->figures().errors, 0);
  EXPECT_THAT(events_.heard(), IsEmpty());
}

TEST_F(RedisCacheTest, NamesASentinel) {
  Serve(
      {.certificates = nullptr, .arguments = {"--rename-command", "GET", ""}});
  EXPECT_THAT(Complaint(), HasSubstr("a sentinel, which is not supported"));
}

TEST_F(RedisCacheTest, NamesAServerOfACluster) {
  Serve({.certificates = nullptr, .arguments = {"--cluster-enabled", "yes"}});
  EXPECT_THAT(Complaint(), HasSubstr("cluster, which is not supported"));
}

TEST_F(RedisCacheTest, TrustsNoServerButThatOfTheCertificates) {
  const testing::Certificates right;
  const testing::Certificates wrong;
  Serve({.certificates = &right, .arguments = {}});
  config_.set_tls_ca_file(right.ca());
  EXPECT_THAT(Complaint(), HasSubstr("redis")) << "no certificate of ours";
  config_.set_tls_cert_file(right.client_cert());
  config_.set_tls_key_file(right.client_key());
  EXPECT_EQ(Complaint(), "OK");
  config_.set_tls_server_name("cache.example");
  EXPECT_EQ(Complaint(), "OK");
  config_.set_tls_server_name("other.example");
  EXPECT_THAT(Complaint(), HasSubstr("certificate of the server refused"));
  config_.clear_tls_server_name();
  config_.set_tls_ca_file(wrong.ca());
  EXPECT_THAT(Complaint(), HasSubstr("certificate of the server refused"));
  config_.set_tls_ca_file("no such file");
  EXPECT_THAT(Complaint(), HasSubstr("\"no such file\""));
  config_.clear_tls_ca_file();
  EXPECT_NE(Complaint(), "OK");
}

}  // namespace
}  // namespace nianbao
