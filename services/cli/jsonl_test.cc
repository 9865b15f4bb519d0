#include "services/cli/jsonl.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace nianbao::cli {
namespace {

using nianbao::fact::v1::Fact;
using nianbao::validation::v1::Check;
using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Fact Boarders() {
  Fact fact;
  fact.set_id("f12");
  fact.set_label("住校生");
  fact.set_period("2021年");
  fact.set_fact_class(nianbao::fact::v1::FACT_CLASS_OWN);
  fact.set_origin(nianbao::fact::v1::ORIGIN_TEXT);
  fact.mutable_figure()->set_text("2960人");
  fact.mutable_figure()->set_value("2960");
  fact.mutable_figure()->set_unit("人");
  fact.mutable_place()->set_block("b7");
  fact.mutable_place()->set_line(115);
  return fact;
}

TEST(FactLine, TellsEveryKeyOfTheContract) {
  const json line = json::parse(FactLine(Boarders(), false));
  EXPECT_EQ(line, json::parse(R"({
    "line": 115, "value": "2960", "text": "2960人", "unit": "人",
    "label": "住校生", "indicator": null, "period": "2021年", "dims": {},
    "hedge": null, "where": "text", "fact": "f12"})"));
}

TEST(FactLine, IsOneLineOfUnescapedText) {
  Fact fact = Boarders();
  fact.set_label("住校\n生");
  EXPECT_THAT(FactLine(fact, false), Not(HasSubstr("\n")));
  EXPECT_THAT(FactLine(fact, false), HasSubstr("住校\\n生"));
}

TEST(FactLine, NamesIndicatorHedgeAndDimensions) {
  Fact fact = Boarders();
  fact.set_concept_code("some_code");
  fact.mutable_figure()->set_hedge(nianbao::fact::v1::HEDGE_AT_LEAST);
  auto* level = fact.add_dimensions();
  level->set_name("级别");
  level->set_value("省级");
  auto* change = fact.add_dimensions();
  change->set_name("方向");
  change->set_value("增加");
  const json line = json::parse(FactLine(fact, false));
  EXPECT_EQ(line["indicator"], "some_code");
  EXPECT_EQ(line["hedge"], "at_least");
  EXPECT_EQ(line["dims"], json::parse(R"({"级别": "省级", "方向": "增加"})"));
}

TEST(FactLine, GivesThePlaceWhereThereAreNoLines) {
  Fact fact = Boarders();
  fact.set_origin(nianbao::fact::v1::ORIGIN_TABLE);
  fact.mutable_place()->set_line(0);
  fact.mutable_place()->set_page(4);
  fact.mutable_place()->set_row(2);
  fact.mutable_place()->set_column(3);
  const json line = json::parse(FactLine(fact, false));
  EXPECT_FALSE(line.contains("line"));
  EXPECT_EQ(line["place"], json::parse(R"({"block": "b7", "row": 2,
                                           "column": 3, "page": 4})"));
  EXPECT_EQ(line["where"], "table");
}

TEST(FactLine, NamesTheClassOnlyWhereAsked) {
  EXPECT_FALSE(json::parse(FactLine(Boarders(), false)).contains("class"));
  EXPECT_EQ(json::parse(FactLine(Boarders(), true))["class"], "own");
}

Check ShareOfBoarders() {
  Check check;
  check.set_kind("share");
  check.set_verdict(nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY);
  check.set_severity(nianbao::catalogue::v1::SEVERITY_QUERY);
  check.set_reported("86.71%");
  check.set_computed("111÷128=86.72%");
  check.mutable_reported_interval()->set_lower("86.705");
  check.mutable_reported_interval()->set_upper("86.715");
  check.mutable_computed_interval()->set_lower("11100/128");
  check.mutable_computed_interval()->set_lower_open(true);
  for (const int line : {130, 146, 130}) {
    auto* operand = check.add_operands();
    operand->set_value(std::to_string(line));
    operand->set_fact("f" + std::to_string(line));
    operand->mutable_place()->set_line(line);
  }
  check.add_operands()->set_value("100");  // a constant
  check.mutable_message()->set_zh("占比末位不同");
  check.mutable_message()->set_en("the share's last digit differs");
  check.add_hints()->set_zh("改为 86.72%");
  return check;
}

TEST(CheckLine, TellsVerdictIntervalsAndOperands) {
  const json line = json::parse(CheckLine(ShareOfBoarders(), nullptr));
  EXPECT_EQ(line["kind"], "share");
  EXPECT_EQ(line["verdict"], "rounded_differently");
  EXPECT_EQ(line["severity"], "query");
  EXPECT_EQ(line["reported"], "86.71%");
  EXPECT_EQ(line["computed"], "111÷128=86.72%");
  EXPECT_EQ(line["reported_interval"]["lower"], "86.705");
  EXPECT_EQ(line["computed_interval"]["upper"], nullptr);
  EXPECT_EQ(line["computed_interval"]["lower_open"], true);
  EXPECT_THAT(line["values"], ElementsAre("130", "146", "130", "100"));
  EXPECT_EQ(line["rule"], nullptr);
  EXPECT_EQ(line["message"], "占比末位不同");
  EXPECT_THAT(line["hints"], ElementsAre("改为 86.72%"));
}

TEST(CheckLine, NamesEachLineOnceAndNoFactForConstants) {
  const json line = json::parse(CheckLine(ShareOfBoarders(), nullptr));
  EXPECT_THAT(line["lines"], ElementsAre(130, 146));
  EXPECT_THAT(line["facts"], ElementsAre("f130", "f146", "f130"));
}

TEST(CheckLine, HasNoVerdictForStandards) {
  Check check;
  check.set_kind("standard");
  check.set_rule("some_standard");
  const json line = json::parse(CheckLine(check, nullptr));
  EXPECT_TRUE(line["verdict"].is_null());
  EXPECT_TRUE(line["severity"].is_null());
  EXPECT_TRUE(line["reported_interval"].is_null());
  EXPECT_EQ(line["rule"], "some_standard");
  EXPECT_TRUE(line["lines"].empty());
}

}  // namespace
}  // namespace nianbao::cli
