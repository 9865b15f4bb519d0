#include "services/cli/question_parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/core/errors.h"

namespace nianbao::cli {
namespace {

using ::nianbao::metrics::v1::QueryAggregatesRequest;
using ::nianbao::metrics::v1::Statistic;
using ::testing::HasSubstr;

TEST(AggregatesOf, PutsFlagsIntoTheRequest) {
  AggregatesOptions options;
  options.edition = "2021";
  options.indicators = {"a", "b"};
  options.by = "class";
  options.regions = {"330800"};
  options.range = "a:10:";
  options.statistics = {"median", "p:97.5", "share>=:20"};
  options.method = "nearest";
  options.for_public = true;
  const auto request = AggregatesOf(options);
  ASSERT_TRUE(request.ok()) << request.status();
  EXPECT_EQ(request->group_by(), QueryAggregatesRequest::GROUP_BY_SCHOOL_CLASS);
  EXPECT_EQ(request->filter().regions(0), "330800");
  EXPECT_EQ(request->filter().range().indicator(), "a");
  EXPECT_EQ(request->filter().range().least(), "10");
  EXPECT_EQ(request->filter().range().most(), "");
  EXPECT_EQ(request->statistics(1).percent(), "97.5");
  EXPECT_EQ(request->statistics(1).method(),
            metrics::v1::PERCENTILE_METHOD_NEAREST_RANK);
  EXPECT_EQ(request->statistics(2).kind(), Statistic::KIND_SHARE_AT_LEAST);
  EXPECT_EQ(request->statistics(2).bound(), "20");
  EXPECT_EQ(request->audience(), metrics::v1::AUDIENCE_PUBLIC);
}

TEST(AggregatesOf, RefusesAStatisticThatThereIsNot) {
  AggregatesOptions options;
  options.statistics = {"mode"};
  const auto request = AggregatesOf(options);
  EXPECT_EQ(core::GetErrorInfo(request.status()).reason, "UNKNOWN_STATISTIC");
  EXPECT_THAT(std::string(request.status().message()), HasSubstr("\"mode\""));
}

TEST(JsonLine, IsOneLineWithTheNamesOfTheApi) {
  metrics::v1::StandardCount count;
  count.set_standard("a");
  count.set_least_share("33.33");
  EXPECT_EQ(JsonLine(count),
            "{\"standard\":\"a\",\"least_share\":\"33.33\"}\n");
}

}  // namespace
}  // namespace nianbao::cli
