#include "services/validation/quotients.h"

#include <gmock/gmock.h>

#include "services/validation/flows.h"
#include "services/validation/per_head.h"
#include "services/validation/products.h"
#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Ratios, HoldBetweenNamedFigures) {
  const auto ratio = [](const std::string& value) {
    return Found(ReportBuilder().Text("专业课教师[128人|专业课教师]，兼职教师"
                                      "[38人|兼职教师]，与专业课教师之比为[" +
                                      value + "|与专业课教师之比]。"),
                 FindQuotients);
  };
  EXPECT_THAT(ratio("1:3.37"),
              ElementsAre("ratio consistent 1:3.37 | 128÷38=3.37"));
  EXPECT_THAT(ratio("1:3.36"),
              ElementsAre("ratio rounded_differently 1:3.36 | 128÷38=3.37"));
  EXPECT_THAT(ratio("1:2.50"),
              ElementsAre("ratio contradicted 1:2.50 | 128÷38=3.37"));
}

TEST(Ratios, AreLeftAloneWhereANameIsUnknown) {
  EXPECT_THAT(Found(ReportBuilder().Text("兼职教师[38人|兼职教师]，与甲类之比为"
                                         "[1:3|比]。"),
                    FindQuotients),
              IsEmpty());
}

std::vector<std::string> Mean(const std::string& percent) {
  return Found(ReportBuilder()
                   .Text("学业水平平均合格率为[" + percent + "|平均合格率]。")
                   .Table(1, {{"年级", "语文", "数学"},
                              {"19级", "[99.76%|合格率]", "[99.34%|合格率]"},
                              {"18级", "[90.00%|合格率||2020年]", "/"}}),
               FindQuotients);
}

TEST(Means, AreThoseOfTheTableBehindInTheirYear) {
  EXPECT_THAT(Mean("99.55%"),
              ElementsAre("mean consistent 99.55% | (99.76+99.34)÷2=99.55%"));
  EXPECT_THAT(Mean("98.00%"),
              ElementsAre("mean undecided 98.00% | (99.76+99.34)÷2=99.55%"));
}

// A mean that is off in its last place was called wrong.
TEST(Means, MayBeOffInTheLastPlace) {
  EXPECT_THAT(
      Found(ReportBuilder()
                .Text("平均合格率为[99.32%|平均合格率]，2020年为"
                      "[93.00%|平均合格率||2020年]。")
                .Table(1, {{"科目", "2020年", "2021年"},
                           {"甲", "[90.0%|率||2020年]", "[99.10%|率]"},
                           {"乙", "[93.0%|率||2020年]", "[99.40%|率]"},
                           {"丙", "[96.0%|率||2020年]", "[99.51%|率]"}}),
            FindQuotients),
      ElementsAre("mean rounded_differently 99.32% | "
                  "(99.1+99.4+99.51)÷3=99.34%"));
}

TEST(PerHeads, DivideByStudents) {
  const auto per_head = [](const std::string& value) {
    return Found(ReportBuilder()
                     .Text("在校生[4902人|在校生数|students]，2019年"
                           "[4700人|在校生数|students|2019年]。")
                     .Text("总经费[10127.45万元|总经费]，其中财政拨款"
                           "[8244.56万元|财政拨款]，生均财政拨款[" +
                           value + "|生均财政拨款]。"),
                 FindPerHeads);
  };
  EXPECT_THAT(per_head("16818.77元"),
              ElementsAre("per_head consistent 16818.77元 | "
                          "82445600÷4902=16818.77"));
  EXPECT_THAT(per_head("20000.00元"),
              ElementsAre("per_head undecided 20000.00元 | "
                          "82445600÷4902=16818.77"));
  // Made with the students of an earlier year.
  EXPECT_THAT(per_head("17541.62元"),
              ElementsAre("per_head contradicted 17541.62元 | "
                          "82445600÷4902=16818.77"));
}

TEST(PerHeads, LeaveOtherThingsAlone) {
  EXPECT_THAT(Found(ReportBuilder()
                        .Text("在校生[4902人|在校生数|students]。")
                        .Text("总经费[10127.45万元|总经费]，生均公用经费"
                              "[1800.00元|生均公用经费]。"),
                    FindPerHeads),
              IsEmpty());
}

