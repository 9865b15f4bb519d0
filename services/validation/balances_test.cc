#include "services/validation/balances.h"

#include <gmock/gmock.h>

#include "services/validation/count_domains.h"
#include "services/validation/extremes.h"
#include "services/validation/lists.h"
#include "services/validation/other_rates.h"
#include "services/validation/per_person.h"
#include "services/validation/percent_domain.h"
#include "services/validation/products.h"
#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Balances(const std::string& text) {
  return Found(ReportBuilder().Text(text), FindBalances);
}

TEST(Balances, AreWhatCameLessWhatWent) {
  const auto balance = [](const std::string& lead, const std::string& left) {
    return Balances(
        "总收入[100.50万元|学校总收入]，总支出[90.20万元|总支出]，" + lead +
        "[" + left + "万元|结余]。");
  };
  EXPECT_THAT(balance("当年结余", "10.30"),
              ElementsAre("stock_flow consistent 10.30万元 | "
                          "100.5−90.2=10.3万元",
                          "order consistent 90.20万元 | "
                          "90.20万元≤100.50万元"));
  EXPECT_THAT(balance("当年结余", "25.00"),
              ElementsAre("stock_flow contradicted 25.00万元 | "
                          "100.5−90.2=10.3万元"));
  // A slip of the point.
  EXPECT_THAT(balance("结余", "103.0"),
              ElementsAre("stock_flow contradicted 103.0万元 | "
                          "100.5−90.2=10.3万元"));
  // What earlier years left may be in it.
  EXPECT_THAT(balance("结余", "25.00"), IsEmpty());
}

TEST(Balances, KnowWhatWentFromTheSentenceBefore) {
  EXPECT_THAT(Balances("总收入[900万元|学校总收入]，其中项目经费"
                       "[300万元|项目经费]。总支出[880万元|总支出]。结余"
                       "[20万元|结余]。"),
              ElementsAre("stock_flow consistent 20万元 | 900−880=20万元",
                          "order consistent 880万元 | 880万元≤900万元"));
  // What went in another year says nothing.
  EXPECT_THAT(Balances("总收入[900万元|学校总收入]。上年总支出"
                       "[880万元|总支出||2020年]。结余[20万元|结余]。"),
              IsEmpty());
}

TEST(Balances, MayTakeThreeSentences) {
  EXPECT_THAT(Balances("学校收入[9124万元|学校总收入]，其中人员经费"
                       "[4205.7万元|人员经费]。学校总支出"
                       "[9099.6万元|学校总支出]，其中基建支出"
                       "[3000万元|基建支出]。当年结余[24.4万元|结余]。"),
              ElementsAre("stock_flow consistent 24.4万元 | "
                          "9124−9099.6=24.4万元",
                          "order consistent 9099.6万元 | "
                          "9099.6万元≤9124万元"));
}

TEST(Balances, OfAStockWithBothFlowsMustFit) {
  const auto walk = [](const std::string& end) {
    return Balances(
        "2020年末有企业[142家|合作企业数||2020年]，新增"
        "[21家|新增企业]，退出[7家|退出企业]，年末为[" +
        end + "家|合作企业数]。");
  };
  EXPECT_THAT(walk("156"),
              ElementsAre("stock_flow consistent 156家 | 142+21−7=156家"));
  EXPECT_THAT(walk("159"),
              ElementsAre("stock_flow contradicted 159家 | 142+21−7=156家"));
}

TEST(BrokenCounts, AreOfMeansOnly) {
  const auto found = [](const std::string& text) {
    return Found(ReportBuilder().Text(text), FindBrokenCounts);
  };
  EXPECT_THAT(found("学生社团有[61.2人|社团学生数]。"),
              ElementsAre("domain contradicted 61.2人 | "));
  EXPECT_THAT(found("学生社团有[61人|社团学生数]。"), IsEmpty());
  EXPECT_THAT(found("班均学生[41.5人|班均学生数]。"), IsEmpty());
  EXPECT_THAT(found("兼职教师折合[12.5人|兼职教师]。"), IsEmpty());
  EXPECT_THAT(found("培训[1.25万人次|培训人次]。"), IsEmpty());
}

TEST(Extremes, HoldAShareAgainstAHalf) {
  const auto half = [](const std::string& share) {
    return Found(
        ReportBuilder().Text("实践课占[" + share + "%|占比]，高于一半的要求。"),
        FindExtremes);
  };
  EXPECT_THAT(half("54.3"), ElementsAre("order consistent 54.3% | 54.3%≥50%"));
  EXPECT_THAT(half("45.3"),
              ElementsAre("order contradicted 45.3% | 45.3%≥50%"));
}

// 5% may be 5.4%, which is more than 5.3%.
TEST(Extremes, AreRefutedByALargerChangeHoweverItWasRounded) {
  const auto most = [](const std::string& other) {
    return Found(ReportBuilder()
                     .Text("招生增加最多的是护理专业，比上年增加"
                           "[5%|招生变化||||方向=增加]。")
                     .Table(1, {{"专业", "变化"},
                                {"护理", "[5%|招生变化]"},
                                {"会计", "[" + other + "|招生变化]"}}),
                 FindExtremes);
  };
  EXPECT_THAT(most("5.3%"), ElementsAre("order consistent 5% | 5%"));
  EXPECT_THAT(most("5.6%"), ElementsAre("order contradicted 5% | 5.6%"));
}

