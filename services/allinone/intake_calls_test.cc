#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "google/protobuf/util/message_differencer.h"
#include "services/allinone/all_in_one_test_base.h"
#include "services/core/document.h"
#include "services/core/errors.h"
#include "services/platform/rpc_status.h"

namespace nianbao::allinone {
namespace {

namespace api = nianbao::intake::v1;
using google::protobuf::util::MessageDifferencer;
using testing::HasSubstr;

class IntakeCallsTest : public AllInOneTest {
 protected:
  absl::StatusOr<api::ListSubmissionsResponse> List(
      const std::string& parent, int page_size = 0,
      const std::string& page_token = "") {
    grpc::ClientContext context;
    api::ListSubmissionsRequest request;
    request.set_parent(parent);
    request.set_page_size(page_size);
    request.set_page_token(page_token);
    api::ListSubmissionsResponse response;
    const absl::Status status = platform::FromGrpcStatus(
        intake_->ListSubmissions(&context, request, &response));
    if (!status.ok()) return status;
    return response;
  }

  int Stored() { return List("editions/-")->submissions_size(); }
};

TEST_F(IntakeCallsTest, UploadedReportCanBeGotAndStreamed) {
  const auto stored = Upload(Header(), Sample(), 1000);
  ASSERT_TRUE(stored.ok()) << stored.status();
  EXPECT_EQ(stored->version(), 1);
  EXPECT_EQ(stored->source().size_bytes(), Sample().size());

  grpc::ClientContext get;
  api::GetSubmissionRequest get_request;
  get_request.set_name("editions/2021/submissions/3633000001");
  api::Submission got;
  ASSERT_TRUE(intake_->GetSubmission(&get, get_request, &got).ok());
  EXPECT_TRUE(MessageDifferencer::Equals(got, *stored));

  grpc::ClientContext facts;
  api::StreamFactsRequest facts_request;
  facts_request.set_name(stored->name());
  auto reader = intake_->StreamFacts(&facts, facts_request);
  int count = 0;
  api::StreamFactsResponse part;
  while (reader->Read(&part)) {
    EXPECT_LE(part.facts_size(), 200);
    count += part.facts_size();
  }
  EXPECT_TRUE(reader->Finish().ok());
  EXPECT_EQ(count, stored->fact_count());
  EXPECT_GT(count, 200);
}

TEST_F(IntakeCallsTest, StreamedDocumentIsTheOneThatWasRead) {
  api::ReadDocumentRequest::Header header;
  header.set_filename("a.txt");
  header.set_edition("2021");
  const auto parts = Read(header, Sample());
  ASSERT_TRUE(parts.ok()) << parts.status();
  EXPECT_EQ(parts->front().edition(), "2021");
  nianbao::document::v1::Document read;
  for (const auto& part : *parts) core::AppendPart(part.document(), read);

  const auto stored = Upload(Header(), Sample());
  ASSERT_TRUE(stored.ok()) << stored.status();
  grpc::ClientContext context;
  api::StreamDocumentRequest request;
  request.set_name(stored->name());
  auto reader = intake_->StreamDocument(&context, request);
  nianbao::document::v1::Document streamed;
  api::StreamDocumentResponse part;
  while (reader->Read(&part)) core::AppendPart(part.document(), streamed);
  EXPECT_TRUE(reader->Finish().ok());
  EXPECT_TRUE(MessageDifferencer::Equals(read, streamed));
}

TEST_F(IntakeCallsTest, RequestIdMakesUploadsIdempotent) {
  api::UploadHeader header = Header();
  header.set_request_id("r1");
  const auto first = Upload(header, Sample());
  const auto again = Upload(header, Sample());
  ASSERT_TRUE(first.ok() && again.ok());
  EXPECT_TRUE(MessageDifferencer::Equals(*first, *again));
  EXPECT_EQ(Upload(Header(), Sample())->version(), 2);
}

TEST_F(IntakeCallsTest, FileAboveTheLimitIsRefusedAndNothingStored) {
  config_.mutable_limits()->set_max_file_bytes(100'000);
  Restart();
  const absl::Status status =
      Upload(Header(), std::string(50'000'000, 'x'), 1 << 20).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr("a.txt"));
  EXPECT_THAT(std::string(status.message()), HasSubstr("100000 bytes"));
  EXPECT_EQ(Stored(), 0);
}

TEST_F(IntakeCallsTest, BadFilesAreRefusedByNameAndNothingStored) {
  const std::string files[] = {"", std::string("\x7f\x45\x4c\x46\0\1\2", 7),
                               "\xff\xff\xfe\x80\x80 not text \xff"};
  for (const std::string& file : files) {
    const absl::Status status = Upload(Header(), file).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << status;
    EXPECT_THAT(std::string(status.message()), HasSubstr("a.txt"));
    EXPECT_FALSE(core::GetErrorInfo(status).reason.empty());
  }
  EXPECT_EQ(Stored(), 0);
}

TEST_F(IntakeCallsTest, WrongHeaderIsRefusedBeforeTheFileCame) {
  api::UploadHeader header = Header();
  header.set_school("123");
  const absl::Status status =
      Upload(header, std::string(10'000'000, 'x')).status();
  EXPECT_THAT(std::string(status.message()),
              HasSubstr("unknown school code \"123\""));
  EXPECT_THAT(core::GetErrorInfo(status).metadata.at("zh"),
              HasSubstr("十位数字"));
}

TEST_F(IntakeCallsTest, ListsPageByPage) {
  for (const char* school : {"3633000003", "3633000001", "3633000002"}) {
    api::UploadHeader header = Header();
    header.set_school(school);
    ASSERT_TRUE(Upload(header, Sample()).ok());
  }
  const auto first = List("editions/2021", 2);
  ASSERT_TRUE(first.ok()) << first.status();
  ASSERT_EQ(first->submissions_size(), 2);
  EXPECT_EQ(first->submissions(0).school(), "3633000001");
  EXPECT_EQ(first->revision(), 3);
  const auto second = List("editions/2021", 2, first->next_page_token());
  ASSERT_EQ(second->submissions_size(), 1);
  EXPECT_EQ(second->submissions(0).school(), "3633000003");
  EXPECT_EQ(second->next_page_token(), "");
  EXPECT_EQ(List("editions/2020")->submissions_size(), 0);
}

TEST_F(IntakeCallsTest, ParentThatIsNoneIsRefused) {
  for (const char* parent : {"", "2021", "editions/2019", "editions/"}) {
    EXPECT_EQ(List(parent).status().code(), absl::StatusCode::kInvalidArgument)
        << parent;
  }
}

// A command starts no service that it does not call.
TEST_F(IntakeCallsTest, OtherServicesCanBeLeftOut) {
  const platform::SystemClock clock;
  const platform::Log log(nullptr, clock);
  const auto all = AllInOne::Start(
      config_, {catalogue_, clock, log},
      {.intake = true, .validation = false, .metrics = false, .report = false});
  ASSERT_TRUE(all.ok()) << all.status();
  intake_ = api::Intake::NewStub((*all)->Channel());
  EXPECT_TRUE(List("editions/-").ok());
  grpc::ClientContext context;
  nianbao::validation::v1::ListRulesResponse rules;
  const auto validation =
      nianbao::validation::v1::Validation::NewStub((*all)->Channel());
  EXPECT_EQ(validation->ListRules(&context, {}, &rules).error_code(),
            grpc::StatusCode::UNIMPLEMENTED);
}

}  // namespace
}  // namespace nianbao::allinone
