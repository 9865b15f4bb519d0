#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "services/allinone/all_in_one_test_base.h"
#include "services/intake/intake_module.h"
#include "services/metrics/metrics_module.h"
#include "services/platform/program.h"
#include "services/report/report_module.h"
#include "services/validation/validation_module.h"

namespace nianbao::allinone {
namespace {

std::string AddressOf(const platform::RunningServer& server) {
  return "127.0.0.1:" + std::to_string(server.port());
}

std::shared_ptr<grpc::Channel> Dial(const platform::RunningServer& server) {
  return grpc::CreateChannel(AddressOf(server),
                             grpc::InsecureChannelCredentials());
}

// Joins the messages of a stream, which must end well.
template <class Message, class Reader>
std::string Joined(Reader& reader) {
  std::string bytes;
  Message message;
  while (reader.Read(&message)) bytes += message.SerializeAsString();
  const grpc::Status status = reader.Finish();
  EXPECT_TRUE(status.ok()) << status.error_message();
  return bytes;
}

// Turns from the all-in-one of the base to four servers that reach each other
// over loopback.
class FourServersTest : public AllInOneTest {
 protected:
  struct Running {
    nianbao::config::v1::ServerConfig config;
    std::unique_ptr<platform::RunningServer> server;
  };

  const platform::RunningServer& Start(const platform::MakeModule& make) {
    auto& running = servers_.emplace_back(std::make_unique<Running>());
    running->config = config_;
    running->config.set_address("127.0.0.1:0");
    auto started = platform::StartModule(make)(
        {running->config, catalogue_, clock_, log_});
    EXPECT_TRUE(started.ok()) << started.status();
    running->server = *std::move(started);
    return *running->server;
  }

  void TurnToFourServers() {
    auto* peers = config_.mutable_peers();
    const auto& intake = Start(nianbao::intake::IntakeModule::Create);
    peers->set_intake(AddressOf(intake));
    const auto& validation =
        Start(nianbao::validation::ValidationModule::Create);
    peers->set_validation(AddressOf(validation));
    const auto& metrics = Start(nianbao::metrics::MetricsModule::Create);
    peers->set_metrics(AddressOf(metrics));
    const auto& report = Start(nianbao::report::ReportModule::Create);
    intake_ = nianbao::intake::v1::Intake::NewStub(Dial(intake));
    validation_ =
        nianbao::validation::v1::Validation::NewStub(Dial(validation));
    metrics_ = nianbao::metrics::v1::Metrics::NewStub(Dial(metrics));
    report_ = nianbao::report::v1::Report::NewStub(Dial(report));
  }

  // Facts, checks, aggregate and both reports of an upload.
  std::vector<std::string> Everything() {
    const auto stored = Upload(Header(), Sample());
    EXPECT_TRUE(stored.ok()) << stored.status();
    return {Facts(stored->name()), Checks(stored->name()), Aggregate(),
            Rendered(stored->name(), report::v1::REPORT_KIND_FINDINGS),
            Rendered(stored->name(), report::v1::REPORT_KIND_SCHOOL)};
  }

  std::string Facts(const std::string& name) {
    grpc::ClientContext context;
    nianbao::intake::v1::StreamFactsRequest request;
    request.set_name(name);
    const auto reader = intake_->StreamFacts(&context, request);
    return Joined<nianbao::intake::v1::StreamFactsResponse>(*reader);
  }

  std::string Checks(const std::string& name) {
    grpc::ClientContext context;
    nianbao::validation::v1::CheckSubmissionRequest request;
    request.set_name(name);
    const auto reader = validation_->CheckSubmission(&context, request);
    return Joined<nianbao::validation::v1::CheckResponse>(*reader);
  }

  std::string Aggregate() {
    grpc::ClientContext context;
    nianbao::metrics::v1::QueryAggregatesRequest request;
    request.set_edition("2021");
    request.add_indicators(catalogue_.TableOf("2021").front()->code());
    nianbao::metrics::v1::QueryAggregatesResponse response;
    EXPECT_TRUE(metrics_->QueryAggregates(&context, request, &response).ok());
    return response.SerializeAsString();
  }

  std::string Rendered(const std::string& name, report::v1::ReportKind kind) {
    grpc::ClientContext context;
    nianbao::report::v1::RenderReportRequest request;
    request.set_name(name);
    request.set_kind(kind);
    request.set_format(report::v1::FORMAT_HTML);
    const auto reader = report_->RenderReport(&context, request);
    return Joined<nianbao::report::v1::RenditionChunk>(*reader);
  }

  const platform::SystemClock clock_;
  const platform::Log log_{nullptr, clock_};
  std::vector<std::unique_ptr<Running>> servers_;
};

TEST_F(FourServersTest, GiveTheSameBytesAsTheAllInOne) {
  const std::vector<std::string> in_one = Everything();
  TurnToFourServers();
  const std::vector<std::string> in_four = Everything();
  for (std::size_t i = 0; i < in_one.size(); ++i) {
    EXPECT_FALSE(in_one[i].empty()) << i;
    EXPECT_TRUE(in_one[i] == in_four[i]) << i;
  }
}

TEST_F(FourServersTest, PeerThatIsGoneIsUnavailableAndNamed) {
  TurnToFourServers();
  const auto stored = Upload(Header(), Sample());
  ASSERT_TRUE(stored.ok()) << stored.status();
  servers_[1] = nullptr;  // validation
  grpc::ClientContext context;
  nianbao::report::v1::RenderReportRequest request;
  request.set_name(stored->name());
  request.set_kind(report::v1::REPORT_KIND_FINDINGS);
  request.set_format(report::v1::FORMAT_HTML);
  const auto reader = report_->RenderReport(&context, request);
  nianbao::report::v1::RenditionChunk chunk;
  EXPECT_FALSE(reader->Read(&chunk));
  const grpc::Status status = reader->Finish();
  EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAVAILABLE);
  EXPECT_EQ(status.error_message().substr(0, 11), "validation:");
}

}  // namespace
}  // namespace nianbao::allinone
