// Every question to metrics over many schools, asked of a real all-in-one, with
// answers worked out by hand from the facts that were submitted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "services/allinone/all_in_one_test_base.h"
#include "services/core/errors.h"
#include "services/platform/rpc_status.h"

namespace nianbao::allinone {
namespace {

namespace api = nianbao::metrics::v1;
namespace intake = nianbao::intake::v1;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr char kStudents[] = "full_time_students";
constexpr char kTeachers[] = "full_time_teachers";
constexpr char kRatio[] = "computed_student_teacher_ratio";
constexpr char kIntake[] = "new_students";

struct Figure {
  std::string code;
  std::string value;
  std::string major = "";
  int year = 0;
};

class MetricsQuestionsTest : public AllInOneTest {
 protected:
  void SetUp() override {
    Submit("2020", "3633000001", "330802", {{kStudents, "1000"}});
    Submit("2021", "3633000001", "330802",
           {{kStudents, "1100"},
            {kTeachers, "50"},
            {kIntake, "12", "护理"},
            {kIntake, "40", "护理", 2020}});
    Submit("2021", "3633000002", "330803",
           {{kStudents, "900"}, {kTeachers, "60"}});
    Submit("2021", "3633000003", "330382", {{kStudents, "500"}});
  }

  void Submit(const std::string& edition, const std::string& school,
              const std::string& region, const std::vector<Figure>& figures) {
    intake::SubmitFactsRequest request;
    request.set_edition(edition);
    request.set_school(school);
    request.set_region(region);
    request.set_school_title("学校" + school.substr(9));
    for (const Figure& figure : figures) {
      auto& fact = *request.add_facts();
      fact.set_concept_code(figure.code);
      fact.mutable_figure()->set_value(figure.value);
      fact.mutable_figure()->set_unit("人");
      fact.set_period(figure.year == 0 ? edition + "年"
                                       : std::to_string(figure.year) + "年");
      if (figure.major.empty()) continue;
      auto& dimension = *fact.add_dimensions();
      dimension.set_name("专业");
      dimension.set_value(figure.major);
    }
    grpc::ClientContext context;
    intake::Submission stored;
    const auto status = intake_->SubmitFacts(&context, request, &stored);
    ASSERT_TRUE(status.ok()) << status.error_message();
    revision_ = stored.revision();
  }

  // Asks once metrics has all that was submitted.
  template <class Request, class Response>
  Response Ask(grpc::Status (api::Metrics::Stub::*method)(grpc::ClientContext*,
                                                          const Request&,
                                                          Response*),
               Request request) {
    request.set_min_revision(revision_);
    Response response;
    grpc::Status status;
    // While the first snapshot is loaded calls are refused, to be tried again.
    do {
      grpc::ClientContext context;
      context.set_deadline(std::chrono::system_clock::now() +
                           std::chrono::seconds(60));
      status = ((*metrics_).*method)(&context, request, &response);
    } while (status.error_code() == grpc::StatusCode::UNAVAILABLE);
    EXPECT_TRUE(status.ok()) << status.error_message();
    return response;
  }

