// Schools as the registry declares them.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/core/ports/aggregate_cache.h"
#include "services/metrics/aggregate_query.h"
#include "services/metrics/test_record.h"
#include "tests/testing/made_catalogue.h"
#include "tests/testing/made_province.h"
#include "tests/testing/metrics_catalogue.h"

namespace nianbao::metrics {
namespace {

using nianbao::intake::v1::Organisation;
using nianbao::metrics::v1::QueryAggregatesRequest;
using ::testing::ElementsAre;
using testing::MakeFact;

constexpr char kNorth[] = "3300000001";
constexpr char kSouth[] = "3300000002";
constexpr char kBoth[] = "3300000003";

Organisation Entry(const std::string& code, Organisation::Level level,
                   const std::string& title, const std::string& parent,
                   const std::string& from = "", const std::string& to = "") {
  Organisation entry;
  entry.set_code(code);
  entry.set_level(level);
  entry.set_title(title);
  entry.set_parent(parent);
  entry.set_valid_from(from);
  entry.set_valid_to(to);
  return entry;
}

// Keeps nothing.
class NoCache final : public core::AggregateCache {
 public:
  absl::StatusOr<std::optional<std::string>> Get(const std::string&) override {
    return std::optional<std::string>();
  }
  absl::Status Put(const std::string&, const std::string&) override {
    return absl::OkStatus();
  }
  std::string Name() const override { return "none"; }
};

class RegistryTest : public ::testing::Test {
 protected:
  std::vector<Organisation> Regions() {
    return {Entry("330000", Organisation::LEVEL_PROVINCE, "某省", ""),
            Entry("330100", Organisation::LEVEL_CITY, "甲市", "330000"),
            Entry("330101", Organisation::LEVEL_COUNTY, "东县", "330100"),
            Entry("330102", Organisation::LEVEL_COUNTY, "西县", "330100")};
  }

  // "title: value (reported+missing)" of each group.
  std::vector<std::string> Shown(const std::string& edition,
                                 const std::string& indicator,
                                 QueryAggregatesRequest::GroupBy group_by) {
    QueryAggregatesRequest request;
    request.set_edition(edition);
    request.add_indicators(indicator);
    request.set_group_by(group_by);
    const auto response = query_.Run(request);
    EXPECT_TRUE(response.ok()) << response.status();
    std::vector<std::string> shown;
    for (const auto& group : response->groups()) {
      const auto& aggregate = group.aggregates(0);
      shown.push_back(absl::StrCat(group.title(), ": ", aggregate.value(), " (",
                                   aggregate.reported(), "+",
                                   aggregate.missing(), ")"));
    }
    return shown;
  }

  void File(const std::string& edition, const std::string& school,
            const std::string& students) {
    record_.Add(
        school, "330102",
        {MakeFact("f1", "students", students, "人", std::stoi(edition))},
        edition);
  }

