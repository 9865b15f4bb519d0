#include "services/cli/call_outcome.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/core/errors.h"
#include "services/platform/rpc_status.h"

namespace nianbao::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(CallOutcome, IsTheServicesOwnErrorWhereItHasOne) {
  const absl::Status sent = core::MakeError(
      absl::StatusCode::kUnavailable, "busy; try later",
      {.reason = "SERVER_BUSY", .metadata = {{"waiting", "7"}}});
  const absl::Status outcome =
      CallOutcome(platform::ToGrpcStatus(sent), "host:1");
  EXPECT_EQ(outcome.code(), sent.code());
  EXPECT_EQ(outcome.message(), sent.message());
  EXPECT_EQ(core::GetErrorInfo(outcome).reason, "SERVER_BUSY");
}

TEST(CallOutcome, NamesTheAddressInsteadOfTheLibrarysWords) {
  const absl::Status outcome = CallOutcome(
      grpc::Status(grpc::StatusCode::UNAVAILABLE,
                   "failed to connect to all addresses; last error: UNKNOWN"),
      "host:1");
  EXPECT_EQ(core::GetErrorInfo(outcome).reason, "SERVER_NOT_REACHED");
  EXPECT_THAT(std::string(outcome.message()), HasSubstr("host:1"));
  EXPECT_THAT(std::string(outcome.message()), Not(HasSubstr("UNKNOWN")));
}

TEST(CallOutcome, KeepsTheWordsOfTheUnexpected) {
  const absl::Status outcome = CallOutcome(
      grpc::Status(grpc::StatusCode::DATA_LOSS, "half a message"), "");
  EXPECT_THAT(std::string(outcome.message()), HasSubstr("half a message"));
}

TEST(CallOutcome, OfAGoodCallIsOk) {
  EXPECT_TRUE(CallOutcome(grpc::Status::OK, "host:1").ok());
}

}  // namespace
}  // namespace nianbao::cli
