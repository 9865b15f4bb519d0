#include "services/metrics/suppression/public_cells.h"

#include <gtest/gtest.h>

namespace nianbao::metrics {
namespace {

using core::Rational;
using Schools = std::vector<std::size_t>;

// A city of counties with this many schools each, every school with a figure
// of about a hundred.
struct Province {
  std::vector<SchoolPlace> schools;
  PublicMeasure measure = {true, {}};

  void AddCounty(const std::string& city, const std::string& county, int count,
                 const std::string& school_class = "") {
    for (int i = 0; i < count; ++i) {
      schools.push_back({city, county, school_class});
      measure.figures.emplace_back(100 + static_cast<int>(schools.size()));
    }
  }
  Schools Of(const std::string& county) const {
    Schools found;
    for (std::size_t i = 0; i < schools.size(); ++i) {
      if (schools[i].county == county) found.push_back(i);
    }
    return found;
  }
  Schools OfCity(const std::string& city) const {
    Schools found;
    for (std::size_t i = 0; i < schools.size(); ++i) {
      if (schools[i].city == city) found.push_back(i);
    }
    return found;
  }
  Schools All() const {
    Schools found;
    for (std::size_t i = 0; i < schools.size(); ++i) found.push_back(i);
    return found;
  }
  PublicCells Plan() const { return PublicCells::Plan(schools, {measure}, {}); }
};

TEST(IsSafe, WantsThreeSchoolsAndNoneThatIsNearlyAll) {
  EXPECT_FALSE(IsSafe(true, {Rational(1), Rational(2)}));
  EXPECT_TRUE(IsSafe(true, {Rational(1), Rational(2), Rational(3)}));
  EXPECT_FALSE(IsSafe(true, {Rational(1000), Rational(99), Rational(99)}));
  EXPECT_TRUE(IsSafe(true, {Rational(1000), Rational(500), Rational(100)}));
  EXPECT_TRUE(IsSafe(false, {Rational(1000), Rational(9), Rational(9)}));
  EXPECT_TRUE(IsSafe(true, {Rational(0), Rational(0), Rational(0)}));
}

TEST(PublicCells, WithholdsNothingOfLargeGroups) {
  Province province;
  province.AddCounty("A", "A1", 4);
  province.AddCounty("A", "A2", 5);
  province.AddCounty("B", "B1", 4);
  const PublicCells cells = province.Plan();
  for (const std::string county : {"A1", "A2", "B1"}) {
    EXPECT_FALSE(cells.Withholds(province.Of(county), 0)) << county;
  }
  EXPECT_FALSE(cells.Withholds(province.All(), 0));
}

TEST(PublicCells, WithholdsTheSmallestOtherCountyBesideASmallOne) {
  Province province;
  province.AddCounty("A", "A1", 2);
  province.AddCounty("A", "A2", 6);
  province.AddCounty("A", "A3", 4);
  province.AddCounty("A", "A4", 5);
  const PublicCells cells = province.Plan();
  EXPECT_TRUE(cells.Withholds(province.Of("A1"), 0));
  EXPECT_TRUE(cells.Withholds(province.Of("A3"), 0));
  EXPECT_FALSE(cells.Withholds(province.Of("A2"), 0));
  EXPECT_FALSE(cells.Withholds(province.Of("A4"), 0));
  EXPECT_FALSE(cells.Withholds(province.OfCity("A"), 0));
}

TEST(PublicCells, TwoSmallCountiesOfOneSchoolEachNeedAThird) {
  // Either school could take its own figure off the sum of both.
  Province province;
  province.AddCounty("A", "A1", 1);
  province.AddCounty("A", "A2", 1);
  province.AddCounty("A", "A3", 4);
  province.AddCounty("A", "A4", 5);
  const PublicCells cells = province.Plan();
  EXPECT_TRUE(cells.Withholds(province.Of("A3"), 0));
  EXPECT_FALSE(cells.Withholds(province.Of("A4"), 0));
}

TEST(PublicCells, WithholdsTheCityWhereItHasNoOtherCounty) {
  Province province;
  province.AddCounty("A", "A1", 2);
  province.AddCounty("B", "B1", 4);
  province.AddCounty("C", "C1", 5);
  const PublicCells cells = province.Plan();
  EXPECT_TRUE(cells.Withholds(province.OfCity("A"), 0));
  EXPECT_TRUE(cells.Withholds(province.OfCity("B"), 0));
  EXPECT_FALSE(cells.Withholds(province.OfCity("C"), 0));
  EXPECT_FALSE(cells.Withholds(province.All(), 0));
}

TEST(PublicCells, SchoolsOfACityItselfAreProtectedWithoutBeingTold) {
  // Told are the city and its counties, and they give the two other schools.
  Province province;
  province.AddCounty("A", "", 2);
  province.AddCounty("A", "A1", 4);
  province.AddCounty("A", "A2", 5);
  province.AddCounty("B", "B1", 4);
  const PublicCells cells = province.Plan();
  EXPECT_TRUE(cells.Withholds(province.Of(""), 0));
  EXPECT_TRUE(cells.Withholds(province.Of("A1"), 0));
  EXPECT_FALSE(cells.Withholds(province.Of("A2"), 0));
}

TEST(PublicCells, AGroupThatNobodyIsToldIsOnlyToldWhereItFollows) {
  Province province;
  province.AddCounty("A", "A1", 4);
  province.AddCounty("A", "A2", 5);
  province.AddCounty("A", "A3", 6);
  province.AddCounty("B", "B1", 4);
  const PublicCells cells = province.Plan();
  Schools two = province.Of("A1");
  for (const std::size_t school : province.Of("A2")) two.push_back(school);
  EXPECT_FALSE(cells.Withholds(two, 0));
  two.pop_back();
  EXPECT_TRUE(cells.Withholds(two, 0));
  EXPECT_TRUE(cells.Withholds({0}, 0));
}

TEST(PublicCells, BlanksAreNoSchools) {
  Province province;
  province.AddCounty("A", "A1", 3);
  province.AddCounty("A", "A2", 5);
  province.AddCounty("A", "A3", 5);
  province.measure.figures[0].reset();
  EXPECT_TRUE(province.Plan().Withholds(province.Of("A1"), 0));
  province.measure.figures[1].reset();
  province.measure.figures[2].reset();
  EXPECT_FALSE(province.Plan().Withholds(province.Of("A1"), 0));
}

TEST(PublicCells, APartIsNotTheRestOfItsWhole) {
  Province province;
  province.AddCounty("A", "A1", 5);
  province.AddCounty("A", "A2", 5);
  PublicMeasure girls = province.measure;
  PublicMeasure boys = province.measure;
  PublicMeasure pupils = province.measure;
  for (std::size_t i = 0; i < 10; ++i) {
    *pupils.figures[i] = *girls.figures[i] + *boys.figures[i];
  }
  for (std::size_t i = 0; i < 3; ++i) girls.figures[i].reset();
  for (std::size_t i = 0; i < 3; ++i) *pupils.figures[i] = *boys.figures[i];
  MeasureTies ties;
  ties.sums.push_back({0, {1, 2}});
  const auto cells =
      PublicCells::Plan(province.schools, {pupils, girls, boys}, ties);
  const Schools county = province.Of("A1");
  EXPECT_TRUE(cells.Withholds(county, 1));
  EXPECT_TRUE(cells.Withholds(county, 0) || cells.Withholds(county, 2));
}

TEST(PublicCells, ARatioOfFewerSchoolsIsNotToldByItsInputs) {
  // Growth of the one school that has a figure of last year: the total of all
  // does not tell it, and need not be withheld.
  Province province;
  province.AddCounty("A", "A1", 5);
  PublicMeasure growth = {false, province.measure.figures};
  for (std::size_t i = 1; i < 5; ++i) growth.figures[i].reset();
  MeasureTies ties;
  ties.formulas.push_back({1, {0}});
  const auto cells =
      PublicCells::Plan(province.schools, {province.measure, growth}, ties);
  EXPECT_FALSE(cells.Withholds(province.All(), 0));
  EXPECT_TRUE(cells.Withholds(province.All(), 1));
}

TEST(PublicCells, ARatioGoesWithItsInputs) {
  Province province;
  province.AddCounty("A", "A1", 2);
  province.AddCounty("A", "A2", 4);
  province.AddCounty("A", "A3", 5);
  PublicMeasure ratio = {false, province.measure.figures};
  MeasureTies ties;
  ties.formulas.push_back({2, {0, 1}});
  const auto cells = PublicCells::Plan(
      province.schools, {province.measure, province.measure, ratio}, ties);
  for (const std::size_t measure : {0U, 1U, 2U}) {
    EXPECT_TRUE(cells.Withholds(province.Of("A1"), measure)) << measure;
    EXPECT_TRUE(cells.Withholds(province.Of("A2"), measure)) << measure;
    EXPECT_FALSE(cells.Withholds(province.Of("A3"), measure)) << measure;
  }
}

}  // namespace
}  // namespace nianbao::metrics
