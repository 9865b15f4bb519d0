#include "services/clients/call_policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "absl/time/clock.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "services/core/errors.h"
#include "services/platform/rpc_status.h"

namespace nianbao::clients {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class CallPolicyTest : public testing::Test {
 protected:
  CallPolicyTest() {
    // Never dialled: the tests' tries answer themselves.
    peer_.Bind(
        grpc::CreateChannel("127.0.0.1:1", grpc::InsecureChannelCredentials()));
  }

  CallPolicy Policy(absl::Duration timeout = absl::Seconds(30)) {
    return CallPolicy(timeout,
                      [this](absl::Duration d) { pauses_.push_back(d); });
  }

  platform::PeerChannel peer_;
  std::vector<absl::Duration> pauses_;
};

TEST_F(CallPolicyTest, SuccessNeedsOneTry) {
  int tries = 0;
  EXPECT_TRUE(Policy()
                  .Call("intake", peer_,
                        [&](const auto&, auto&) {
                          ++tries;
                          return grpc::Status::OK;
                        })
                  .ok());
  EXPECT_EQ(tries, 1);
  EXPECT_THAT(pauses_, ElementsAre());
}

TEST_F(CallPolicyTest, UnavailableIsTriedThreeTimesWithGrowingPauses) {
  int tries = 0;
  const absl::Status status =
      Policy().Call("intake", peer_, [&](const auto&, auto&) {
        ++tries;
        return grpc::Status(grpc::StatusCode::UNAVAILABLE, "refused");
      });
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(status.message(), "intake: refused");
  EXPECT_EQ(core::GetErrorInfo(status).metadata.at("peer"), "intake");
  EXPECT_EQ(tries, 3);
  EXPECT_THAT(pauses_,
              ElementsAre(absl::Milliseconds(100), absl::Milliseconds(200)));
}

TEST_F(CallPolicyTest, UnavailableThenSuccessIsSuccess) {
  int tries = 0;
  EXPECT_TRUE(Policy()
                  .Call("intake", peer_,
                        [&](const auto&, auto&) {
                          return ++tries < 3
                                     ? grpc::Status(
                                           grpc::StatusCode::UNAVAILABLE, "")
                                     : grpc::Status::OK;
                        })
                  .ok());
  EXPECT_EQ(tries, 3);
}

TEST_F(CallPolicyTest, ErrorOfThePeerComesBackUnchangedAndAtOnce) {
  const absl::Status error =
      core::MakeError(absl::StatusCode::kNotFound, "no such submission",
                      {.reason = "NONE", .metadata = {{"name", "x"}}});
  int tries = 0;
  const absl::Status status =
      Policy().Call("intake", peer_, [&](const auto&, auto&) {
        ++tries;
        return platform::ToGrpcStatus(error);
      });
  EXPECT_EQ(status, error);
  EXPECT_EQ(tries, 1);
}

TEST_F(CallPolicyTest, EachTryHasTheDeadline) {
  const absl::Time before = absl::Now();
  Policy(absl::Seconds(7))
      .Call("intake", peer_,
            [&](const auto&, grpc::ClientContext& context) {
              const absl::Time deadline = absl::FromChrono(context.deadline());
              EXPECT_GE(deadline, before + absl::Seconds(6));
              EXPECT_LE(deadline, absl::Now() + absl::Seconds(8));
              return grpc::Status::OK;
            })
      .IgnoreError();
}

TEST_F(CallPolicyTest, PeerThatIsNotBoundIsUnavailable) {
  const platform::PeerChannel unbound;
  const absl::Status status = Policy().Call(
      "metrics", unbound, [](const auto&, auto&) { return grpc::Status::OK; });
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_THAT(std::string(status.message()), HasSubstr("metrics"));
}

}  // namespace
}  // namespace nianbao::clients
