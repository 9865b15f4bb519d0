// Tables of Excel workbooks.

#include "services/intake/readers/sheet/workbook_reader.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/core/errors.h"
#include "services/intake/readers/package/test_files.h"
#include "services/intake/readers/reader.h"

namespace nianbao::intake {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> Read(const std::string& xml,
                              const TestParts& parts = {}) {
  const auto document =
      ReadFile("a.xlsx", MakeXlsx({{"Sheet1", xml, "visible"}}, parts));
  EXPECT_TRUE(document.ok()) << document.status();
  return document.ok() ? Shown(*document) : std::vector<std::string>();
}

std::string MessageOf(const std::string& xml) {
  return std::string(
      ReadFile("a.xlsx", MakeXlsx({{"学生", xml, ""}})).status().message());
}

std::string Merges(const std::vector<std::string>& ranges) {
  std::string xml = "<mergeCells>";
  for (const std::string& range : ranges) {
    xml += "<mergeCell ref=\"" + range + "\"/>";
  }
  return xml + "</mergeCells>";
}

TEST(ReadWorkbook, ShowsNumbersAsTheirFormatsPrintThem) {
  const TestParts parts = {
      {"sharedStrings",
       "<si><t>项目</t></si><si><r><t>护</t></r><r><rPr/><t>理</t></r><rPh><t>"
       "hl</t></rPh></si>"},
      {"styles",
       "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0&quot;人&quot;\"/>"
       "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf "
       "numFmtId=\"164\"/><xf numFmtId=\"31\"/></cellXfs>"}};
  EXPECT_THAT(
      Read("<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>数"
           "</t></is></c></row><row><c t=\"s\"><v>1</v></c><c s=\"1\"><v>"
           "0.36189999999999999</v></c></row><row><c t=\"str\"><f>A1</f><v>会计"
           "</v></c><c s=\"2\"><f>B1</f><v>12</v></c></row><row><c t=\"b\"><v>1"
           "</v></c><c t=\"e\"><v>#DIV/0!</v></c></row><row><c t=\"inlineStr\">"
           "<is><t>日</t></is></c><c s=\"3\"><v>44440</v></c></row>"
           "</sheetData>",
           parts),
      ElementsAre("!项目|数", "|护理|36.19%", "|会计|12.0人", "|TRUE|#DIV/0!",
                  "|日|2021年9月1日"));
}

TEST(ReadWorkbook, TellsBlankFromZero) {
  EXPECT_THAT(
      Read(Rows({{"项", "数", "注"}, {"甲", "=0", ""}, {"乙", "", "无"}})),
      ElementsAre("!项|数|注", "|甲|0|", "|乙||无"));
}

TEST(ReadWorkbook, TakesTheLineAboveAsCaptionAndNotesBelow) {
  EXPECT_THAT(Read(Rows({{"一、学生"},
                         {"表1 在校生"},
                         {"专业", "人数"},
                         {"护理", "=40"},
                         {"注：不含短训。"}}) +
                   Merges({"A2:B2"})),
              ElementsAre("#2 一、|学生", "[caption] 表1 在校生", "!专业|人数",
                          "|护理|40", "注：不含短训。"));
}

TEST(ReadWorkbook, ResolvesMergedHeadsOfSeveralRows) {
  EXPECT_THAT(Read(Rows({{"专业", "就业率", "", "备注"},
                         {"", "2020年", "2021年", ""},
                         {"护理", "=98", "=99", ""},
                         {"合计", "=97", "=96", "无"}}) +
                   Merges({"A1:A2", "B1:C1", "D1:D2"})),
              ElementsAre("!专业^2|就业率<2|备注^2", "!2020年|2021年",
                          "|护理|98|99|", "|合计|97|96|无"));
}

TEST(ReadWorkbook, KeepsAHeadThatCoversOnlySomeColumns) {
  EXPECT_THAT(Read(Rows({{"", "学生数", ""},
                         {"专业", "男", "女"},
                         {"护理", "=2", "=38"}}) +
                   Merges({"B1:C1"})),
              ElementsAre("!|学生数<2", "!专业|男|女", "|护理|2|38"));
}

TEST(ReadWorkbook, SplitsTablesAtBlankRows) {
  EXPECT_THAT(Read(Rows({{"专业", "人数"},
                         {"护理", "=40"},
                         {},
                         {"会计", "=45"},
                         {},
                         {"表2 教师"},
                         {"职称", "人数"},
                         {"高级", "=62"},
                         {"图书"},
                         {"类", "册"},
                         {"纸质", "=900"}})),
              ElementsAre("!专业|人数", "|护理|40", "|会计|45",
                          "[caption] 表2 教师", "!职称|人数", "|高级|62",
                          "[caption] 图书", "!类|册", "|纸质|900"));
}

TEST(ReadWorkbook, KeepsGroupRowsInTheirTable) {
  EXPECT_THAT(
      Read(Rows(
          {{"专业", "人数"}, {"护理", "=40"}, {"机电部"}, {"数控", "=45"}})),
      ElementsAre("!专业|人数", "|护理|40", "|机电部|", "|数控|45"));
}

TEST(ReadWorkbook, SplitsTablesSideBySideButNotAtSpacers) {
  EXPECT_THAT(Read(Rows({{"专业", "人数", "", "职称", "人数"},
                         {"护理", "=40", "", "高级", "=62"},
                         {"会计", "=45", "", "中级", "=70"}})),
              ElementsAre("!专业|人数", "|护理|40", "|会计|45", "!职称|人数",
                          "|高级|62", "|中级|70"));
  EXPECT_THAT(Read(Rows({{"专业", "", "男", "女"}, {"护理", "", "=2", "=38"}})),
              ElementsAre("!专业|男|女", "|护理|2|38"));
}

TEST(ReadWorkbook, NamesSheetsAndStatesWhatIsHidden) {
  const std::string hidden =
      "<cols><col min=\"3\" max=\"16384\" hidden=\"1\"/></cols><sheetData>"
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c "
      "r=\"C1\"><v>3</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>4"
      "</v></c></row><row r=\"3\" hidden=\"1\"><c r=\"A3\"><v>4</v></c></row>"
      "<row r=\"4\"><c r=\"A4\"><f>A1</f></c></row></sheetData>";
  const auto document = ReadFile(
      "a.xlsx", MakeXlsx({{"学生", hidden, "visible"},
                          {"旧表", Rows({{"=1"}}), "hidden"},
                          {"Sheet3", Rows({{"项", "数"}, {"甲", "=5"}}), ""}}));
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_THAT(
      Shown(*document),
      ElementsAre(
          "#1 |学生", "|1|2", "[note] 工作表“学生”的隐藏行 2–3 没有读取。",
          "[note] 工作表“学生”的隐藏列 C 没有读取。",
          "[note] 工作表“学生”的单元格 A4 的公式没有存下结果，没有读取；"
          "请在 Excel 中打开并保存后再提交。",
          "!项|数", "|甲|5", "[note] 工作表“旧表”已隐藏，没有读取。"));
}

TEST(ReadWorkbook, PlacesCellsInTheirTables) {
  const auto document = ReadFile(
      "a.xlsx",
      MakeXlsx(
          {{"Sheet1", Rows({{}, {"", "项", "数"}, {"", "甲", "=5"}}), ""}}));
  ASSERT_TRUE(document.ok());
  const auto& place =
      document->blocks(0).table().rows(1).cells(1).runs(0).place();
  EXPECT_EQ(place.block(), "b1");
  EXPECT_EQ(place.row(), 1);
  EXPECT_EQ(place.column(), 1);
  EXPECT_EQ(place.end(), 1);
}

TEST(ReadWorkbook, RefusesRowsAndCellsThatNoSheetHas) {
  EXPECT_EQ(
      MessageOf("<dimension ref=\"A1:XFD2147483647\"/><sheetData><row "
                "r=\"2147483647\"><c><v>1</v></c></row></sheetData>"),
      "\"a.xlsx\": sheet \"学生\", row 2147483647: a sheet has rows 1 to "
      "1048576; no Word or Excel writes such a file, so it is refused; save "
      "the report again under a new name");
  EXPECT_THAT(MessageOf("<sheetData><row r=\"99999999999\"/></sheetData>"),
              HasSubstr("row 99999999999: "));
  EXPECT_THAT(
      MessageOf("<sheetData><row r=\"1\"><c r=\"XFE1\"/></row></sheetData>"),
      HasSubstr("sheet \"学生\", cell XFE1: no sheet has a cell of that name"));
}

TEST(ReadWorkbook, DoesNotBelieveWhatASheetClaimsOfItsSize) {
  EXPECT_THAT(
      Read("<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\">"
           "<c r=\"A1\" t=\"inlineStr\"><is><t>头</t></is></c><c "
           "r=\"XFD1\"><v>1</v></c></row><row r=\"1048576\"><c "
           "r=\"A1048576\" t=\"inlineStr\"><is><t>尾。</t></is></c></row>"
           "</sheetData>" +
           Merges({"A1:XFC1048575"})),
      ElementsAre("|头|1", "|尾。|"));
}

TEST(ReadWorkbook, RefusesTextsThatAreMissing) {
  EXPECT_THAT(
      MessageOf("<sheetData><row r=\"7\"><c r=\"B7\" t=\"s\"><v>5</v></c></row>"
                "</sheetData>"),
      HasSubstr("sheet \"学生\", B7: the file is cut off or damaged: its text, "
                "number 5, is missing"));
}

TEST(ReadWorkbook, RefusesMoreTextThanCanBeRead) {
  std::string rows = "<sheetData>";
  for (int r = 1; r <= 40; ++r) {
    rows += "<row>";
    for (int c = 0; c < 10; ++c) rows += "<c t=\"s\"><v>0</v></c>";
    rows += "</row>";
  }
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += std::to_string(i);
  const auto document = ReadFile(
      "a.xlsx", MakeXlsx({{"S", rows + "</sheetData>", ""}},
                         {{"sharedStrings", "<si><t>" + text + "</t></si>"}}));
  EXPECT_EQ(core::GetErrorInfo(document.status()).reason, "FILE_TOO_LARGE");
  EXPECT_THAT(std::string(document.status().message()),
              HasSubstr("sheet \"S\", B6: the workbook has more text than can "
                        "be read"));
}

TEST(ReadWorkbook, RefusesAWorkbookThatShowsNothing) {
  const auto document =
      ReadFile("a.xlsx", MakeXlsx({{"S", "<sheetData/>", ""}}));
  EXPECT_EQ(core::GetErrorInfo(document.status()).reason, "NO_TEXT");
}

}  // namespace
}  // namespace nianbao::intake
