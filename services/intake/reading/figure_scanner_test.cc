#include "services/intake/reading/figure_scanner.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/intake/reading/reading_test_base.h"

namespace nianbao::intake {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// "value unit hedge" of every figure.
std::vector<std::string> Figures(const std::string& text) {
  std::vector<std::string> figures;
  for (const Number& number : ScanNumbers(Chars(text), TestLexicon())) {
    if (number.kind != NumberKind::kFigure) continue;
    std::string shown = number.figure.value() + " " + number.figure.unit();
    if (number.figure.hedge() != 0) {
      shown += " " + nianbao::fact::v1::Hedge_Name(number.figure.hedge());
    }
    figures.push_back(shown);
  }
  return figures;
}

TEST(ScanNumbers, ReadsUnitsWithMultipliers) {
  EXPECT_THAT(Figures("建筑面积13.85 万平方米，投入5200万元，图书10.92万册"),
              ElementsAre("13.85 万平方米", "5200 万元", "10.92 万册"));
}

TEST(ScanNumbers, ReadsHedgesOnBothSides) {
  EXPECT_THAT(
      Figures("近5000人，90余人次，3000多平方米，超过50%，80%以上，不足10人"),
      ElementsAre("5000 人 HEDGE_NEARLY", "90 人次 HEDGE_MORE",
                  "3000 平方米 HEDGE_MORE", "50 % HEDGE_ABOVE",
                  "80 % HEDGE_AT_LEAST", "10 人 HEDGE_BELOW"));
}

TEST(ScanNumbers, CallsPersonsByOneUnit) {
  EXPECT_THAT(Figures("学生12名，教师3位"), ElementsAre("12 人", "3 人"));
}

TEST(ScanNumbers, SharesTheUnitOfACoupledNumber) {
  EXPECT_THAT(Figures("分别提升0.1 和 2 个百分点"),
              ElementsAre("0.1 百分点", "2 百分点"));
  EXPECT_THAT(Figures("提高20-30%。"),
              ElementsAre("20 % HEDGE_AT_LEAST", "30 % HEDGE_AT_MOST"));
  EXPECT_THAT(Figures("甲班和乙班12、15和18人。"),
              ElementsAre("12 人", "15 人", "18 人"));
}

TEST(ScanNumbers, LeavesDatesOrdinalsAndNamesAlone) {
  EXPECT_THAT(Figures("2021年3月23日，〔2004〕22号，2020.12，第11名，19级学生，"
                      "二等奖，表1，5G网络，C1证"),
              IsEmpty());
  EXPECT_THAT(Figures("试点“1+X”证书，落实“三会一课”，《方案（2019-2022）》"),
              IsEmpty());
}

TEST(ScanNumbers, LeavesMeasuresOfNounsAlone) {
  EXPECT_THAT(Figures("90学时培训16人，24小时热线"), ElementsAre("16 人"));
}

TEST(ScanNumbers, ReadsNumberWordsFromTenWithAMeasure) {
  EXPECT_THAT(Figures("千余人参加，二十余次活动，三个专业"),
              ElementsAre("1000 人 HEDGE_MORE", "20 次 HEDGE_MORE"));
}

TEST(ScanNumbers, ReadsSharesInWords) {
  EXPECT_THAT(
      Figures("百分之九十八点五，千分之三，近三成，九成以上"),
      ElementsAre("98.5 %", "3 ‰", "3 成 HEDGE_NEARLY", "9 成 HEDGE_AT_LEAST"));
}

TEST(ScanNumbers, ReadsMixedForms) {
  EXPECT_THAT(Figures("3万2千余册，13万2人，十几万人，五百八十万元"),
              ElementsAre("32000 册 HEDGE_MORE", "132000 人",
                          "100000 人 HEDGE_MORE", "5800000 元"));
}

TEST(ScanNumbers, LeavesTimesAndNumberCodesAlone) {
  EXPECT_THAT(Figures("8:30到岗，电话0570123456，第36-39页，每100名学生"),
              IsEmpty());
}

// 签约12家 was about twelve, and 及以上 of a level bounded what stood behind
// it.
TEST(ScanNumbers, TakesHedgesOnlyWhereTheyAreWordsOfTheirOwn) {
  EXPECT_THAT(Figures("签约12家企业，中级及以上15人，12人以下简称团队"),
              ElementsAre("12 家", "15 人", "12 人"));
}

TEST(ScanNumbers, CarriesMoneyOnWithinASentence) {
  EXPECT_THAT(Figures("总值4826.38万元，今年新添312.5万。受益3.5万，"),
              ElementsAre("4826.38 万元", "312.5 万元", "3.5 万"));
}

TEST(ScanNumbers, TakesABareNumberOnlyAtTheEndOfAClause) {
  EXPECT_THAT(Figures("参训人数239，与258产业园合作"), ElementsAre("239 "));
}

}  // namespace
}  // namespace nianbao::intake
