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
  }

  std::string Key() const {
    return AggregateKey(request_, version_, kRevision);
  }

  QueryAggregatesRequest request_;
  DataVersion version_{17, 0x1b};
};

TEST_F(AggregateKeyTest, CanBeReadByPeople) {
  EXPECT_THAT(Key(), MatchesRegex("nianbao:v2:aggregate:0123456789abcdef:2021:"
                                  "r17-000000000000001b:all:students:"
                                  "[0-9a-f]{32}"));
}

TEST_F(AggregateKeyTest, ChangesWithEverythingTheAnswerRestsOn) {
  std::set<std::string> keys = {Key()};
  keys.insert(AggregateKey(request_, version_, "another"));
  request_.set_group_by(QueryAggregatesRequest::GROUP_BY_COUNTY);
  keys.insert(Key());
  request_.add_indicators("teachers");
  keys.insert(Key());
  request_.mutable_indicators()->SwapElements(0, 1);
  keys.insert(Key());
  request_.add_statistics()->set_kind(
      nianbao::metrics::v1::Statistic::KIND_MEDIAN);
  keys.insert(Key());
  request_.mutable_filter()->add_regions("330800");
  keys.insert(Key());
  request_.set_audience(nianbao::metrics::v1::AUDIENCE_PUBLIC);
  keys.insert(Key());
  request_.set_page_size(10);
  keys.insert(Key());
  version_.revision = 18;
  keys.insert(Key());
  version_.stamp = 5;
  keys.insert(Key());
  EXPECT_EQ(keys.size(), 11U);
}

TEST_F(AggregateKeyTest, DoesNotChangeWithWhatTheAnswerDoesNotRestOn) {
  const std::string before = Key();
  request_.set_min_revision(5);
  EXPECT_EQ(Key(), before);
}

TEST_F(AggregateKeyTest, IsTheSameForTheSameQueryInOtherWords) {
  request_.mutable_filter()->add_regions("330800");
  request_.mutable_filter()->add_regions("330300");
  request_.set_page_size(0);
  const std::string before = Key();
  request_.mutable_filter()->mutable_regions()->SwapElements(0, 1);
  request_.mutable_filter()->add_regions("330300");
  request_.set_page_size(1000);
  EXPECT_EQ(Key(), before);
  request_.clear_filter();
  const std::string without = Key();
  request_.mutable_filter();
  EXPECT_EQ(Key(), without);
}

TEST_F(AggregateKeyTest, StaysShortForALongList) {
  for (int i = 0; i < 99; ++i) request_.add_indicators("students");
  const std::string key = Key();
  EXPECT_LT(key.size(), 200U);
  EXPECT_THAT(key, MatchesRegex(".*:all:100-indicators:[0-9a-f]{32}"));
  request_.set_indicators(50, "teachers");
  EXPECT_NE(Key(), key);
}

}  // namespace
}  // namespace nianbao::metrics
