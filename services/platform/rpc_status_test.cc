#include "services/platform/rpc_status.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "services/core/errors.h"
#include "services/core/field_violations.h"

namespace nianbao::platform {
namespace {

using testing::ElementsAre;
using testing::Pair;
using testing::UnorderedElementsAre;

absl::Status UnknownEdition() {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument, "unknown edition \"2019\"",
      {.reason = "UNKNOWN_EDITION",
       .metadata = {
           {"edition", "2019"}, {"field", "edition"}, {"zh", "没有2019版"}}});
}

google::rpc::Status DetailsOf(const grpc::Status& status) {
  google::rpc::Status details;
  EXPECT_TRUE(details.ParseFromString(status.error_details()));
  return details;
}

TEST(RpcStatus, OkStaysOkBothWays) {
  EXPECT_TRUE(ToGrpcStatus(absl::OkStatus()).ok());
  EXPECT_TRUE(FromGrpcStatus(grpc::Status::OK).ok());
}

TEST(RpcStatus, CarriesGoogleRpcDetails) {
  const grpc::Status status = ToGrpcStatus(UnknownEdition());
  EXPECT_EQ(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
  const google::rpc::Status details = DetailsOf(status);
  EXPECT_EQ(details.code(), 3);
  EXPECT_EQ(details.message(), "unknown edition \"2019\"");
  ASSERT_EQ(details.details_size(), 3);
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(details.details(0).UnpackTo(&info));
  EXPECT_EQ(info.reason(), "UNKNOWN_EDITION");
  EXPECT_EQ(info.domain(), "nianbao");
  EXPECT_THAT(info.metadata(), UnorderedElementsAre(Pair("edition", "2019"),
                                                    Pair("field", "edition")));
  google::rpc::LocalizedMessage localized;
  ASSERT_TRUE(details.details(1).UnpackTo(&localized));
  EXPECT_EQ(localized.locale(), "zh");
  EXPECT_EQ(localized.message(), "没有2019版");
  google::rpc::BadRequest bad;
  ASSERT_TRUE(details.details(2).UnpackTo(&bad));
  EXPECT_EQ(bad.field_violations(0).field(), "edition");
  EXPECT_EQ(bad.field_violations(0).description(), "unknown edition \"2019\"");
}

TEST(RpcStatus, KeepsCodeMessageAndInfoThereAndBack) {
  const absl::Status back = FromGrpcStatus(ToGrpcStatus(UnknownEdition()));
  EXPECT_EQ(back.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(back.message(), "unknown edition \"2019\"");
  const core::ErrorInfo info = core::GetErrorInfo(back);
  EXPECT_EQ(info.reason, "UNKNOWN_EDITION");
  EXPECT_THAT(info.metadata,
              ElementsAre(Pair("edition", "2019"), Pair("field", "edition"),
                          Pair("zh", "没有2019版")));
}

TEST(RpcStatus, EveryCodeSurvives) {
  for (int code = 1; code <= 16; ++code) {
    const absl::Status status(static_cast<absl::StatusCode>(code), "m");
    EXPECT_EQ(FromGrpcStatus(ToGrpcStatus(status)), status) << code;
  }
}

TEST(RpcStatus, StatusWithoutInfoHasNoDetails) {
  EXPECT_EQ(ToGrpcStatus(absl::NotFoundError("m")).error_details(), "");
}

TEST(RpcStatus, DetailsThatAreNoneAreIgnored) {
  const absl::Status status = FromGrpcStatus(
      grpc::Status(grpc::StatusCode::UNAVAILABLE, "gone", "\xff\xff"));
  EXPECT_EQ(status, absl::UnavailableError("gone"));
}

TEST(RpcStatus, CutsWhatWouldNotFitInHeaders) {
  std::string chinese;
  for (int i = 0; i < 2000; ++i) chinese += "年";
  core::ErrorInfo info{.reason = "LONG", .metadata = {}};
  for (int i = 0; i < 50; ++i) {
    info.metadata["key" + std::to_string(i)] = chinese;
  }
  const grpc::Status status = ToGrpcStatus(
      core::MakeError(absl::StatusCode::kInvalidArgument, chinese, info));
  EXPECT_LE(status.error_message().size(), 1030u);
  EXPECT_EQ(status.error_message().size() % 3, 0u) << "cut inside a character";
  EXPECT_LE(status.error_details().size(), 3100u);
  EXPECT_EQ(core::GetErrorInfo(FromGrpcStatus(status)).reason, "LONG");
}

TEST(RpcStatus, CarriesManyViolationsThereAndBack) {
  core::ErrorInfo info{.reason = "BAD_FIELDS", .metadata = {{"problems", "2"}}};
  info.metadata[core::kViolationPrefix + std::string("facts[0].id")] = "twice";
  info.metadata[core::kViolationPrefix + std::string("facts[1-9].period")] =
      "missing";
  const grpc::Status status = ToGrpcStatus(
      core::MakeError(absl::StatusCode::kInvalidArgument, "2 problems", info));
  google::rpc::BadRequest bad;
  ASSERT_TRUE(DetailsOf(status).details(1).UnpackTo(&bad));
  ASSERT_EQ(bad.field_violations_size(), 2);
  EXPECT_EQ(bad.field_violations(1).field(), "facts[1-9].period");
  EXPECT_EQ(bad.field_violations(1).description(), "missing");
  EXPECT_EQ(core::GetErrorInfo(FromGrpcStatus(status)).metadata, info.metadata);
}

TEST(RpcStatus, SaysHowManyViolationsDoNotFit) {
  core::ErrorInfo info{.reason = "BAD_FIELDS", .metadata = {}};
  for (int i = 100; i < 400; ++i) {
    info.metadata[core::kViolationPrefix + std::to_string(i)] =
        std::string(30, 'x');
  }
  google::rpc::BadRequest bad;
  ASSERT_TRUE(DetailsOf(ToGrpcStatus(core::MakeError(
                            absl::StatusCode::kInvalidArgument, "m", info)))
                  .details(1)
                  .UnpackTo(&bad));
  const int listed = bad.field_violations_size() - 1;
  EXPECT_GT(listed, 20);
  EXPECT_EQ(bad.field_violations(listed).description(),
            "and " + std::to_string(300 - listed) + " more");
}

}  // namespace
}  // namespace nianbao::platform
