// The record as a stream: client, wire, server and store together.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <thread>

#include "services/clients/record_feed_client.h"
#include "services/core/errors.h"
#include "services/intake/intake_module.h"
#include "services/platform/catalogue_loader.h"
#include "services/platform/config_keys.h"
#include "services/platform/rpc_status.h"
#include "services/platform/server.h"
#include "services/platform/system_clock.h"

namespace nianbao::testing {
namespace {

namespace api = nianbao::intake::v1;

class RecordFeedTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto catalogue = platform::LoadCatalogue("deploy/catalogue");
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    catalogue_ = *std::move(catalogue);
    config_ = platform::DefaultConfig();
    config_.mutable_store()->set_path(":memory:");
    auto module = intake::IntakeModule::Create(
        {*catalogue_, config_, clock_, log_, health_, peers_});
    ASSERT_TRUE(module.ok()) << module.status();
    modules_.push_back(*std::move(module));
    auto server = platform::Server::Start("", modules_, {log_, health_});
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    peers_.BindAll(server_->InProcessChannel());
    stub_ = api::Intake::NewStub(peers_.intake.Get());
  }
  void TearDown() override {
    stub_ = nullptr;
    peers_.BindAll(nullptr);
  }

  absl::StatusOr<api::Submission> Submit(const std::string& school,
                                         const std::string& value) {
    api::SubmitFactsRequest request;
    request.set_edition("2021");
    request.set_school(school);
    request.set_region("330802");
    auto* fact = request.add_facts();
    fact->set_concept_code("full_time_students");
    fact->mutable_figure()->set_value(value);
    fact->mutable_figure()->set_unit("人");
    fact->set_period("2021年");
    grpc::ClientContext context;
    api::Submission submission;
    const absl::Status status = platform::FromGrpcStatus(
        stub_->SubmitFacts(&context, request, &submission));
    if (!status.ok()) return status;
    return submission;
  }

  absl::Status Import(const std::string& csv) {
    grpc::ClientContext context;
    api::ImportOrganisationsResponse response;
    auto writer = stub_->ImportOrganisations(&context, &response);
    api::ImportOrganisationsRequest request;
    request.mutable_header()->set_filename("a.csv");
    writer->Write(request);
    request.set_data(csv);
    writer->Write(request);
    writer->WritesDone();
    const absl::Status status = platform::FromGrpcStatus(writer->Finish());
    EXPECT_TRUE(response.rejected().empty()) << response.ShortDebugString();
    return status;
  }

  static api::WatchSubmissionsResponse Message(core::SubmissionWatch& watch) {
    auto next = watch.Next();
    EXPECT_TRUE(next.ok()) << next.status();
    EXPECT_TRUE(next.ok() && next->has_value());
    return next.ok() ? next->value_or(api::WatchSubmissionsResponse())
                     : api::WatchSubmissionsResponse();
  }

  const platform::SystemClock clock_;
  const platform::Log log_{nullptr, clock_};
  platform::Health health_;
  platform::PeerChannels peers_;
  std::unique_ptr<const core::Catalogue> catalogue_;
  nianbao::config::v1::ServerConfig config_;
  std::vector<std::unique_ptr<platform::Module>> modules_;
  std::unique_ptr<platform::Server> server_;
  std::unique_ptr<api::Intake::Stub> stub_;
  clients::RecordFeedClient feed_{
      {peers_.intake, clients::CallPolicy(absl::Seconds(30))}};
};

TEST_F(RecordFeedTest, ToldOfEverySubmissionAsItComes) {
  api::WatchSubmissionsRequest request;
  request.set_facts(api::WatchSubmissionsRequest::FACTS_VIEW_LINKED);
  const auto watch = feed_.Watch(request);
  EXPECT_TRUE(Message(*watch).current());
  for (int i = 1; i <= 50; ++i) {
    ASSERT_TRUE(Submit("3633000001", std::to_string(i)).ok());
    const auto message = Message(*watch);
    ASSERT_EQ(message.changes_size(), 1);
    EXPECT_EQ(message.changes(0).revision(), i);
    EXPECT_EQ(message.changes(0).facts(0).figure().value(), std::to_string(i));
  }
}

