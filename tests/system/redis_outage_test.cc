// Redis goes in the middle: the answers stay, and health and log say so.

#include <memory>
#include <string>

#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "gtest/gtest.h"
#include "services/platform/cache_health.h"
#include "services/platform/health_probe.h"
#include "tests/system/cluster.h"
#include "tests/testing/redis_server.h"

namespace nianbao::testing {
namespace {

class RedisOutage : public ::testing::Test {
 protected:
  void SetUp() override {
    auto redis = RedisServer::Start();
    ASSERT_TRUE(redis.ok()) << redis.status();
    redis_ = *std::move(redis);
    auto four = FourServices::Start({"--cache.redis=" + redis_->address()});
    ASSERT_TRUE(four.ok()) << four.status();
    four_ = *std::move(four);
    SubmitSample(four_->intake().address(), "3633000001", "330100");
    SubmitSample(four_->intake().address(), "3633000002", "330102");
    SubmitSample(four_->intake().address(), "3633000003", "330300");
  }

  std::string Aggregates() {
    const CommandResult result =
        Nianbao({"aggregates", "--edition", "2021", "--indicators",
                 "full_time_students,computed_student_teacher_ratio", "--by",
                 "prefecture", "--server", four_->metrics().address()});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return result.out;
  }

  bool Serving(const std::string& name) {
    const auto channel = grpc::CreateChannel(
        four_->metrics().address(), grpc::InsecureChannelCredentials());
    const auto serving = platform::ProbeHealth(channel, name);
    EXPECT_TRUE(serving.ok()) << serving.status();
    return serving.ok() && *serving;
  }

  std::unique_ptr<RedisServer> redis_;
  std::unique_ptr<FourServices> four_;
};

TEST_F(RedisOutage, AnswersStayAndHealthAndLogSaySo) {
  const std::string cold = Aggregates();
  EXPECT_NE(cold.find("7372"), std::string::npos) << cold;  // two schools
  EXPECT_EQ(Aggregates(), cold);
  EXPECT_TRUE(Serving(platform::kCacheHealth));

  redis_->Stop();
  EXPECT_EQ(Aggregates(), cold);
  EXPECT_FALSE(Serving(platform::kCacheHealth));
  EXPECT_TRUE(Serving("nianbao.metrics.v1.Metrics"));
  EXPECT_TRUE(four_->metrics().AwaitOutput("cache")) << "no line in the log";

  ASSERT_TRUE(redis_->Restart().ok());
  for (int call = 0; call < 200 && !Serving(platform::kCacheHealth); ++call) {
    EXPECT_EQ(Aggregates(), cold);
  }
  EXPECT_TRUE(Serving(platform::kCacheHealth)) << "the cache never came back";
}

}  // namespace
}  // namespace nianbao::testing
