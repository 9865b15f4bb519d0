#include "services/metrics/aggregate_query.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/core/errors.h"
#include "services/metrics/test_record.h"
#include "tests/testing/metrics_catalogue.h"

namespace nianbao::metrics {
namespace {

using ::nianbao::metrics::v1::QueryAggregatesRequest;
using ::nianbao::metrics::v1::QueryAggregatesResponse;
using ::nianbao::testing::MakeFact;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Keeps values for ever and counts them; fails when told.
class OpenCache final : public core::AggregateCache {
 public:
  absl::StatusOr<std::optional<std::string>> Get(
      const std::string& key) override {
    if (!failure.ok()) return failure;
    const auto found = values.find(key);
    if (found == values.end()) return std::optional<std::string>();
    return std::optional<std::string>(found->second);
  }
  absl::Status Put(const std::string& key, const std::string& value) override {
    if (!failure.ok()) return failure;
    values[key] = value;
    ++puts;
    return absl::OkStatus();
  }
  std::string Name() const override { return "open"; }

  std::map<std::string, std::string> values;
  absl::Status failure;
  int puts = 0;
};

class AggregateQueryTest : public ::testing::Test {
 protected:
  static QueryAggregatesRequest Ask(
      const std::vector<std::string>& indicators,
      QueryAggregatesRequest::GroupBy group_by =
          QueryAggregatesRequest::GROUP_BY_UNSPECIFIED) {
    QueryAggregatesRequest request;
    request.set_edition("2021");
    for (const auto& indicator : indicators) request.add_indicators(indicator);
    request.set_group_by(group_by);
    return request;
  }

  QueryAggregatesResponse Run(const QueryAggregatesRequest& request) {
    auto response = query_.Run(request);
    EXPECT_TRUE(response.ok()) << response.status();
    return response.ok() ? *response : QueryAggregatesResponse();
  }

  // "title: value (reported+missing) …" of each group.
  std::vector<std::string> Shown(const QueryAggregatesRequest& request) {
    std::vector<std::string> shown;
    const auto response = Run(request);
    for (const auto& group : response.groups()) {
      std::string line = group.title() + ":";
      for (const auto& aggregate : group.aggregates()) {
        line +=
            absl::StrCat(" ", aggregate.value(), aggregate.unit(), " (",
                         aggregate.reported(), "+", aggregate.missing(), ")");
      }
      shown.push_back(line);
    }
    return shown;
  }

  void ExpectInvalid(const QueryAggregatesRequest& request,
                     const std::string& reason, const std::string& message) {
    const auto response = query_.Run(request);
    ASSERT_TRUE(absl::IsInvalidArgument(response.status()))
        << response.status();
    EXPECT_EQ(core::GetErrorInfo(response.status()).reason, reason);
    EXPECT_THAT(std::string(response.status().message()), HasSubstr(message));
  }

  void AddThreeSchools() {
    record_.Add("1", "330802",
                {MakeFact("f1", "students", "1000", "人"),
                 MakeFact("f2", "teachers", "100", "人"),
                 MakeFact("f3", "income", "1200.55", "万元")});
    record_.Add("2", "330803",
                {MakeFact("f1", "students", "2000", "人"),
                 MakeFact("f2", "teachers", "50", "人"),
                 MakeFact("f3", "income", "3000001", "元")});
    record_.Add("3", "330382", {MakeFact("f1", "students", "600", "人")});
  }

