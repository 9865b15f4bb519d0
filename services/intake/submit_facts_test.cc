#include "services/intake/submit_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "google/protobuf/text_format.h"
#include "services/core/errors.h"
#include "services/core/field_violations.h"
#include "services/platform/catalogue_loader.h"
#include "services/platform/store/sql_organisation_store.h"
#include "services/platform/store/sql_schema.h"
#include "services/platform/store/sql_submission_store.h"
#include "services/platform/system_clock.h"

namespace nianbao::intake {
namespace {

namespace api = nianbao::intake::v1;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Key;
using testing::Pair;

constexpr char kRequest[] = R"pb(
  edition: "2021"
  school: "3633000001"
  region: "330802"
  facts {
    concept_code: "full_time_students"
    figure { value: "4902" unit: "人" }
    period: "2021年"
  }
  facts {
    id: "f1"
    label: "奖学金"
    figure { value: "12.50" unit: "万元" text: "12.50 万元" }
    period: "2020学年"
    dimensions { name: "级别" value: "省级" }
    dimensions { name: "专业" value: "护理" }
    place { block: "b1" }
    origin: ORIGIN_TABLE
  }
)pb";

class SubmitFactsTest : public testing::Test {
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
    registry_ = std::make_unique<OrganisationRegistry>(*organisations_);
  }

  static api::SubmitFactsRequest Request() {
    api::SubmitFactsRequest request;
    EXPECT_TRUE(
        google::protobuf::TextFormat::ParseFromString(kRequest, &request));
    return request;
  }

  FactSubmissions Submissions() {
    return FactSubmissions({*catalogue_, *store_, *registry_});
  }

  // The violations of a refused request, by field.
  std::map<std::string, std::string> Problems(const absl::Status& status) {
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << status;
    std::map<std::string, std::string> problems;
    for (const auto& [key, what] : core::GetErrorInfo(status).metadata) {
      const std::string prefix = core::kViolationPrefix;
      if (key.rfind(prefix, 0) == 0) problems[key.substr(prefix.size())] = what;
    }
    return problems;
  }
  std::map<std::string, std::string> Problems(
      const api::SubmitFactsRequest& request) {
    return Problems(Submissions().Store(request).status());
  }

  std::size_t Stored() { return store_->Changes({})->changes.size(); }

  const platform::SystemClock clock_;
  std::unique_ptr<const core::Catalogue> catalogue_;
  std::unique_ptr<core::SubmissionStore> store_;
  std::unique_ptr<core::OrganisationStore> organisations_;
  std::unique_ptr<OrganisationRegistry> registry_;
};

TEST_F(SubmitFactsTest, StoresFactsAsTypedOnes) {
  const auto stored = Submissions().Store(Request());
  ASSERT_TRUE(stored.ok()) << stored.status();
  EXPECT_EQ(stored->name(), "editions/2021/submissions/3633000001/versions/1");
  EXPECT_EQ(stored->fact_count(), 2);
  const auto facts = store_->GetFacts(stored->name());
  ASSERT_TRUE(facts.ok()) << facts.status();
  const auto& students = facts->Get(0);
  EXPECT_EQ(students.id(), "f2") << "f1 is taken";
  EXPECT_EQ(students.label(),
            core::Catalogue::TitleIn(
                *catalogue_->FindIndicator("full_time_students"), "2021"));
  EXPECT_EQ(students.figure().text(), "4902人");
  EXPECT_EQ(students.fact_class(), nianbao::fact::v1::FACT_CLASS_OWN);
  EXPECT_EQ(students.origin(), nianbao::fact::v1::ORIGIN_TYPED);
  const auto& prize = facts->Get(1);
  EXPECT_EQ(prize.figure().text(), "12.50 万元");
  EXPECT_EQ(prize.dimensions(0).name(), "专业");
  EXPECT_EQ(prize.origin(), nianbao::fact::v1::ORIGIN_TYPED);
  EXPECT_FALSE(prize.has_place());
  EXPECT_EQ(store_->GetDocument(stored->name())->ByteSizeLong(), 0u);
}

