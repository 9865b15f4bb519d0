#include "services/platform/cache/redis_address.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace nianbao::platform {
namespace {

using ::testing::HasSubstr;

TEST(RedisAddress, ReadsHostAndPort) {
  const auto address = ParseRedisAddress("cache.example:6380");
  ASSERT_TRUE(address.ok()) << address.status();
  EXPECT_EQ(address->host, "cache.example");
  EXPECT_EQ(address->port, 6380);
}

TEST(RedisAddress, TakesTheBracketsOffAnInternetAddress) {
  const auto address = ParseRedisAddress("[::1]:6379");
  ASSERT_TRUE(address.ok()) << address.status();
  EXPECT_EQ(address->host, "::1");
}

TEST(RedisAddress, NamesATextThatIsNoAddress) {
  for (const char* text : {"", "redis", "redis:", ":6379", "redis:0", "::1:1",
                           "redis:65536", "redis:port", "[]:6379"}) {
    const auto address = ParseRedisAddress(text);
    ASSERT_TRUE(absl::IsInvalidArgument(address.status())) << text;
    EXPECT_THAT(std::string(address.status().message()),
                HasSubstr("redis \"" + std::string(text) + "\""));
  }
}

}  // namespace
}  // namespace nianbao::platform
