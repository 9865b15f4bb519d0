#include "services/platform/rpc_watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <latch>
#include <string>
#include <vector>

#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "nianbao/intake/v1/intake.grpc.pb.h"
#include "services/core/errors.h"
#include "services/platform/module.h"
#include "services/platform/server.h"
#include "services/platform/system_clock.h"
#include "services/platform/worker_pool.h"

namespace nianbao::platform {
namespace {

namespace api = nianbao::intake::v1;
using Response = api::WatchSubmissionsResponse;

// What the streams of a test tell, and what became of their sources.
struct Told {
  std::mutex mutex;
  std::deque<int> revisions;
  absl::Status status;
  bool end = false;
  std::vector<std::function<void()>> wakes;
  int asked = 0;
  std::function<void()> on_asked = [] {};
  std::latch gone{1};

  void Tell(int revision) {
    std::vector<std::function<void()>> awake;
    {
      const std::lock_guard lock(mutex);
      revisions.push_back(revision);
      awake = wakes;
    }
    for (const auto& wake : awake) wake();
  }
};

class TestSource {
 public:
  explicit TestSource(Told& told) : told_(told) {}
  ~TestSource() { told_.gone.count_down(); }

  absl::StatusOr<std::optional<Response>> Next(bool alive) {
    const std::lock_guard lock(told_.mutex);
    ++told_.asked;
    told_.on_asked();
    if (!told_.status.ok()) return told_.status;
    Response response;
    if (!told_.revisions.empty()) {
      response.set_revision(told_.revisions.front());
      told_.revisions.pop_front();
    } else if (!alive) {
      return std::nullopt;
    }
    return response;
  }
  bool ended() const {
    const std::lock_guard lock(told_.mutex);
    return told_.end;
  }
  std::shared_ptr<void> Listen(std::function<void()> wake) {
    const std::lock_guard lock(told_.mutex);
    told_.wakes.push_back(std::move(wake));
    return nullptr;
  }

 private:
  Told& told_;
};

class WatchService : public api::Intake::CallbackService {
 public:
  WatchService(core::Executor& executor, Told& told, absl::Duration alive)
      : executor_(executor), told_(told), alive_(alive) {}

  grpc::ServerWriteReactor<Response>* WatchSubmissions(
      grpc::CallbackServerContext* context,
      const api::WatchSubmissionsRequest*) override {
    return AnswerWatch<Response>({*context, executor_},
                                 std::make_unique<TestSource>(told_), watches_,
                                 alive_);
  }

  void StopWatches() { watches_.Stop(); }

 private:
  core::Executor& executor_;
  Told& told_;
  const absl::Duration alive_;
  Watches watches_;
};

class WatchModule : public Module {
 public:
  WatchModule(Told& told, absl::Duration alive)
      : pool_({.threads = 1, .max_waiting = 4}), service_(pool_, told, alive) {}

  std::string ServiceName() const override { return "test"; }
  void Register(grpc::ServerBuilder& builder) override {
    builder.RegisterService(&service_);
  }
  void Drain() override { service_.StopWatches(); }

 private:
  WorkerPool pool_;
  WatchService service_;
};

class RpcWatchTest : public testing::Test {
 protected:
  void Start(absl::Duration alive = absl::Hours(1)) {
    modules_.push_back(std::make_unique<WatchModule>(told_, alive));
    // In-process, a stopping server cuts streams off without their status.
    auto started = Server::Start("127.0.0.1:0", modules_, {log_, health_});
    ASSERT_TRUE(started.ok()) << started.status();
    server_ = *std::move(started);
    stub_ = api::Intake::NewStub(
        grpc::CreateChannel("127.0.0.1:" + std::to_string(server_->port()),
                            grpc::InsecureChannelCredentials()));
    reader_ = stub_->WatchSubmissions(&context_, {});
  }
  void TearDown() override {
    context_.TryCancel();
    reader_ = nullptr;
    stub_ = nullptr;
  }

  // The revision of the next message; −1 at the end.
  std::int64_t Read() {
    Response response;
    return reader_->Read(&response) ? response.revision() : -1;
  }

  absl::Status Finish() { return FromGrpcStatus(reader_->Finish()); }

  const SystemClock clock_;
  const Log log_{nullptr, clock_};
  Health health_;
  Told told_;
  std::vector<std::unique_ptr<Module>> modules_;
  std::unique_ptr<Server> server_;
  std::unique_ptr<api::Intake::Stub> stub_;
  grpc::ClientContext context_;
  std::unique_ptr<grpc::ClientReader<Response>> reader_;
};

TEST_F(RpcWatchTest, TellsWhatIsThereAndWhatComesLater) {
  told_.revisions = {1, 2};
  Start();
  EXPECT_EQ(Read(), 1);
  EXPECT_EQ(Read(), 2);
  for (int i = 3; i < 200; ++i) {
    told_.Tell(i);
    EXPECT_EQ(Read(), i);
  }
}

TEST_F(RpcWatchTest, RestsWhileNothingHappens) {
  told_.revisions = {1};
  std::latch idle(2);
  told_.on_asked = [&] { idle.count_down(told_.asked <= 2 ? 1 : 0); };
  Start();
  EXPECT_EQ(Read(), 1);
  idle.wait();
  told_.Tell(2);
  EXPECT_EQ(Read(), 2);
  const std::lock_guard lock(told_.mutex);
  EXPECT_LE(told_.asked, 5) << "it asks when it is woken, not all the time";
}

TEST_F(RpcWatchTest, GivesSignsOfLife) {
  Start(absl::Milliseconds(1));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(Read(), 0);
  told_.Tell(7);
  while (Read() != 7) {
  }
}

TEST_F(RpcWatchTest, EndsWhereTheSourceDoes) {
  told_.revisions = {1};
  told_.end = true;
  Start();
  EXPECT_EQ(Read(), 1);
  EXPECT_EQ(Read(), -1);
  EXPECT_TRUE(Finish().ok());
  told_.gone.wait();
}

TEST_F(RpcWatchTest, ErrorOfTheSourceEndsTheStream) {
  Start();
  {
    const std::lock_guard lock(told_.mutex);
    told_.status = absl::DataLossError("damaged");
  }
  told_.Tell(1);
  EXPECT_EQ(Read(), -1);
  EXPECT_EQ(Finish().code(), absl::StatusCode::kDataLoss);
}

TEST_F(RpcWatchTest, CallerThatGoesIsLetGoAtOnce) {
  told_.revisions = {1};
  Start();
  EXPECT_EQ(Read(), 1);
  context_.TryCancel();
  told_.gone.wait();
  EXPECT_EQ(Read(), -1);
  EXPECT_EQ(Finish().code(), absl::StatusCode::kCancelled);
  told_.Tell(2);  // nobody is there to hear it
}

TEST_F(RpcWatchTest, StoppingServerEndsStreams) {
  told_.revisions = {1};
  Start();
  EXPECT_EQ(Read(), 1);
  server_->Drain(absl::InfiniteDuration());
  EXPECT_EQ(Read(), -1);
  const absl::Status status = Finish();
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(core::GetErrorInfo(status).reason, "SERVER_STOPPING");
}

}  // namespace
}  // namespace nianbao::platform
