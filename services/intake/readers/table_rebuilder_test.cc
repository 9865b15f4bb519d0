#include "services/intake/readers/table_rebuilder.h"

#include "gtest/gtest.h"
#include "services/intake/readers/cell_texts.h"

namespace nianbao::intake {
namespace {

std::vector<std::vector<std::string>> Texts(const std::vector<GridRow>& grid) {
  std::vector<std::vector<std::string>> texts;
  for (const GridRow& row : grid) {
    texts.emplace_back();
    for (const GridCell& cell : row.cells) texts.back().push_back(cell.text);
  }
  return texts;
}

using Rows = std::vector<std::vector<std::string>>;

TEST(IsFigureCell, TakesSignsPercentsRatiosAndShortUnits) {
  for (const char* text : {"4902", "-125", "+50", "97.47%", "18.29:1", "1,234",
                           "12 人", "约120", "近300人", "120余人"}) {
    EXPECT_TRUE(IsFigureCell(text)) << text;
  }
  for (const char* text :
       {"2020 年", "19 级", "/", "1. 护理", "三年", "", "近3年", "约定"}) {
    EXPECT_FALSE(IsFigureCell(text)) << text;
  }
}

TEST(GridOfRows, DropsRulesOfDashes) {
  const auto grid =
      GridOfRows(SplitLines("年级\t合格率\n18级\t99.1\n--\t----\n19级\t98.2"));
  EXPECT_EQ(Texts(grid),
            (Rows{{"年级", "合格率"}, {"18级", "99.1"}, {"19级", "98.2"}}));
}

// A row that a page end had robbed of its leading cells put its figure into a
// column of words, and the figure was lost.
TEST(GridOfRows, MovesARowThatLostCellsToTheFiguresColumn) {
  const auto grid = GridOfRows(
      SplitLines("学部\t专业\t学制\t人数\t院校\n机电\t数控\t三年\t90\t甲\n"
                 "\t机电\t三年\t45\t乙\n三年\t\t90\t\t"));
  EXPECT_EQ(Texts(grid)[3],
            (std::vector<std::string>{"", "三年", "", "90", ""}));
}

TEST(GridOfCells, FindsTheWidthFromThePattern) {
  const auto grid = GridOfCells(SplitLines(
      "\t专业\n\t毕业人数\n\t就业人数\n\t美术\n\t85\n\t13\n\t会计\n\t52\n\t26"
      "\n\t137\n\t39"));
  EXPECT_EQ(Texts(grid), (Rows{{"专业", "毕业人数", "就业人数"},
                               {"美术", "85", "13"},
                               {"会计", "52", "26"},
                               {"", "137", "39"}}));
  EXPECT_EQ(grid[2].cells[1].line, 8);
}

TEST(GridOfCells, SpreadsMergedHeadsOverTheirColumns) {
  const auto grid = GridOfCells(SplitLines(
      "\t招生\n\t其中\n\t本地生源\n\t在校生\n\t其中\n\t全日制\n\t非全日制\n"
      "\t全日制\n\t非全日制\n\t2018学年\n\t8\n\t8\n\t0\n\t7\n\t9\n\t9\n\t0\n"
      "\t2019学年\n\t7\n\t7\n\t0\n\t6\n\t8\n\t8\n\t0"));
  ASSERT_EQ(grid.size(), 4u);
  EXPECT_EQ(Texts(grid)[0],
            (std::vector<std::string>{"", "招生", "其中", "", "本地生源",
                                      "在校生", "其中", ""}));
  EXPECT_EQ(Texts(grid)[1],
            (std::vector<std::string>{"", "", "全日制", "非全日制", "", "",
                                      "全日制", "非全日制"}));
}

TEST(GridOfCells, IsEmptyWhereNothingRepeats) {
  EXPECT_TRUE(
      GridOfCells(SplitLines("\t甲\n\t乙\n\t丙\n\t丁\n\t戊\n\t己")).empty());
}

TEST(MakeTable, MarksHeadsAndTheColumnsThatTheyCover) {
  const auto table = MakeTable(
      GridOfRows(SplitLines("专业\t就业率\t\n\t2020年\t2021年\n护理\t99\t98")),
      "b1");
  EXPECT_EQ(table.header_rows(), 2);
  EXPECT_EQ(table.rows(0).cells(1).column_span(), 2);
  EXPECT_EQ(table.rows(2).cells(1).runs(0).place().line(), 3);
}

TEST(GridOfRowGroups, KeepsBlankCells) {
  const auto grid = GridOfRowGroups(SplitLines(
      "\t项目\n\t2020年\n\t2021年\n\n\t甲\n\t\n\t5\n\n\t\n\t8\n\t9\n"));
  EXPECT_EQ(
      Texts(grid),
      (Rows{{"项目", "2020年", "2021年"}, {"甲", "", "5"}, {"", "8", "9"}}));
  EXPECT_EQ(grid[1].cells[2].line, 7);
}

TEST(GridOfRowGroups, SpreadsMergedHeads) {
  const auto grid = GridOfRowGroups(SplitLines(
      "\t\n\t2020年\n\t2021年\n\n\t\n\t招生\n\t毕业\n\t招生\n\t毕业\n\n"
      "\t护理\n\t1\n\t2\n\t3\n\t4\n"));
  EXPECT_EQ(Texts(grid), (Rows{{"", "2020年", "", "2021年", ""},
                               {"", "招生", "毕业", "招生", "毕业"},
                               {"护理", "1", "2", "3", "4"}}));
}

TEST(GridOfRowGroups, WidensRowsOfMergedCells) {
  const auto grid = GridOfRowGroups(SplitLines(
      "\t类\n\t级\n\t数\n\n\t一、学生\n\n\t甲\n\t省\n\t5\n\n\t合计\n\t9\n"));
  EXPECT_EQ(Texts(grid), (Rows{{"类", "级", "数"},
                               {"一、学生", "", ""},
                               {"甲", "省", "5"},
                               {"合计", "", "9"}}));
}

TEST(GridOfRowGroups, IsEmptyWhereRowsDiffer) {
  EXPECT_TRUE(GridOfRowGroups(SplitLines("\t甲\n\t1\n\n\t乙\n\t2\n\t3\n\n"
                                         "\t丙\n\t4\n"))
                  .empty());
}

// 汽车运用与 / 维修: the rest of the name was read as the name of a row.
TEST(GridOfRows, JoinsNamesThatWereWrapped) {
  const auto grid = GridOfRows(SplitLines(
      "序号\t专业\t人数\n1\t数控技术\t9\n2\t汽车运用与\t8\n\t维修\t\n"
      "3\t证书(含职业资格\t7\n\t证书)获取人数\t"));
  ASSERT_EQ(grid.size(), 4u);
  ASSERT_EQ(grid[2].cells[1].wrapped.size(), 1u);
  EXPECT_EQ(grid[2].cells[1].wrapped[0].text, "维修");
  EXPECT_EQ(grid[2].cells[1].wrapped[0].line, 4);
  const auto table = MakeTable(grid, "b1");
  ASSERT_EQ(table.rows(3).cells(1).runs_size(), 2);
  EXPECT_EQ(table.rows(3).cells(1).runs(1).text(), "证书)获取人数");
  EXPECT_EQ(table.rows(3).cells(1).runs(1).place().begin(), 22);
}

TEST(GridOfRows, LeavesRowsWithoutFiguresAlone) {
  const auto grid = GridOfRows(
      SplitLines("序号\t指标\t数值\n1\t在校生满意度\t95\n2\t毕业生满意度\t\n"
                 "\t其中：应届\t94"));
  EXPECT_EQ(grid.size(), 4u);
}

TEST(CountHeadRows, CountsTheRestOfWrappedHeads) {
  const auto heads = [](const char* lines) {
    return CountHeadRows(GridOfRows(SplitLines(lines)));
  };
  EXPECT_EQ(heads("专业\t毕业生\t对口\n\t（人）\t率\n护理\t9\t8"), 2);
  EXPECT_EQ(heads("项目\t2020\t2021\n社团\t9\t8"), 1);
  // A row without figures is no head.
  EXPECT_EQ(heads("专业\t2020年\t2021年\n护理\t工种取消\t/\n会计\t9\t8"), 1);
}

}  // namespace
}  // namespace nianbao::intake
