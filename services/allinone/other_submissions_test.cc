// A stored report beside the school's earlier one and other schools'.
#include <gmock/gmock.h>

#include <map>
#include <string>

#include "services/allinone/all_in_one_test_base.h"
#include "services/platform/rpc_status.h"

namespace nianbao::allinone {
namespace {

namespace validation = nianbao::validation::v1;

using nianbao::intake::v1::UploadHeader;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr char kLastYear[] =
    "临江职业学校质量年度报告\n\n2020年\n\n一、学校情况\n\n"
    "学校现有全日制在校生4825人，专任教师272人，生师比17.74:1。\n";

// The table restates 4825 students as 4852.
constexpr char kThisYear[] =
    "临江职业学校质量年度报告\n\n2021年\n\n一、学校情况\n\n"
    "学校现有全日制在校生4902人。\n\n"
    "指标\t单位\t2020年\t2021年\n"
    "全日制在校生数\t人\t4852\t4902\n"
    "专任教师总数\t人\t272\t268\n";

class OtherSubmissionsTest : public AllInOneTest {
 protected:
  static UploadHeader HeaderFor(const std::string& edition,
                                const std::string& school = "3633000001") {
    UploadHeader header = Header();
    header.set_edition(edition);
    header.set_school(school);
    return header;
  }

  std::string Store(const UploadHeader& header, const std::string& text) {
    const auto stored = Upload(header, text);
    EXPECT_TRUE(stored.ok()) << stored.status();
    return stored.ok() ? stored->name() : "";
  }

  validation::CheckResponse Checked(const std::string& name) {
    grpc::ClientContext context;
    validation::CheckSubmissionRequest request;
    request.set_name(name);
    auto reader = validation_->CheckSubmission(&context, request);
    validation::CheckResponse all;
    validation::CheckResponse part;
    while (reader->Read(&part)) all.MergeFrom(part);
    const absl::Status status = platform::FromGrpcStatus(reader->Finish());
    EXPECT_TRUE(status.ok()) << status;
    return all;
  }

  // Restatements by the figure of this year's report.
  static std::map<std::string, validation::Check> Restated(
      const validation::CheckResponse& checked) {
    std::map<std::string, validation::Check> restated;
    for (const auto& check : checked.checks()) {
      if (check.kind() == "restatement") restated[check.reported()] = check;
    }
    return restated;
  }
};

TEST_F(OtherSubmissionsTest, LastYearsColumnIsHeldAgainstLastYearsReport) {
  const std::string last = Store(HeaderFor("2020"), kLastYear);
  auto restated = Restated(Checked(Store(HeaderFor("2021"), kThisYear)));
  ASSERT_EQ(restated.size(), 2U);
  const auto& wrong = restated["4852人"];
  EXPECT_EQ(wrong.verdict(), validation::VERDICT_CONTRADICTED);
  EXPECT_EQ(wrong.computed(), "4825人");
  EXPECT_EQ(wrong.operands(0).place().line(), 10);
  EXPECT_EQ(wrong.operands(1).submission(), last);
  EXPECT_EQ(wrong.operands(1).submission_place().line(), 7);
  EXPECT_THAT(wrong.message().zh(), HasSubstr(last));
  EXPECT_EQ(restated["272人"].verdict(), validation::VERDICT_CONSISTENT);
}

TEST_F(OtherSubmissionsTest, AnotherSchoolsReportIsNotRestated) {
  Store(HeaderFor("2020", "3633000002"), kLastYear);
  EXPECT_THAT(Restated(Checked(Store(HeaderFor("2021"), kThisYear))),
              IsEmpty());
}

TEST_F(OtherSubmissionsTest, AFigureFarFromOtherSchoolsIsNoted) {
  for (int i = 10; i < 20; ++i) {
    Store(HeaderFor("2021", "36330000" + std::to_string(i)),
          "某校质量年度报告\n\n2021年\n\n一、学校情况\n\n生师比1" +
              std::to_string(i - 6) + ".2:1。\n");
  }
  const auto checked = Checked(
      Store(HeaderFor("2021"),
            "某校质量年度报告\n\n2021年\n\n一、学校情况\n\n生师比182.9:1。\n"));
  int peers = 0;
  for (const auto& check : checked.checks()) {
    if (check.kind() != "outlier" || check.severity() == 0) continue;
    EXPECT_EQ(check.verdict(), validation::VERDICT_UNSPECIFIED);
    peers += check.message().zh().find("10所学校") != std::string::npos;
  }
  EXPECT_EQ(peers, 1);
}

}  // namespace
}  // namespace nianbao::allinone
