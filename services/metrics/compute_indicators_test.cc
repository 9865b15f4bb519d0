#include "services/metrics/compute_indicators.h"

#include <map>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/core/errors.h"
#include "tests/testing/metrics_catalogue.h"

namespace nianbao::metrics {
namespace {

using ::nianbao::fact::v1::Fact;
using ::nianbao::metrics::v1::ComputeIndicatorsResponse;
using ::nianbao::metrics::v1::Gap;
using ::nianbao::testing::MakeFact;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ComputeIndicatorsTest : public ::testing::Test {
 protected:
  ComputeIndicatorsResponse Compute(const std::vector<Fact>& facts) {
    const core::Facts all(facts.begin(), facts.end());
    auto response = ComputeIndicators(*catalogue_, "2021", all);
    EXPECT_TRUE(response.ok()) << response.status();
    return *response;
  }

  // The computed fact of the indicator for the year; an empty one for none.
  static Fact Find(const ComputeIndicatorsResponse& response,
                   const std::string& indicator, int year = 2021) {
    for (const Fact& fact : response.facts()) {
      if (fact.concept_code() == indicator &&
          fact.period() == core::PeriodOfYear(year)) {
        return fact;
      }
    }
    return {};
  }

  static Gap FindGap(const ComputeIndicatorsResponse& response,
                     const std::string& indicator, int year = 2021) {
    for (const Gap& gap : response.gaps()) {
      if (gap.indicator() == indicator &&
          gap.period() == core::PeriodOfYear(year)) {
        return gap;
      }
    }
    return {};
  }

  static std::string ValueOf(const ComputeIndicatorsResponse& response,
                             const std::string& indicator, int year = 2021) {
    return Find(response, indicator, year).figure().value();
  }

  std::unique_ptr<const core::Catalogue> catalogue_ =
      testing::MakeMetricsCatalogue();
};

TEST_F(ComputeIndicatorsTest, MakesAFactThatSaysHowItWasMade) {
  const auto response = Compute({MakeFact("f1", "students", "4902", "人"),
                                 MakeFact("f2", "teachers", "268", "人")});
  const Fact fact = Find(response, "ratio");
  EXPECT_EQ(fact.id(), "m1");
  EXPECT_EQ(fact.label(), "生师比");
  EXPECT_EQ(fact.figure().value(), "18.29:1");
  EXPECT_EQ(fact.figure().text(), "18.29:1");
  EXPECT_EQ(fact.period(), "2021年");
  EXPECT_EQ(fact.origin(), fact::v1::ORIGIN_COMPUTED);
  EXPECT_EQ(fact.fact_class(), fact::v1::FACT_CLASS_OWN);
  EXPECT_EQ(fact.derivation().formula(), "students / teachers");
  EXPECT_THAT(fact.derivation().inputs(), ElementsAre("f1", "f2"));
}

TEST_F(ComputeIndicatorsTest, RoundsHalvesUpToTheIndicatorsDecimals) {
  const auto response = Compute({MakeFact("f1", "club_members", "1", "人"),
                                 MakeFact("f2", "students", "2000", "人")});
  const Fact fact = Find(response, "member_share");
  EXPECT_EQ(fact.figure().value(), "0.1");
  EXPECT_EQ(fact.figure().text(), "0.1%");
  EXPECT_EQ(fact.figure().unit(), "%");
}

TEST_F(ComputeIndicatorsTest, KeepsDerivedInputsExact) {
  // 100 ÷ (10 ÷ 3) is 30; from the rounded ratio 3.33 it would be 30.03.
  const auto response = Compute({MakeFact("f1", "students", "10", "人"),
                                 MakeFact("f2", "teachers", "3", "人"),
                                 MakeFact("f3", "income", "100", "万元")});
  const Fact fact = Find(response, "a_income_per_teacher_student");
  EXPECT_EQ(fact.figure().value(), "30.00");
  EXPECT_THAT(fact.derivation().inputs(),
              ElementsAre("f3", Find(response, "ratio").id()));
}

TEST_F(ComputeIndicatorsTest, ComputesInputsBeforeWhatUsesThem) {
  const auto response = Compute({MakeFact("f1", "students", "10", "人"),
                                 MakeFact("f2", "teachers", "3", "人"),
                                 MakeFact("f3", "income", "100", "万元")});
  std::vector<std::string> ids;
  for (const Fact& fact : response.facts()) {
    for (const std::string& input : fact.derivation().inputs()) {
      if (input[0] == 'm') {
        EXPECT_THAT(ids, Contains(input));
      }
    }
    ids.push_back(fact.id());
  }
  EXPECT_THAT(ids, ElementsAre("m1", "m2"));
}

TEST_F(ComputeIndicatorsTest, ConvertsFiguresToTheIndicatorsUnit) {
  const auto response = Compute({MakeFact("f1", "students", "10", "人"),
                                 MakeFact("f2", "teachers", "1", "名"),
                                 MakeFact("f3", "income", "1230000", "元")});
  EXPECT_EQ(ValueOf(response, "ratio"), "10.00:1");
  EXPECT_EQ(ValueOf(response, "a_income_per_teacher_student"), "12.30");
}

TEST_F(ComputeIndicatorsTest, ComputesEachYearThatTheFactsCoverNewestFirst) {
  const auto response = Compute({MakeFact("f1", "students", "110", "人", 2021),
                                 MakeFact("f2", "students", "100", "人", 2020),
                                 MakeFact("f3", "students", "80", "人", 2019)});
  EXPECT_EQ(ValueOf(response, "growth", 2021), "10.00");
  EXPECT_EQ(ValueOf(response, "growth", 2020), "25.00");
  EXPECT_EQ(Find(response, "growth", 2021).id(), "m1");
  EXPECT_EQ(Find(response, "growth", 2020).id(), "m2");
  EXPECT_THAT(Find(response, "growth", 2020).derivation().inputs(),
              ElementsAre("f2", "f3"));
}

TEST_F(ComputeIndicatorsTest, NamesTheBlankInputOfAGap) {
  const auto response = Compute({MakeFact("f1", "students", "110", "人")});
  const Gap ratio = FindGap(response, "ratio");
  EXPECT_EQ(ratio.reason().zh(), "缺少数据：教师数（2021年）");
  EXPECT_EQ(ratio.reason().en(), "blank: \"Teachers\" (2021)");
  const Gap growth = FindGap(response, "growth");
  EXPECT_EQ(growth.reason().zh(), "缺少数据：在校生数（2020年）");
}

TEST_F(ComputeIndicatorsTest, AZeroDivisorIsAGap) {
  const auto response = Compute({MakeFact("f1", "students", "110", "人"),
                                 MakeFact("f2", "teachers", "0", "人")});
  EXPECT_EQ(FindGap(response, "ratio").reason().zh(), "除数为零");
  EXPECT_EQ(FindGap(response, "ratio").reason().en(), "the divisor is zero");
}

TEST_F(ComputeIndicatorsTest, AFigureOfAnotherUnitIsAGapThatShowsIt) {
  const auto response = Compute({MakeFact("f1", "students", "110", "亩"),
                                 MakeFact("f2", "teachers", "8", "人")});
  EXPECT_EQ(FindGap(response, "ratio").reason().zh(),
            "数据无法使用：在校生数（2021年，写作“110亩”，应以“人”计）");
  EXPECT_THAT(FindGap(response, "ratio").reason().en(),
              HasSubstr("printed \"110亩\""));
}

TEST_F(ComputeIndicatorsTest, CountsBlanksAsZeroWhereTheIndicatorSaysSo) {
  const auto response = Compute({MakeFact("f1", "club_members", "30", "人"),
                                 MakeFact("f2", "students", "90", "人")});
  EXPECT_EQ(ValueOf(response, "members"), "30");
  EXPECT_THAT(Find(response, "members").derivation().inputs(),
              ElementsAre("f1"));
  EXPECT_EQ(ValueOf(response, "member_share"), "33.3");
  const auto blank = Compute({MakeFact("f2", "students", "90", "人")});
  EXPECT_EQ(FindGap(blank, "members").reason().zh(),
            "缺少数据：社团人数（2021年）、校队人数（2021年）");
  EXPECT_EQ(FindGap(blank, "member_share").reason().zh(),
            "缺少数据：社团与校队人数（2021年）");
}

TEST_F(ComputeIndicatorsTest, FallsBackOnAPrintedFigureOfADerivedInput) {
  const auto response = Compute({MakeFact("f1", "ratio", "12.5:1", ""),
                                 MakeFact("f2", "income", "100", "万元")});
  const Fact fact = Find(response, "a_income_per_teacher_student");
  EXPECT_EQ(fact.figure().value(), "8.00");
  EXPECT_THAT(fact.derivation().inputs(), ElementsAre("f2", "f1"));
}

TEST_F(ComputeIndicatorsTest, NoFactsLeaveAGapForEveryIndicator) {
  const auto response = Compute({});
  EXPECT_THAT(response.facts(), IsEmpty());
  EXPECT_EQ(response.gaps_size(), 6);
  EXPECT_EQ(response.attainments_size(), 3);
}

TEST_F(ComputeIndicatorsTest, AStrayFigureOfAnEarlierYearMakesNoGaps) {
  const auto response = Compute({MakeFact("f1", "area", "5", "亩", 2012)});
  for (const Gap& gap : response.gaps()) EXPECT_EQ(gap.period(), "2021年");
}

TEST_F(ComputeIndicatorsTest, TheSameFactsGiveTheSameBytes) {
  const std::vector<Fact> facts = {MakeFact("f1", "students", "110", "人"),
                                   MakeFact("f2", "teachers", "7", "人")};
  EXPECT_EQ(Compute(facts).SerializeAsString(),
            Compute(facts).SerializeAsString());
}

TEST_F(ComputeIndicatorsTest, AnUnknownEditionIsAnErrorThatNamesTheKnownOnes) {
  const auto response = ComputeIndicators(*catalogue_, "1999", {});
  ASSERT_TRUE(absl::IsInvalidArgument(response.status()));
  EXPECT_EQ(std::string(response.status().message()),
            "edition \"1999\" is unknown; use one of: 2021");
  EXPECT_EQ(core::GetErrorInfo(response.status()).reason, "UNKNOWN_EDITION");
}

}  // namespace
}  // namespace nianbao::metrics
