#include "services/intake/upload.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/core/errors.h"
#include "services/intake/report_reader.h"
#include "services/platform/catalogue_loader.h"
#include "services/platform/store/sql_organisation_store.h"
#include "services/platform/store/sql_schema.h"
#include "services/platform/store/sql_submission_store.h"
#include "services/platform/system_clock.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::UploadHeader;
using testing::HasSubstr;

constexpr char kText[] =
    "某校质量年度报告\n\n2021年\n\n前言\n\n学校现有全日制在校生4902人，专任教师"
    "268人。\n";

class UploadTest : public testing::Test {
 protected:
  void SetUp() override {
    auto catalogue = platform::LoadCatalogue("deploy/catalogue");
    ASSERT_TRUE(catalogue.ok()) << catalogue.status();
    catalogue_ = *std::move(catalogue);
    nianbao::config::v1::Store nowhere;
    nowhere.set_path(":memory:");
    const auto sessions = platform::OpenRecord(nowhere, clock_).value();
    store_ = std::make_unique<platform::SqlSubmissionStore>(sessions, clock_);
    organisations_ = std::make_unique<platform::SqlOrganisationStore>(sessions);
  }

  static UploadHeader Header() {
    UploadHeader header;
    header.set_edition("2021");
    header.set_school("3633000001");
    header.set_region("330802");
    header.set_filename("a.txt");
    return header;
  }

  // The message for a header with one field changed.
  std::string Refusal(const std::string& field, const std::string& value) {
    UploadHeader header = Header();
    const auto* descriptor = UploadHeader::descriptor();
    header.GetReflection()->SetString(
        &header, descriptor->FindFieldByName(field), value);
    const absl::Status status = CheckUploadHeader(*catalogue_, header);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_EQ(core::GetErrorInfo(status).metadata.at("field"),
              "header." + field);
    return std::string(status.message());
  }

  absl::StatusOr<nianbao::intake::v1::Submission> Store(
      const std::string& bytes, bool cancelled = false) {
    const ReportReader reader(*catalogue_);
    OrganisationRegistry registry(*organisations_);
    return Uploads({reader, *store_, registry, *catalogue_})
        .Store(Header(), bytes, [=] { return cancelled; });
  }

  const platform::SystemClock clock_;
  std::unique_ptr<const core::Catalogue> catalogue_;
  std::unique_ptr<core::SubmissionStore> store_;
  std::unique_ptr<core::OrganisationStore> organisations_;
};

TEST_F(UploadTest, TakesAHeaderThatFits) {
  EXPECT_TRUE(CheckUploadHeader(*catalogue_, Header()).ok());
}

TEST_F(UploadTest, UnknownEditionNamesTheKnownOnes) {
  EXPECT_EQ(Refusal("edition", "2019"),
            "unknown edition \"2019\"; known: 2020, 2021, 2024");
}

TEST_F(UploadTest, UnknownRegionIsNamed) {
  EXPECT_THAT(Refusal("region", "339999"),
              HasSubstr("unknown region \"339999\""));
}

// 下城区 went into 拱墅区 in 2021, when 临平区 was new.
TEST_F(UploadTest, RegionIsOneOfTheEditionsTime) {
  UploadHeader header = Header();
  header.set_edition("2020");
  header.set_region("330103");
  EXPECT_TRUE(CheckUploadHeader(*catalogue_, header).ok());
  header.set_edition("2024");
  const absl::Status gone = CheckUploadHeader(*catalogue_, header);
  EXPECT_EQ(core::GetErrorInfo(gone).reason, "REGION_NOT_VALID");
  EXPECT_EQ(std::string(gone.message()),
            "region \"330103\" (下城区) was none at the time of edition 2024; "
            "its place was taken by 330105");
  header.set_region("330113");
  EXPECT_TRUE(CheckUploadHeader(*catalogue_, header).ok());
}

TEST_F(UploadTest, UnknownSchoolClassNamesTheKnownOnes) {
  EXPECT_THAT(Refusal("school_class", "circus"),
              HasSubstr("unknown school class \"circus\"; known: "));
  UploadHeader header = Header();
  header.set_school_class("arts");
  EXPECT_TRUE(CheckUploadHeader(*catalogue_, header).ok());
}

TEST_F(UploadTest, SchoolCodeSaysWhatIsWrongWithIt) {
  EXPECT_THAT(Refusal("school", "12345"), HasSubstr("ten digits"));
  EXPECT_THAT(Refusal("school", "36330000x1"), HasSubstr("ten digits"));
  EXPECT_THAT(Refusal("school", ""), HasSubstr("unknown school code \"\""));
  EXPECT_THAT(Refusal("school", "2133000001"), HasSubstr("begin with 36"));
  EXPECT_THAT(Refusal("school", "3644000001"), HasSubstr("must be 33"));
}

TEST_F(UploadTest, LongRequestIdIsRefused) {
  EXPECT_THAT(Refusal("request_id", std::string(200, 'x')),
              HasSubstr("at most 128"));
}

TEST_F(UploadTest, StoresWhatTheFileSays) {
  const auto stored = Store(kText);
  ASSERT_TRUE(stored.ok()) << stored.status();
  EXPECT_EQ(stored->name(), "editions/2021/submissions/3633000001/versions/1");
  EXPECT_EQ(stored->source().filename(), "a.txt");
  EXPECT_EQ(stored->fact_count(), store_->GetFacts(stored->name())->size());
  EXPECT_GT(stored->fact_count(), 0);
}

TEST_F(UploadTest, FileThatCannotBeReadLeavesNothing) {
  EXPECT_FALSE(Store("").ok());
  EXPECT_FALSE(Store(std::string("\0\1\2\3", 4)).ok());
  EXPECT_TRUE(store_->List("", 10, "")->submissions.empty());
}

TEST_F(UploadTest, CallerThatIsGoneLeavesNothing) {
  EXPECT_EQ(Store(kText, true).status().code(), absl::StatusCode::kCancelled);
  EXPECT_TRUE(store_->List("", 10, "")->submissions.empty());
}

}  // namespace
}  // namespace nianbao::intake
