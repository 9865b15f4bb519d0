#include "services/cli/error_line.h"

#include <gtest/gtest.h>

#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

using absl::StatusCode;

absl::Status Error(const std::string& message, const core::ErrorInfo& info) {
  return core::MakeError(StatusCode::kInvalidArgument, message, info);
}

TEST(ErrorLine, NamesTheFileOnce) {
  const auto status =
      Error("\"x.txt\": the file is empty; hand in the report itself",
            {.reason = "EMPTY_FILE", .metadata = {}});
  EXPECT_EQ(ErrorLine(status, "a/x.txt", Language::kEnglish),
            "a/x.txt: the file is empty; hand in the report itself");
  EXPECT_EQ(ErrorLine(status, "a/x.txt", Language::kChinese),
            "a/x.txt: 文件是空的；请交上报告本身");
}

TEST(ErrorLine, FillsMetadataIntoChineseWords) {
  EXPECT_EQ(ErrorLine(Error("byte 12 is …", {.reason = "BINARY_FILE",
                                             .metadata = {{"byte", "12"}}}),
                      "x", Language::kChinese),
            "x: 第 12 字节是控制字符，这不是文本文件；请把报告另存为纯文本"
            "（UTF-8）再试");
}

TEST(ErrorLine, PrefersTheErrorsOwnChinese) {
  EXPECT_EQ(ErrorLine(Error("no", {.reason = "EMPTY_FILE",
                                   .metadata = {{"zh", "不行"}}}),
                      "x", Language::kChinese),
            "x: 不行");
}

TEST(ErrorLine, KeepsTheErrorsWordsWhereThereIsNoChinese) {
  EXPECT_EQ(ErrorLine(Error("odd; try more", {.reason = "ODD", .metadata = {}}),
                      "", Language::kChinese),
            "odd; try more");
  // The value that the words need is missing.
  EXPECT_EQ(
      ErrorLine(Error("binary", {.reason = "BINARY_FILE", .metadata = {}}), "",
                Language::kChinese),
      "binary");
}

TEST(ErrorLine, IsOneLineAndNeverEmpty) {
  EXPECT_EQ(ErrorLine(Error("a\nb", {}), "", Language::kEnglish), "a; b");
  EXPECT_EQ(ErrorLine(absl::InternalError(""), "", Language::kEnglish),
            "failed without saying why; try again");
}

}  // namespace
}  // namespace nianbao::cli
