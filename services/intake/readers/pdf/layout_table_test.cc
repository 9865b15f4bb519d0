// Tables from word boxes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/intake/readers/pdf/test_pages.h"

namespace nianbao::intake {
namespace {

using ::testing::ElementsAre;

std::string FullSentence() {
  std::string line = FullLine();
  return line.replace(line.size() - 3, 3, "。");
}

// The blocks after a heading and a full line that shows the margins.
std::vector<std::string> Tables(const TestPage& page) {
  TestPage whole = page;
  whole.Line(0, "一、概况").Line(1, FullSentence());
  auto shown = Shown(DocumentOf({whole}));
  shown.erase(shown.begin(), shown.begin() + 2);
  return shown;
}

TestPage& Row(TestPage& page, double line,
              const std::vector<std::string>& cells) {
  double middle = 150;
  for (const std::string& cell : cells) {
    if (!cell.empty()) page.Centre(middle, line, cell);
    middle += 100;
  }
  return page;
}

TEST(LayoutTable, CellsFallIntoColumns) {
  TestPage page;
  page.Centre(300, 2, "表1 学生情况");
  Row(page, 3, {"项目", "2020年", "2021年"});
  Row(page, 4, {"在校生数", "3612", "3686"});
  Row(page, 5, {"毕业生数", "1094", "1176"});
  EXPECT_THAT(Tables(page), ElementsAre("表1 学生情况",
                                        "表1 学生情况:\n项目|2020年|2021年\n"
                                        "在校生数|3612|3686\n"
                                        "毕业生数|1094|1176"));
}

TEST(LayoutTable, BlankCellsStayBlank) {
  TestPage page;
  Row(page, 3, {"项目", "2020年", "2021年"});
  Row(page, 4, {"在校生数", "", "3686"});
  Row(page, 5, {"毕业生数", "1094", ""});
  Row(page, 6, {"招生数", "1263", "1312"});
  EXPECT_THAT(Tables(page), ElementsAre("项目|2020年|2021年\n"
                                        "在校生数||3686\n"
                                        "毕业生数|1094|\n"
                                        "招生数|1263|1312"));
}

TEST(LayoutTable, WrappedCellsKeepTheirRows) {
  TestPage page;
  Row(page, 3, {"项目", "2020年", "2021年"});
  Row(page, 4, {"中高职一体化"});
  Row(page, 4.5, {"", "1083", "1168"});
  Row(page, 5, {"学生数"});
  Row(page, 6, {"毕业生数", "1094", "1176"});
  EXPECT_THAT(Tables(page), ElementsAre("项目|2020年|2021年\n"
                                        "中高职一体化学生数|1083|1168\n"
                                        "毕业生数|1094|1176"));
}

TEST(LayoutTable, WrappedCellsOfRowsThatBeginAtOneHeightKeepTheirRows) {
  TestPage page;
  Row(page, 3, {"项目", "2020年", "2021年"});
  Row(page, 4, {"中高职一体化", "1083", "1168"});
  Row(page, 5, {"学生数"});
  Row(page, 6, {"毕业生数", "1094", "1176"});
  EXPECT_THAT(Tables(page), ElementsAre("项目|2020年|2021年\n"
                                        "中高职一体化学生数|1083|1168\n"
                                        "毕业生数|1094|1176"));
}

TEST(LayoutTable, ColumnWhoseCellsAreAllWrappedIsFound) {
  TestPage page;
  Row(page, 3, {"序号", "专业", "人数", "比例"});
  Row(page, 4, {"", "数控技术"});
  Row(page, 4.5, {"1", "", "173", "12%"});
  Row(page, 5, {"", "应用"});
  Row(page, 6, {"", "模具制造"});
  Row(page, 6.5, {"2", "", "86", "7%"});
  Row(page, 7, {"", "技术"});
  EXPECT_THAT(Tables(page), ElementsAre("序号|专业|人数|比例\n"
                                        "1|数控技术应用|173|12%\n"
                                        "2|模具制造技术|86|7%"));
}

TEST(LayoutTable, YearsThatBreakOffInHeadsAreNoFigures) {
  TestPage page;
  Row(page, 3, {"", "2020", "2021"});
  Row(page, 3.5, {"项目"});
  Row(page, 4, {"", "年", "年"});
  Row(page, 5, {"在校生数", "3612", "3686"});
  Row(page, 6, {"毕业生数", "1094", "1176"});
  EXPECT_THAT(Tables(page), ElementsAre("项目|2020年|2021年\n"
                                        "在校生数|3612|3686\n"
                                        "毕业生数|1094|1176"));
}

TEST(LayoutTable, NamesOfRowsBesideGroupsKeepTheirRows) {
  TestPage page;
  page.Centre(250, 3, "学生情况").Centre(350, 3, "2020年");
  page.Centre(450, 3, "2021年");
  Row(page, 4, {"招生规模", "", "1263", "1312"});
  Row(page, 5, {"在校生数", "", "3612", "3686"});
  Row(page, 6, {"", "升学班", "2742", "2911"});
  Row(page, 7, {"学生结构", "一体化", "1083", "1168"});
  Row(page, 8, {"", "就业班", "870", "775"});
  Row(page, 9, {"巩固率", "", "97%", "98%"});
  EXPECT_THAT(Tables(page), ElementsAre("|学生情况|2020年|2021年\n"
                                        "招生规模||1263|1312\n"
                                        "在校生数||3612|3686\n"
                                        "学生结构/3x1|升学班|2742|2911\n"
                                        "一体化|1083|1168\n"
                                        "就业班|870|775\n"
                                        "巩固率||97%|98%"));
}

TEST(LayoutTable, NameBetweenTwoRowsOfFiguresIsOfBoth) {
  TestPage page;
  Row(page, 3, {"序号", "指标", "单位", "2021年"});
  Row(page, 4, {"1", "专业数", "个", "9"});
  Row(page, 5, {"2", "", "门", "286"});
  Row(page, 5.5, {"", "课程总数"});
  Row(page, 6, {"", "", "学时", "24680"});
  Row(page, 7, {"3", "教师数", "人", "232"});
  EXPECT_THAT(Tables(page), ElementsAre("序号|指标|单位|2021年\n"
                                        "1|专业数|个|9\n"
                                        "2|课程总数/2x1|门|286\n"
                                        "|学时|24680\n"
                                        "3|教师数|人|232"));
}

TEST(LayoutTable, HeadsOfWrappedNarrowColumnsStayOverThem) {
  TestPage page;
  page.Centre(400, 3, "就业率(%)");
  page.Centre(150, 3.3, "序").Centre(250, 3.8, "专业").Centre(150, 4.4, "号");
  Row(page, 4.8, {"", "", "2020年", "2021年"});
  Row(page, 6, {"1", "会计事务", "99.04", "100"});
  Row(page, 7, {"2", "工艺美术", "98.2", "99.9"});
  EXPECT_THAT(Tables(page), ElementsAre("序|专业/2x1|就业率(%)/1x2\n"
                                        "号|2020年|2021年\n"
                                        "1|会计事务|99.04|100\n"
                                        "2|工艺美术|98.2|99.9"));
}

TEST(LayoutTable, MergedHeadsCoverTheColumnsBelowThem) {
  TestPage page;
  page.Centre(300, 3, "就业率(%)").Centre(450, 3, "起薪");
  page.Centre(150, 3.5, "专业");
  Row(page, 4, {"", "2020年", "2021年", "2021年"});
  Row(page, 5, {"会计事务", "99.04", "100", "3240"});
  Row(page, 6, {"工艺美术", "98.2", "99.97", "3130"});
  EXPECT_THAT(Tables(page), ElementsAre("专业/2x1|就业率(%)/1x2|起薪\n"
                                        "2020年|2021年|2021年\n"
                                        "会计事务|99.04|100|3240\n"
                                        "工艺美术|98.2|99.97|3130"));
}

TEST(LayoutTable, GroupsInTheMiddleOfTheirRowsSpanThem) {
  TestPage page;
  Row(page, 3, {"学部", "专业", "人数"});
  Row(page, 4, {"", "会计事务", "129"});
  Row(page, 4.5, {"商贸学部"});
  Row(page, 5, {"", "电子商务", "131"});
  Row(page, 6, {"", "数控技术", "173"});
  Row(page, 7, {"制造学部", "机电技术", "137"});
  Row(page, 8, {"", "模具制造", "86"});
  EXPECT_THAT(Tables(page), ElementsAre("学部|专业|人数\n"
                                        "商贸学部/2x1|会计事务|129\n"
                                        "电子商务|131\n"
                                        "制造学部/3x1|数控技术|173\n"
                                        "机电技术|137\n"
                                        "模具制造|86"));
}

TEST(LayoutTable, GroupsBesideTheirFirstRowsLeaveTheRestBlank) {
  TestPage page;
  Row(page, 3, {"学部", "专业", "人数"});
  Row(page, 4, {"商贸学部", "会计事务", "129"});
  Row(page, 5, {"", "电子商务", "131"});
  Row(page, 6, {"制造学部", "数控技术", "173"});
  Row(page, 7, {"", "机电技术", "137"});
  EXPECT_THAT(Tables(page), ElementsAre("学部|专业|人数\n"
                                        "商贸学部|会计事务|129\n"
                                        "|电子商务|131\n"
                                        "制造学部|数控技术|173\n"
                                        "|机电技术|137"));
}

TEST(LayoutTable, TableOverPagesIsOneAndItsHeadStandsOnce) {
  TestPage first;
  first.Line(0, "一、概况").Line(1, FullSentence());
  Row(first, 40, {"项目", "2020年", "2021年"});
  Row(first, 41, {"在校生数", "3612", "3686"});
  Row(first, 42, {"毕业生数", "1094", "1176"});
  TestPage second;
  Row(second, 0, {"项目", "2020年", "2021年"});
  Row(second, 1, {"招生数", "1263", "1312"});
  second.Line(3, FullSentence());
  const auto document = DocumentOf({first, second});
  EXPECT_EQ(Shown(document)[2],
            "项目|2020年|2021年\n"
            "在校生数|3612|3686\n"
            "毕业生数|1094|1176\n"
            "招生数|1263|1312");
  const auto& table = document.blocks(2).table();
  EXPECT_EQ(table.rows(2).cells(1).runs(0).place().page(), 1);
  EXPECT_EQ(table.rows(3).cells(1).runs(0).place().page(), 2);
}

TEST(LayoutTable, TextBelowATableIsNoCell) {
  TestPage page;
  Row(page, 3, {"项目", "2020年", "2021年"});
  Row(page, 4, {"在校生数", "3612", "3686"});
  Row(page, 5, {"毕业生数", "1094", "1176"});
  page.Line(6, "1.2 教师").Line(7, "教师232人。", true);
  EXPECT_THAT(Tables(page), ElementsAre("项目|2020年|2021年\n"
                                        "在校生数|3612|3686\n"
                                        "毕业生数|1094|1176",
                                        "# 1.2 教师", "教师232人。"));
}

TEST(LayoutTable, CaptionBetweenTablesPartsThem) {
  TestPage page;
  Row(page, 3, {"项目", "2020年", "2021年"});
  Row(page, 4, {"在校生数", "3612", "3686"});
  page.Centre(300, 5, "表2 教师");
  Row(page, 6, {"项目", "2020年", "2021年"});
  Row(page, 7, {"专任教师", "226", "232"});
  EXPECT_THAT(Tables(page),
              ElementsAre("项目|2020年|2021年\n在校生数|3612|3686", "表2 教师",
                          "表2 教师:\n项目|2020年|2021年\n专任教师|226|232"));
}

TEST(LayoutTable, FiguresThatTouchTheirNeighboursAreParted) {
  TestPage page;
  page.Put(100, 3, "专业").Put(190, 3, "人数").Put(260, 3, "比例");
  page.Put(100, 4, "数控技术应用").Put(195, 4, "173").Put(260, 4, "12%");
  page.Put(100, 5, "汽车运用与维修九").Put(185, 5, "19173").Put(260, 5, "7%");
  EXPECT_THAT(Tables(page), ElementsAre("专业|人数|比例\n"
                                        "数控技术应用|173|12%\n"
                                        "汽车运用与维修九|19173|7%"));
}

}  // namespace
}  // namespace nianbao::intake