// The mean was held against all students of the school.
TEST(PerHeads, AreOfThePersonsCountedWithTheAmount) {
  const auto aid = [](const std::string& mean) {
    return Found(
        ReportBuilder()
            .Text("在校生[4902人|在校生数|students]，2019年"
                  "[4700人|在校生数|students|2019年]。")
            .Text("免学费[3000人|免学费学生]、[600万元|免学费]，生均[" + mean +
                  "|生均免学费]。"),
        FindPerHeads);
  };
  EXPECT_THAT(aid("2000元"),
              ElementsAre("per_head consistent 2000元 | 6000000÷3000=2000"));
  EXPECT_THAT(aid("1276.60元"), ElementsAre("per_head undecided 1276.60元 | "
                                            "6000000÷3000=2000"));
}

// The amount stands in the text, the figure per student in a table.
TEST(PerHeads, StandInTables) {
  const auto in_table = [](const std::string& value) {
    return Found(ReportBuilder()
                     .Text("财政拨款[3486.25万元|财政拨款收入]，在校生上年"
                           "[2098人|全日制在校生数|students|2020年]，今年"
                           "[2156人|全日制在校生数|students]。")
                     .Table(1, {{"指标", "2021年"},
                                {"年生均财政拨款水平",
                                 "[" + value + "|年生均财政拨款水平|||元]"}}),
                 FindPerHeads);
  };
  EXPECT_THAT(in_table("16169.99"),
              ElementsAre("per_head consistent 16169.99元 | "
                          "34862500÷2156=16169.99"));
  // Made with last year's students.
  EXPECT_THAT(in_table("16617.02"),
              ElementsAre("per_head contradicted 16617.02元 | "
                          "34862500÷2156=16169.99"));
}

// 17.31 books for each were called 17, and 17 was held for an exact count.
TEST(PerHeads, OfThingsAreMeansThatWereRounded) {
  const auto books = [](const std::string& each) {
    return Found(
        ReportBuilder()
            .Text("在校生[3684人|在校生数|students]。")
            .Text("图书[63764册|图书]，生均图书[" + each + "|生均图书]。"),
        FindPerHeads);
  };
  EXPECT_THAT(books("17册"), ElementsAre("per_head consistent 17册 | "
                                         "63764÷3684=17.31"));
  EXPECT_THAT(books("18册"), ElementsAre("per_head rounded_differently 18册 | "
                                         "63764÷3684=17.31"));
}

// 1.2万人 was one and two tenths, and the right total ten thousand times off.
TEST(Products, TakePeopleInTenThousands) {
  EXPECT_THAT(Found(ReportBuilder().Text("受助学生[1.2万人|受助学生]，每人"
                                         "[1000元|标准]，共计"
                                         "[1200万元|受助金额]。"),
                    FindProducts),
              ElementsAre("product consistent 1200万元 | "
                          "12000×1000元=1200万元"));
}

TEST(Ratios, TakePeopleInTenThousands) {
  EXPECT_THAT(Found(ReportBuilder()
                        .Text("在校生[0.4万人|学生]。")
                        .Text("教师[250人|教师]，与学生之比为[1:16|比]。"),
                    FindQuotients),
              ElementsAre("ratio consistent 1:16 | 4000÷250=16"));
}

TEST(Products, AreSoMuchForEach) {
  const auto product = [](const std::string& total) {
    return Found(ReportBuilder().Text("受助学生[168人|受助学生]，每人每年"
                                      "[2000元|每人每年]，共计[" +
                                      total + "|受助金额]。"),
                 FindProducts);
  };
  EXPECT_THAT(product("33.6万元"),
              ElementsAre("product consistent 33.6万元 | 168×2000元=33.6万元"));
  EXPECT_THAT(
      product("336万元"),
      ElementsAre("product contradicted 336万元 | 168×2000元=33.6万元"));
  // Two terms, perhaps.
  EXPECT_THAT(product("67.2万元"), IsEmpty());
}

TEST(Flows, LeadFromOneStockToTheNext) {
  EXPECT_THAT(
      Found(ReportBuilder().Text(
                "图书2020年[84368册|图书||2020年]，清理[5434册|清理]，新购"
                "[8882册|新购]，2021年[87816册|图书]，新增"
                "[3448册|图书变化||||方向=增加]。"),
            FindFlows),
      ElementsAre("stock_flow consistent 87816册 | 84368−5434+8882=87816册",
                  "stock_flow consistent 3448册 | −5434+8882=3448册"));
}

TEST(Flows, MayBeLeftOut) {
  EXPECT_THAT(Found(ReportBuilder().Text(
                        "图书2020年[84368册|图书||2020年]，新购[8882册|新购]，"
                        "2021年[90000册|图书]。"),
                    FindFlows),
              ElementsAre("stock_flow undecided 90000册 | "
                          "84368+8882=93250册"));
}

}  // namespace
}  // namespace nianbao::validation
