#include "services/platform/server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <latch>
#include <nlohmann/json.hpp>
#include <thread>

#include "grpcpp/create_channel.h"
#include "services/platform/cache_health.h"
#include "services/platform/health_probe.h"
#include "services/platform/server_test_service.h"
#include "services/platform/system_clock.h"

namespace nianbao::platform {
namespace {

using testing::HasSubstr;

class ServerTest : public testing::Test {
 protected:
  ServerTest() : log_file_(std::tmpfile()), log_(log_file_, clock_) {}
  ~ServerTest() override { std::fclose(log_file_); }

  void Start(const std::string& address) {
    auto module = std::make_unique<TestModule>();
    service_ = &module->service();
    modules_.push_back(std::move(module));
    auto started = Server::Start(address, modules_, {log_, health_});
    ASSERT_TRUE(started.ok()) << started.status();
    server_ = *std::move(started);
  }

  std::shared_ptr<grpc::Channel> Dial() const {
    return grpc::CreateChannel("127.0.0.1:" + std::to_string(server_->port()),
                               grpc::InsecureChannelCredentials());
  }

  grpc::Status Get(const std::shared_ptr<grpc::Channel>& channel,
                   grpc::ClientContext& context) {
    return api::Intake::NewStub(channel)->GetSubmission(&context, {},
                                                        &submission_);
  }

  std::vector<nlohmann::json> Lines() {
    std::rewind(log_file_);
    std::string text(1 << 16, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), log_file_));
    std::vector<nlohmann::json> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
      lines.push_back(nlohmann::json::parse(line));
    }
    return lines;
  }

  const SystemClock clock_;
  std::FILE* const log_file_;
  const Log log_;
  Health health_;
  std::vector<std::unique_ptr<Module>> modules_;
  TestService* service_ = nullptr;
  std::unique_ptr<Server> server_;
  api::Submission submission_;
};

TEST_F(ServerTest, ServesAtAFreePortAndInProcess) {
  Start("127.0.0.1:0");
  EXPECT_GT(server_->port(), 0);
  grpc::ClientContext over_network;
  EXPECT_TRUE(Get(Dial(), over_network).ok());
  grpc::ClientContext in_process;
  EXPECT_TRUE(Get(server_->InProcessChannel(), in_process).ok());
}

TEST_F(ServerTest, SecondServerOnThePortIsRefused) {
  Start("127.0.0.1:0");
  const std::string address = "127.0.0.1:" + std::to_string(server_->port());
  const auto second = Server::Start(address, {}, {log_, health_});
  EXPECT_EQ(second.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(second.status().message()), HasSubstr(address));
}

TEST_F(ServerTest, HealthKnowsServerServiceAndCache) {
  CacheHealth cache(health_, log_);
  Start("");
  const auto channel = server_->InProcessChannel();
  EXPECT_TRUE(*ProbeHealth(channel, ""));
  EXPECT_TRUE(*ProbeHealth(channel, "nianbao.intake.v1.Intake"));
  EXPECT_TRUE(*ProbeHealth(channel, kCacheHealth));
  cache.OnFailure(absl::UnavailableError("redis is down"));
  EXPECT_FALSE(*ProbeHealth(channel, kCacheHealth));
  EXPECT_TRUE(*ProbeHealth(channel, ""));
  cache.OnRecovery();
  EXPECT_TRUE(*ProbeHealth(channel, kCacheHealth));
  const auto lines = Lines();
  ASSERT_EQ(lines.size(), 2u) << "probes that succeed are not logged";
  EXPECT_EQ(lines[0]["error"], "redis is down");
}

TEST_F(ServerTest, HealthOfAnUnknownNameIsNotFound) {
  Start("");
  EXPECT_EQ(ProbeHealth(server_->InProcessChannel(), "other").status().code(),
            absl::StatusCode::kNotFound);
}

TEST_F(ServerTest, LogsOneLineForEachCall) {
  Start("");
  const auto channel = server_->InProcessChannel();
  grpc::ClientContext good;
  good.AddMetadata(kCorrelationKey, "mine");
  EXPECT_TRUE(Get(channel, good).ok());
  service_->one = [](const std::string&) {
    return absl::InternalError("broken");
  };
  grpc::ClientContext bad;
  EXPECT_FALSE(Get(channel, bad).ok());
  server_->Drain(absl::Seconds(5));
  const auto lines = Lines();
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0]["method"], "/nianbao.intake.v1.Intake/GetSubmission");
  EXPECT_EQ(lines[0]["code"], "OK");
  EXPECT_EQ(lines[0]["level"], "info");
  EXPECT_EQ(lines[0]["correlation_id"], "mine");
  EXPECT_GE(lines[0]["ms"], 0.0);
  EXPECT_TRUE(lines[0].contains("peer"));
  EXPECT_EQ(lines[1]["code"], "INTERNAL");
  EXPECT_EQ(lines[1]["level"], "error");
  EXPECT_EQ(lines[1]["error"], "broken");
}

TEST_F(ServerTest, CorrelationIdComesBackAndIsMadeWhereThereIsNone) {
  Start("");
  const auto channel = server_->InProcessChannel();
  service_->one = [](const std::string&) {
    api::Submission submission;
    submission.set_name(CorrelationIdOf(*CurrentCall()));
    return submission;
  };
  grpc::ClientContext context;
  EXPECT_TRUE(Get(channel, context).ok());
  EXPECT_EQ(submission_.name().size(), 16u);
  const auto& initial = context.GetServerInitialMetadata();
  ASSERT_EQ(initial.count(kCorrelationKey), 1u);
  EXPECT_EQ(initial.find(kCorrelationKey)->second, submission_.name());
  EXPECT_EQ(context.GetServerTrailingMetadata().count(kCorrelationKey), 1u);
}

TEST_F(ServerTest, DrainLetsRunningCallsFinish) {
  Start("127.0.0.1:0");
  std::latch started(1);
  std::latch release(1);
  service_->one = [&](const std::string&) {
    started.count_down();
    release.wait();
    return api::Submission();
  };
  std::thread caller([&] {
    grpc::ClientContext context;
    EXPECT_TRUE(Get(Dial(), context).ok());
  });
  started.wait();
  std::thread drain([&] { server_->Drain(absl::Seconds(30)); });
  release.count_down();
  drain.join();
  caller.join();
  grpc::ClientContext after;
  EXPECT_EQ(Get(Dial(), after).error_code(), grpc::StatusCode::UNAVAILABLE);
}

TEST_F(ServerTest, DrainCancelsCallsThatTakeTooLong) {
  Start("");
  std::latch started(1);
  service_->one = [&](const std::string&) -> absl::StatusOr<api::Submission> {
    started.count_down();
    while (!CurrentCall()->IsCancelled()) std::this_thread::yield();
    return absl::CancelledError("noticed");
  };
  std::thread caller([&] {
    grpc::ClientContext context;
    EXPECT_FALSE(Get(server_->InProcessChannel(), context).ok());
  });
  started.wait();
  server_->Drain(absl::Milliseconds(20));
  caller.join();
}

}  // namespace
}  // namespace nianbao::platform
