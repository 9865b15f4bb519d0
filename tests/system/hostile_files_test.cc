// Files made to hurt whoever reads them: each is refused with its reason, at
// little cost, by the program that people run.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "tests/system/cli_fixture.h"
#include "tests/testing/raw_zip.h"

namespace nianbao::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr double kMostSeconds = 2;
constexpr std::int64_t kMostBytes = std::int64_t{256} << 20;

constexpr char kTypes[] =
    "<Types><Override PartName=\"/MAIN\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.KIND.main+xml\"/></Types>";
constexpr char kLink[] =
    "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" "
    "Target=\"MAIN\"/></Relationships>";

std::string Filled(std::string text, const std::string& mark,
                   const std::string& words) {
  return text.replace(text.find(mark), mark.size(), words);
}

std::string Repeated(const std::string& unit, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += unit;
  return text;
}

// Units that differ, so that they pack no better than a report does.
std::string Numbered(const std::string& before, const std::string& behind,
                     int times) {
  std::string text;
  for (int i = 1; i <= times; ++i) {
    const std::uint32_t number = static_cast<std::uint32_t>(i) * 2654435761U;
    text += before + std::to_string(number) + behind;
  }
  return text;
}

// A zip whose main part is still to be added.
RawZip Office(const std::string& main, const std::string& kind) {
  RawZip zip;
  zip.Add("[Content_Types].xml",
          Filled(Filled(kTypes, "MAIN", main), "KIND", kind));
  zip.Add("_rels/.rels", Filled(kLink, "MAIN", main));
  return zip;
}

RawZip Word() {
  return Office("word/document.xml", "wordprocessingml.document");
}

// A Word file with that main part: head, a unit so many times, tail.
std::string WordOf(const std::string& head, const std::string& unit = "",
                   int times = 0, const std::string& tail = "") {
  RawZip zip = Word();
  zip.Add("word/document.xml", head, unit, times, tail);
  return zip.Finish();
}

std::string WordBody(const std::string& unit, int times = 1) {
  return WordOf("<w:document><w:body>", unit, times, "</w:body></w:document>");
}

// An Excel file still without its sheets 1 to `sheets`.
RawZip Excel(int sheets) {
  RawZip zip = Office("xl/workbook.xml", "spreadsheetml.sheet");
  std::string list;
  std::string links;
  for (int i = 1; i <= sheets; ++i) {
    const std::string id = std::to_string(i);
    list += "<sheet name=\"" + id + "\" r:id=\"s" + id + "\"/>";
    links += "<Relationship Id=\"s" + id +
             "\" Type=\"x/worksheet\" Target=\"s" + id + ".xml\"/>";
  }
  zip.Add("xl/workbook.xml",
          "<workbook><sheets>" + list + "</sheets></workbook>");
  zip.Add("xl/_rels/workbook.xml.rels",
          "<Relationships>" + links + "</Relationships>");
  return zip;
}

// An Excel file whose only sheet holds that.
std::string ExcelOf(const std::string& rows) {
  RawZip zip = Excel(1);
  zip.Add("xl/s1.xml",
          "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  return zip.Finish();
}

// Entities that stand for ten of each other: a billion words in a kilobyte.
std::string Laughs() {
  std::string type = "<!DOCTYPE x [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 10; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    type +=
        "<!ENTITY a" + std::to_string(i) + " \"" + Repeated(before, 10) + "\">";
  }
  return "<?xml version=\"1.0\"?>" + type + "]>";
}

std::string Wide(const std::string& name) {
  std::string wide;
  for (const char c : name) wide += std::string({c, '\0'});
  return wide;
}

class HostileFiles : public CliTest {
 protected:
  // Expects that `nianbao read` refuses the file with `words`, within 2 s of
  // processor time and 256 MB.
  void ExpectRefused(const std::string& name, const std::string& bytes,
                     const std::string& words) {
    const std::string path = Made(name, bytes);
    const CommandResult result = Nianbao({"read", path, "--edition", "2021",
                                          "--format", "jsonl", "--lang", "en"});
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(LinesOf(result.err), SizeIs(1));
    EXPECT_THAT(result.err, HasSubstr("nianbao: " + path + ": "));
    EXPECT_THAT(result.err, HasSubstr(words));
    EXPECT_LT(result.cpu_seconds, kMostSeconds);
    EXPECT_LT(result.most_bytes, kMostBytes);
    RecordProperty("cpu_ms", static_cast<int>(result.cpu_seconds * 1000));
    RecordProperty("kilobytes", static_cast<int>(result.most_bytes >> 10));
  }
};

TEST_F(HostileFiles, ZipBomb) {
  ExpectRefused("bomb.docx", WordOf("", std::string(1 << 20, '0'), 100),
                "unpacks to more than 200 times its size");
}

TEST_F(HostileFiles, ZipBombThatClaimsToBeSmall) {
  RawZip zip = Word();
  zip.ClaimSize(100);
  zip.Add("word/document.xml", "", std::string(1 << 20, '0'), 100);
  ExpectRefused("liar.docx", zip.Finish(),
                "unpacks to more than 200 times its size");
}

