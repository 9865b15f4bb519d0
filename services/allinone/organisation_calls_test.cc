#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "services/allinone/all_in_one_test_base.h"
#include "services/core/errors.h"
#include "services/platform/rpc_status.h"

namespace nianbao::allinone {
namespace {

namespace api = nianbao::intake::v1;
using testing::HasSubstr;

class OrganisationCallsTest : public AllInOneTest {
 protected:
  static std::string SampleFile() {
    std::ifstream file("samples/organisations.csv", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  absl::StatusOr<api::ImportOrganisationsResponse> Import(
      const std::string& bytes, bool validate_only = false) {
    grpc::ClientContext context;
    api::ImportOrganisationsResponse response;
    auto writer = intake_->ImportOrganisations(&context, &response);
    api::ImportOrganisationsRequest request;
    request.mutable_header()->set_filename("机构.csv");
    request.mutable_header()->set_validate_only(validate_only);
    writer->Write(request);
    for (std::size_t at = 0; at < bytes.size(); at += 100) {
      request.set_data(bytes.substr(at, 100));
      if (!writer->Write(request)) break;
    }
    writer->WritesDone();
    const absl::Status status = platform::FromGrpcStatus(writer->Finish());
    if (!status.ok()) return status;
    return response;
  }

  absl::StatusOr<api::Organisation> Get(const std::string& name,
                                        const std::string& day) {
    grpc::ClientContext context;
    api::GetOrganisationRequest request;
    request.set_name(name);
    request.set_day(day);
    api::Organisation response;
    const absl::Status status = platform::FromGrpcStatus(
        intake_->GetOrganisation(&context, request, &response));
    if (!status.ok()) return status;
    return response;
  }

  absl::StatusOr<api::ListOrganisationsResponse> List(
      const std::string& page_token, int page_size) {
    grpc::ClientContext context;
    api::ListOrganisationsRequest request;
    request.set_page_size(page_size);
    request.set_page_token(page_token);
    api::ListOrganisationsResponse response;
    const absl::Status status = platform::FromGrpcStatus(
        intake_->ListOrganisations(&context, request, &response));
    if (!status.ok()) return status;
    return response;
  }
};

TEST_F(OrganisationCallsTest, TheSampleIsImportedOnce) {
  const auto dry = Import(SampleFile(), true);
  ASSERT_TRUE(dry.ok()) << dry.status();
  EXPECT_EQ(dry->rejected_size(), 0) << dry->DebugString();
  EXPECT_FALSE(dry->stored());
  EXPECT_EQ(List("", 0)->organisations_size(), 0);
  const auto stored = Import(SampleFile());
  EXPECT_TRUE(stored->stored());
  EXPECT_EQ(stored->added(), dry->added());
  EXPECT_GT(stored->added(), 15);
  const auto again = Import(SampleFile());
  EXPECT_FALSE(again->stored());
  EXPECT_EQ(again->unchanged(), stored->added());
  EXPECT_EQ(again->revision(), stored->revision());
}

TEST_F(OrganisationCallsTest, OrganisationsAreGotByDayAndListedByPage) {
  const auto stored = Import(SampleFile());
  ASSERT_TRUE(stored.ok()) << stored.status();
  const std::string name = "organisations/3633000102";
  EXPECT_EQ(Get(name, "2020-08-31")->title(), "云台山工业学校");
  EXPECT_EQ(Get(name, "2020-09-01")->title(), "云台山理工学校");
  EXPECT_EQ(Get("organisations/1", "").status().code(),
            absl::StatusCode::kNotFound);
  std::set<std::string> seen;
  std::string token;
  do {
    const auto page = List(token, 7);
    ASSERT_TRUE(page.ok()) << page.status();
    EXPECT_EQ(page->revision(), stored->revision());
    for (const auto& entry : page->organisations()) {
      seen.insert(entry.code() + entry.valid_from());
    }
    token = page->next_page_token();
  } while (!token.empty());
  EXPECT_EQ(static_cast<int>(seen.size()), stored->added());
  EXPECT_EQ(List("none", 7).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(OrganisationCallsTest, ASchoolThatWasClosedHandsInNothing) {
  api::UploadHeader header = Header();
  header.set_school("3633000107");
  // Where nothing is registered, nobody is refused.
  EXPECT_TRUE(Upload(header, Sample()).ok());
  ASSERT_TRUE(Import(SampleFile()).ok());
  const absl::Status closed = Upload(header, Sample()).status();
  EXPECT_EQ(closed.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(core::GetErrorInfo(closed).reason, "SCHOOL_NOT_OPEN");
  // A school that the registry lacks is taken as before.
  header.set_school("3633009999");
  EXPECT_TRUE(Upload(header, Sample()).ok());
}

TEST_F(OrganisationCallsTest, AnotherKindOfFileIsRefusedByName) {
  const absl::Status status = Import("%PDF-1.7").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << status;
  EXPECT_THAT(std::string(status.message()), HasSubstr("机构.csv"));
}

}  // namespace
}  // namespace nianbao::allinone
