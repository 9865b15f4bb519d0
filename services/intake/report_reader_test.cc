#include "services/intake/report_reader.h"

#include "gtest/gtest.h"
#include "nianbao/intake/v1/intake.pb.h"
#include "services/core/errors.h"
#include "services/intake/reading/reading_test_base.h"
#include "tests/testing/golden.h"

namespace nianbao::intake {
namespace {

absl::StatusOr<ReadResult> ReadSample(const ReadOrder& order,
                                      const std::string& bytes) {
  return ReportReader(TestCatalogue()).Read(order, bytes);
}

TEST(ReportReader, TakesTheEditionFromTheTitlePage) {
  const auto read =
      ReadSample({"a.txt", "", false}, "某校质量年度报告\n2020年\n在校生5人。");
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->edition, "2020");
}

TEST(ReportReader, RefusesAnUnknownEditionAndNamesTheKnownOnes) {
  const auto read = ReadSample({"a.txt", "1999", false}, "在校生5人。");
  EXPECT_EQ(read.status().message(),
            "unknown edition \"1999\"; known are 2020, 2021, 2024");
}

TEST(ReportReader, RefusesATextThatNamesNoEdition) {
  const auto read = ReadSample({"a.txt", "", false}, "在校生5人。");
  EXPECT_EQ(core::GetErrorInfo(read.status()).reason, "EDITION_NOT_STATED");
}

TEST(ReportReader, NamesTheFileInErrors) {
  const auto read = ReadSample({"空.txt", "2021", false}, "");
  EXPECT_EQ(read.status().message(),
            "\"空.txt\": the file is empty; hand in the report itself");
}

TEST(ReportReader, SaysWhichKindsItDoesNotRead) {
  const auto read = ReadSample({"a.rtf", "2021", false}, "{\\rtf1 x}");
  EXPECT_EQ(core::GetErrorInfo(read.status()).reason, "UNSUPPORTED_FILE");
  EXPECT_NE(read.status().message().find(".pdf"), std::string::npos);
}

TEST(ReportReader, ReadsTheSampleAsItsGoldenFilesSay) {
  const auto read =
      ReadSample({"linjiang-2021.txt", "", false},
                 testing::ReadTestFile("samples/linjiang-2021.txt"));
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_TRUE(testing::MatchesGolden(
      read->document, "tests/data/intake/linjiang-2021.document.textproto"));
  nianbao::intake::v1::StreamFactsResponse facts;
  *facts.mutable_facts() = read->facts;
  EXPECT_TRUE(testing::MatchesGolden(
      facts, "tests/data/intake/linjiang-2021.facts.textproto"));
}

}  // namespace
}  // namespace nianbao::intake
