#include "services/platform/rpc_reactor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <latch>
#include <stdexcept>
#include <thread>

#include "services/core/errors.h"
#include "services/platform/server_test_service.h"
#include "services/platform/system_clock.h"

namespace nianbao::platform {
namespace {

using testing::HasSubstr;

class RpcReactorTest : public testing::Test {
 protected:
  void Start(const WorkerPool::Options& options = {.threads = 2,
                                                   .max_waiting = 8}) {
    auto module = std::make_unique<TestModule>(options);
    service_ = &module->service();
    modules_.push_back(std::move(module));
    auto started = Server::Start("", modules_, {log_, health_});
    ASSERT_TRUE(started.ok()) << started.status();
    server_ = *std::move(started);
    stub_ = api::Intake::NewStub(server_->InProcessChannel());
  }
  void TearDown() override { stub_ = nullptr; }

  absl::Status Get(const std::string& name, grpc::ClientContext& context) {
    api::GetSubmissionRequest request;
    request.set_name(name);
    return FromGrpcStatus(
        stub_->GetSubmission(&context, request, &submission_));
  }
  absl::Status Get(const std::string& name) {
    grpc::ClientContext context;
    return Get(name, context);
  }

  absl::Status Upload(const std::vector<std::string>& pieces) {
    grpc::ClientContext context;
    auto writer = stub_->UploadSubmission(&context, &submission_);
    api::UploadSubmissionRequest request;
    for (const std::string& piece : pieces) {
      request.set_data(piece);
      if (!writer->Write(request)) break;
    }
    writer->WritesDone();
    return FromGrpcStatus(writer->Finish());
  }

