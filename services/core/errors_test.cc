#include "services/core/errors.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace nianbao::core {
namespace {

absl::Status UnknownEdition() {
  return MakeError(absl::StatusCode::kNotFound,
                   "unknown edition \"1999\"; known are 2020, 2021",
                   {.reason = "UNKNOWN_EDITION",
                    .metadata = {{"edition", "1999"}, {"odd:key", "3:a\n"}}});
}

TEST(Errors, CarryReasonAndMetadata) {
  const absl::Status status = UnknownEdition();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  const ErrorInfo info = GetErrorInfo(status);
  EXPECT_EQ(info.reason, "UNKNOWN_EDITION");
  EXPECT_EQ(info.metadata.at("edition"), "1999");
  EXPECT_EQ(info.metadata.at("odd:key"), "3:a\n");
}

TEST(Errors, WithoutInfoHaveAnEmptyReason) {
  EXPECT_EQ(GetErrorInfo(absl::InternalError("x")).reason, "");
  EXPECT_EQ(GetErrorInfo(absl::OkStatus()).reason, "");
}

TEST(Errors, AnnotateKeepsCodeAndInfo) {
  const absl::Status status = Annotate(UnknownEdition(), "a.txt");
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(status.message(),
            "a.txt: unknown edition \"1999\"; known are 2020, 2021");
  EXPECT_EQ(GetErrorInfo(status).reason, "UNKNOWN_EDITION");
  EXPECT_TRUE(Annotate(absl::OkStatus(), "a.txt").ok());
}

TEST(Errors, SetErrorInfoReplaces) {
  absl::Status status = UnknownEdition();
  SetErrorInfo(status, {.reason = "OTHER", .metadata = {}});
  EXPECT_EQ(GetErrorInfo(status).reason, "OTHER");
  EXPECT_TRUE(GetErrorInfo(status).metadata.empty());
}

absl::StatusOr<std::unique_ptr<int>> Half(int number) {
  if (number % 2 != 0) return absl::InvalidArgumentError("odd");
  return std::make_unique<int>(number / 2);
}

absl::StatusOr<int> Quarter(int number) {
  NIANBAO_ASSIGN_OR_RETURN(const std::unique_ptr<int> half, Half(number));
  std::unique_ptr<int> quarter;
  NIANBAO_ASSIGN_OR_RETURN(quarter, Half(*half));
  return *quarter;
}

absl::Status CheckQuarter(int number) {
  NIANBAO_RETURN_IF_ERROR(Quarter(number).status());
  return absl::OkStatus();
}

TEST(Errors, MacrosPassValuesAndErrorsOn) {
  EXPECT_EQ(*Quarter(8), 2);
  EXPECT_EQ(Quarter(6).status().message(), "odd");
  EXPECT_TRUE(CheckQuarter(8).ok());
  EXPECT_EQ(CheckQuarter(5).message(), "odd");
}

}  // namespace
}  // namespace nianbao::core
