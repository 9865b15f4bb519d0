#include "services/metrics/aggregate_key.h"

#include <set>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace nianbao::metrics {
namespace {

using ::nianbao::metrics::v1::QueryAggregatesRequest;
using ::testing::MatchesRegex;

constexpr char kRevision[] = "0123456789abcdef0123456789abcdef";

class AggregateKeyTest : public ::testing::Test {
 protected:
  AggregateKeyTest() {
    request_.set_edition("2021");
    request_.add_indicators("students");
    auto& submission = list_.submissions.emplace_back();
    submission.set_name("editions/2021/submissions/1/versions/1");
    submission.mutable_source()->set_sha256("aa");
    list_.revision = 17;
  }

  std::string Key() const { return AggregateKey(request_, list_, kRevision); }

  QueryAggregatesRequest request_;
  core::SubmissionList list_;
};

TEST_F(AggregateKeyTest, CanBeReadByPeople) {
  EXPECT_THAT(Key(), MatchesRegex("nianbao:v1:aggregate:0123456789abcdef:2021:"
                                  "r17-[0-9a-f]{32}:all:students"));
}

TEST_F(AggregateKeyTest, ChangesWithEverythingTheAnswerRestsOn) {
  std::set<std::string> keys = {Key()};
  keys.insert(AggregateKey(request_, list_, "another"));
  request_.set_group_by(QueryAggregatesRequest::GROUP_BY_COUNTY);
  keys.insert(Key());
  request_.add_indicators("teachers");
  keys.insert(Key());
  request_.mutable_indicators()->SwapElements(0, 1);
  keys.insert(Key());
  list_.revision = 18;
  keys.insert(Key());
  list_.submissions[0].mutable_source()->set_sha256("bb");
  keys.insert(Key());
  list_.submissions[0].set_region("330800");
  keys.insert(Key());
  list_.submissions.emplace_back();
  keys.insert(Key());
  EXPECT_EQ(keys.size(), 9U);
}

TEST_F(AggregateKeyTest, DoesNotChangeWithWhatTheAnswerDoesNotRestOn) {
  const std::string before = Key();
  request_.set_min_revision(5);
  EXPECT_EQ(Key(), before);
}

TEST_F(AggregateKeyTest, HashesALongListOfIndicators) {
  for (int i = 0; i < 99; ++i) request_.add_indicators("students");
  const std::string key = Key();
  EXPECT_LT(key.size(), 200U);
  EXPECT_THAT(key, MatchesRegex(".*:all:#[0-9a-f]{32}"));
  request_.set_indicators(50, "teachers");
  EXPECT_NE(Key(), key);
}

}  // namespace
}  // namespace nianbao::metrics
