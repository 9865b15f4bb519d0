#include "services/platform/cache/redis_link.h"

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace nianbao::platform {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A connection whose other side is the test.
class ScriptedStream final : public ByteStream {
 public:
  struct Script {
    bool connected = true;
    std::string to_read;
    std::string written;
    std::size_t room = 1 << 20;
    bool closed = false;
  };
  explicit ScriptedStream(Script& script) : script_(script) {}

  Step Connect() override { return {.moved = script_.connected ? 1U : 0U}; }
  Step Read(char* bytes, std::size_t size) override {
    const std::size_t count = script_.to_read.copy(bytes, size);
    script_.to_read.erase(0, count);
    if (count == 0 && script_.closed) return {.closed = true, .error = "end"};
    return {.moved = count};
  }
  Step Write(absl::string_view bytes) override {
    const std::size_t count = std::min(bytes.size(), script_.room);
    script_.written.append(bytes.data(), count);
    script_.room -= count;
    return {.moved = count};
  }
  int fd() const override { return -1; }
  bool waits_to_write() const override { return false; }

 private:
  Script& script_;
};

class RedisLinkTest : public ::testing::Test {
 protected:
  std::unique_ptr<RedisRequest> Ask(const std::string& bytes,
                                    std::size_t commands = 1) {
    auto request = std::make_unique<RedisRequest>();
    request->bytes = bytes;
    request->commands = commands;
    request->deadline = start_ + milliseconds(100);
    request->done = [this](const absl::StatusOr<RedisReplies>& replies) {
      std::string text = replies.ok() ? "" : "failed";
      if (replies.ok()) {
        for (const RedisReply& reply : *replies) text += reply.text + ";";
      }
      heard_.push_back(text);
    };
    return request;
  }

  const steady_clock::time_point start_ = steady_clock::now();
  std::vector<std::string> heard_;
  ScriptedStream::Script script_;
  RedisLink link_{std::make_unique<ScriptedStream>(script_), "r:1",
                  milliseconds(50)};
};

TEST_F(RedisLinkTest, SendsAllThatWaitTogetherAndGivesEachItsAnswers) {
  script_.connected = false;
  link_.Add(Ask("one "));
  link_.Add(Ask("two three ", 2));
  ASSERT_TRUE(link_.Work(false).ok());
  EXPECT_EQ(script_.written, "");
  script_.connected = true;
  ASSERT_TRUE(link_.Work(false).ok());
  EXPECT_EQ(script_.written, "one two three ");
  script_.to_read = "+1\r\n+2\r\n";
  ASSERT_TRUE(link_.Work(true).ok());
  EXPECT_THAT(heard_, ElementsAre("1;"));
  script_.to_read = "+3\r\n";
  ASSERT_TRUE(link_.Work(true).ok());
  EXPECT_THAT(heard_, ElementsAre("1;", "2;3;"));
  EXPECT_EQ(link_.waiting(), 0U);
}

TEST_F(RedisLinkTest, GoesOnWhereAWriteWasCutShort) {
  script_.room = 3;
  link_.Add(Ask("command"));
  ASSERT_TRUE(link_.Work(false).ok());
  EXPECT_EQ(script_.written, "com");
  script_.room = 100;
  ASSERT_TRUE(link_.Work(false).ok());
  EXPECT_EQ(script_.written, "command");
}

TEST_F(RedisLinkTest, AnAnswerThatComesLateGoesToNobodyElse) {
  link_.Add(Ask("one"));
  ASSERT_TRUE(link_.Work(false).ok());
  link_.Expire(start_ + milliseconds(100));
  EXPECT_THAT(heard_, ElementsAre("failed"));
  link_.Add(Ask("two"));
  script_.to_read = "+1\r\n+2\r\n";
  ASSERT_TRUE(link_.Work(true).ok());
  EXPECT_THAT(heard_, ElementsAre("failed", "2;"));
  EXPECT_EQ(link_.answered(), 1U);
}

TEST_F(RedisLinkTest, IsSilentOnlyWhereAnswersAreOwed) {
  const auto late = steady_clock::now() + milliseconds(60'000);
  EXPECT_FALSE(link_.Silent(late));
  link_.Add(Ask("one"));
  EXPECT_FALSE(link_.Silent(steady_clock::now() - milliseconds(1)));
  EXPECT_TRUE(link_.Silent(late));
}

TEST_F(RedisLinkTest, ABreakLeavesTheRequestsToWhoeverOwnsIt) {
  link_.Add(Ask("one"));
  script_.closed = true;
  EXPECT_TRUE(absl::IsUnavailable(link_.Work(true)));
  EXPECT_TRUE(link_.closed_by_peer());
  EXPECT_EQ(link_.TakeRequests().size(), 1U);
  EXPECT_THAT(heard_, IsEmpty());
}

TEST_F(RedisLinkTest, ARefusedGreetingIsAnError) {
  auto greeting = Ask("AUTH");
  greeting->greeting = true;
  greeting->done = nullptr;
  link_.Add(std::move(greeting));
  link_.Add(Ask("one"));
  script_.to_read = "-WRONGPASS invalid username-password pair\r\n";
  const absl::Status status = link_.Work(true);
  EXPECT_THAT(std::string(status.message()),
              ::testing::HasSubstr("check cache.username"));
  EXPECT_THAT(heard_, IsEmpty());
}

TEST_F(RedisLinkTest, AnAnswerThatNobodyAskedForIsAnError) {
  script_.to_read = "+1\r\n";
  EXPECT_FALSE(link_.Work(true).ok());
}

}  // namespace
}  // namespace nianbao::platform
