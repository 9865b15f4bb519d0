#include "services/validation/changes.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Changes(const ReportBuilder& report) {
  return Found(report, FindChanges);
}

std::vector<std::string> Changes(const std::string& text) {
  return Changes(ReportBuilder().Text(text));
}

TEST(Changes, FollowFromTheFigureInTheSameClause) {
  EXPECT_THAT(Changes("升学[1409人|升学人数]；比2020年升学"
                      "[931人|升学人数||2020年]增加"
                      "[478人|升学人数变化||||方向=增加]。"),
              ElementsAre("change consistent 478人 | 1409−931=478人"));
  EXPECT_THAT(Changes("就业率[98.89%|就业率]，比上年的[98.35%|就业率||2020年]"
                      "提高[0.54百分点|就业率变化||||方向=提升]。"),
              ElementsAre("change consistent 0.54百分点 | "
                          "98.89−98.35=0.54%"));
}

TEST(Changes, FollowFromLastYearsTable) {
  const auto report = [](const std::string& change) {
    ReportBuilder builder;
    builder
        .Text("教师[16人|专任教师总数|teachers]，比2020年增加[" + change +
              "人|专任教师总数变化||||方向=增加]。")
        .Table(1, {{"指标", "2020年", "2021年"},
                   {"专任教师总数", "[15|专任教师总数|teachers|2020年|人]",
                    "[16|专任教师总数|teachers|2021年|人]"}});
    return builder;
  };
  EXPECT_THAT(Changes(report("1")),
              ElementsAre("change consistent 1人 | 16−15=1人"));
  EXPECT_THAT(Changes(report("3")),
              ElementsAre("change contradicted 3人 | 16−15=1人"));
}

TEST(Changes, GrowFromTheBaseOfTheChangeBefore) {
  const auto checks =
      ChecksOf(ReportBuilder().Text("证书[1036人|证书人数]，比2020年的"
                                    "[962人|证书人数||2020年]增加"
                                    "[74人|证书人数变化||||方向=增加]，增长"
                                    "[7.14%|证书人数变化||||方向=增加]。"),
               FindChanges);
  ASSERT_EQ(checks.size(), 2U);
  EXPECT_EQ(Shown(checks[0]), "change consistent 74人 | 1036−962=74人");
  EXPECT_EQ(Shown(checks[1]),
            "growth contradicted 7.14% | (1036−962)÷962=7.69%");
  EXPECT_EQ(checks[1].message().zh(),
            "变化与两年数字不符：证书人数由962人到1036人，变化写作7.14%；"
            "(1036−962)÷962=7.69%。（第1行）");
}

TEST(Changes, ReadAFigureNamedByItsYearAlone) {
  EXPECT_THAT(
      Changes("证书[742人|证书人数]，2020年为[689人|证书人数||2020年]，增加"
              "[53人|证书人数变化||||方向=增加]，增幅"
              "[7.14%|证书人数变化||||方向=增加]。"),
      ElementsAre("change consistent 53人 | 742−689=53人",
                  "growth contradicted 7.14% | (742−689)÷689=7.69%"));
  EXPECT_THAT(Changes("2020年招生[1088人|招生||2020年]，2021年为[1146人|新生]，"
                      "增长[5.33%|招生变化||||方向=增加]。"),
              ElementsAre("growth consistent 5.33% | "
                          "(1146−1088)÷1088=5.33%"));
}

// 职教高考 has its own change.
TEST(Changes, DoNotShareTheBaseOfAnotherSubject) {
  EXPECT_THAT(Changes("升学[696人|升学人数]，与2020年的[612人|升学人数||2020年]"
                      "相比，总量增加"
                      "[84人|总量变化||||方向=增加]，其中职教高考增加"
                      "[49人|职教高考变化||||方向=增加]。"),
              ElementsAre("change consistent 84人 | 696−612=84人",
                          "change undecided 49人 | "));
}

