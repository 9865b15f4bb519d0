#include "services/allinone/all_in_one_test_base.h"

#include <fstream>
#include <sstream>
#include <utility>

#include "services/platform/catalogue_loader.h"
#include "services/platform/config_keys.h"
#include "services/platform/rpc_status.h"

namespace nianbao::allinone {

namespace api = nianbao::intake::v1;

namespace {

// Loaded once: it never changes.
const core::Catalogue& RepositoryCatalogue() {
  static const auto* const catalogue =
      new absl::StatusOr<std::unique_ptr<const core::Catalogue>>(
          platform::LoadCatalogue("deploy/catalogue"));
  EXPECT_TRUE(catalogue->ok()) << catalogue->status();
  return ***catalogue;
}

}  // namespace

AllInOneTest::AllInOneTest()
    : config_(platform::DefaultConfig()), catalogue_(RepositoryCatalogue()) {
  config_.clear_address();
  config_.mutable_store()->set_path(":memory:");
  Restart();
}

AllInOneTest::~AllInOneTest() = default;

void AllInOneTest::Restart() {
  all_ = nullptr;
  auto started = AllInOne::Start(config_, {catalogue_, clock_, log_});
  EXPECT_TRUE(started.ok()) << started.status();
  all_ = *std::move(started);
  intake_ = api::Intake::NewStub(all_->Channel());
  validation_ = nianbao::validation::v1::Validation::NewStub(all_->Channel());
  metrics_ = nianbao::metrics::v1::Metrics::NewStub(all_->Channel());
  report_ = nianbao::report::v1::Report::NewStub(all_->Channel());
}

api::UploadHeader AllInOneTest::Header() {
  api::UploadHeader header;
  header.set_edition("2021");
  header.set_school("3633000001");
  header.set_region("330802");
  header.set_filename("a.txt");
  header.set_school_title("临江职业学校");
  return header;
}

absl::StatusOr<api::Submission> AllInOneTest::Upload(
    const api::UploadHeader& header, const std::string& bytes,
    std::size_t piece) {
  grpc::ClientContext context;
  api::Submission submission;
  auto writer = intake_->UploadSubmission(&context, &submission);
  api::UploadSubmissionRequest request;
  *request.mutable_header() = header;
  bool open = writer->Write(request);
  for (std::size_t at = 0; open && at < bytes.size(); at += piece) {
    request.set_data(bytes.substr(at, piece));
    open = writer->Write(request);
  }
  writer->WritesDone();
  const absl::Status status = platform::FromGrpcStatus(writer->Finish());
  if (!status.ok()) return status;
  return submission;
}

absl::StatusOr<std::vector<api::ReadDocumentResponse>> AllInOneTest::Read(
    const api::ReadDocumentRequest::Header& header, const std::string& bytes) {
  grpc::ClientContext context;
  auto stream = intake_->ReadDocument(&context);
  api::ReadDocumentRequest request;
  *request.mutable_header() = header;
  if (stream->Write(request)) {
    request.set_data(bytes);
    stream->Write(request);
  }
  stream->WritesDone();
  std::vector<api::ReadDocumentResponse> parts;
  api::ReadDocumentResponse part;
  while (stream->Read(&part)) parts.push_back(part);
  const absl::Status status = platform::FromGrpcStatus(stream->Finish());
  if (!status.ok()) return status;
  return parts;
}

std::string AllInOneTest::Sample() {
  std::ostringstream text;
  text << std::ifstream("samples/linjiang-2021.txt").rdbuf();
  return text.str();
}

}  // namespace nianbao::allinone
