// Files that are damaged, encrypted or made to hurt: each is refused with what
// is wrong, where, and what to try.

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/core/errors.h"
#include "services/intake/readers/package/ooxml_package.h"
#include "services/intake/readers/package/test_files.h"
#include "services/intake/readers/package/xml_part.h"
#include "services/intake/readers/reader.h"

namespace nianbao::intake {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string MessageOf(const std::string& bytes) {
  return std::string(ReadFile("a.docx", bytes).status().message());
}

std::string ReasonOf(const std::string& bytes) {
  return core::GetErrorInfo(ReadFile("a.docx", bytes).status()).reason;
}

std::string WithMain(const std::string& xml) {
  return MakeDocx("", {{"word/document.xml", xml}});
}

TEST(Package, RefusesAFileThatIsCutOff) {
  const std::string whole = MakeDocx(Para("在校生4902人。"));
  EXPECT_TRUE(ReadFile("a.docx", whole).ok());
  for (const std::size_t size : {whole.size() / 2, whole.size() - 10}) {
    EXPECT_EQ(ReasonOf(whole.substr(0, size)), "DAMAGED_FILE");
  }
  EXPECT_THAT(
      MessageOf(whole.substr(0, whole.size() / 2)),
      AllOf(StartsWith("\"a.docx\": the file is cut off or damaged: its list "
                       "of parts is missing"),
            HasSubstr("save it again and hand in the new file")));
}

TEST(Package, RefusesAPartWhoseBytesWereChanged) {
  std::string bytes = MakeDocx(Para(std::string(3000, 'x') + "人"));
  // The last name before the list of parts is that of the part itself.
  const std::size_t list = bytes.find("PK\x01\x02");
  const std::size_t at = bytes.rfind("word/document.xml", list) + 24;
  bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  EXPECT_EQ(ReasonOf(bytes), "DAMAGED_FILE");
  EXPECT_THAT(MessageOf(bytes), StartsWith("\"a.docx\": word/document.xml: "));
}

TEST(Package, RefusesAZipBomb) {
  const std::string bytes = MakeDocx(Para(std::string(8 << 20, '0')));
  EXPECT_EQ(ReasonOf(bytes), "HOSTILE_FILE");
  EXPECT_EQ(MessageOf(bytes),
            "\"a.docx\": word/document.xml: this part unpacks to more than 200 "
            "times its size; no Word or Excel writes such a file, so it is "
            "refused; save the report again under a new name");
}

TEST(Package, StopsUnpackingAtTheLimitOfAPart) {
  PackageLimits limits;
  limits.part_bytes = 1000;
  const std::string bytes = MakeDocx(Para(std::string(2000, 'x')));
  auto package = OoxmlPackage::Open(bytes, limits);
  ASSERT_TRUE(package.ok());
  const auto nothing = [](pugi::xml_node) { return absl::OkStatus(); };
  const auto status = package->Visit("word/document.xml", {}, nothing);
  EXPECT_EQ(core::GetErrorInfo(status).reason, "FILE_TOO_LARGE");
}

TEST(Package, RefusesManyEntries) {
  TestParts parts;
  for (int i = 0; i < 5000; ++i) parts["e" + std::to_string(i)] = "";
  EXPECT_EQ(ReasonOf(MakeZip(parts)), "HOSTILE_FILE");
  EXPECT_THAT(MessageOf(MakeZip(parts)),
              HasSubstr("the file has 5000 parts; at most 4096 are read"));
}

TEST(Package, RefusesEntities) {
  const std::string bytes = WithMain(
      "<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY a \"ha\">"
      "<!ENTITY c \"&a;&a;&a;\">]><w:document>&c;</w:document>");
  EXPECT_EQ(ReasonOf(bytes), "HOSTILE_FILE");
  EXPECT_THAT(MessageOf(bytes),
              HasSubstr("word/document.xml, byte 21: the XML declares a "
                        "document type or entities of its own"));
}

TEST(Package, RefusesDeepNesting) {
  std::string xml;
  for (int i = 0; i < 100'000; ++i) xml += "<a>";
  EXPECT_EQ(ReasonOf(WithMain(xml)), "HOSTILE_FILE");
  EXPECT_THAT(MessageOf(WithMain(xml)),
              HasSubstr("byte 768: elements are nested deeper than 256"));
}

TEST(Package, RefusesMoreElementsThanAReportHas) {
  std::string xml = "<w:document><w:body>";
  for (int i = 0; i < 200'000; ++i)
    xml += "<w:p a=\"" + std::to_string(i) + "\"/>";
  xml += "</w:body></w:document>";
  EXPECT_EQ(ReasonOf(WithMain(xml)), "FILE_TOO_LARGE");
  EXPECT_THAT(MessageOf(WithMain(xml)),
              HasSubstr("more than 200000 paragraphs, rows and texts"));
}

TEST(Package, RefusesBrokenXml) {
  EXPECT_THAT(MessageOf(WithMain("<w:document><w:body><w:p>")),
              HasSubstr("byte 25: the file is cut off or damaged: the text "
                        "ends inside an element"));
  EXPECT_THAT(MessageOf(WithMain("<w:document><w:body><w:p></w:q></w:body>"
                                 "</w:document>")),
              HasSubstr("word/document.xml, byte "));
  EXPECT_EQ(ReasonOf(WithMain("</a>")), "DAMAGED_FILE");
  EXPECT_EQ(ReasonOf(WithMain("<a b=\"")), "DAMAGED_FILE");
}

TEST(Package, RefusesMacros) {
  const std::string bytes =
      MakeDocx(Para("文"), {{"word/vbaProject.bin", "x"}});
  EXPECT_EQ(ReasonOf(bytes), "MACROS_REFUSED");
  EXPECT_EQ(MessageOf(bytes),
            "\"a.docx\": word/vbaProject.bin: the file holds macros, which a "
            "report does not need; save it as .docx or .xlsx without macros "
            "and hand it in again");
}

TEST(Package, RefusesEncryptedAndOldFiles) {
  const auto wide = [](const std::string& name) {
    std::string bytes = "\xD0\xCF\x11\xE0";
    for (const char c : name) bytes += std::string({c, '\0'});
    return bytes;
  };
  EXPECT_EQ(ReasonOf(wide("EncryptedPackage")), "ENCRYPTED_FILE");
  EXPECT_THAT(MessageOf(wide("EncryptedPackage")),
              HasSubstr("the file is encrypted with a password; remove"));
  EXPECT_THAT(MessageOf(wide("WordDocument")),
              HasSubstr("this is an old Word file (.doc), which can't be read; "
                        "save it as .docx"));
  EXPECT_THAT(MessageOf(wide("Workbook")), HasSubstr("old Excel file (.xls)"));
}

TEST(Package, RefusesPartsBehindAPassword) {
  std::string bytes = MakeDocx(Para("文"));
  // Bit 0 of an entry's flags, in its own head and in the list of parts.
  for (const auto& [mark, flags] :
       {std::pair("PK\x03\x04", 6), std::pair("PK\x01\x02", 8)}) {
    for (std::size_t at = bytes.find(mark); at != bytes.npos;
         at = bytes.find(mark, at + 1)) {
      bytes[at + static_cast<std::size_t>(flags)] |= 1;
    }
  }
  EXPECT_EQ(ReasonOf(bytes), "ENCRYPTED_FILE");
}

TEST(Package, RefusesOtherZipFiles) {
  EXPECT_THAT(MessageOf(MakeZip({{"a.txt", "文"}})),
              HasSubstr("a zip file and no Word or Excel file"));
  EXPECT_THAT(MessageOf(MakeZip({{"mimetype", "x"}, {"content.xml", "<a/>"}})),
              HasSubstr("an OpenDocument file"));
  EXPECT_EQ(ReasonOf(MakeZip({{"[Content_Types].xml", "<Types/>"}})),
            "DAMAGED_FILE");
}

TEST(Package, ReadsADocumentByItsContentWhateverItsName) {
  EXPECT_TRUE(ReadFile("年报.txt", MakeDocx(Para("在校生4902人。"))).ok());
}

TEST(VisitElements, FindsElementsUnderAPathWithAnyPrefix) {
  std::string names;
  const auto status =
      VisitElements("p", "<x:a><b/><x:c><d>1</d><e f='>'/></x:c><g/></x:a>",
                    {"a", "c"}, [&](pugi::xml_node node) {
                      names += std::string(LocalName(node)) + " ";
                      return absl::OkStatus();
                    });
  EXPECT_TRUE(status.ok());
  EXPECT_EQ(names, "b d e g ");
}

// A file of empty paragraphs cost two seconds before the last one was refused.
TEST(VisitElements, CountsElementsBeforeTheyAreVisited) {
  const std::string xml =
      "<a><b/><c><d>1</d><e f='>'><h/></e><i/></c><g/><!-- <j/> --></a>";
  EXPECT_EQ(*HasMoreElements("p", xml, {"a", "c"}, 4), true);
  EXPECT_EQ(*HasMoreElements("p", xml, {"a", "c"}, 5), false);
  EXPECT_FALSE(HasMoreElements("p", "<a><b><c><d>", {"a"}, 2).ok());
}

}  // namespace
}  // namespace nianbao::intake