TEST(Changes, ReadMoreAndFewer) {
  EXPECT_THAT(Changes(ReportBuilder()
                          .Text("招收新生[846人|招生数]，比上年多[34人|多]。")
                          .Table(1, {{"", "2020年"},
                                     {"a", "[812|招生数||2020年|人]"}})),
              ElementsAre("change consistent 34人 | 846−812=34人"));
}

TEST(Changes, GoFromOneFigureToTheOther) {
  EXPECT_THAT(Changes("近视率由[81.46%|近视率||2020年]下降到"
                      "[79.93%|近视率变化||||方向=下降]，下降"
                      "[1.53百分点|近视率变化||||方向=下降]。"),
              ElementsAre("change consistent 1.53百分点 | "
                          "79.93−81.46=-1.53%"));
  EXPECT_THAT(Changes("津贴由[800元|津贴||2020年]提高到[1000元|津贴]，增幅"
                      "[20%|津贴变化||||方向=增加]。"),
              ElementsAre("growth contradicted 20% | (1000−800)÷800=25%"));
}

// A percentage of percentages may be points or relative; both are tried, and
// neither is refuted.
TEST(Changes, ReadAPercentageOfPercentagesBothWays) {
  const auto change = [](const std::string& percent) {
    return "近视率2019年为[85.04%|近视率||2019年]，2020年为"
           "[83.96%|近视率||2020年]，同比下降[" +
           percent + "|近视率变化||2020年||方向=下降]。";
  };
  EXPECT_THAT(Changes(change("1.08%")),
              ElementsAre("change consistent 1.08% | 83.96−85.04=-1.08%"));
  EXPECT_THAT(
      Changes(change("1.27%")),
      ElementsAre("change consistent 1.27% | (83.96−85.04)÷85.04=-1.27%"));
  EXPECT_THAT(Changes(change("5.5%")),
              ElementsAre("change undecided 5.5% | 83.96−85.04=-1.08%"));
}

TEST(Changes, MatchFiguresInTurn) {
  EXPECT_THAT(Changes(ReportBuilder()
                          .Text("素养满意度[99.7%|素养满意度]，技能满意度"
                                "[87%|技能满意度]，分别比去年提升了"
                                "[0.1|素养满意度变化|||百分点|方向=提升]和"
                                "[2百分点|技能满意度变化||||方向=提升]。")
                          .Table(1, {{"", "2020年"},
                                     {"a", "[99.6|素养满意度||2020年|%]"},
                                     {"b", "[85|技能满意度||2020年|%]"}})),
              ElementsAre("change consistent 0.1百分点 | 99.7−99.6=0.1%",
                          "change consistent 2百分点 | 87−85=2%"));
}

// The clause names 升学率 in full, so that it is between its two years.
TEST(Changes, ReadPointsOfTheRateThatTheyName) {
  const auto change = [](const std::string& points) {
    return Changes(
        "升学[802人|升学人数]，升学率[76.09%|升学率]；2020届升学"
        "[741人|升学人数||2020年]，升学率[73.22%|升学率||2020年]。升学人数比"
        "2020届增加[61人|升学人数变化||||方向=增加]，升学率提高[" +
        points + "百分点|升学率变化||||方向=提升]。");
  };
  EXPECT_THAT(change("2.87"),
              Contains("change consistent 2.87百分点 | 76.09−73.22=2.87%"));
  EXPECT_THAT(change("3.92"),
              Contains("change contradicted 3.92百分点 | 76.09−73.22=2.87%"));
}

// People grow by per cent; points that would fit as such are a slip, others
// may be of something else.
TEST(Changes, OfPeopleAreNotInPoints) {
  const auto change = [](const std::string& points) {
    return Changes(
        "在校生[3486人|在校生]，比上年的[3352人|在校生||2020年]增加"
        "[134人|在校生变化||||方向=增加]，增长[" +
        points + "百分点|在校生变化||||方向=增加]。");
  };
  EXPECT_THAT(change("4.00"), Contains("growth contradicted 4.00百分点 | "
                                       "(3486−3352)÷3352=4%"));
  EXPECT_THAT(change("2.50"), Contains("growth undecided 2.50百分点 | "
                                       "(3486−3352)÷3352=4%"));
}