TEST_F(HostileFiles, ZipBombThatClaimsToBeHuge) {
  RawZip zip = Word();
  zip.ClaimSize(4'000'000'000);
  zip.Add("word/document.xml", "", std::string(1 << 20, '0'), 100);
  ExpectRefused("boast.docx", zip.Finish(), "word/document.xml: ");
}

TEST_F(HostileFiles, ZipInsideOfZips) {
  std::string bytes = WordBody("<w:p/>", 1);
  for (int i = 0; i < 5; ++i) {
    RawZip zip;
    for (const char* name : {"a.docx", "b.docx", "c.docx"}) {
      zip.Add(name, bytes);
    }
    bytes = zip.Finish();
  }
  ExpectRefused("nested.docx", bytes, "a zip file and no Word or Excel file");
}

TEST_F(HostileFiles, ZipWhoseEntriesOverlap) {
  RawZip zip = Excel(900);
  zip.Add("xl/s0.xml", "<worksheet><sheetData>" +
                           Numbered("<row><c><v>", "</v></c></row>", 50'000) +
                           "</sheetData></worksheet>");
  zip.AddOverlapping("xl/s", ".xml", 900);
  ExpectRefused("overlap.xlsx", zip.Finish(),
                "parts of the file share the same bytes");
}

TEST_F(HostileFiles, ManyEmptyElements) {
  ExpectRefused("empty.docx",
                WordBody(Numbered("<w:p w:r=\"", "\"/>", 300'000)),
                "more than 200000 paragraphs, rows and texts");
}

TEST_F(HostileFiles, EntitiesOfEntities) {
  const char words[] = "declares a document type or entities of its own";
  ExpectRefused("laughs.docx",
                WordOf(Laughs() + "<w:document><w:body><w:p><w:r><w:t>&a9;"
                                  "</w:t></w:r></w:p></w:body></w:document>"),
                words);
  RawZip zip = Excel(1);
  zip.Add("xl/s1.xml", Laughs() + "<worksheet>&a9;</worksheet>");
  ExpectRefused("laughs.xlsx", zip.Finish(), words);
}

TEST_F(HostileFiles, EntityThatNamesAnotherFile) {
  ExpectRefused("outside.docx",
                WordOf("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">"
                       "]><w:document>&e;</w:document>"),
                "declares a document type or entities of its own");
}

TEST_F(HostileFiles, RowsAndCellsThatNoSheetHas) {
  ExpectRefused("row.xlsx",
                ExcelOf("<row r=\"2147483647\"><c><v>1</v></c></row>"),
                "row 2147483647");
  ExpectRefused(
      "more.xlsx",
      ExcelOf("<row r=\"99999999999999999999\"><c><v>1</v></c></row>"),
      "row 99999999999999999999");
  ExpectRefused("cell.xlsx",
                ExcelOf("<row><c r=\"ZZZZZZ2147483647\"><v>1</v></c></row>"),
                "cell ZZZZZZ2147483647");
}

TEST_F(HostileFiles, ElementsInElements) {
  const char words[] = "nested deeper than 256";
  ExpectRefused("deep.docx",
                WordBody(Numbered("<w:sdt><w:sdtContent a=\"", "\">", 100'000)),
                words);
  ExpectRefused("deep.xlsx", ExcelOf(Numbered("<row r=\"", "\">", 100'000)),
                words);
}

TEST_F(HostileFiles, TablesInTables) {
  ExpectRefused("tables.docx",
                WordBody(Numbered("<w:tbl><w:tr><w:tc a=\"", "\">", 100'000)),
                "nested deeper than 256");
}

TEST_F(HostileFiles, FilesThatAreCutOff) {
  const std::string word = WordBody("<w:p><w:r><w:t>5 人</w:t></w:r></w:p>", 9);
  const std::string excel = ExcelOf("<row><c><v>1</v></c></row>");
  const char words[] = "the file is cut off or damaged";
  ExpectRefused("cut.docx", word.substr(0, word.size() / 2), words);
  ExpectRefused("cut.xlsx", excel.substr(0, excel.size() - 9), words);
  ExpectRefused("xml.docx", WordOf("<w:document><w:body><w:p><w:r>"), words);
}

TEST_F(HostileFiles, TextsBeyondAllReports) {
  ExpectRefused("lines.txt", std::string(20 << 20, '\n'), "400000 lines");
  ExpectRefused("long.txt", std::string(30 << 20, '5'), "24 MB");
  ExpectRefused("wide.csv", std::string(20 << 20, ','), "16384 in one row");
  ExpectRefused("quote.csv", "\"" + std::string(20 << 20, '5'), "a cell has");
}

TEST_F(HostileFiles, EncryptedFiles) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  bytes.resize(40 << 10);
  bytes += Wide("EncryptedPackage");
  for (const char* name : {"locked.docx", "locked.xlsx"}) {
    ExpectRefused(name, bytes, "encrypted with a password");
  }
}

TEST_F(HostileFiles, MacrosUnderAnotherName) {
  const std::string body = "<w:document><w:body><w:p/></w:body></w:document>";
  const char words[] = "the file holds macros";
  RawZip typed;
  typed.Add("[Content_Types].xml",
            "<Types><Override PartName=\"/word/document.xml\" ContentType=\""
            "application/vnd.ms-word.document.macroEnabled.main+xml\"/>"
            "</Types>");
  typed.Add("_rels/.rels", Filled(kLink, "MAIN", "word/document.xml"));
  typed.Add("word/document.xml", body);
  ExpectRefused("typed.docx", typed.Finish(), words);
  RawZip program = Excel(1);
  program.Add("xl/s1.xml", "<worksheet/>");
  program.Add("xl/vbaProject.bin", "Sub Auto_Open()");
  ExpectRefused("program.xlsx", program.Finish(), words);
}

}  // namespace
}  // namespace nianbao::testing
