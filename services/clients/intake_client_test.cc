#include "services/clients/intake_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "grpcpp/server.h"
#include "grpcpp/server_builder.h"
#include "nianbao/intake/v1/intake.grpc.pb.h"
#include "services/core/errors.h"
#include "services/platform/rpc_status.h"

namespace nianbao::clients {
namespace {

namespace api = nianbao::intake::v1;

// An intake of two submissions in two pages.
class FakeIntake : public api::Intake::Service {
 public:
  // The revision of the nth answer, from one.
  std::function<int(int)> revision = [](int) { return 7; };
  int lists = 0;

  grpc::Status ListSubmissions(
      grpc::ServerContext*, const api::ListSubmissionsRequest* request,
      api::ListSubmissionsResponse* response) override {
    const bool first = request->page_token().empty();
    response->add_submissions()->set_name(request->parent() +
                                          (first ? "/1" : "/2"));
    if (first) response->set_next_page_token("second");
    response->set_revision(revision(++lists));
    return grpc::Status::OK;
  }

  grpc::Status GetSubmission(grpc::ServerContext*,
                             const api::GetSubmissionRequest* request,
                             api::Submission*) override {
    return platform::ToGrpcStatus(core::MakeError(
        absl::StatusCode::kNotFound, "no " + request->name(),
        {.reason = "NONE", .metadata = {{"name", request->name()}}}));
  }

  grpc::Status StreamDocument(
      grpc::ServerContext*, const api::StreamDocumentRequest*,
      grpc::ServerWriter<api::StreamDocumentResponse>* writer) override {
    api::StreamDocumentResponse part;
    part.mutable_document()->set_title("t");
    part.mutable_document()->add_blocks()->set_id("b1");
    writer->Write(part);
    part.mutable_document()->clear_title();
    part.mutable_document()->mutable_blocks(0)->set_id("b2");
    writer->Write(part);
    return grpc::Status::OK;
  }

  grpc::Status StreamFacts(
      grpc::ServerContext*, const api::StreamFactsRequest*,
      grpc::ServerWriter<api::StreamFactsResponse>* writer) override {
    for (const char* id : {"f1", "f2", "f3"}) {
      api::StreamFactsResponse part;
      part.add_facts()->set_id(id);
      writer->Write(part);
    }
    return grpc::Status::OK;
  }
};

class IntakeClientTest : public testing::Test {
 protected:
  IntakeClientTest() {
    grpc::ServerBuilder builder;
    builder.RegisterService(&intake_);
    server_ = builder.BuildAndStart();
    channel_.Bind(server_->InProcessChannel({}));
  }

  FakeIntake intake_;
  std::unique_ptr<grpc::Server> server_;
  platform::PeerChannel channel_;
  IntakeClient client_{{channel_, CallPolicy(absl::Seconds(30))}};
};

TEST_F(IntakeClientTest, ListsAllPages) {
  const auto list = client_.ListSubmissions("2021");
  ASSERT_TRUE(list.ok()) << list.status();
  ASSERT_EQ(list->submissions.size(), 2u);
  EXPECT_EQ(list->submissions[0].name(), "editions/2021/1");
  EXPECT_EQ(list->submissions[1].name(), "editions/2021/2");
  EXPECT_EQ(list->revision, 7);
}

TEST_F(IntakeClientTest, ListsAgainWhereASubmissionComesBetween) {
  intake_.revision = [](int n) { return n == 1 ? 7 : 8; };
  const auto list = client_.ListSubmissions("2021");
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_EQ(list->submissions.size(), 2u);
  EXPECT_EQ(list->revision, 8);
  EXPECT_EQ(intake_.lists, 4);
}

TEST_F(IntakeClientTest, GivesUpWhereTheListNeverStandsStill) {
  intake_.revision = [](int n) { return n; };
  EXPECT_EQ(client_.ListSubmissions("2021").status().code(),
            absl::StatusCode::kAborted);
}

TEST_F(IntakeClientTest, PutsDocumentAndFactsTogether) {
  const auto document = client_.GetDocument("x");
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->title(), "t");
  ASSERT_EQ(document->blocks_size(), 2);
  EXPECT_EQ(document->blocks(1).id(), "b2");
  const auto facts = client_.GetFacts("x");
  ASSERT_TRUE(facts.ok());
  ASSERT_EQ(facts->size(), 3);
  EXPECT_EQ(facts->Get(2).id(), "f3");
}

TEST_F(IntakeClientTest, ErrorKeepsItsInfo) {
  const absl::Status status = client_.GetSubmission("x").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(status.message(), "no x");
  EXPECT_EQ(core::GetErrorInfo(status).reason, "NONE");
}

}  // namespace
}  // namespace nianbao::clients