TEST(Changes, MayShortenTheirName) {
  const auto change = [](const std::string& before) {
    return Found(
        ReportBuilder()
            .Text("体育课专任教师[14人|体育课专任教师数|pe]，美育课专任教师"
                  "[10人|美育课专任教师数|arts]，体育教师比上年增加"
                  "[1人|体育教师变化||||方向=增加]。")
            .Table(1,
                   {{"", "2020年"},
                    {"a", "[" + before + "|体育课专任教师数|pe|2020年|人]"}}),
        FindChanges);
  };
  EXPECT_THAT(change("13"), ElementsAre("change consistent 1人 | 14−13=1人"));
  EXPECT_THAT(change("12"), ElementsAre("change contradicted 1人 | 14−12=2人"));
}

TEST(Changes, AreNetOverTheYear) {
  const auto change = [](const std::string& words, const std::string& net) {
    return Found(
        ReportBuilder()
            .Text("新进[9人|新进教师数]，退休[3人|退休教师数]，" + words +
                  "净增[" + net + "人|专任教师变化||||方向=增加]。")
            .Table(1, {{"", "2020年", "2021年"},
                       {"a", "[148|专任教师总数|teachers|2020年|人]",
                        "[154|专任教师总数|teachers||人]"}}),
        FindChanges);
  };
  EXPECT_THAT(change("专任教师", "6"),
              ElementsAre("change consistent 6人 | 154−148=6人"));
  EXPECT_THAT(change("专任教师", "7"),
              ElementsAre("change contradicted 7人 | 154−148=6人"));
  EXPECT_THAT(change("两年来专任教师", "7"), IsEmpty());
}

TEST(Changes, StayOpenWithoutTheEarlierFigure) {
  const auto checks =
      ChecksOf(ReportBuilder().Text("培训[6842人次|培训人次]，比上年增长"
                                    "[14.61%|培训人次变化||||方向=增加]。"),
               FindChanges);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(Shown(checks[0]), "change undecided 14.61% | ");
  EXPECT_EQ(checks[0].reason().zh(), "报告中没有找到比较前的数字。");
}

TEST(Changes, AreNoneWhereNothingIsCompared) {
  EXPECT_THAT(Changes("新增合作企业[8家|合作企业变化||||方向=增加]。"),
              IsEmpty());
}

// Which of several figures changed is not stated.
TEST(Changes, AreNotRefutedOnAGuessedSubject) {
  EXPECT_THAT(
      Changes("专利[18件|专利]，其中发明[2件|发明]，外观[5件|外观]，比上年的"
              "[13件|授权||2020年]增加[9件|授权变化||||方向=增加]。"),
      ElementsAre("change undecided 9件 | 5−13=-8件"));
}

TEST(Changes, AllowAHedgedBase) {
  EXPECT_THAT(Changes("书[1100册|书]，比上年的[约1000册|书||2020年]增加"
                      "[300册|书变化||||方向=增加]。"),
              ElementsAre("change undecided 300册 | 1100−1000=100册"));
}

TEST(Changes, MayBeNone) {
  const auto report = [](const std::string& before) {
    ReportBuilder builder;
    builder.Text("美育教师[29人|美育专任教师数]，没有增加。")
        .Table(1, {{"", "2020年"},
                   {"a", "[" + before + "|美育专任教师数||2020年|人]"}});
    return builder;
  };
  EXPECT_THAT(Changes(report("29")),
              ElementsAre("change consistent 29人 | 29人"));
  EXPECT_THAT(Changes(report("25")),
              ElementsAre("change undecided 29人 | 25人"));
}

}  // namespace
}  // namespace nianbao::validation
