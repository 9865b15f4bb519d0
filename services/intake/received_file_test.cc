#include "services/intake/received_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "nianbao/intake/v1/intake.pb.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::UploadHeader;
using nianbao::intake::v1::UploadSubmissionRequest;
using testing::HasSubstr;
using Received = ReceivedFile<UploadSubmissionRequest, UploadHeader>;

absl::Status TakeHeader(Received& file, const std::string& filename) {
  UploadSubmissionRequest request;
  request.mutable_header()->set_filename(filename);
  return file.Take(request);
}

absl::Status TakeData(Received& file, const std::string& data) {
  UploadSubmissionRequest request;
  request.set_data(data);
  return file.Take(request);
}

Received TenBytes() {
  return Received(10, [](const UploadHeader& header) {
    return header.filename() == "bad" ? absl::InvalidArgumentError("bad")
                                      : absl::OkStatus();
  });
}

TEST(ReceivedFile, PutsPiecesTogether) {
  Received file = TenBytes();
  EXPECT_TRUE(TakeHeader(file, "a.txt").ok());
  EXPECT_TRUE(TakeData(file, "12345").ok());
  EXPECT_TRUE(TakeData(file, "67890").ok());
  EXPECT_TRUE(file.End().ok());
  EXPECT_EQ(file.bytes(), "1234567890");
  EXPECT_EQ(file.header().filename(), "a.txt");
}

TEST(ReceivedFile, StopsAtTheLimitAndNamesFileAndLimit) {
  Received file = TenBytes();
  ASSERT_TRUE(TakeHeader(file, "a.txt").ok());
  ASSERT_TRUE(TakeData(file, "1234567890").ok());
  const absl::Status status = TakeData(file, "1");
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(std::string(status.message()), HasSubstr("a.txt"));
  EXPECT_THAT(std::string(status.message()), HasSubstr("10 bytes"));
  EXPECT_EQ(core::GetErrorInfo(status).reason, "FILE_TOO_LARGE");
}

TEST(ReceivedFile, RefusesAnythingOutOfOrder) {
  Received bytes_first = TenBytes();
  EXPECT_FALSE(TakeData(bytes_first, "1").ok());
  EXPECT_FALSE(bytes_first.End().ok());
  Received two_headers = TenBytes();
  EXPECT_TRUE(TakeHeader(two_headers, "a").ok());
  EXPECT_FALSE(TakeHeader(two_headers, "b").ok());
}

TEST(ReceivedFile, RefusesAHeaderBeforeAnyByte) {
  Received nameless = TenBytes();
  EXPECT_EQ(core::GetErrorInfo(TakeHeader(nameless, "")).reason,
            "FILENAME_MISSING");
  Received refused = TenBytes();
  EXPECT_EQ(TakeHeader(refused, "bad"), absl::InvalidArgumentError("bad"));
}

}  // namespace
}  // namespace nianbao::intake