  std::unique_ptr<const core::Catalogue> catalogue_ =
      testing::MakeCatalogue(absl::StrCat(
          testing::EditionText(2020), testing::EditionText(2021),
          testing::CollectedText("students", "人", 0),
          testing::DerivedText({"growth",
                                "(students - students@-1) / students@-1 * 100",
                                "%",
                                2,
                                "ROLLUP_FORMULA",
                                false,
                                {"students=2", "students@-1=1"},
                                "100.00"})));
  const IndicatorPlans plans_{*catalogue_};
  TestRecord record_{*catalogue_};
  NoCache cache_;
  const AggregateQuery query_{
      {*catalogue_, record_.store(), cache_, plans_, {}}};
};

TEST_F(RegistryTest, ASchoolThatHasNotFiledIsMissingWhereItBelongs) {
  auto entries = Regions();
  entries.push_back(
      Entry(kNorth, Organisation::LEVEL_SCHOOL, "北校", "330101"));
  entries.push_back(
      Entry(kSouth, Organisation::LEVEL_SCHOOL, "南校", "330102"));
  record_.SetOrganisations(entries);
  EXPECT_THAT(
      Shown("2021", "students", QueryAggregatesRequest::GROUP_BY_COUNTY),
      ElementsAre("东县:  (0+1)", "西县:  (0+1)"));
  // The registry decides, whatever region the submission names.
  File("2021", kNorth, "300");
  EXPECT_THAT(
      Shown("2021", "students", QueryAggregatesRequest::GROUP_BY_COUNTY),
      ElementsAre("东县: 300 (1+0)", "西县:  (0+1)"));
}

TEST_F(RegistryTest, TheEndOfTheDataYearDecides) {
  auto entries = Regions();
  entries.push_back(Entry(kNorth, Organisation::LEVEL_SCHOOL, "旧名", "330101",
                          "", "2021-06-30"));
  entries.back().set_ending(Organisation::ENDING_CHANGED);
  entries.push_back(Entry(kNorth, Organisation::LEVEL_SCHOOL, "新名", "330102",
                          "2021-07-01"));
  record_.SetOrganisations(entries);
  File("2020", kNorth, "100");
  File("2021", kNorth, "110");
  const auto school = QueryAggregatesRequest::GROUP_BY_SCHOOL;
  EXPECT_THAT(Shown("2020", "students", school),
              ElementsAre("旧名: 100 (1+0)"));
  EXPECT_THAT(Shown("2021", "students", school),
              ElementsAre("新名: 110 (1+0)"));
  EXPECT_THAT(
      Shown("2020", "students", QueryAggregatesRequest::GROUP_BY_COUNTY),
      ElementsAre("东县: 100 (1+0)"));
  EXPECT_THAT(Shown("2021", "growth", school),
              ElementsAre("新名: 10.00 (1+0)"));
}

TEST_F(RegistryTest, FiguresOfMergedSchoolsCountToTheirHeir) {
  auto entries = Regions();
  for (const char* school : {kNorth, kSouth}) {
    entries.push_back(Entry(school, Organisation::LEVEL_SCHOOL, school,
                            "330101", "", "2021-03-31"));
    entries.back().set_ending(Organisation::ENDING_MERGED);
    entries.back().add_successors(kBoth);
  }
  entries.push_back(
      Entry(kBoth, Organisation::LEVEL_SCHOOL, "合校", "330101", "2021-04-01"));
  record_.SetOrganisations(entries);
  File("2020", kNorth, "100");
  const auto school = QueryAggregatesRequest::GROUP_BY_SCHOOL;
  File("2021", kBoth, "330");
  // One of both is not known yet, but there is only one submission to go by.
  File("2020", kSouth, "200");
  EXPECT_THAT(Shown("2021", "growth", school),
              ElementsAre("合校: 10.00 (1+0)"));
  // A school that is no more takes no part, whatever it files.
  File("2021", kNorth, "5");
  EXPECT_THAT(Shown("2021", "students", school),
              ElementsAre("合校: 330 (1+0)"));
}

TEST_F(RegistryTest, ASplitSchoolHasNoYearBefore) {
  auto entries = Regions();
  entries.push_back(Entry(kBoth, Organisation::LEVEL_SCHOOL, "合校", "330101",
                          "", "2021-03-31"));
  entries.back().set_ending(Organisation::ENDING_SPLIT);
  entries.back().add_successors(kNorth);
  entries.back().add_successors(kSouth);
  for (const char* school : {kNorth, kSouth}) {
    entries.push_back(Entry(school, Organisation::LEVEL_SCHOOL, school,
                            "330101", "2021-04-01"));
  }
  record_.SetOrganisations(entries);
  File("2020", kBoth, "300");
  File("2021", kNorth, "150");
  File("2021", kSouth, "150");
  EXPECT_THAT(
      Shown("2021", "growth", QueryAggregatesRequest::GROUP_BY_UNSPECIFIED),
      ElementsAre("某省:  (0+2)"));
}

// Over random provinces: levels add up, and nothing depends on the order in
// which registry and submissions came.
TEST_F(RegistryTest, LevelsAddUpInAnyProvince) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    testing::ProvinceShape shape;
    shape.seed = seed;
    shape.schools = 40;
    shape.cities = 3;
    shape.counties = 8;
    shape.editions = {{"2020", 2020}, {"2021", 2021}};
    shape.indicators = {{"students", "人", 0, 1, 500}};
    shape.merged = 120;
    shape.split = 60;
    shape.closed = 60;
    const testing::MadeProvince province(shape);
    TestRecord first(*catalogue_);
    TestRecord last(*catalogue_);
    first.SetOrganisations(province.organisations());
    for (std::size_t edition = 0; edition < 2; ++edition) {
      for (const auto& request : province.Requests(edition)) {
        std::vector<fact::v1::Fact> facts(request.facts().begin(),
                                          request.facts().end());
        for (TestRecord* record : {&first, &last}) {
          record->Add(request.school(), request.region(), facts,
                      request.edition(), request.school_class());
        }
      }
    }
    last.SetOrganisations(province.organisations());
    std::map<std::pair<int, int>, std::vector<std::string>> found;
    for (const TestRecord* record : {&first, &last}) {
      const AggregateQuery query(
          {*catalogue_, record->store(), cache_, plans_, {}});
      for (const char* edition : {"2020", "2021"}) {
        std::int64_t total = 0;
        std::int64_t schools = 0;
        for (int level = 0; level <= 4; ++level) {
          QueryAggregatesRequest request;
          request.set_edition(edition);
          request.add_indicators("students");
          request.add_indicators("growth");
          request.set_group_by(
              static_cast<QueryAggregatesRequest::GroupBy>(level));
          const auto prepared = query.Prepare(request, absl::ZeroDuration());
          const auto response = query.Compute(*prepared);
          ASSERT_TRUE(response.ok()) << response.status();
          std::int64_t sum = 0;
          std::int64_t count = 0;
          std::vector<std::string> lines;
          for (const auto& group : response->groups()) {
            const auto& students = group.aggregates(0);
            if (!students.value().empty()) sum += std::stoll(students.value());
            count += students.reported() + students.missing();
            lines.push_back(group.ShortDebugString());
          }
          if (level == 0) {
            total = sum;
            schools = count;
          }
          EXPECT_EQ(sum, total);
          EXPECT_EQ(count, schools);
          auto& known = found[{std::stoi(edition), level}];
          if (known.empty()) known = lines;
          EXPECT_EQ(lines, known);
        }
      }
    }
  }
}

}  // namespace
}  // namespace nianbao::metrics
