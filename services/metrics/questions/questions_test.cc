// Questions over a small record, with answers worked out by hand.
#include <gmock/gmock.h>

#include <map>

#include "services/metrics/questions/comparison.h"
#include "services/metrics/questions/coverage_list.h"
#include "services/metrics/questions/major_warnings.h"
#include "services/metrics/questions/public_audience.h"
#include "services/metrics/questions/questions_test_base.h"
#include "services/metrics/questions/school_standards.h"
#include "services/metrics/questions/trends.h"
#include "services/metrics/questions/value_lineage.h"
#include "tests/testing/metrics_catalogue.h"

namespace nianbao::metrics {
namespace {

namespace api = nianbao::metrics::v1;
using ::nianbao::intake::v1::Organisation;
using ::nianbao::testing::MakeFact;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr char kA[] = "3633000001";
constexpr char kB[] = "3633000002";
constexpr char kC[] = "3633000003";
constexpr char kD[] = "3633000004";

// Has the facts of submissions by name, and nothing else.
class FactsOnly final : public core::IntakePeer {
 public:
  std::map<std::string, core::Facts> facts;

  absl::StatusOr<intake::v1::Submission> GetSubmission(
      const std::string& name) override {
    return absl::NotFoundError(name);
  }
  absl::StatusOr<core::SubmissionList> ListSubmissions(
      const std::string& edition) override {
    return absl::NotFoundError(edition);
  }
  absl::StatusOr<document::v1::Document> GetDocument(
      const std::string& name) override {
    return absl::NotFoundError(name);
  }
  absl::StatusOr<core::Facts> GetFacts(const std::string& name) override {
    const auto found = facts.find(name);
    if (found == facts.end()) return absl::NotFoundError(name);
    return found->second;
  }
};

std::vector<fact::v1::Fact> School(const std::string& students,
                                   const std::string& teachers,
                                   int year = 2021) {
  std::vector<fact::v1::Fact> facts;
  if (!students.empty()) {
    facts.push_back(MakeFact("f1", "students", students, "人", year));
  }
  if (!teachers.empty()) {
    facts.push_back(MakeFact("f2", "teachers", teachers, "人", year));
  }
  return facts;
}

// The registry: the province, two cities, three counties and the schools.
std::vector<Organisation> Registry(std::vector<Organisation> schools) {
  schools.push_back(Entry("330000", Organisation::LEVEL_PROVINCE, ""));
  schools.push_back(Entry("330300", Organisation::LEVEL_CITY, "330000"));
  schools.push_back(Entry("330800", Organisation::LEVEL_CITY, "330000"));
  schools.push_back(Entry("330382", Organisation::LEVEL_COUNTY, "330300"));
  schools.push_back(Entry("330802", Organisation::LEVEL_COUNTY, "330800"));
  schools.push_back(Entry("330803", Organisation::LEVEL_COUNTY, "330800"));
  return schools;
}

Organisation InCounty(const std::string& code, const std::string& county) {
  return Entry(code, Organisation::LEVEL_SCHOOL, county);
}

class TrendsTest : public QuestionsTest {
 protected:
  api::Trend TrendOf(const std::string& indicator,
                     const std::string& school = "") {
    api::ListTrendsRequest request;
    request.add_indicators(indicator);
    if (!school.empty()) request.mutable_filter()->add_schools(school);
    const auto answer = ListTrends(*record_.snapshot(), request);
    EXPECT_TRUE(answer.ok()) << answer.status();
    return answer.ok() ? answer->trends(0) : api::Trend();
  }
};

TEST_F(TrendsTest, ChangeIsThatOfSchoolsThatReportedInBoth) {
  record_.Add(kA, "330802", School("1000", "", 2020), "2020");
  record_.Add(kA, "330802", School("1100", ""));
  record_.Add(kB, "330803", School("500", ""));
  const api::Trend trend = TrendOf("students");
  ASSERT_EQ(trend.points_size(), 2);
  EXPECT_EQ(trend.points(0).value(), "1000");
  EXPECT_EQ(trend.points(1).value(), "1600");
  EXPECT_EQ(trend.points(1).change(), "100");
  EXPECT_EQ(trend.points(1).growth(), "10.00");
  EXPECT_EQ(trend.points(1).compared(), 1);
}

TEST_F(TrendsTest, FiguresOfMergedSchoolsBelongToTheirHeir) {
  record_.SetOrganisations(
      Registry({InCounty(kA, "330802"), Entry(kB, Organisation::LEVEL_SCHOOL,
                                              "330803", "2021-07-31", {kA})}));
  record_.Add(kA, "330802", School("1000", "", 2020), "2020");
  record_.Add(kB, "330803", School("400", "", 2020), "2020");
  record_.Add(kA, "330802", School("1350", ""));
  const api::TrendPoint point = TrendOf("students", kA).points(1);
  EXPECT_EQ(point.change(), "-50");
  EXPECT_EQ(point.growth(), "-3.57");
  EXPECT_EQ(point.compared(), 1);
}

TEST_F(TrendsTest, AHeirWithoutAllItsPredecessorsIsNotCompared) {
  record_.SetOrganisations(
      Registry({InCounty(kA, "330802"), Entry(kB, Organisation::LEVEL_SCHOOL,
                                              "330803", "2021-07-31", {kA})}));
  record_.Add(kA, "330802", School("1000", "", 2020), "2020");
  record_.Add(kA, "330802", School("1350", ""));
  const api::TrendPoint point = TrendOf("students").points(1);
  EXPECT_EQ(point.compared(), 0);
  EXPECT_EQ(point.change(), "");
}

TEST_F(TrendsTest, ASplitIsSaid) {
  record_.SetOrganisations(Registry(
      {Entry(kA, Organisation::LEVEL_SCHOOL, "330802", "2021-07-31", {kB, kC}),
       InCounty(kB, "330802"), InCounty(kC, "330802")}));
  record_.Add(kA, "330802", School("1000", "", 2020), "2020");
  record_.Add(kB, "330802", School("400", ""));
  const auto trend = TrendOf("students", kB);
  const auto& breaks = trend.points(1).breaks();
  ASSERT_FALSE(breaks.empty());
  EXPECT_EQ(breaks.rbegin()->kind(), api::Break::KIND_SPLIT);
  EXPECT_THAT(breaks.rbegin()->reason().zh(), HasSubstr("组织3633000001"));
}

TEST_F(TrendsTest, TellsOfDefinitionsThatDiffer) {
  record_.Add(kA, "330802", School("1000", "90", 2020), "2020");
  record_.Add(kA, "330802", School("1100", "100"));
  EXPECT_EQ(TrendOf("students").points(1).breaks(0).kind(),
            api::Break::KIND_DEFINITION);
  EXPECT_EQ(TrendOf("teachers").points(1).breaks(0).kind(),
            api::Break::KIND_NOT_COLLECTED);
  EXPECT_TRUE(TrendOf("ratio").points(1).breaks().empty());
}

TEST_F(TrendsTest, ARatioIsOneOfSums) {
  record_.Add(kA, "330802", School("1000", "50"));
  record_.Add(kB, "330803", School("500", "100"));
  EXPECT_EQ(TrendOf("ratio").points(1).value(), "10.00");
}

class CompareTest : public QuestionsTest {
 protected:
  void AddSchools() {
    record_.Add(kA, "330802", School("1000", "50"));
    record_.Add(kB, "330802", School("900", "60"));
    record_.Add(kC, "330803", School("800", "40"));
    record_.Add(kD, "330382", School("3000", "10"));
  }
  api::CompareSchoolResponse Compare(const api::CompareSchoolRequest& request) {
    const auto answer = CompareSchool(*record_.snapshot(), request);
    EXPECT_TRUE(answer.ok()) << answer.status();
    return answer.ok() ? *answer : api::CompareSchoolResponse();
  }
  static api::CompareSchoolRequest Ask(const std::string& school) {
    api::CompareSchoolRequest request;
    request.set_edition("2021");
    request.set_school(school);
    request.add_indicators("ratio");
    return request;
  }
};

TEST_F(CompareTest, StandsBesideItsPeers) {
  AddSchools();
  const auto answer = Compare(Ask(kA));
  EXPECT_EQ(answer.peers(), 3);
  const auto& ratio = answer.comparisons(0);
  EXPECT_EQ(ratio.value(), "20.00");
  EXPECT_EQ(ratio.lower_quartile().value(), "17.50");
  EXPECT_EQ(ratio.median().value(), "20.00");
  EXPECT_EQ(ratio.upper_quartile().value(), "160.00");
  EXPECT_EQ(ratio.rank().rank(), 2);
  EXPECT_EQ(ratio.rank().ranked(), 4);
  EXPECT_FALSE(ratio.outlier());
  ASSERT_EQ(ratio.standards_size(), 1);
  EXPECT_TRUE(ratio.standards(0).attained());
}

TEST_F(CompareTest, PeersAreOfTheSameCityAndSize) {
  AddSchools();
  api::CompareSchoolRequest request = Ask(kA);
  request.mutable_peers()->set_same_city(true);
  EXPECT_EQ(Compare(request).peers(), 2);
  request.mutable_peers()->set_size_percent("10");
  EXPECT_EQ(Compare(request).peers(), 1);
}

TEST_F(CompareTest, AFigureFarOffStandsOut) {
  AddSchools();
  EXPECT_TRUE(Compare(Ask(kD)).comparisons(0).outlier());
  EXPECT_FALSE(Compare(Ask(kD)).comparisons(0).standards(0).attained());
}

TEST_F(CompareTest, WithoutIndicatorsGivesAllThatTheSchoolHas) {
  AddSchools();
  api::CompareSchoolRequest request = Ask(kA);
  request.clear_indicators();
  std::vector<std::string> codes;
  const auto answer = Compare(request);
  for (const auto& each : answer.comparisons()) {
    codes.push_back(each.indicator());
  }
  EXPECT_THAT(codes, ElementsAre("ratio", "students", "teachers"));
}

TEST_F(CompareTest, AnUnknownSchoolIsNotFound) {
  const auto answer = CompareSchool(*record_.snapshot(), Ask("1"));
  EXPECT_TRUE(absl::IsNotFound(answer.status())) << answer.status();
}

TEST_F(QuestionsTest, SchoolsAreMeasuredByWhatAmountsAreDividedBy) {
  EXPECT_EQ(SizeIndicator(*catalogue_), "students");
}

TEST_F(QuestionsTest, AttainmentHasASpanWhereFiguresAreBlank) {
  record_.Add(kA, "330802", School("1000", "50"));
  record_.Add(kB, "330803", School("1000", "20"));
  record_.Add(kC, "330382", School("1000", ""));
  api::GetStandardAttainmentRequest request;
  request.set_edition("2021");
  request.set_by_prefecture(true);
  request.set_name_schools(true);
  const auto answer = GetStandardAttainment(*record_.snapshot(), request);
  ASSERT_TRUE(answer.ok()) << answer.status();
  ASSERT_EQ(answer->counts_size(), 3);
  const auto& all = answer->counts(0);
  EXPECT_EQ(all.schools(), 3);
  EXPECT_EQ(all.attained(), 1);
  EXPECT_EQ(all.missed(), 1);
  EXPECT_EQ(all.open(), 1);
  EXPECT_EQ(all.least_share(), "33.33");
  EXPECT_EQ(all.greatest_share(), "66.67");
  EXPECT_THAT(all.missing_schools(), ElementsAre(kB));
  EXPECT_EQ(answer->counts(1).region(), "330300");
  EXPECT_EQ(answer->counts(2).greatest_share(), "50.00");
}

class CoverageTest : public QuestionsTest {
 protected:
  api::ListCoverageResponse List(const api::ListCoverageRequest& request,
                                 const std::string after = "") {
    const auto answer =
        ListCoverage(*record_.snapshot(), request, after, last_);
    EXPECT_TRUE(answer.ok()) << answer.status();
    return answer.ok() ? *answer : api::ListCoverageResponse();
  }
  std::string last_;
};

TEST_F(CoverageTest, TellsWhoFiledWhoIsLateAndWhoIsMissing) {
  record_.SetOrganisations(Registry(
      {InCounty(kA, "330802"), InCounty(kB, "330802"), InCounty(kC, "330382"),
       Entry(kD, Organisation::LEVEL_SCHOOL, "330803", "2020-12-31")}));
  record_.Add(kA, "330802", School("1000", "50"));  // at second 2
  record_.Add(kD, "330803", School("1", "1"));
  record_.Add(kB, "330802", School("900", ""));  // at second 4
  api::ListCoverageRequest request;
  request.set_edition("2021");
  request.mutable_due_time()->set_seconds(3);
  const auto answer = List(request);
  std::vector<std::string> shown;
  for (const auto& school : answer.schools()) {
    shown.push_back(school.school() + " " +
                    api::CoverageState_Name(school.state()).substr(15) + " " +
                    std::to_string(school.indicators()));
  }
  EXPECT_THAT(shown,
              ElementsAre("3633000001 FILED 2", "3633000002 FILED_LATE 1",
                          "3633000003 NOT_FILED 0", "3633000004 UNEXPECTED 2"));
  ASSERT_EQ(answer.counts_size(), 3);
  const auto& all = answer.counts(2);
  EXPECT_EQ(all.expected(), 3);
  EXPECT_EQ(all.filed(), 2);
  EXPECT_EQ(all.late(), 1);
  EXPECT_EQ(all.not_filed(), 1);
  EXPECT_EQ(all.unexpected(), 1);
  EXPECT_EQ(answer.counts(0).region(), "330300");
  EXPECT_EQ(answer.counts(0).not_filed(), 1);
}

TEST_F(CoverageTest, PagesGoOnBehindTheLastSchool) {
  record_.Add(kA, "330802", School("1", "1"));
  record_.Add(kB, "330802", School("1", "1"));
  record_.Add(kC, "330802", School("1", "1"));
  api::ListCoverageRequest request;
  request.set_edition("2021");
  request.set_page_size(2);
  EXPECT_EQ(List(request).schools_size(), 2);
  EXPECT_EQ(last_, kB);
  const auto second = List(request, last_);
  ASSERT_EQ(second.schools_size(), 1);
  EXPECT_EQ(second.schools(0).school(), kC);
  EXPECT_EQ(last_, "");
}

class WarningsTest : public QuestionsTest {
 protected:
  api::ListMajorWarningsResponse Warn() {
    api::ListMajorWarningsRequest request;
    request.set_edition("2021");
    std::string last;
    const auto answer =
        ListMajorWarnings(*record_.snapshot(), request, "", last);
    EXPECT_TRUE(answer.ok()) << answer.status();
    return answer.ok() ? *answer : api::ListMajorWarningsResponse();
  }
};

TEST_F(WarningsTest, WarnsOfAMajorWhoseIntakeHasFallen) {
  record_.Add(kA, "330802",
              {MajorFact("f1", "intake", "护理", "12"),
               MajorFact("f2", "intake", "护理", "40", 2020),
               MajorFact("f3", "intake", "烹饪", "38"),
               MajorFact("f4", "intake", "烹饪", "40", 2020),
               MajorFact("f5", "intake", "茶艺", "2"),
               MajorFact("f6", "intake", "茶艺", "20", 2020),
               MajorFact("f7", "intake", "美术", "5")});
  const auto answer = Warn();
  EXPECT_EQ(answer.tried(), 2);
  ASSERT_EQ(answer.alerts_size(), 1);
  const auto& alert = answer.alerts(0);
  EXPECT_EQ(alert.major(), "护理");
  EXPECT_EQ(alert.figures().zh(), "招生数 12 人，2020年招生数 40 人");
  EXPECT_THAT(alert.facts(), ElementsAre("f1", "f2"));
}

TEST_F(WarningsTest, TakesLastYearFromTheEditionBefore) {
  record_.Add(kA, "330802", {MajorFact("f1", "intake", "护理", "40", 2020)},
              "2020");
  record_.Add(kA, "330802", {MajorFact("f1", "intake", "护理", "12")});
  EXPECT_EQ(Warn().alerts_size(), 1);
}

TEST_F(WarningsTest, SaysNothingWhereTwoFiguresContend) {
  record_.Add(kA, "330802",
              {MajorFact("f1", "intake", "护理", "12", 2021, "学部"),
               MajorFact("f2", "intake", "护理", "30", 2021, "学部"),
               MajorFact("f3", "intake", "护理", "60", 2020)});
  EXPECT_EQ(Warn().alerts_size(), 0);
}

TEST_F(WarningsTest, AChangeIsNoFigureOfTheMajor) {
  record_.Add(kA, "330802",
              {MajorFact("f1", "intake", "护理", "12", 2021, "方向"),
               MajorFact("f3", "intake", "护理", "60", 2020)});
  EXPECT_EQ(Warn().alerts_size(), 0);
}

TEST_F(QuestionsTest, AValueIsExplainedDownToItsFacts) {
  FactsOnly intake;
  record_.Add(kA, "330802", School("1000", "50"));
  record_.Add(kB, "330803", School("500", "100"));
  record_.Add(kC, "330382", School("800", ""));
  const auto facts = School("1000", "50");
  const auto more = School("500", "100");
  intake.facts["editions/2021/submissions/3633000001/versions/1"] =
      core::Facts(facts.begin(), facts.end());
  intake.facts["editions/2021/submissions/3633000002/versions/1"] =
      core::Facts(more.begin(), more.end());
  api::ExplainValueRequest request;
  request.set_edition("2021");
  request.set_indicator("ratio");
  const auto answer = ExplainValue(*record_.snapshot(), intake, request);
  ASSERT_TRUE(answer.ok()) << answer.status();
  const auto& value = answer->value();
  EXPECT_EQ(value.value(), "10");
  EXPECT_EQ(value.formula(), "students / teachers");
  EXPECT_EQ(value.reported(), 2);
  EXPECT_EQ(value.missing(), 1);
  ASSERT_EQ(value.inputs_size(), 2);
  const auto& students = value.inputs(0);
  EXPECT_EQ(students.value(), "1500");
  ASSERT_EQ(students.inputs_size(), 2);
  EXPECT_EQ(students.inputs(0).school(), kA);
  EXPECT_EQ(students.inputs(0).value(), "1000");
  EXPECT_EQ(students.inputs(0).fact(), "f1");
  EXPECT_EQ(students.inputs(0).printed(), "1000人");
}

class PublicTest : public QuestionsTest {
 protected:
  api::QueryAggregatesResponse::Group Told(
      const std::vector<std::uint32_t>& rows, const std::string& indicator) {
    const auto snapshot = record_.snapshot();
    const PublicAudience audience(*snapshot, *snapshot->Find("2021"),
                                  {indicator});
    api::QueryAggregatesResponse::Group group;
    auto& aggregate = *group.add_aggregates();
    aggregate.set_indicator(indicator);
    aggregate.set_value("1");
    aggregate.set_reported(static_cast<int>(rows.size()));
    audience.Apply({}, rows, group);
    return group;
  }
};

TEST_F(PublicTest, WithholdsSmallCountiesWithTheirComplement) {
  for (int i = 0; i < 10; ++i) {
    record_.Add("363300000" + std::to_string(i),
                i < 2   ? "330802"
                : i < 6 ? "330803"
                        : "330382",
                School(std::to_string(1000 + i), "50"));
  }
  for (const std::string indicator : {"students", "ratio"}) {
    EXPECT_TRUE(Told({0, 1}, indicator).aggregates(0).suppressed());
    EXPECT_TRUE(Told({2, 3, 4, 5}, indicator).aggregates(0).suppressed());
    EXPECT_FALSE(Told({6, 7, 8, 9}, indicator).aggregates(0).suppressed());
    EXPECT_FALSE(
        Told({0, 1, 2, 3, 4, 5}, indicator).aggregates(0).suppressed());
    EXPECT_TRUE(Told({7}, indicator).aggregates(0).suppressed());
  }
  EXPECT_EQ(Told({0, 1}, "students").aggregates(0).reported(), 0);
  EXPECT_EQ(Told({0, 1}, "students").aggregates(0).value(), "");
}

TEST_F(PublicTest, LooksAtRatiosWithTheirInputs) {
  EXPECT_THAT(TiedIndicators(*catalogue_, {"teachers"}),
              ElementsAre("income", "income_per_student", "ratio", "students",
                          "teachers"));
}

// Keeps nothing.
class NoCache final : public core::AggregateCache {
 public:
  absl::StatusOr<std::optional<std::string>> Get(
      const std::string& /*key*/) override {
    return std::optional<std::string>();
  }
  absl::Status Put(const std::string& /*key*/,
                   const std::string& /*value*/) override {
    return absl::OkStatus();
  }
  std::string Name() const override { return "none"; }
};

// A cached answer to the public is not given again after a change elsewhere
// that may change what is withheld; one to officials is.
TEST_F(PublicTest, AnAnswerToThePublicRestsOnAllThatIsTied) {
  NoCache cache;
  const IndicatorPlans plans(*catalogue_);
  const AggregateQuery query({*catalogue_, record_.store(), cache, plans,
                              SuppressForPublic, TiedIndicators});
  record_.Add(kA, "330802", School("1000", "50"));
  record_.Add(kB, "330382", School("900", "60"));
  api::QueryAggregatesRequest request;
  request.set_edition("2021");
  request.add_indicators("students");
  request.mutable_filter()->add_regions("330802");
  api::QueryAggregatesRequest open = request;
  open.set_audience(api::AUDIENCE_PUBLIC);
  const auto key = [&](const api::QueryAggregatesRequest& asked) {
    const auto prepared = query.Prepare(asked, absl::ZeroDuration());
    EXPECT_TRUE(prepared.ok()) << prepared.status();
    return prepared.ok() ? prepared->key : "";
  };
  const std::string official = key(request);
  const std::string told = key(open);
  record_.Add(kB, "330382", School("900", "61"));
  EXPECT_EQ(key(request), official);
  EXPECT_NE(key(open), told);
}

TEST(CheckPublic, RefusesWhatTellsOfSingleSchools) {
  api::QueryAggregatesRequest request;
  EXPECT_TRUE(CheckPublic(request).ok());
  request.add_statistics()->set_kind(api::Statistic::KIND_MEDIAN);
  EXPECT_TRUE(CheckPublic(request).ok());
  request.add_statistics()->set_kind(api::Statistic::KIND_GREATEST);
  EXPECT_FALSE(CheckPublic(request).ok());
  request.clear_statistics();
  request.add_bin_ends("1");
  EXPECT_FALSE(CheckPublic(request).ok());
}

}  // namespace
}  // namespace nianbao::metrics
