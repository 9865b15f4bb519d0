// A service for tests: every shape of call, with what the test says.
#ifndef NIANBAO_SERVICES_PLATFORM_SERVER_TEST_SERVICE_H_
#define NIANBAO_SERVICES_PLATFORM_SERVER_TEST_SERVICE_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/clock.h"
#include "nianbao/intake/v1/intake.grpc.pb.h"
#include "services/platform/module.h"
#include "services/platform/rpc_reactor.h"
#include "services/platform/server.h"
#include "services/platform/worker_pool.h"

namespace nianbao::platform {

namespace api = nianbao::intake::v1;

// Keeps the bytes of an upload; refuses "refused".
struct TestUpload {
  std::string bytes;

  template <class Request>
  absl::Status Take(Request& request) {
    if (request.data() == "refused") {
      return absl::InvalidArgumentError("refused");
    }
    bytes += request.data();
    return absl::OkStatus();
  }
};

// Answers through the functions that the test sets.
class TestService : public api::Intake::CallbackService {
 public:
  explicit TestService(core::Executor& executor) : executor_(executor) {}

  std::function<absl::StatusOr<api::Submission>(const std::string&)> one =
      [](const std::string& name) {
        api::Submission submission;
        submission.set_name(name);
        return submission;
      };
  int stream_messages = 3;
  // Called with the call of GetSubmission once it is known.
  std::function<void(const std::string&, const grpc::CallbackServerContext&)>
      on_get = [](const std::string&, const grpc::CallbackServerContext&) {};

  grpc::ServerUnaryReactor* GetSubmission(
      grpc::CallbackServerContext* context,
      const api::GetSubmissionRequest* request,
      api::Submission* response) override {
    on_get(request->name(), *context);
    return AnswerOne<api::Submission>(
        Scope(context), response,
        [this, request] { return one(request->name()); });
  }

  grpc::ServerWriteReactor<api::StreamFactsResponse>* StreamFacts(
      grpc::CallbackServerContext* context,
      const api::StreamFactsRequest* request) override {
    return AnswerStream<api::StreamFactsResponse>(
        Scope(context), [this, request] { return Stream(request->name()); });
  }

  grpc::ServerReadReactor<api::UploadSubmissionRequest>* UploadSubmission(
      grpc::CallbackServerContext* context,
      api::Submission* response) override {
    return Collect<api::UploadSubmissionRequest, api::Submission, TestUpload>(
        Scope(context), response, std::make_unique<TestUpload>(),
        [this](TestUpload& upload) { return one(upload.bytes); });
  }

  grpc::ServerBidiReactor<api::ReadDocumentRequest, api::ReadDocumentResponse>*
  ReadDocument(grpc::CallbackServerContext* context) override {
    using Answer = std::vector<api::ReadDocumentResponse>;
    return Exchange<api::ReadDocumentRequest, api::ReadDocumentResponse,
                    TestUpload>(
        Scope(context), std::make_unique<TestUpload>(),
        [](TestUpload& upload) -> absl::StatusOr<Answer> {
          Answer answer(2);
          for (auto& message : answer) message.set_edition(upload.bytes);
          return answer;
        });
  }

 private:
  RpcScope Scope(grpc::CallbackServerContext* context) {
    return {*context, executor_, 100};
  }

  absl::StatusOr<std::vector<api::StreamFactsResponse>> Stream(
      const std::string& label) {
    const auto made = one(label);
    if (!made.ok()) return made.status();
    std::vector<api::StreamFactsResponse> messages(
        static_cast<std::size_t>(stream_messages));
    for (auto& message : messages) message.add_facts()->set_label(label);
    return messages;
  }

  core::Executor& executor_;
};

// Mounts a TestService.
class TestModule : public Module {
 public:
  explicit TestModule(const WorkerPool::Options& options = {.threads = 2,
                                                            .max_waiting = 8})
      : pool_(options), service_(pool_) {}

  std::string ServiceName() const override {
    return "nianbao.intake.v1.Intake";
  }
  void Register(grpc::ServerBuilder& builder) override {
    builder.RegisterService(&service_);
  }
  TestService& service() { return service_; }

 private:
  WorkerPool pool_;
  TestService service_;
};

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_SERVER_TEST_SERVICE_H_
