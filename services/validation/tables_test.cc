#include <gmock/gmock.h>

#include "services/validation/report_builder.h"
#include "services/validation/table_changes.h"
#include "services/validation/table_splits.h"
#include "services/validation/table_totals.h"

namespace nianbao::validation {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string Cell(const std::string& value, const std::string& unit = "人") {
  return "[" + value + "|人数|||" + unit + "]";
}

TEST(TableTotals, AddUpTheirColumn) {
  const auto totals = [](const std::string& total) {
    return Found(
        ReportBuilder().Table(1, {{"类别", "社团", "学生"},
                                  {"技能", Cell("12", "个"), Cell("486")},
                                  {"文化", Cell("11", "个"), Cell("428")},
                                  {"合计", Cell("23", "个"), total}}),
        FindTableTotals);
  };
  EXPECT_THAT(totals(Cell("914")),
              ElementsAre("table_total consistent 23个 | 12+11=23个",
                          "table_total consistent 914人 | 486+428=914人"));
  EXPECT_THAT(totals(Cell("941")),
              Contains("table_total contradicted 941人 | 486+428=914人"));
  EXPECT_THAT(totals(""), ElementsAre("table_total consistent 23个 | "
                                      "12+11=23个"));
}

TEST(TableTotals, LeaveRatesAndBlanksAlone) {
  EXPECT_THAT(
      Found(ReportBuilder().Table(
                1, {{"专业", "就业率", "平均起薪", "人数"},
                    {"护理", "[99%|率]", Cell("3000", "元"), "/"},
                    {"会计", "[98%|率]", Cell("3200", "元"), Cell("40")},
                    {"合计", "[98.5%|率]", Cell("6000", "元"), Cell("90")}}),
            FindTableTotals),
      IsEmpty());
}

TEST(TableTotals, KnowSubtotalsAndPartsOfRows) {
  EXPECT_THAT(Found(ReportBuilder().Table(1, {{"级", "人数"},
                                              {"甲", Cell("10")},
                                              {"乙", Cell("20")},
                                              {"小计", Cell("30")},
                                              {"丙", Cell("5")},
                                              {"其中：女", Cell("2")},
                                              {"总计", Cell("35")}}),
                    FindTableTotals),
              ElementsAre("table_total consistent 30人 | 10+20=30人",
                          "table_total consistent 35人 | 10+20+5=35人"));
}

TEST(TableTotals, DoNotRefuteAnUnnamedRowOrAPieceOfATable) {
  const std::vector<std::vector<std::string>> rows = {{"甲", Cell("85")},
                                                      {"乙", Cell("52")},
                                                      {"丙", Cell("31")},
                                                      {"丁", Cell("37")}};
  auto unnamed = rows;
  unnamed.insert(unnamed.begin(), {"专业", "人数"});
  unnamed.push_back({"", Cell("200")});
  EXPECT_THAT(Found(ReportBuilder().Table(1, unnamed), FindTableTotals),
              ElementsAre("table_total undecided 200人 | 85+52+31+37=205人"));
  auto piece = rows;
  piece.push_back({"合计", Cell("900")});
  EXPECT_THAT(Found(ReportBuilder().Table(0, piece), FindTableTotals),
              ElementsAre("table_total undecided 900人 | 85+52+31+37=205人"));
}

TEST(TableTotals, JoinATableThatAPageBreakCut) {
  EXPECT_THAT(Found(ReportBuilder()
                        .Table(1, {{"专业", "人数"},
                                   {"甲", Cell("85")},
                                   {"乙", Cell("52")}})
                        .Table(0, {{"丙", Cell("31")}, {"合计", Cell("168")}}),
                    FindTableTotals),
              ElementsAre("table_total consistent 168人 | 85+52+31=168人"));
}

TEST(TableTotals, OfApproximateFiguresAreLeftOpen) {
  EXPECT_THAT(Found(ReportBuilder().Table(1, {{"专业", "人数"},
                                              {"甲", Cell("85")},
                                              {"乙", "[约50人|人数]"},
                                              {"合计", Cell("150")}}),
                    FindTableTotals),
              IsEmpty());
}

TEST(TableTotals, StandInColumnsToo) {
  const auto prizes = [](const std::string& last) {
    return Found(
        ReportBuilder().Table(
            1, {{"级别", "2020年获奖", "一等奖", "二等奖", "2021年合计"},
                {"省级", Cell("17", "项"), Cell("4", "项"), Cell("7", "项"),
                 Cell("11", "项")},
                {"市级", Cell("90", "项"), Cell("26", "项"), Cell("38", "项"),
                 Cell("64", "项")},
                {"校级", Cell("50", "项"), Cell("20", "项"), Cell("30", "项"),
                 last}}),
        FindTableTotals);
  };
  EXPECT_THAT(prizes(Cell("50", "项")),
              ElementsAre("table_total consistent 11项 | 4+7=11项",
                          "table_total consistent 64项 | 26+38=64项",
                          "table_total consistent 50项 | 20+30=50项"));
  EXPECT_THAT(prizes(Cell("55", "项")),
              Contains("table_total contradicted 55项 | 20+30=50项"));
}

TEST(TableTotals, LookPastRepeatedHeads) {
  EXPECT_THAT(
      Found(ReportBuilder().Table(1, {{"专业", "直接", "对口就业"},
                                      {"", "就业", "率（%）"},
                                      {"甲", Cell("24"), Cell("91.67")},
                                      {"专业", "直接", "对口就业"},
                                      {"", "就业", "率（%）"},
                                      {"乙", Cell("36"), Cell("86.11")},
                                      {"合计", Cell("60"), Cell("88.34")}}),
            FindTableTotals),
      ElementsAre("table_total consistent 60人 | 24+36=60人"));
}

TEST(TableSplits, MustMakeUpTheRowAboveInEveryColumn) {
  const auto split = [](const std::string& second) {
    return Found(ReportBuilder().Table(
                     1, {{"序号", "指标", "2020年", "2021年"},
                         {"5", "三次产业就业", Cell("149"), Cell("135")},
                         {"", "其中：第一产业", Cell("14"), Cell("11")},
                         {"", "第二产业", Cell(second), Cell("68")},
                         {"", "第三产业", Cell("59"), Cell("56")},
                         {"6", "其他", Cell("3"), Cell("4")}}),
                 FindTableSplits);
  };
  EXPECT_THAT(split("76"),
              ElementsAre("sum consistent 149人 | 14+76+59=149人",
                          "sum consistent 135人 | 11+68+56=135人"));
  EXPECT_THAT(split("67"),
              Contains("sum contradicted 149人（14人、67人、59人） | "
                       "14+67+59=140人"));
}

TEST(TableSplits, LeaveIncompleteRowsAlone) {
  EXPECT_THAT(
      Found(ReportBuilder().Table(1, {{"序号", "指标", "2020年", "2021年"},
                                      {"5", "示范课堂", Cell("4"), Cell("5")},
                                      {"", "国家级", Cell("0"), Cell("0")},
                                      {"", "省级", Cell("1"), Cell("0")}}),
            FindTableSplits),
      IsEmpty());
}

TEST(TableSplits, MayBeSharesOfAHundred) {
  EXPECT_THAT(
      Found(ReportBuilder().Table(
                1, {{"序号", "指标", "2020年", "2021年"},
                    {"6", "参测人数", Cell("2047"), Cell("2108")},
                    {"", "优秀率", "[9.18%|a]", "[9.77%|a]"},
                    {"", "合格率", "[86.70%|b]", "[85.91%|b]"},
                    {"", "不合格率", "[4.84%|c]", "[4.32%|c]"}}),
            FindTableSplits),
      ElementsAre(
          "sum contradicted 9.18%、86.70%、4.84% | 9.18+86.7+4.84=100.72%",
          "sum consistent 9.77%、85.91%、4.32% | 9.77+85.91+4.32=100%"));
}

// Three shares that were each cut off were called wrong together.
TEST(TableSplits, OfSharesThatWereCutOffAreNotRefuted) {
  const auto split = [](const std::string& last) {
    return Found(
        ReportBuilder().Table(1, {{"序号", "指标", "2020年", "2021年"},
                                  {"6", "参测人数", Cell("2047"), Cell("2108")},
                                  {"", "优秀率", "[9.77%|a]", "[9.76%|a]"},
                                  {"", "合格率", "[85.91%|b]", "[85.90%|b]"},
                                  {"", "不合格率", "[4.32%|c]", last}}),
        FindTableSplits);
  };
  EXPECT_THAT(split("[4.32%|c]"),
              Contains("sum rounded_differently 9.76%、85.90%、4.32% | "
                       "9.76+85.9+4.32=99.98%"));
  EXPECT_THAT(split("[4.25%|c]"),
              Contains("sum contradicted 9.76%、85.90%、4.25% | "
                       "9.76+85.9+4.25=99.91%"));
}

TEST(RowSums, HoldInEveryColumn) {
  const auto sums = [](const std::string& value) {
    return Found(
        ReportBuilder().Table(1, {{"情况", "2020年", "2021年"},
                                  {"在校生", Cell("4852"), Cell("4902")},
                                  {"升学班", Cell("4033"), Cell("4423")},
                                  {"就业班", Cell("819"), Cell(value)}}),
        FindRowSums);
  };
  EXPECT_THAT(sums("479"),
              ElementsAre("sum consistent 4852人 | 4033+819=4852人",
                          "sum consistent 4902人 | 4423+479=4902人"));
  EXPECT_THAT(sums("480"), IsEmpty());
}

std::string Change(const std::string& value, const std::string& unit) {
  return "[" + value + "|人数变化|||" + unit + "]";
}

TEST(TableChanges, AreTheDifferenceOfTheYears) {
  EXPECT_THAT(
      Found(
          ReportBuilder().Table(
              1,
              {{"情况", "2020 年", "2021 年", "变化情况"},
               {"招生", Cell("1691"), Cell("1566"), Change("-125", "人")},
               {"专业课教师", Cell("123"), Cell("128"), Change("+6", "人")},
               {"巩固率", "[95.76%|率]", "[97.47%|率]", Change("1.71%", "%")}}),
          FindTableChanges),
      ElementsAre("table_change consistent -125人 | 1566−1691=-125人",
                  "table_change contradicted +6人 | 128−123=5人",
                  "table_change consistent 1.71% | 97.47−95.76=1.71%"));
}

TEST(TableChanges, MayBeRowsOfGrowth) {
  EXPECT_THAT(
      Found(ReportBuilder().Table(
                1, {{"", "招生", "走读"},
                    {"2018学年", Cell("1120"), Cell("0")},
                    {"2019学年", Cell("1112"), Cell("0")},
                    {"比增", Change("-0.71%", "%"), Change("0.00%", "%")}}),
            FindTableChanges),
      ElementsAre("table_change consistent -0.71% | (1112−1120)÷1120=-0.71%",
                  "table_change undecided 0.00% | "));
}

TEST(TableChanges, NeedTheYearsBesideThem) {
  EXPECT_THAT(Found(ReportBuilder().Table(
                        1, {{"情况", "甲", "乙", "变化"},
                            {"招生", Cell("10"), Cell("20"), Cell("5")}}),
                    FindTableChanges),
              IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation
