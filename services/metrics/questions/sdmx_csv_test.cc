#include "services/metrics/questions/sdmx_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "services/metrics/questions/export.h"
#include "services/metrics/questions/questions_test_base.h"

namespace nianbao::metrics {
namespace {

using ::nianbao::metrics::v1::ExportAggregatesRequest;
using ::nianbao::metrics::v1::QueryAggregatesRequest;
using ::nianbao::metrics::v1::QueryAggregatesResponse;
using ::nianbao::metrics::v1::Statistic;
using ::testing::HasSubstr;

QueryAggregatesRequest Query() {
  QueryAggregatesRequest query;
  query.set_edition("2021");
  query.add_indicators("students");
  query.set_group_by(QueryAggregatesRequest::GROUP_BY_PREFECTURE);
  return query;
}

QueryAggregatesResponse::Group Group(const std::string& title) {
  QueryAggregatesResponse::Group group;
  group.set_region("330800");
  group.set_title(title);
  auto& aggregate = *group.add_aggregates();
  aggregate.set_indicator("students");
  aggregate.set_unit("人");
  aggregate.set_value("3000");
  aggregate.set_reported(2);
  aggregate.set_missing(1);
  return group;
}

TEST(CsvField, QuotesWhatSeparates) {
  EXPECT_EQ(CsvField("a b"), "a b");
  EXPECT_EQ(CsvField("a,b"), "\"a,b\"");
  EXPECT_EQ(CsvField("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(CsvField("a\nb"), "\"a\nb\"");
}

TEST(HarmlessText, IsNoFormula) {
  for (const std::string text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"}) {
    EXPECT_EQ(HarmlessText(text), "'" + text);
  }
  EXPECT_EQ(HarmlessText("衢州=市"), "衢州=市");
}

TEST(SdmxCsv, BeginsWithTheColumnsThatTheStandardWants) {
  const auto catalogue = MakeQuestionsCatalogue();
  EXPECT_EQ(SdmxCsv(*catalogue, true).Head(),
            "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,LEVEL,GROUP,Group,"
            "INDICATOR,Indicator,STATISTIC,Statistic,TIME_PERIOD,OBS_VALUE,"
            "UNIT_MEASURE,REPORTED,MISSING,EDITION,OBS_STATUS\r\n");
}

TEST(SdmxCsv, ALineIsAnObservation) {
  const auto catalogue = MakeQuestionsCatalogue();
  EXPECT_EQ(SdmxCsv(*catalogue, false).Lines(Query(), Group("衢州市")),
            "dataflow,NIANBAO:AGGREGATES(1.0),学校指标汇总,I,PREFECTURE,330800,"
            "衢州市,students,在校生数,TOTAL,合计,2021,3000,人,2,1,2021,A\r\n");
}

TEST(SdmxCsv, ASchoolCalledLikeAFormulaIsAText) {
  const auto catalogue = MakeQuestionsCatalogue();
  EXPECT_THAT(SdmxCsv(*catalogue, false)
                  .Lines(Query(), Group("=HYPERLINK(\"http://x\",\"y\")")),
              HasSubstr(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\","));
}

TEST(SdmxCsv, WithheldNumbersAreMarkedAndEmpty) {
  const auto catalogue = MakeQuestionsCatalogue();
  auto group = Group("衢州市");
  group.mutable_aggregates(0)->set_suppressed(true);
  EXPECT_THAT(SdmxCsv(*catalogue, false).Lines(Query(), group),
              HasSubstr(",合计,2021,,人,,,2021,Q\r\n"));
}

TEST(SdmxCsv, StatisticsAndBinsHaveLinesOfTheirOwn) {
  const auto catalogue = MakeQuestionsCatalogue();
  QueryAggregatesRequest query = Query();
  query.add_statistics()->set_kind(Statistic::KIND_MEDIAN);
  query.add_bin_ends("1000");
  auto group = Group("衢州市");
  group.mutable_aggregates(0)->add_statistics()->set_value("1500");
  group.mutable_aggregates(0)->add_bins(1);
  group.mutable_aggregates(0)->add_bins(1);
  const std::string lines = SdmxCsv(*catalogue, true).Lines(query, group);
  EXPECT_THAT(lines, HasSubstr("MEDIAN,Median,2021,1500,人,2,1,2021,A\r\n"));
  EXPECT_THAT(lines, HasSubstr("BIN_1,Schools of at most 1000,2021,1,"));
  EXPECT_THAT(lines, HasSubstr("BIN_2,Schools above 1000,2021,1,"));
}

TEST(ExportAggregates, GoesThroughAllPagesOfAllEditions) {
  const auto catalogue = MakeQuestionsCatalogue();
  ExportAggregatesRequest request;
  *request.mutable_query() = Query();
  request.add_editions("2020");
  request.add_editions("2021");
  std::string asked;
  const AskAggregates ask = [&](const QueryAggregatesRequest& query)
      -> absl::StatusOr<QueryAggregatesResponse> {
    asked += query.edition() + query.page_token() + " ";
    QueryAggregatesResponse page;
    *page.add_groups() = Group("衢州市");
    if (query.page_token().empty()) page.set_next_page_token("b");
    page.set_snapshot_revision(7);
    return page;
  };
  const auto messages = ExportAggregates(*catalogue, ask, request);
  ASSERT_TRUE(messages.ok()) << messages.status();
  EXPECT_EQ(asked, "2020 2020b 2021 2021b ");
  EXPECT_EQ(messages->back().revision(), 7);
  std::string all;
  for (const auto& message : *messages) all += message.data();
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 5);
}

}  // namespace
}  // namespace nianbao::metrics
