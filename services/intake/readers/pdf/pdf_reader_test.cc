#include "services/intake/readers/pdf/pdf_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/core/errors.h"
#include "services/intake/readers/pdf/word_boxes.h"

namespace nianbao::intake {
namespace {

using ::testing::HasSubstr;
using Limit = core::ProgramOutcome::Limit;

constexpr char kFile[] = "%PDF-1.7\n…\n%%EOF\n";
constexpr char kBoxes[] =
    "<html><head><title>x</title></head><body>\n<doc>\n"
    "  <page width=\"600.000000\" height=\"800.000000\">\n"
    "    <word xMin=\"100.0\" yMin=\"60.0\" xMax=\"200.0\" yMax=\"73.0\">"
    "R&amp;D&lt;3&gt;</word>\n"
    "  </page>\n</doc>\n</body>\n</html>\n";

// A program that does as told.
class FakeRunner : public core::ProgramRunner {
 public:
  absl::StatusOr<core::ProgramOutcome> Run(
      const core::ProgramOrder& order) const override {
    last = order;
    return outcome;
  }

  core::ProgramOutcome outcome;
  mutable core::ProgramOrder last;
};

FakeRunner Ends(int exit_code, const std::string& complaints) {
  FakeRunner runner;
  runner.outcome.exit_code = exit_code;
  runner.outcome.complaints = complaints;
  runner.outcome.output = kBoxes;
  return runner;
}

std::string ReasonOf(const FakeRunner& runner) {
  return core::GetErrorInfo(ReadPdf(kFile, &runner).status()).reason;
}

TEST(PdfReader, ReadsWhatTheProgramPrintsWithinLimits) {
  const FakeRunner runner = Ends(0, "");
  const auto document = ReadPdf(kFile, &runner);
  ASSERT_TRUE(document.ok()) << document.status();
  ASSERT_EQ(document->blocks_size(), 1);
  EXPECT_EQ(document->blocks(0).paragraph().runs(0).text(), "R&D<3>");
  EXPECT_EQ(document->blocks(0).paragraph().runs(0).place().page(), 1);
  EXPECT_EQ(runner.last.program, "pdftotext");
  EXPECT_EQ(runner.last.package, "poppler-utils");
  EXPECT_LE(runner.last.memory_bytes, 256 << 20);
  EXPECT_LE(runner.last.cpu_seconds, 2);
}

TEST(PdfReader, SaysWhatIsWrongWithAFile) {
  EXPECT_EQ(ReasonOf(Ends(1, "Command Line Error: Incorrect password\n")),
            "ENCRYPTED_FILE");
  EXPECT_EQ(ReasonOf(Ends(1, "Syntax Error: Couldn't find trailer\n")),
            "DAMAGED_FILE");
  EXPECT_EQ(ReasonOf(Ends(3, "Copying of text is not allowed.\n")),
            "COPYING_FORBIDDEN");
  EXPECT_EQ(ReasonOf(Ends(-1, "")), "DAMAGED_FILE");
}

TEST(PdfReader, LimitsAreNamed) {
  FakeRunner slow = Ends(-1, "");
  slow.outcome.limit = Limit::kTime;
  EXPECT_EQ(ReasonOf(slow), "FILE_TOO_LARGE");
  slow.outcome.limit = Limit::kOutput;
  EXPECT_EQ(ReasonOf(slow), "FILE_TOO_LARGE");
}

TEST(PdfReader, CutFileIsRefusedBeforeAnyProgramRuns) {
  const FakeRunner runner = Ends(0, "");
  const auto document = ReadPdf("%PDF-1.7 and so on", &runner);
  EXPECT_EQ(core::GetErrorInfo(document.status()).reason, "DAMAGED_FILE");
  EXPECT_EQ(runner.last.program, "");
}

TEST(PdfReader, ScannedPagesAreRefusedWithAWayOut) {
  FakeRunner runner = Ends(0, "");
  runner.outcome.output = "<page width=\"1\" height=\"1\">\n</doc>\n";
  const auto status = ReadPdf(kFile, &runner).status();
  EXPECT_EQ(core::GetErrorInfo(status).reason, "NO_TEXT");
  EXPECT_THAT(std::string(status.message()), HasSubstr("PDF with text"));
}

TEST(PdfReader, DamageThatWasSteppedOverIsNoted) {
  const FakeRunner runner = Ends(0, "Syntax Error (12): Illegal character\n");
  const auto document = ReadPdf(kFile, &runner);
  ASSERT_TRUE(document.ok());
  EXPECT_TRUE(document->blocks().rbegin()->has_notice());
}

TEST(PdfReader, WithoutProgramsPdfFilesAreRefused) {
  EXPECT_EQ(ReadPdf(kFile, nullptr).status().code(),
            absl::StatusCode::kFailedPrecondition);
}

TEST(WordBoxes, PrintWithoutEndIsDamaged) {
  EXPECT_FALSE(ParseWordBoxes("<page width=\"1\" height=\"1\">\n").ok());
}

TEST(WordBoxes, WordsWithoutAPlaceAreLeftOut) {
  const auto pages = ParseWordBoxes(
      "<page width=\"1\" height=\"1\">\n"
      "<word xMin=\"nan\" yMin=\"1\" xMax=\"2\" yMax=\"3\">a</word>\n"
      "<word xMin=\"1\" yMin=\"1\" xMax=\"1e300\" yMax=\"3\">a</word>\n"
      "<word xMin=\"1\" yMin=\"1\">a</word>\n<word\n"
      "<word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"3\"> </word>\n"
      "<word xMin=\"2\" yMin=\"3\" xMax=\"1\" "
      "yMax=\"1\">b</word>\n</page>\n</doc>\n");
  ASSERT_TRUE(pages.ok()) << pages.status();
  ASSERT_EQ((*pages)[0].words.size(), 1);
  EXPECT_EQ((*pages)[0].words[0].left, 1);
}

}  // namespace
}  // namespace nianbao::intake
