// Tables of Word documents.

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/intake/readers/package/test_files.h"
#include "services/intake/readers/reader.h"

namespace nianbao::intake {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Read(const std::string& body) {
  const auto document = ReadFile("a.docx", MakeDocx(Para("一、概况") + body));
  EXPECT_TRUE(document.ok()) << document.status();
  auto shown = Shown(*document);
  shown.erase(shown.begin());
  return shown;
}

std::string Cell(const std::string& content, const std::string& look = "") {
  return "<w:tc><w:tcPr>" + look + "</w:tcPr>" + content + "</w:tc>";
}

std::string Text(const std::string& text, const std::string& look = "") {
  return Cell(Para(text), look);
}

std::string Wide(const std::string& text, int columns) {
  return Text(text, "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>");
}

std::string Row(const std::string& cells, const std::string& look = "") {
  return "<w:tr><w:trPr>" + look + "</w:trPr>" + cells + "</w:tr>";
}

std::string TableOf(const std::vector<int>& widths, const std::string& rows) {
  std::string grid;
  for (const int width : widths) {
    grid += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
  }
  return "<w:tbl><w:tblGrid>" + grid + "</w:tblGrid>" + rows + "</w:tbl>";
}

constexpr char kStart[] = "<w:vMerge w:val=\"restart\"/>";
constexpr char kOn[] = "<w:vMerge/>";

TEST(ReadDocx, ResolvesMergedHeads) {
  const auto document = ReadFile(
      "a.docx",
      MakeDocx(
          Para("一、概况") + Para("表1 就业率") +
          TableOf({1000, 1000, 1000},
                  Row(Text("专业", kStart) + Wide("就业率", 2)) +
                      Row(Text("", kOn) + Text("2020年") + Text("2021年")) +
                      Row(Text("护理") + Text("99%") + Text("98%")))));
  ASSERT_TRUE(document.ok());
  EXPECT_THAT(
      Shown(*document),
      ElementsAre("#1 一、|概况", "[caption] 表1 就业率", "!专业^2|就业率<2",
                  "!2020年|2021年", "|护理|99%|98%"));
  const auto& table = document->blocks(2).table();
  EXPECT_EQ(table.caption(), "表1 就业率");
  EXPECT_EQ(table.column_count(), 3);
  EXPECT_EQ(table.header_rows(), 2);
  EXPECT_EQ(table.rows(1).cells(0).column(), 1);
  const auto& place = table.rows(2).cells(2).runs(0).place();
  EXPECT_EQ(place.block(), "b3");
  EXPECT_EQ(place.row(), 2);
  EXPECT_EQ(place.column(), 2);
}

// LibreOffice writes a column a hair wide wherever borders do not meet.
TEST(ReadDocx, LeavesOutSliverColumns) {
  const std::string rows =
      Row(Wide("专业", 2) + Wide("人数", 2) + Text("备注")) +
      Row(Text("护理") + Wide("40", 2) + Wide("满", 2)) +
      Row(Text("会计") + Text("") + Wide("45", 2) + Text("缺"));
  EXPECT_THAT(Read(TableOf({3000, 12, 2990, 9, 3000}, rows)),
              ElementsAre("!专业|人数|备注", "|护理|40|满", "|会计|45|缺"));
}

TEST(ReadDocx, KeepsNarrowColumnsWithWords) {
  EXPECT_THAT(Read(TableOf({9000, 40, 9000},
                           Row(Text("专业") + Text("级") + Text("数")) +
                               Row(Text("护理") + Text("1") + Text("40")))),
              ElementsAre("!专业|级|数", "|护理|1|40"));
}

TEST(ReadDocx, KeepsAllColumnsOfAWideTable) {
  std::string head;
  std::string data;
  std::vector<int> widths;
  std::string shown = "|";
  for (int i = 0; i < 60; ++i) {
    head += Text("项");
    data += Text("5");
    widths.push_back(150);
    shown += i == 0 ? "5" : "|5";
  }
  const auto lines = Read(TableOf(widths, Row(head) + Row(data)));
  EXPECT_EQ(lines[1], shown);
}

TEST(ReadDocx, CountsMergedFiguresOnce) {
  EXPECT_THAT(
      Read(TableOf(
          {1000, 1000, 1000, 1000},
          Row(Text("类") + Text("专业") + Text("人数") + Text("注")) +
              Row(Text("工", kStart) + Text("数控") + Wide("40", 2)) +
              Row(Text("", kOn) + Text("焊接") + Text("30") + Text("")))),
      ElementsAre("!类|专业|人数|注", "|工^2|数控|40|", "|焊接|30|"));
}

TEST(ReadDocx, TakesMarkedHeadRows) {
  EXPECT_THAT(
      Read(TableOf(
          {1000, 1000, 1000},
          Row(Text("项目") + Text("2020") + Text("2021"), "<w:tblHeader/>") +
              Row(Text("在校生") + Text("4890") + Text("4902")))),
      ElementsAre("!项目|2020|2021", "|在校生|4890|4902"));
}

TEST(ReadDocx, PutsNestedTablesBehindTheirTable) {
  const std::string inner = TableOf({500, 500}, Row(Text("男") + Text("12")));
  EXPECT_THAT(
      Read(TableOf({2000, 2000},
                   Row(Text("项") + Text("数")) +
                       Row(Text("生") + Cell(Para("30") + inner + Para(""))))),
      ElementsAre("!项|数", "|生|30", "|男|12"));
}

TEST(ReadDocx, TakesATableOfOneColumnAsAFrame) {
  EXPECT_THAT(Read(TableOf({9000}, Row(Cell(Para("案例：共12人。") +
                                            Para("第二段。"))))),
              ElementsAre("案例：共12人。", "第二段。"));
}

TEST(ReadDocx, JoinsWrappedCellsAndCountsTheirLists) {
  const std::string numbered =
      "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>";
  const auto document = ReadFile(
      "a.docx",
      MakeDocx(TableOf({900, 900, 900},
                       Row(Text("序号") + Cell(Para("就业") + Para("率")) +
                           Text("数")) +
                           Row(Cell(numbered) + Text("护理") + Text("9")) +
                           Row(Cell(numbered) + Text("会计") + Text("8"))),
               {{"numbering",
                 "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">"
                 "<w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num "
                 "w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"}}));
  ASSERT_TRUE(document.ok());
  EXPECT_THAT(Shown(*document),
              ElementsAre("!序号|就业率|数", "|1|护理|9", "|2|会计|8"));
}

TEST(ReadDocx, DropsDeletedRowsAndCells) {
  EXPECT_THAT(Read(TableOf(
                  {900, 900},
                  Row(Text("项") + Text("数")) +
                      Row(Text("旧") + Text("1"), "<w:del/>") + "<w:ins>" +
                      Row(Text("新") + Text("2")) + "</w:ins>" +
                      Row(Text("再") + Text("9", "<w:cellDel/>") + Text("3")))),
              ElementsAre("!项|数", "|新|2", "|再|3"));
}

TEST(ReadDocx, DropsBlankRowsAtTheEnd) {
  EXPECT_THAT(Read(TableOf({900, 900}, Row(Text("项") + Text("数")) +
                                           Row(Text("甲") + Text("1")) +
                                           Row(Text("") + Text("")))),
              ElementsAre("!项|数", "|甲|1"));
}

TEST(ReadDocx, RefusesTablesWiderThanAnyPage) {
  const std::string body =
      TableOf({}, Row(Wide("a", 900) + Wide("b", 2'000'000'000)) +
                      Row(Text("c") + Text("d")));
  EXPECT_EQ(ReadFile("a.docx", MakeDocx(body)).status().message(),
            "\"a.docx\": a table has more than 1024 columns; hand in the "
            "report alone, in smaller files");
}

}  // namespace
}  // namespace nianbao::intake
