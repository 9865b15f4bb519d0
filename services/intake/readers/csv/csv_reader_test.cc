#include "services/intake/readers/csv/csv_reader.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/core/errors.h"
#include "services/intake/readers/csv/dialect.h"
#include "services/intake/readers/package/test_files.h"
#include "services/intake/readers/reader.h"

namespace nianbao::intake {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> Read(const std::string& text,
                              const std::string& name = "a.csv") {
  const auto document = ReadFile(name, text);
  EXPECT_TRUE(document.ok()) << document.status();
  return document.ok() ? Shown(*document) : std::vector<std::string>();
}

TEST(ReadCsv, FindsTheDelimiter) {
  for (const char delimiter : {',', ';', '\t', '|'}) {
    std::string text = "专业,人数\n护理,40\n会计,45\n";
    for (char& c : text) c = c == ',' ? delimiter : c;
    EXPECT_THAT(Read(text), ElementsAre("!专业|人数", "|护理|40", "|会计|45"))
        << delimiter;
  }
  EXPECT_THAT(Read("sep=;\n项;数\n甲;1,5\n"), ElementsAre("!项|数", "|甲|1,5"));
}

TEST(ReadCsv, ReadsQuotesWithDelimitersBreaksAndQuotes) {
  EXPECT_THAT(Read("项目,\"人数\",说明\r\n\"护理,\n一班\",\"1,234\","
                   "\"称\"\"优\"\"\"\r\n"),
              ElementsAre("!项目|人数|说明", "|护理,一班|1,234|称\"优\""));
}

TEST(ReadCsv, ReadsOtherEncodings) {
  const auto document = ReadFile("a.CSV", "\xCF\xEE,\xCA\xFD\n\xBC\xD7,5\n");
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->source().encoding(), "GB18030");
  EXPECT_EQ(document->source().media_type(), "text/csv");
  EXPECT_EQ(document->source().line_count(), 2);
  EXPECT_THAT(Shown(*document), ElementsAre("!项|数", "|甲|5"));
}

TEST(ReadCsv, KeepsSourceLines) {
  const auto document =
      ReadFile("a.csv", "表1 学生,\n\n项,数\n\"甲\n乙\",5\n丙,6\n");
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->blocks(0).paragraph().runs(0).place().line(), 1);
  const auto& table = document->blocks(1).table();
  EXPECT_EQ(table.rows(0).cells(0).runs(0).place().line(), 3);
  EXPECT_EQ(table.rows(1).cells(1).runs(0).place().line(), 4);
  EXPECT_EQ(table.rows(2).cells(1).runs(0).place().line(), 6);
}

TEST(ReadCsv, TakesWhatSpreadsheetsWriteAsText) {
  EXPECT_THAT(Read("代码,数\n=\"0012\",3\n"),
              ElementsAre("!代码|数", "|0012|3"));
}

TEST(ReadCsv, OnlyEndingsMakeATextATable) {
  EXPECT_THAT(Read("甲,5\n乙,6\n", "a.txt"),
              ElementsAre("[title] 甲,5", "[title] 乙,6"));
  EXPECT_THAT(Read("项\t数\n甲\t5\n", "a.tsv"), ElementsAre("!项|数", "|甲|5"));
}

TEST(ReadCsv, RefusesAQuoteThatNeverEnds) {
  const auto document = ReadFile("a.csv", "项,数\n\"甲,5\n乙,6\n");
  EXPECT_EQ(document.status().message(),
            "\"a.csv\": line 2: the quote that begins here never ends; close "
            "it, or double the quotes inside cells");
}

TEST(ReadCsv, RefusesBlankAndHugeTables) {
  EXPECT_EQ(core::GetErrorInfo(ReadFile("a.csv", ",,\n,,\n").status()).reason,
            "NO_TEXT");
  const auto wide = ReadFile("a.csv", std::string(20'000, ',') + "1");
  EXPECT_EQ(core::GetErrorInfo(wide.status()).reason, "FILE_TOO_LARGE");
}

}  // namespace
}  // namespace nianbao::intake
