#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/metrics/compute_indicators.h"
#include "tests/testing/metrics_catalogue.h"

namespace nianbao::metrics {
namespace {

using ::nianbao::fact::v1::Fact;
using ::nianbao::metrics::v1::Attainment;
using ::nianbao::testing::MakeFact;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class AttainmentTest : public ::testing::Test {
 protected:
  Attainment Judge(const std::string& standard,
                   const std::vector<Fact>& facts) {
    const core::Facts all(facts.begin(), facts.end());
    const auto response = ComputeIndicators(*catalogue_, "2021", all);
    EXPECT_TRUE(response.ok()) << response.status();
    for (const Attainment& attainment : response->attainments()) {
      if (attainment.standard() == standard) return attainment;
    }
    ADD_FAILURE() << "no attainment of " << standard;
    return {};
  }

  std::unique_ptr<const core::Catalogue> catalogue_ =
      testing::MakeMetricsCatalogue();
};

TEST_F(AttainmentTest, ShowsWhatItWasJudgedOn) {
  const auto attainment =
      Judge("area_at_least", {MakeFact("f1", "area", "63333.33", "平方米")});
  EXPECT_EQ(attainment.state(), Attainment::STATE_ATTAINED);
  EXPECT_EQ(attainment.value(), "63333.33平方米");
  EXPECT_THAT(attainment.facts(), ElementsAre("f1"));
  EXPECT_EQ(attainment.title().zh(), "占地不少于4万平方米");
  EXPECT_EQ(attainment.expression(), "area >= 40000");
  EXPECT_EQ(attainment.certainty(), catalogue::v1::CERTAINTY_DRAFT);
}

TEST_F(AttainmentTest, IsMissedWhereNoTrueValueHolds) {
  const auto attainment =
      Judge("area_at_least", {MakeFact("f1", "area", "39999", "平方米")});
  EXPECT_EQ(attainment.state(), Attainment::STATE_MISSED);
}

TEST_F(AttainmentTest, IsOpenWhereRoundingLeavesItOpen) {
  // 4 万平方米 is anything from 35,000 to 45,000.
  EXPECT_EQ(
      Judge("area_at_least", {MakeFact("f1", "area", "4", "万平方米")}).state(),
      Attainment::STATE_OPEN);
  EXPECT_EQ(
      Judge("area_at_least", {MakeFact("f1", "area", "60", "亩")}).state(),
      Attainment::STATE_OPEN);
  EXPECT_EQ(
      Judge("area_at_least", {MakeFact("f1", "area", "61", "亩")}).state(),
      Attainment::STATE_ATTAINED);
}

TEST_F(AttainmentTest, IsOpenWhereAFigureIsBlank) {
  const auto attainment = Judge("area_at_least", {});
  EXPECT_EQ(attainment.state(), Attainment::STATE_OPEN);
  EXPECT_EQ(attainment.value(), "");
  EXPECT_THAT(attainment.facts(), IsEmpty());
}

TEST_F(AttainmentTest, UsesAComputedFigureWhereNoneIsPrinted) {
  // Exact counts: 20 is exactly attained, however the ratio would be rounded.
  const auto attained =
      Judge("ratio_at_most", {MakeFact("f1", "students", "2000", "人"),
                              MakeFact("f2", "teachers", "100", "人")});
  EXPECT_EQ(attained.state(), Attainment::STATE_ATTAINED);
  EXPECT_EQ(attained.value(), "20.00:1");
  EXPECT_THAT(attained.facts(), ElementsAre("m1"));
  const auto missed =
      Judge("ratio_at_most", {MakeFact("f1", "students", "200001", "人"),
                              MakeFact("f2", "teachers", "10000", "人")});
  EXPECT_EQ(missed.state(), Attainment::STATE_MISSED);
  EXPECT_EQ(missed.value(), "20.00:1");
}

TEST_F(AttainmentTest, PrefersThePrintedFigure) {
  const auto attainment =
      Judge("ratio_at_most", {MakeFact("f1", "students", "2000", "人"),
                              MakeFact("f2", "teachers", "100", "人"),
                              MakeFact("f3", "ratio", "21.5:1", "")});
  EXPECT_EQ(attainment.state(), Attainment::STATE_MISSED);
  EXPECT_EQ(attainment.value(), "21.5:1");
  EXPECT_THAT(attainment.facts(), ElementsAre("f3"));
}

TEST_F(AttainmentTest, AVagueFigureNeverMakesItMissed) {
  Fact fact = MakeFact("f1", "area", "30000", "平方米");
  fact.mutable_figure()->set_hedge(fact::v1::HEDGE_ABOUT);
  EXPECT_EQ(Judge("area_at_least", {fact}).state(), Attainment::STATE_OPEN);
  fact.mutable_figure()->set_value("50000");
  EXPECT_EQ(Judge("area_at_least", {fact}).state(), Attainment::STATE_ATTAINED);
}

TEST_F(AttainmentTest, AStrictStandardIsMissedAtItsLimit) {
  const std::vector<Fact> at_limit = {MakeFact("f1", "students", "1100", "人"),
                                      MakeFact("f2", "teachers", "100", "人")};
  const auto missed = Judge("students_above", at_limit);
  EXPECT_EQ(missed.state(), Attainment::STATE_MISSED);
  EXPECT_EQ(missed.value(), "1200");
  EXPECT_THAT(missed.facts(), ElementsAre("f1", "f2"));
  const auto attained =
      Judge("students_above", {MakeFact("f1", "students", "1101", "人"),
                               MakeFact("f2", "teachers", "100", "人")});
  EXPECT_EQ(attained.state(), Attainment::STATE_ATTAINED);
}

TEST_F(AttainmentTest, OnlyStandardsThatApplyAreJudged) {
  const auto codes = [this](const std::string& region,
                            const std::string& school_class) {
    std::vector<std::string> codes;
    const auto response =
        ComputeIndicators(*catalogue_, "2021", {}, region, school_class);
    EXPECT_TRUE(response.ok()) << response.status();
    for (const Attainment& attainment : response->attainments()) {
      codes.push_back(attainment.standard());
    }
    return codes;
  };
  EXPECT_THAT(codes("", ""), Not(Contains("area_at_least_arts")));
  EXPECT_THAT(codes("", "arts"), Contains("area_at_least_arts"));
  EXPECT_THAT(codes("", "arts"), Not(Contains("area_at_least")));
}

TEST_F(AttainmentTest, LooksAtTheEditionsYearOnly) {
  EXPECT_EQ(
      Judge("area_at_least", {MakeFact("f1", "area", "63333", "平方米", 2020)})
          .state(),
      Attainment::STATE_OPEN);
}

}  // namespace
}  // namespace nianbao::metrics