TEST(Lists, AreClosedByTheRestAndByMadeOf) {
  EXPECT_THAT(
      Found(ReportBuilder().Text("职工[97人|职工]，由教师[84人|教师]和管理人员"
                                 "[15人|管理人员]组成。"),
            FindLists),
      ElementsAre("sum contradicted 97人（84人、15人） | 84+15=99人"));
  EXPECT_THAT(
      Found(ReportBuilder().Text("总收入[100万元|总收入]，其中财政拨款"
                                 "[80万元|财政拨款]，事业收入[12万元|事业收入]"
                                 "，其他收入[18万元|其他收入]。"),
            FindLists),
      ElementsAre("sum contradicted 100万元（80万元、12万元、18万元） | "
                  "80+12+18=110万元"));
}

TEST(OtherRates, OfSurveysPlansAndThoseWhoStayed) {
  const auto rates = [](const std::string& text) {
    return Found(ReportBuilder().Text(text), FindOtherRates);
  };
  EXPECT_THAT(rates("收回有效问卷[1164份|有效问卷]；对学校满意的"
                    "[1118人|满意人数]，满意度为[93.17%|满意度]。"),
              ElementsAre("share contradicted 93.17% | 1118÷1164=96.05%"));
  EXPECT_THAT(rates("学年初有学生[0.24万人|学生]，流失[26人|流失学生]，巩固率"
                    "[98.92%|巩固率]。"),
              ElementsAre("share consistent 98.92% | (2400−26)÷2400=98.92%"));
  EXPECT_THAT(rates("学年初有学生[2411人|学生]，流失[26人|流失学生]，巩固率"
                    "[98.92%|巩固率]。"),
              ElementsAre("share consistent 98.92% | (2411−26)÷2411=98.92%"));
  EXPECT_THAT(rates("计划招生1220人，实际招收新生[1216人|招生数]，计划完成率"
                    "[96.97%|计划完成率]。"),
              ElementsAre("share contradicted 96.97% | 1216÷1220=99.67%"));
}

TEST(PercentDomains, EndAtTheWhole) {
  const auto domain = [](const std::string& label) {
    return Found(ReportBuilder().Text("今年[196.8%|" + label + "]。"),
                 FindPercentDomains);
  };
  EXPECT_THAT(domain("家长满意度"),
              ElementsAre("domain contradicted 196.8% | ≤100%"));
  EXPECT_THAT(domain("培训增长率"), IsEmpty());
  // All that is above the whole lies outside of it, however little.
  EXPECT_THAT(Found(ReportBuilder().Text("今年[超过100%|满意度]。"),
                    FindPercentDomains),
              ElementsAre("domain contradicted 超过100% | ≤100%"));
}

// A column headed 生源比例 held the children themselves: 731 is no percentage
// unless something says so, and the head may be wrong, not the figure.
TEST(PercentDomains, AskWhereNothingPrintsPerCent) {
  const auto domain = [](const std::string& head, const std::string& cell) {
    return Found(
        ReportBuilder().Table(
            1, {{"年份", head}, {"今年", "[" + cell + "|本地生源比例|||%]"}}),
        FindPercentDomains);
  };
  EXPECT_THAT(domain("本地生源比例", "731"),
              ElementsAre("domain undecided 731% | ≤100%"));
  EXPECT_THAT(domain("本地生源比例（%）", "731"),
              ElementsAre("domain contradicted 731% | ≤100%"));
  EXPECT_THAT(domain("本地生源比例", "173.1"),
              ElementsAre("domain contradicted 173.1% | ≤100%"));
}

TEST(Products, AreContradictedAboveWhatAllCanHave) {
  const auto product = [](const std::string& each, const std::string& total) {
    return Found(
        ReportBuilder().Text("[80人|获奖学生]，" + each + "[1500元|标准]，共[" +
                             total + "万元|奖学金]。"),
        FindProducts);
  };
  EXPECT_THAT(product("每人", "15"),
              ElementsAre("product contradicted 15万元 | 80×1500元=12万元"));
  // Not all had the whole year's amount; two years are counted together.
  EXPECT_THAT(product("每人每年", "10"), IsEmpty());
  EXPECT_THAT(product("每人每年", "24"), IsEmpty());
}

TEST(Products, TakeTheAmountForEachFromBehindIt) {
  EXPECT_THAT(Found(ReportBuilder().Text("奖学金共[7人|获奖学生]，[6000元|"
                                         "标准]/生，共[4.2万元|奖学金]。"),
                    FindProducts),
              ElementsAre("product consistent 4.2万元 | 7×6000元=4.2万元"));
}

// The amount for each is told once, further before.
TEST(Products, TakeTheAmountForEachFromBeforeWhereItFits) {
  const auto product = [](const std::string& total) {
    return Found(ReportBuilder().Text(
                     "国家助学金每生[1000元|每生助学金]/学期，学校奖学金"
                     "每生[600元|每生奖学金]；国家助学金[105人|受助"
                     "学生]，共计[" +
                     total + "元|助学金]。"),
                 FindProducts);
  };
  EXPECT_THAT(product("105000"), ElementsAre("product consistent 105000元 | "
                                             "105×1000元=105000元"));
  // Not all had it for one term; the other amount is of something else.
  EXPECT_THAT(product("152000"), IsEmpty());
  EXPECT_THAT(product("63000"), IsEmpty());
}

// The share that the treasury paid of each grant was taken for the whole grant,
// and a right total was called wrong.
TEST(Products, TakeNoPartOfTheAmountForTheAmount) {
  const auto product = [](const std::string& total) {
    return Found(ReportBuilder().Text(
                     "补贴按生均[320元|补贴]安排，[623名|实习学生]共发放[" +
                     total + "万元|补贴]，其中财政生均[200元|财政补贴]。"),
                 FindProducts);
  };
  EXPECT_THAT(
      product("19.94"),
      ElementsAre("product consistent 19.94万元 | 623×320元=19.94万元"));
  EXPECT_THAT(
      product("29.94"),
      ElementsAre("product contradicted 29.94万元 | 623×320元=19.94万元"));
}

}  // namespace
}  // namespace nianbao::validation