  std::int64_t revision_ = 0;
};

TEST_F(MetricsQuestionsTest, Trends) {
  api::ListTrendsRequest request;
  request.add_indicators(kStudents);
  request.add_editions("2020");
  request.add_editions("2021");
  const auto answer = Ask(&api::Metrics::Stub::ListTrends, request);
  ASSERT_EQ(answer.trends_size(), 1);
  ASSERT_EQ(answer.trends(0).points_size(), 2);
  const auto& point = answer.trends(0).points(1);
  EXPECT_EQ(point.value(), "2500");
  EXPECT_EQ(point.reported(), 3);
  EXPECT_EQ(point.compared(), 1);
  EXPECT_EQ(point.change(), "100");
  EXPECT_EQ(point.growth(), "10.00");
}

TEST_F(MetricsQuestionsTest, Comparison) {
  api::CompareSchoolRequest request;
  request.set_edition("2021");
  request.set_school("3633000001");
  request.add_indicators(kStudents);
  request.add_indicators(kRatio);
  const auto answer = Ask(&api::Metrics::Stub::CompareSchool, request);
  EXPECT_EQ(answer.peers(), 2);
  const auto& students = answer.comparisons(0);
  EXPECT_EQ(students.value(), "1100");
  EXPECT_EQ(students.previous(), "1000");
  EXPECT_EQ(students.median().value(), "700");
  EXPECT_EQ(students.rank().rank(), 1);
  const auto& ratio = answer.comparisons(1);
  EXPECT_EQ(ratio.value(), "22.00");
  EXPECT_EQ(ratio.reported(), 1);
  // The school without teachers may be anything.
  EXPECT_EQ(ratio.rank().best_rank(), 1);
  EXPECT_EQ(ratio.rank().worst_rank(), 2);
  // At least 1200 students.
  ASSERT_EQ(students.standards_size(), 1);
  EXPECT_FALSE(students.standards(0).attained());
  EXPECT_FALSE(students.standards(0).open());
}

TEST_F(MetricsQuestionsTest, Attainment) {
  api::GetStandardAttainmentRequest request;
  request.set_edition("2021");
  request.add_standards("standard_full_time_teachers");
  request.set_name_schools(true);
  const auto answer = Ask(&api::Metrics::Stub::GetStandardAttainment, request);
  ASSERT_EQ(answer.counts_size(), 1);
  const auto& count = answer.counts(0);
  EXPECT_EQ(count.attained(), 1);
  EXPECT_EQ(count.missed(), 1);
  EXPECT_EQ(count.open(), 1);
  EXPECT_EQ(count.least_share(), "33.33");
  EXPECT_EQ(count.greatest_share(), "66.67");
  EXPECT_THAT(count.missing_schools(), ElementsAre("3633000001"));
}

TEST_F(MetricsQuestionsTest, Coverage) {
  api::ListCoverageRequest request;
  request.set_edition("2021");
  request.mutable_due_time()->set_seconds(1);
  const auto answer = Ask(&api::Metrics::Stub::ListCoverage, request);
  EXPECT_EQ(answer.schools_size(), 3);
  EXPECT_EQ(answer.schools(0).state(), api::COVERAGE_STATE_FILED_LATE);
  EXPECT_EQ(answer.schools(0).indicators(), 2);
  const auto& all = answer.counts(answer.counts_size() - 1);
  EXPECT_EQ(all.filed(), 3);
  EXPECT_EQ(all.late(), 3);
}

TEST_F(MetricsQuestionsTest, Lineage) {
  api::ExplainValueRequest request;
  request.set_edition("2021");
  request.set_indicator(kRatio);
  const auto answer = Ask(&api::Metrics::Stub::ExplainValue, request);
  const auto& value = answer.value();
  EXPECT_EQ(value.value(), "200/11");
  EXPECT_EQ(value.reported(), 2);
  EXPECT_EQ(value.missing(), 1);
  ASSERT_EQ(value.inputs_size(), 2);
  ASSERT_EQ(value.inputs(1).inputs_size(), 2);
  const auto& teachers = value.inputs(1).inputs(0);
  EXPECT_EQ(teachers.value(), "50");
  EXPECT_EQ(teachers.submission(),
            "editions/2021/submissions/3633000001/versions/1");
  EXPECT_FALSE(teachers.fact().empty());
  EXPECT_THAT(teachers.printed(), HasSubstr("50"));
}

TEST_F(MetricsQuestionsTest, Warnings) {
  api::ListMajorWarningsRequest request;
  request.set_edition("2021");
  const auto answer = Ask(&api::Metrics::Stub::ListMajorWarnings, request);
  ASSERT_EQ(answer.alerts_size(), 1);
  EXPECT_EQ(answer.alerts(0).warning(), "falling_major_intake");
  EXPECT_EQ(answer.alerts(0).major(), "护理");
  EXPECT_EQ(answer.alerts(0).facts_size(), 2);
}

TEST_F(MetricsQuestionsTest, PublicAggregatesAndTheirExport) {
  api::QueryAggregatesRequest query;
  query.set_edition("2021");
  query.add_indicators(kStudents);
  query.set_group_by(api::QueryAggregatesRequest::GROUP_BY_PREFECTURE);
  query.set_audience(api::AUDIENCE_PUBLIC);
  const auto answer = Ask(&api::Metrics::Stub::QueryAggregates, query);
  ASSERT_EQ(answer.groups_size(), 2);
  for (const auto& group : answer.groups()) {
    EXPECT_TRUE(group.aggregates(0).suppressed()) << group.title();
    EXPECT_EQ(group.aggregates(0).reported(), 0);
  }
  query.clear_group_by();
  EXPECT_EQ(Ask(&api::Metrics::Stub::QueryAggregates, query)
                .groups(0)
                .aggregates(0)
                .value(),
            "2500");
  api::ExportAggregatesRequest request;
  *request.mutable_query() = query;
  request.mutable_query()->set_group_by(
      api::QueryAggregatesRequest::GROUP_BY_PREFECTURE);
  grpc::ClientContext context;
  const auto stream = metrics_->ExportAggregates(&context, request);
  std::string table;
  api::ExportAggregatesResponse piece;
  while (stream->Read(&piece)) table += piece.data();
  ASSERT_TRUE(stream->Finish().ok());
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 3);
  EXPECT_THAT(table, HasSubstr(",2021,,人,,,2021,Q\r\n"));
}

TEST_F(MetricsQuestionsTest, ThePublicIsRefusedWhatTellsOfSingleSchools) {
  api::QueryAggregatesRequest query;
  query.set_edition("2021");
  query.add_indicators(kStudents);
  query.set_audience(api::AUDIENCE_PUBLIC);
  query.add_statistics()->set_kind(api::Statistic::KIND_GREATEST);
  query.set_min_revision(revision_);
  grpc::Status status;
  do {
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() +
                         std::chrono::seconds(60));
    api::QueryAggregatesResponse response;
    status = metrics_->QueryAggregates(&context, query, &response);
  } while (status.error_code() == grpc::StatusCode::UNAVAILABLE);
  EXPECT_EQ(core::GetErrorInfo(platform::FromGrpcStatus(status)).reason,
            "NOT_PUBLIC");
}

}  // namespace
}  // namespace nianbao::allinone