  std::unique_ptr<const core::Catalogue> catalogue_ =
      testing::MakeMetricsCatalogue();
  const IndicatorPlans plans_{*catalogue_};
  TestRecord record_{*catalogue_};
  OpenCache cache_;
  AggregateQuery query_{{*catalogue_, record_.store(), cache_, plans_, {}}};
};

TEST_F(AggregateQueryTest, SumsTheSchoolsFiguresInTheIndicatorsUnit) {
  AddThreeSchools();
  EXPECT_THAT(Shown(Ask({"students", "teachers", "income"})),
              ElementsAre("浙江省: 3600人 (3+0) 150人 (2+1) "
                          "1500.55万元 (2+1)"));
}

TEST_F(AggregateQueryTest, AFormulaIsARatioOfSumsAndNotAMeanOfRatios) {
  AddThreeSchools();
  // 3000 ÷ 150; the mean of 10 and 40 would be 25. School 3 reports no
  // teachers, so its students are not in the sum either.
  EXPECT_THAT(Shown(Ask({"ratio"})), ElementsAre("浙江省: 20.00 (2+1)"));
}

TEST_F(AggregateQueryTest, GroupsByPrefectureAndCounty) {
  AddThreeSchools();
  EXPECT_THAT(Shown(Ask({"students", "ratio"},
                        QueryAggregatesRequest::GROUP_BY_PREFECTURE)),
              ElementsAre("温州市: 600人 (1+0)  (0+1)",
                          "衢州市: 3000人 (2+0) 20.00 (2+0)"));
  EXPECT_THAT(Shown(Ask({"students"}, QueryAggregatesRequest::GROUP_BY_COUNTY)),
              ElementsAre("乐清市: 600人 (1+0)", "柯城区: 1000人 (1+0)",
                          "衢江区: 2000人 (1+0)"));
}

TEST_F(AggregateQueryTest, RollsUpThroughFormulasOverFormulas) {
  AddThreeSchools();
  // Income 1500.5501 over ratio 3000 ÷ 150, both of schools 1 and 2.
  EXPECT_THAT(Shown(Ask({"a_income_per_teacher_student"})),
              ElementsAre("浙江省: 75.03万元 (2+1)"));
}

TEST_F(AggregateQueryTest, TakesLastYearsFiguresForGrowth) {
  record_.Add("1", "330802",
              {MakeFact("f1", "students", "1100", "人", 2021),
               MakeFact("f2", "students", "1000", "人", 2020)});
  record_.Add("2", "330802",
              {MakeFact("f1", "students", "300", "人", 2021),
               MakeFact("f2", "students", "400", "人", 2020)});
  record_.Add("3", "330802", {MakeFact("f1", "students", "900", "人", 2021)});
  EXPECT_THAT(Shown(Ask({"growth"})), ElementsAre("浙江省: 0.00% (2+1)"));
}

TEST_F(AggregateQueryTest, SumsDerivedFiguresOfSchoolsWithTheirBlanks) {
  record_.Add("1", "330802",
              {MakeFact("f1", "club_members", "30", "人"),
               MakeFact("f2", "students", "100", "人")});
  record_.Add("2", "330802",
              {MakeFact("f1", "club_members", "5", "人"),
               MakeFact("f2", "team_members", "10", "人"),
               MakeFact("f3", "students", "200", "人")});
  record_.Add("3", "330802", {MakeFact("f1", "students", "50", "人")});
  EXPECT_THAT(Shown(Ask({"members", "member_share"})),
              ElementsAre("浙江省: 45人 (2+1) 15.0% (2+1)"));
}

TEST_F(AggregateQueryTest, ASchoolWithAZeroDivisorCountsInTheSums) {
  record_.Add("1", "330802",
              {MakeFact("f1", "students", "100", "人"),
               MakeFact("f2", "teachers", "0", "人")});
  EXPECT_THAT(Shown(Ask({"ratio"})), ElementsAre("浙江省:  (1+0)"));
  record_.Add("2", "330802",
              {MakeFact("f1", "students", "100", "人"),
               MakeFact("f2", "teachers", "10", "人")});
  EXPECT_THAT(Shown(Ask({"ratio"})), ElementsAre("浙江省: 20.00 (2+0)"));
}

TEST_F(AggregateQueryTest, NoSubmissionsAreAnEmptyAnswer) {
  EXPECT_THAT(Shown(Ask({"students"})), ElementsAre("全部学校: 人 (0+0)"));
}

TEST_F(AggregateQueryTest, SaysWhatTheAnswerRestsOn) {
  AddThreeSchools();
  const auto response = Run(Ask({"students"}));
  EXPECT_EQ(response.revision(), 3);
  EXPECT_EQ(response.catalogue_revision(), catalogue_->revision());
}

TEST_F(AggregateQueryTest, ComputesOnAMissOnly) {
  AddThreeSchools();
  const auto first = Run(Ask({"students", "ratio"}));
  EXPECT_EQ(cache_.puts, 1);
  const auto second = Run(Ask({"students", "ratio"}));
  EXPECT_EQ(cache_.puts, 1);
  EXPECT_EQ(first.SerializeAsString(), second.SerializeAsString());
}

TEST_F(AggregateQueryTest, SaysUpToWhichRevisionEverythingIsInIt) {
  AddThreeSchools();
  record_.Add("3", "330382",
              {MakeFact("f1", "students", "600", "人"),
               MakeFact("f2", "area", "20", "平方米")});
  // The last change that tells of students is that of the third school.
  const auto response = Run(Ask({"students"}));
  EXPECT_EQ(response.revision(), 3);
  EXPECT_EQ(response.snapshot_revision(), 4);
}

TEST_F(AggregateQueryTest, ANewSubmissionShowsAtOnce) {
  AddThreeSchools();
  Run(Ask({"students"}));
  record_.Add("3", "330382", {MakeFact("f1", "students", "601", "人")});
  EXPECT_THAT(Shown(Ask({"students"})), ElementsAre("浙江省: 3601人 (3+0)"));
}

TEST_F(AggregateQueryTest, AnotherStoreOfTheSameRevisionIsNotMistaken) {
  AddThreeSchools();
  Run(Ask({"students"}));
  TestRecord other(*catalogue_, /*origin=*/1);
  for (const char* school : {"1", "2", "3"}) {
    other.Add(school, "330802", {MakeFact("f1", "students", "1", "人")});
  }
  AggregateQuery query({*catalogue_, other.store(), cache_, plans_, {}});
  const auto response = query.Run(Ask({"students"}));
  ASSERT_TRUE(response.ok()) << response.status();
  EXPECT_EQ(response->revision(), 3);
  EXPECT_EQ(response->groups(0).aggregates(0).value(), "3");
}

TEST_F(AggregateQueryTest, ACatalogueOfAnotherRevisionIsAskedAnew) {
  AddThreeSchools();
  Run(Ask({"students"}));
  // The same first sixteen digits, which is all that the key shows.
  const auto changed =
      testing::MakeMetricsCatalogue("0123456789abcdef ffffffffffffffff");
  const IndicatorPlans plans(*changed);
  AggregateQuery query({*changed, record_.store(), cache_, plans, {}});
  const auto response = query.Run(Ask({"students"}));
  ASSERT_TRUE(response.ok()) << response.status();
  EXPECT_EQ(response->catalogue_revision(), changed->revision());
  EXPECT_EQ(cache_.puts, 2);
}

TEST_F(AggregateQueryTest, ACacheThatFailsChangesNothingButTheWork) {
  AddThreeSchools();
  const auto with = Run(Ask({"students", "ratio"}));
  cache_.failure = absl::UnavailableError("gone");
  const auto without = Run(Ask({"students", "ratio"}));
  EXPECT_EQ(with.SerializeAsString(), without.SerializeAsString());
}

TEST_F(AggregateQueryTest, IsUnavailableBeforeTheRecordIsLoaded) {
  const SnapshotStore empty;
  AggregateQuery query({*catalogue_, empty, cache_, plans_, {}});
  const auto response = query.Run(Ask({"students"}));
  ASSERT_TRUE(absl::IsUnavailable(response.status()));
  EXPECT_EQ(core::GetErrorInfo(response.status()).reason, "SNAPSHOT_LOADING");
}

TEST_F(AggregateQueryTest, RefusesARecordOlderThanAsked) {
  AddThreeSchools();
  auto request = Ask({"students"});
  request.set_min_revision(3);
  EXPECT_TRUE(query_.Run(request).ok());
  request.set_min_revision(4);
  const auto response = query_.Run(request);
  ASSERT_TRUE(absl::IsFailedPrecondition(response.status()));
  EXPECT_EQ(core::GetErrorInfo(response.status()).reason, "REVISION_TOO_OLD");
}

TEST_F(AggregateQueryTest, NamesWhatIsWrongWithTheRequest) {
  auto edition = Ask({"students"});
  edition.set_edition("2019");
  ExpectInvalid(edition, "UNKNOWN_EDITION", "use one of: 2021");
  ExpectInvalid(Ask({"studnets"}), "UNKNOWN_INDICATOR",
                "indicator \"studnets\" is unknown; did you mean: students?");
  ExpectInvalid(Ask({"satisfaction"}), "NO_ROLLUP",
                "indicator \"satisfaction\" can't be aggregated: it has no");
  ExpectInvalid(Ask({"satisfaction_gap"}), "NO_ROLLUP",
                "its formula uses \"satisfaction\", which has no rollup");
  ExpectInvalid(Ask({}), "BAD_REQUEST", "the number of indicators is 0");
  ExpectInvalid(Ask(std::vector<std::string>(101, "students")), "BAD_REQUEST",
                "the number of indicators is 101");
  auto level = Ask({"students"});
  level.set_group_by(static_cast<QueryAggregatesRequest::GroupBy>(9));
  ExpectInvalid(level, "BAD_REQUEST", "group_by is 9");
  auto revision = Ask({"students"});
  revision.set_min_revision(-1);
  ExpectInvalid(revision, "BAD_REQUEST", "min_revision is -1");
}

}  // namespace
}  // namespace nianbao::metrics
