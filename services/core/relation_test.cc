#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "services/core/expression.h"

namespace nianbao::core {
namespace {

using nianbao::fact::v1::Figure;
using nianbao::fact::v1::Hedge;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;
using ::testing::ElementsAre;

using Printed = std::map<std::string, Figure>;

Figure Percent(const std::string& value) {
  Figure figure;
  figure.set_value(value);
  figure.set_unit("%");
  return figure;
}

Figure Count(const std::string& value, Hedge hedge = Hedge::HEDGE_UNSPECIFIED) {
  Figure figure;
  figure.set_value(value);
  figure.set_unit("人");
  figure.set_hedge(hedge);
  return figure;
}

RelationResult Evaluate(const std::string& text, const Printed& printed) {
  const auto relation = Relation::Parse(text);
  EXPECT_TRUE(relation.ok()) << relation.status();
  return relation->Evaluate([&](const Reference& r) -> std::optional<Quantity> {
    const auto found = printed.find(r.code);
    if (found == printed.end()) return std::nullopt;
    return QuantityOf(found->second).value();
  });
}

constexpr char kShare[] = "share = part / whole * 100";

TEST(Relation, ReportedFigureOnTheLeftIsJudgedByItsRounding) {
  const Printed truncated = {{"share", Percent("84.67")},
                             {"part", Count("1409")},
                             {"whole", Count("1664")}};
  const RelationResult result = Evaluate(kShare, truncated);
  EXPECT_EQ(result.verdict, VERDICT_ROUNDED_DIFFERENTLY);
  EXPECT_EQ(ToText(*result.left, 3), "[84.665, 84.675]");
  EXPECT_EQ(ToText(*result.right, 3), "84.675");
  EXPECT_EQ(Evaluate(kShare, {{"share", Percent("36.19")},
                              {"part", Count("96")},
                              {"whole", Count("268")}})
                .verdict,
            VERDICT_CONTRADICTED);
}

TEST(Relation, ComputedSidesAreComparedAsIntervals) {
  const Printed figures = {
      {"a", Percent("30.1")}, {"b", Percent("69.8")}, {"c", Percent("0.3")}};
  EXPECT_EQ(Evaluate("a + b = 100 - c", figures).verdict, VERDICT_CONTRADICTED);
  EXPECT_EQ(Evaluate("a + b + c = 100", figures).verdict, VERDICT_CONTRADICTED);
  EXPECT_EQ(Evaluate("a + b + c >= 100", figures).verdict, VERDICT_CONSISTENT);
  EXPECT_EQ(Evaluate("a + b <= 100", figures).verdict, VERDICT_CONSISTENT);
}

TEST(Relation, OrdersCounts) {
  const Printed figures = {{"part", Count("270")}, {"whole", Count("268")}};
  EXPECT_EQ(Evaluate("part <= whole", figures).verdict, VERDICT_CONTRADICTED);
  EXPECT_EQ(Evaluate("part > whole", figures).verdict, VERDICT_CONSISTENT);
  EXPECT_EQ(Evaluate("part < part", figures).verdict, VERDICT_CONTRADICTED);
}

TEST(Relation, BlanksAreUndecidedAndListed) {
  const RelationResult result = Evaluate(kShare, {{"share", Percent("84")}});
  EXPECT_EQ(result.verdict, VERDICT_UNDECIDED);
  EXPECT_THAT(result.blanks, ElementsAre(Reference{"part", 0, false},
                                         Reference{"whole", 0, false}));
  EXPECT_TRUE(result.left);
  EXPECT_FALSE(result.right);
}

TEST(Relation, DivisorThatMayBeZeroIsUndecidedWithoutBlanks) {
  const RelationResult result = Evaluate(
      kShare,
      {{"share", Percent("84")}, {"part", Count("0")}, {"whole", Count("0")}});
  EXPECT_EQ(result.verdict, VERDICT_UNDECIDED);
  EXPECT_TRUE(result.blanks.empty());
}

TEST(Relation, AttainableJudgesThePercentage) {
  const std::string text = "attainable(rate[*], graduates + 0)";
  EXPECT_EQ(
      Evaluate(text, {{"rate", Percent("99.96")}, {"graduates", Count("1664")}})
          .verdict,
      VERDICT_CONTRADICTED);
  EXPECT_EQ(
      Evaluate(text, {{"rate", Percent("99.96")}, {"graduates", Count("3000")}})
          .verdict,
      VERDICT_CONSISTENT);
}

TEST(Relation, VagueFiguresRefuteNothingOnEitherSide) {
  const Figure about = Count("300", Hedge::HEDGE_ABOUT);
  EXPECT_EQ(Evaluate("a = b", {{"a", Count("900")}, {"b", about}}).verdict,
            VERDICT_UNDECIDED);
  EXPECT_EQ(Evaluate("b = a", {{"a", Count("900")}, {"b", about}}).verdict,
            VERDICT_UNDECIDED);
  EXPECT_EQ(Evaluate("a <= b", {{"a", Count("900")}, {"b", about}}).verdict,
            VERDICT_UNDECIDED);
  EXPECT_EQ(Evaluate("b <= a", {{"a", Count("900")}, {"b", about}}).verdict,
            VERDICT_CONSISTENT);
}

TEST(Relation, KeepsTheTextOfItsSides) {
  const auto relation = Relation::Parse(" share  = part / whole * 100 ");
  ASSERT_TRUE(relation.ok());
  EXPECT_EQ(relation->left().text(), "share");
  EXPECT_EQ(relation->right().text(), "part / whole * 100");
  EXPECT_EQ(relation->relation(), Operator::kEqual);
  const auto attainable = Relation::Parse("attainable( rate[*] , whole )");
  ASSERT_TRUE(attainable.ok());
  EXPECT_TRUE(attainable->attainable());
  EXPECT_EQ(attainable->left().text(), "rate[*]");
  EXPECT_EQ(attainable->right().text(), "whole");
}

TEST(Relation, ListsReferencesOfBothSidesOnce) {
  const auto relation = Relation::Parse("a + b <= b + c");
  ASSERT_TRUE(relation.ok());
  EXPECT_THAT(relation->references(),
              ElementsAre(Reference{"a", 0, false}, Reference{"b", 0, false},
                          Reference{"c", 0, false}));
}

}  // namespace
}  // namespace nianbao::core