TEST_F(SubmitFactsTest, TellsEveryProblemOfAllFacts) {
  api::SubmitFactsRequest request = Request();
  request.mutable_facts(0)->set_concept_code("no_such_indicator");
  request.mutable_facts(0)->mutable_figure()->set_value("many");
  request.mutable_facts(1)->mutable_dimensions(0)->set_name("专业");
  for (int i = 0; i < 4; ++i) request.add_facts()->set_id("f1");
  *request.mutable_facts(4) = request.facts(1);
  request.mutable_facts(4)->mutable_dimensions(0)->set_name("");
  request.mutable_facts(4)->mutable_figure()->clear_value();
  const auto problems = Problems(request);
  EXPECT_THAT(problems,
              Contains(Pair("facts[0].concept_code",
                            "\"no_such_indicator\" is no indicator")));
  EXPECT_THAT(problems,
              Contains(Pair("facts[0].figure.value", "\"many\" is no number")));
  EXPECT_THAT(problems,
              Contains(Pair("facts[1].dimensions", "\"专业\" is there twice")));
  EXPECT_THAT(problems,
              Contains(Pair("facts[4].dimensions", "one has no name")));
  EXPECT_THAT(problems, Contains(Key("facts[2-5].id")));
  EXPECT_THAT(problems, Contains(Key("facts[2-5].figure.value")));
  EXPECT_THAT(problems, Contains(Key("facts[2-3,5].period")));
  EXPECT_THAT(problems,
              Contains(Pair("facts[2-3,5]", "neither concept_code nor label")));
  EXPECT_EQ(Stored(), 0u);
}

TEST_F(SubmitFactsTest, RequestIsCheckedLikeAnUpload) {
  api::SubmitFactsRequest request = Request();
  request.set_edition("1999");
  EXPECT_THAT(Problems(request), ElementsAre(Key("edition")));
  request = Request();
  request.set_school("12");
  request.clear_facts();
  EXPECT_THAT(Problems(request), ElementsAre(Key("facts"), Key("school")));
}

TEST_F(SubmitFactsTest, ValidateOnlyStoresNothing) {
  api::SubmitFactsRequest request = Request();
  request.set_validate_only(true);
  const auto checked = Submissions().Store(request);
  ASSERT_TRUE(checked.ok()) << checked.status();
  EXPECT_EQ(checked->name(), "");
  EXPECT_EQ(checked->fact_count(), 2);
  EXPECT_EQ(Stored(), 0u);
}

TEST_F(SubmitFactsTest, SameRequestIdGivesTheSameVersion) {
  api::SubmitFactsRequest request = Request();
  request.set_request_id("r");
  EXPECT_EQ(Submissions().Store(request)->version(), 1);
  EXPECT_EQ(Submissions().Store(request)->version(), 1);
  request.set_school("3633000002");
  EXPECT_EQ(Submissions().Store(request).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST_F(SubmitFactsTest, BatchStoresAllOrNone) {
  api::BatchSubmitFactsRequest batch;
  *batch.add_requests() = Request();
  *batch.add_requests() = Request();
  batch.mutable_requests(1)->set_school("3633000002");
  batch.mutable_requests(1)->mutable_facts(0)->clear_period();
  EXPECT_THAT(Problems(Submissions().StoreAll(batch).status()),
              ElementsAre(Key("requests[1].facts[0].period")));
  EXPECT_EQ(Stored(), 0u);
  batch.mutable_requests(1)->mutable_facts(0)->set_period("2021年");
  const auto stored = Submissions().StoreAll(batch);
  ASSERT_TRUE(stored.ok()) << stored.status();
  EXPECT_EQ(stored->submissions(1).school(), "3633000002");
  EXPECT_EQ(stored->submissions(1).revision(), 2);
}

TEST_F(SubmitFactsTest, BatchIsOfOneKindAndNotTooLarge) {
  api::BatchSubmitFactsRequest batch;
  EXPECT_THAT(Problems(Submissions().StoreAll(batch).status()),
              ElementsAre(Key("requests")));
  *batch.add_requests() = Request();
  *batch.add_requests() = Request();
  batch.mutable_requests(1)->set_validate_only(true);
  EXPECT_THAT(Problems(Submissions().StoreAll(batch).status()),
              ElementsAre(Key("requests.validate_only")));
  batch.mutable_requests(0)->set_validate_only(true);
  EXPECT_EQ(Submissions().StoreAll(batch)->submissions_size(), 2);
  EXPECT_EQ(Stored(), 0u);
}

TEST_F(SubmitFactsTest, RefusesASchoolThatTheRegistryHasAsClosed) {
  nianbao::intake::v1::Organisation school;
  school.set_code(Request().school());
  school.set_level(nianbao::intake::v1::Organisation::LEVEL_SCHOOL);
  school.set_valid_to("2020-08-31");
  school.set_ending(nianbao::intake::v1::Organisation::ENDING_CLOSED);
  ASSERT_TRUE(organisations_->Import({school}, 0).ok());
  EXPECT_THAT(Problems(Request())["school"], HasSubstr("was not open"));
  api::BatchSubmitFactsRequest batch;
  *batch.add_requests() = Request();
  EXPECT_THAT(
      Problems(Submissions().StoreAll(batch).status())["requests[0].school"],
      HasSubstr("was not open"));
}

}  // namespace
}  // namespace nianbao::intake
