// Paragraphs, headings, lists and notes of Word documents.

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/core/document.h"
#include "services/core/errors.h"
#include "services/intake/readers/package/test_files.h"
#include "services/intake/readers/reader.h"

namespace nianbao::intake {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Read(const std::string& body,
                              const TestParts& parts = {}) {
  // The paragraph in front ends the title page.
  const auto document = ReadFile(
      "a.docx", MakeDocx(Para("年报如下。", "<w:outlineLvl w:val=\"0\"/>") +
                             Para("一、概况") + body,
                         parts));
  EXPECT_TRUE(document.ok()) << document.status();
  auto shown = Shown(*document);
  shown.erase(shown.begin(), shown.begin() + 2);
  return shown;
}

std::string Styled(const std::string& style, const std::string& text) {
  return Para(text, "<w:pStyle w:val=\"" + style + "\"/>");
}

std::string InRun(const std::string& xml) {
  return "<w:p><w:r>" + xml + "</w:r></w:p>";
}

TEST(ReadDocx, JoinsRunsWithTabsAndSpecialCharacters) {
  EXPECT_THAT(
      Read("<w:p><w:r><w:t xml:space=\"preserve\">在校生 </w:t></w:r><w:r>"
           "<w:rPr><w:b/></w:rPr><w:t>4902</w:t><w:t xml:space=\"preserve\"> "
           "</w:t><w:t>人，占 20</w:t><w:noBreakHyphen/><w:t>30%</w:t><w:tab/>"
           "<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym "
           "w:font=\"Symbol\" w:char=\"F0B3\"/><w:softHyphen/><w:t>5。</w:t>"
           "</w:r></w:p>"),
      ElementsAre("在校生 4902 人，占 20-30%\t✓≥5。"));
}

TEST(ReadDocx, DropsWhatNobodySees) {
  EXPECT_THAT(Read(InRun("<w:t>共\u200B12\uFEFF人。&#x1;</w:t>") + InRun("")),
              ElementsAre("共12人。"));
}

TEST(ReadDocx, PlacesRunsInTheirBlocks) {
  const auto document = ReadFile("a.docx", MakeDocx(Para("共12人。")));
  ASSERT_TRUE(document.ok());
  const auto& place = document->blocks(0).paragraph().runs(0).place();
  EXPECT_EQ(place.block(), "b1");
  EXPECT_EQ(place.end(), 11);
  EXPECT_EQ(place.line(), 0);
  EXPECT_EQ(document->source().media_type(),
            "application/vnd.openxmlformats-officedocument.wordprocessingml."
            "document");
}

TEST(ReadDocx, TakesTrackedChangesAsAccepted) {
  EXPECT_THAT(
      Read("<w:p><w:r><w:t>在校生</w:t></w:r><w:del><w:r><w:delText>4900"
           "</w:delText></w:r></w:del><w:ins><w:r><w:t>4902</w:t></w:r></w:ins>"
           "<w:moveFrom><w:r><w:t>走</w:t></w:r></w:moveFrom><w:moveTo><w:r>"
           "<w:t>人。</w:t></w:r></w:moveTo></w:p>"
           "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半，</w:t>"
           "</w:r></w:p>" +
           Para("后半。")),
      ElementsAre("在校生4902人。", "前半，后半。"));
}

TEST(ReadDocx, KeepsTheLastParagraphWhoseEndWasDeleted) {
  EXPECT_THAT(Read("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>"
                   "末段。</w:t></w:r></w:p>"),
              ElementsAre("末段。"));
}

// All text so far was counted again for each paragraph: 270 kB took 20 s.
TEST(ReadDocx, JoinsManyParagraphsWhoseEndsWereDeleted) {
  std::string body;
  for (int i = 0; i < 20'000; ++i) {
    body += "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>" +
            std::to_string(i) + "</w:t><w:br/></w:r></w:p>";
  }
  const auto document = ReadFile("a.docx", MakeDocx(body + Para("末")));
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_EQ(document->blocks_size(), 20'001);
}

TEST(ReadDocx, DropsHiddenText) {
  const TestParts styles = {
      {"styles",
       "<w:style w:styleId=\"h\" w:type=\"character\"><w:rPr><w:vanish/>"
       "</w:rPr></w:style><w:style w:styleId=\"hp\"><w:rPr><w:vanish/></w:rPr>"
       "</w:style>"}};
  EXPECT_THAT(
      Read(
          "<w:p><w:r><w:t>见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏"
          "</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"h\"/></w:rPr><w:t>藏</w:t>"
          "</w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>得。</w:t>"
          "</w:r></w:p>" +
              Styled("hp", "全藏。"),
          styles),
      ElementsAre("见得。"));
}

TEST(ReadDocx, ShowsResultsOfFieldsWithoutTheirInstructions) {
  EXPECT_THAT(
      Read("<w:p><w:r><w:t>见表 </w:t></w:r><w:r><w:fldChar "
           "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF 12 "
           "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/>"
           "</w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar "
           "w:fldCharType=\"end\"/></w:r><w:fldSimple w:instr=\" PAGE \"><w:r>"
           "<w:t>。</w:t></w:r></w:fldSimple><w:hyperlink><w:smartTag><w:r>"
           "<w:t>链。</w:t></w:r></w:smartTag></w:hyperlink></w:p>"),
      ElementsAre("见表 3。链。"));
}

TEST(ReadDocx, MarksTableOfContents) {
  const TestParts styles = {
      {"styles",
       "<w:style w:styleId=\"T1\"><w:name w:val=\"toc 1\"/></w:style>"}};
  const std::string field =
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> TOC \\o "
      "</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>一、概况</w:t>"
      "<w:tab/><w:t>1</w:t></w:r></w:p><w:p><w:r><w:t>二、学生</w:t><w:fldChar "
      "w:fldCharType=\"end\"/></w:r></w:p>";
  const std::string control =
      "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
      "Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" +
      Para("三、教师 5") + "</w:sdtContent></w:sdt>";
  EXPECT_THAT(
      Read(field + Para("正文。") + control + Styled("T1", "四、后勤"), styles),
      ElementsAre("[contents] 一、概况\t1", "[contents] 二、学生", "正文。",
                  "[contents] 三、教师 5", "[contents] 四、后勤"));
}

TEST(ReadDocx, SplitsAtLineBreaksThatEndSentences) {
  EXPECT_THAT(
      Read(InRun("<w:t>第一句。</w:t><w:br/><w:t>第二句共有学生三千二百五十六人"
                 "其中女生一千九百人，</w:t><w:br/><w:t>下半句。</w:t>")),
      ElementsAre("第一句。",
                  "第二句共有学生三千二百五十六人其中女生一千九百人，"
                  "下半句。"));
}

constexpr char kStyles[] =
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name "
    "w:val=\"Normal\"/></w:style>"
    "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr>"
    "<w:numId w:val=\"5\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:styleId=\"2\"><w:name w:val=\"heading 2\"/><w:basedOn "
    "w:val=\"1\"/></w:style>"
    "<w:style w:styleId=\"own\"><w:name w:val=\"我的\"/><w:basedOn "
    "w:val=\"base\"/></w:style>"
    "<w:style w:styleId=\"base\"><w:name w:val=\"基\"/><w:basedOn "
    "w:val=\"own\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>"
    "<w:style w:styleId=\"zh\"><w:name w:val=\"标题 2\"/></w:style>"
    "<w:style w:styleId=\"cap\"><w:name w:val=\"caption\"/></w:style>";

constexpr char kNumbering[] =
    "<w:abstractNum w:abstractNumId=\"0\">"
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
    "w:val=\"chineseCountingThousand\"/><w:pStyle w:val=\"1\"/><w:lvlText "
    "w:val=\"%1、\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
    "<w:pStyle w:val=\"2\"/><w:isLgl/><w:lvlText w:val=\"%1.%2\"/></w:lvl>"
    "</w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start "
    "w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"(%1)\"/>"
    "</w:lvl><w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/><w:lvlText "
    "w:val=\"\uF0B7\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num>"
    "<w:num w:numId=\"6\"><w:abstractNumId w:val=\"1\"/></w:num>"
    "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride "
    "w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";

std::string Item(const std::string& list, const std::string& level,
                 const std::string& text) {
  return Para(text, "<w:numPr><w:ilvl w:val=\"" + level +
                        "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>");
}

TEST(ReadDocx, NumbersHeadingsAsPrinted) {
  EXPECT_THAT(
      Read(Styled("1", "学校情况") + Styled("2", "规模") + Styled("2", "结构") +
               Styled("1", "学生发展") + Styled("2", "素质"),
           {{"styles", kStyles}, {"numbering", kNumbering}}),
      ElementsAre("#1 一、|学校情况", "#2 1.1|规模", "#2 1.2|结构",
                  "#1 二、|学生发展", "#2 2.1|素质"));
}

TEST(ReadDocx, TakesLevelsFromStylesTheirBasesAndNames) {
  EXPECT_THAT(
      Read(Styled("own", "规模") + Styled("zh", "结构") +
               Styled("zh", "（一）师资") + Para("（二）设备") + Para("1.机房"),
           {{"styles", kStyles}}),
      ElementsAre("#3 |规模", "#2 |结构", "#2 （一）|师资", "#2 （二）|设备",
                  "#3 1.|机房"));
}

TEST(ReadDocx, KeepsRunningTextInAHeadingStyleAsText) {
  EXPECT_THAT(
      Read(Styled("zh", "在校生4902人。其中女生12人"), {{"styles", kStyles}}),
      ElementsAre("在校生4902人。其中女生12人"));
}

TEST(ReadDocx, CountsLists) {
  EXPECT_THAT(
      Read(Item("6", "0", "招生200人，完成计划。") +
               Item("6", "1", "护理40人。") + Item("6", "0", "毕业190人。") +
               Item("7", "0", "就业180人。") + Item("0", "0", "完。") +
               Item("7", "0", "护理12人") + Item("7", "0", "护理专业"),
           {{"numbering", kNumbering}}),
      ElementsAre("[item] (3)招生200人，完成计划。", "[item] 护理40人。",
                  "[item] (4)毕业190人。", "[item] (1)就业180人。", "完。",
                  "[item] (2)护理12人", "#3 (3)|护理专业"));
}

TEST(ReadDocx, PutsNotesBehindTheirParagraphs) {
  const auto reference = [](const std::string& kind) {
    return "<w:p><w:r><w:t>正文。</w:t><w:" + kind +
           "Reference w:id=\"2\"/></w:r></w:p>";
  };
  EXPECT_THAT(
      Read(reference("footnote") + reference("endnote") + reference("footnote"),
           {{"footnotes", "<w:footnote w:type=\"separator\" w:id=\"0\">" +
                              Para("线") +
                              "</w:footnote><w:footnote w:id=\"2\">" +
                              Para("不含短训生12人。") + "</w:footnote>"},
            {"endnotes",
             "<w:endnote w:id=\"2\">" + Para("尾。") + "</w:endnote>"}}),
      ElementsAre("正文。", "不含短训生12人。", "正文。", "尾。", "正文。"));
}

TEST(ReadDocx, ReadsATextBoxOnceBehindItsParagraph) {
  const std::string box =
      "<w:txbxContent>" + Para("框内36人。") + "</w:txbxContent>";
  EXPECT_THAT(
      Read("<w:p><w:r><w:t>正</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>"
           "<w:drawing><wps:txbx>" +
           box +
           "</wps:txbx></w:drawing></"
           "mc:Choice><mc:Fallback><w:pict><v:textbox>" +
           box +
           "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
           "<w:r><w:t>文。</w:t></w:r></w:p><w:p><w:r><w:pict><v:textbox>" +
           box + "</v:textbox></w:pict></w:r></w:p>"),
      ElementsAre("正文。", "框内36人。", "框内36人。"));
}

TEST(ReadDocx, MarksTitleAndLeavesHeadersOut) {
  const auto document = ReadFile(
      "a.docx",
      MakeDocx(Para("某某学校") + Para("质量年度报告") + Para("2021年度") +
                   Para("一、概况") + Para("正文。"),
               {{"header1.xml", "<w:hdr>" + Para("页眉") + "</w:hdr>"}}));
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->title(), "某某学校质量年度报告");
  EXPECT_THAT(Shown(*document),
              ElementsAre("[title] 某某学校", "[title] 质量年度报告",
                          "[subtitle] 2021年度", "#1 一、|概况", "正文。"));
}

TEST(ReadDocx, RefusesADocumentWithoutText) {
  const auto document = ReadFile("a.docx", MakeDocx(Para(" ")));
  EXPECT_EQ(core::GetErrorInfo(document.status()).reason, "NO_TEXT");
  EXPECT_EQ(document.status().message(),
            "\"a.docx\": the document prints no text; where its pages are "
            "pictures, hand in the text that they show");
}

}  // namespace
}  // namespace nianbao::intake