  const SystemClock clock_;
  const Log log_{nullptr, clock_};
  Health health_;
  std::vector<std::unique_ptr<Module>> modules_;
  TestService* service_ = nullptr;
  std::unique_ptr<Server> server_;
  std::unique_ptr<api::Intake::Stub> stub_;
  api::Submission submission_;
};

TEST_F(RpcReactorTest, AnswersOne) {
  Start();
  EXPECT_TRUE(Get("a").ok());
  EXPECT_EQ(submission_.name(), "a");
}

TEST_F(RpcReactorTest, ErrorArrivesWithItsInfo) {
  Start();
  service_->one = [](const std::string& name) {
    return core::MakeError(absl::StatusCode::kNotFound, "no " + name,
                           {.reason = "NONE", .metadata = {{"name", name}}});
  };
  const absl::Status status = Get("a");
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(status.message(), "no a");
  EXPECT_EQ(core::GetErrorInfo(status).metadata.at("name"), "a");
}

TEST_F(RpcReactorTest, ExceptionBecomesInternal) {
  Start();
  service_->one = [](const std::string&) -> absl::StatusOr<api::Submission> {
    throw std::runtime_error("oops");
  };
  const absl::Status status = Get("a");
  EXPECT_EQ(status.code(), absl::StatusCode::kInternal);
  EXPECT_THAT(std::string(status.message()), HasSubstr("oops"));
}

TEST_F(RpcReactorTest, WorkSeesItsCall) {
  Start();
  service_->one = [](const std::string&) {
    api::Submission submission;
    submission.set_name(CorrelationIdOf(*CurrentCall()));
    return submission;
  };
  grpc::ClientContext context;
  context.AddMetadata(kCorrelationKey, "id-1");
  EXPECT_TRUE(Get("a", context).ok());
  EXPECT_EQ(submission_.name(), "id-1");
  EXPECT_EQ(CurrentCall(), nullptr);
}

TEST_F(RpcReactorTest, CallThatWaitedTooLongIsNotWorked) {
  Start({.threads = 1, .max_waiting = 8});
  std::latch started(1);
  std::latch release(1);
  std::atomic<int> worked = 0;
  service_->one = [&](const std::string& name) {
    ++worked;
    if (name == "slow") {
      started.count_down();
      release.wait();
    }
    return api::Submission();
  };
  std::atomic<const grpc::CallbackServerContext*> late = nullptr;
  service_->on_get = [&](const std::string& name, const auto& context) {
    if (name == "late") late = &context;
  };
  std::thread slow([&] { EXPECT_TRUE(Get("slow").ok()); });
  started.wait();
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() +
                       std::chrono::milliseconds(50));
  EXPECT_EQ(Get("late", context).code(), absl::StatusCode::kDeadlineExceeded);
  // The server has a clock of its own for the deadline.
  while (!late.load()->IsCancelled()) std::this_thread::yield();
  release.count_down();
  slow.join();
  server_->Drain(absl::Seconds(5));
  EXPECT_EQ(worked, 1);
}

TEST_F(RpcReactorTest, FullQueueIsSaidAtOnce) {
  Start({.threads = 1, .max_waiting = 1});
  std::latch started(1);
  std::latch release(1);
  service_->one = [&](const std::string& name) {
    if (name == "slow") {
      started.count_down();
      release.wait();
    }
    return api::Submission();
  };
  std::thread slow([&] { EXPECT_TRUE(Get("slow").ok()); });
  started.wait();
  // One of two more has a place; whichever comes second is refused.
  absl::Status results[2];
  std::latch refused(1);
  std::vector<std::thread> more;
  for (absl::Status& result : results) {
    more.emplace_back([&] {
      result = Get("next");
      if (!result.ok()) refused.count_down();
    });
  }
  refused.wait();
  release.count_down();
  slow.join();
  for (std::thread& thread : more) thread.join();
  const absl::Status& failed = results[0].ok() ? results[1] : results[0];
  EXPECT_EQ(failed.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(core::GetErrorInfo(failed).reason, "SERVER_BUSY");
}

TEST_F(RpcReactorTest, StreamsAnAnswerInOrder) {
  Start();
  grpc::ClientContext context;
  api::StreamFactsRequest request;
  request.set_name("x");
  auto reader = stub_->StreamFacts(&context, request);
  api::StreamFactsResponse response;
  int messages = 0;
  while (reader->Read(&response)) {
    EXPECT_EQ(response.facts(0).label(), "x");
    ++messages;
  }
  EXPECT_TRUE(reader->Finish().ok());
  EXPECT_EQ(messages, 3);
}

TEST_F(RpcReactorTest, CancelledStreamEnds) {
  Start();
  service_->stream_messages = 1'000'000;
  grpc::ClientContext context;
  auto reader = stub_->StreamFacts(&context, {});
  api::StreamFactsResponse response;
  ASSERT_TRUE(reader->Read(&response));
  context.TryCancel();
  while (reader->Read(&response)) {
  }
  EXPECT_EQ(reader->Finish().error_code(), grpc::StatusCode::CANCELLED);
  server_->Drain(absl::Seconds(5));  // hangs where the call never ends
}

TEST_F(RpcReactorTest, CollectsAStream) {
  Start();
  EXPECT_TRUE(Upload({"a", "b", "c"}).ok());
  EXPECT_EQ(submission_.name(), "abc");
  EXPECT_TRUE(Upload({}).ok());
  EXPECT_EQ(submission_.name(), "");
}

TEST_F(RpcReactorTest, RefusedMessageEndsTheCall) {
  Start();
  const absl::Status status = Upload(std::vector<std::string>(100, "refused"));
  EXPECT_EQ(status, absl::InvalidArgumentError("refused"));
}

TEST_F(RpcReactorTest, StreamLargerThanTheLimitIsRefused) {
  Start();
  const absl::Status status =
      Upload(std::vector<std::string>(20, std::string(40, 'x')));
  EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_THAT(std::string(status.message()), HasSubstr("100 bytes"));
}

TEST_F(RpcReactorTest, ExchangesStreams) {
  Start();
  grpc::ClientContext context;
  auto stream = stub_->ReadDocument(&context);
  api::ReadDocumentRequest request;
  request.set_data("a");
  EXPECT_TRUE(stream->Write(request));
  EXPECT_TRUE(stream->Write(request));
  stream->WritesDone();
  api::ReadDocumentResponse response;
  int messages = 0;
  while (stream->Read(&response)) {
    EXPECT_EQ(response.edition(), "aa");
    ++messages;
  }
  EXPECT_TRUE(stream->Finish().ok());
  EXPECT_EQ(messages, 2);
}

TEST_F(RpcReactorTest, UploadThatBreaksOffIsNotTakenForWhole) {
  Start();
  std::atomic<int> worked = 0;
  service_->one = [&](const std::string&) {
    ++worked;
    return api::Submission();
  };
  for (int i = 0; i < 20; ++i) {
    grpc::ClientContext context;
    auto writer = stub_->UploadSubmission(&context, &submission_);
    api::UploadSubmissionRequest request;
    request.set_data("half");
    writer->Write(request);
    context.TryCancel();
    EXPECT_EQ(writer->Finish().error_code(), grpc::StatusCode::CANCELLED);
  }
  server_->Drain(absl::Seconds(5));
  EXPECT_EQ(worked, 0);
}

}  // namespace
}  // namespace nianbao::platform