TEST_F(RecordFeedTest, EndsWhenCurrentWhereAsked) {
  ASSERT_TRUE(Submit("3633000001", "1").ok());
  api::WatchSubmissionsRequest request;
  request.set_until_current(true);
  const auto watch = feed_.Watch(request);
  EXPECT_EQ(Message(*watch).changes_size(), 1);
  for (int i = 0; i < 2; ++i) {
    const auto end = watch->Next();
    ASSERT_TRUE(end.ok()) << end.status();
    EXPECT_FALSE(end->has_value());
  }
}

TEST_F(RecordFeedTest, CancelWakesWhoWaits) {
  const auto watch = feed_.Watch({});
  EXPECT_TRUE(Message(*watch).current());
  std::thread waiting([&watch] {
    EXPECT_EQ(watch->Next().status().code(), absl::StatusCode::kCancelled);
  });
  watch->Cancel();
  waiting.join();
}

TEST_F(RecordFeedTest, ErrorKeepsItsReason) {
  api::WatchSubmissionsRequest request;
  request.set_after_revision(9);
  const absl::Status status = feed_.Watch(request)->Next().status();
  EXPECT_EQ(status.code(), absl::StatusCode::kOutOfRange);
  EXPECT_EQ(core::GetErrorInfo(status).reason, "REVISION_OUT_OF_RANGE");
}

TEST_F(RecordFeedTest, StoppingIntakeLetsItsWatchersGoAtOnce) {
  const auto watch = feed_.Watch({});
  EXPECT_TRUE(Message(*watch).current());
  server_->Drain(absl::InfiniteDuration());
  EXPECT_EQ(watch->Next().status().code(), absl::StatusCode::kUnavailable);
}

TEST_F(RecordFeedTest, IntakeThatIsNotThereYetIsUnavailable) {
  const platform::PeerChannel nowhere;
  clients::RecordFeedClient feed(
      {nowhere, clients::CallPolicy(absl::Seconds(30))});
  EXPECT_EQ(feed.Watch({})->Next().status().code(),
            absl::StatusCode::kUnavailable);
}

TEST_F(RecordFeedTest, OrganisationsAreListedWhenTheyChange) {
  EXPECT_EQ(feed_.ListOrganisations()->revision, 0);
  const auto watch = feed_.Watch({});
  EXPECT_TRUE(Message(*watch).current());
  ASSERT_TRUE(Import("code,level,title,parent\n"
                     "330000,province,浙江省,\n"
                     "330800,city,衢州市,330000\n")
                  .ok());
  const auto change = Message(*watch).changes(0);
  EXPECT_EQ(change.organisations().count(), 2);
  const auto list = feed_.ListOrganisations();
  ASSERT_TRUE(list.ok()) << list.status();
  EXPECT_EQ(list->revision, change.revision());
  ASSERT_EQ(list->organisations.size(), 2u);
  EXPECT_EQ(list->organisations[1].title(), "衢州市");
}

TEST_F(RecordFeedTest, ManyWatchersHoldNoThread) {
  config_.mutable_limits()->set_worker_threads(4);
  std::vector<std::unique_ptr<core::SubmissionWatch>> watches;
  for (int i = 0; i < 40; ++i) {
    watches.push_back(feed_.Watch({}));
    EXPECT_TRUE(Message(*watches.back()).current());
  }
  ASSERT_TRUE(Submit("3633000001", "1").ok()) << "workers are free";
  for (const auto& watch : watches) {
    EXPECT_EQ(Message(*watch).changes(0).revision(), 1);
  }
}

}  // namespace
}  // namespace nianbao::testing
