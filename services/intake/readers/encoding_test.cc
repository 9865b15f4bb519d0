#include "services/intake/readers/encoding.h"

#include "gtest/gtest.h"
#include "services/core/errors.h"

namespace nianbao::intake {
namespace {

TEST(DecodeText, KeepsUtf8AndDropsItsMark) {
  const auto text = DecodeText("\xEF\xBB\xBF在校生");
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(text->utf8, "在校生");
  EXPECT_EQ(text->encoding, "UTF-8");
}

TEST(DecodeText, RecognisesGb18030) {
  const auto text = DecodeText("\xD4\xDA\xD0\xA3\xC9\xFA 4902");
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(text->utf8, "在校生 4902");
  EXPECT_EQ(text->encoding, "GB18030");
}

TEST(DecodeText, RecognisesUtf16ByItsMark) {
  const auto text = DecodeText(std::string_view("\xFF\xFE\x28\x57\x21\x68", 6));
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(text->utf8, "在校");
}

TEST(DecodeText, RefusesAnEmptyFile) {
  EXPECT_EQ(core::GetErrorInfo(DecodeText("").status()).reason, "EMPTY_FILE");
}

TEST(DecodeText, RefusesBinaryAndSaysAtWhichByte) {
  const auto text = DecodeText(std::string_view("abc\0def", 7));
  EXPECT_EQ(core::GetErrorInfo(text.status()).reason, "BINARY_FILE");
  EXPECT_EQ(text.status().message(),
            "byte 3 is a control character, so this is not a text file; save "
            "the report as plain text (UTF-8) and try again");
}

TEST(DecodeText, RefusesWhatIsNeitherUtf8NorGb18030) {
  const auto text = DecodeText("good \xFF\xFF bad");
  EXPECT_EQ(core::GetErrorInfo(text.status()).reason, "UNKNOWN_ENCODING");
}

}  // namespace
}  // namespace nianbao::intake
