#include "services/validation/equation.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "services/core/interval.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Quantity;
using core::Rational;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;

Quantity Figure(const std::string& value, const std::string& unit) {
  nianbao::fact::v1::Figure figure;
  figure.set_value(value);
  figure.set_unit(unit);
  return *core::QuantityOf(figure);
}

Formula ShareFormula() {
  Formula formula;
  formula.result = 0;
  formula.scale = 100;
  formula.terms = {{1, 1}};
  formula.divisor = 2;
  formula.share = true;
  formula.units = {1, 1, 1};
  return formula;
}

TEST(Equation, JudgesAShareAndSolvesItForEachFigure) {
  const auto share = FormulaEquation(ShareFormula());
  Quantities figures{Figure("81.95", "%"), Figure("2960", "人"),
                     Figure("3686", "人")};
  EXPECT_EQ(share->Judge(figures), VERDICT_CONTRADICTED);
  EXPECT_TRUE(share->IsResult(0));
  EXPECT_EQ(share->Divisor(), 2U);
  EXPECT_EQ(core::ToText(*share->Solve(figures, 0), 2), "80.3");
  EXPECT_EQ(core::ToText(*share->Solve(figures, 2), 1), "[3611.7, 3612.2]");
  figures[2] = Figure("3612", "人");
  EXPECT_EQ(share->Judge(figures), VERDICT_CONSISTENT);
  figures[2] = Figure("3610", "人");
  EXPECT_EQ(share->Judge(figures), VERDICT_CONTRADICTED);
}

TEST(Equation, KnowsADigitThatWasCutOff) {
  const auto share = FormulaEquation(ShareFormula());
  const Quantities figures{Figure("84.67", "%"), Figure("1409", "人"),
                           Figure("1664", "人")};
  EXPECT_EQ(share->Judge(figures), VERDICT_ROUNDED_DIFFERENTLY);
}

TEST(Equation, HasOneValueForThePartOfASum) {
  Formula formula;
  formula.result = 0;
  formula.terms = {{1, 1}, {2, -1}};
  formula.units = {1, 1, 10000};
  const auto sum = FormulaEquation(formula);
  const Quantities figures{Figure("30000", "元"), Figure("80000", "元"),
                           Figure("6", "万元")};
  EXPECT_EQ(sum->Judge(figures), VERDICT_CONTRADICTED);
  EXPECT_TRUE(sum->Solve(figures, 2)->Contains(5));
}

TEST(Equation, OfPartsAndOrdersIsSolvedForALimit) {
  const auto parts = PartsEquation({1, 1, 1});
  const Quantities figures{Figure("93", "人"), Figure("71", "人"),
                           Figure("32", "人")};
  EXPECT_EQ(parts->Judge(figures), VERDICT_CONTRADICTED);
  EXPECT_EQ(core::ToText(*parts->Solve(figures, 2), 0), "(-∞, 22]");
  const auto less = OrderEquation(core::Operator::kLess, {1, 1});
  EXPECT_EQ(core::ToText(*less->Solve(figures, 0), 0), "(-∞, 71)");
  EXPECT_EQ(core::ToText(*less->Solve(figures, 1), 0), "(93, ∞)");
}

TEST(Equation, AsksWholePeopleForARate) {
  const auto rate = WholePeopleEquation(0, 1);
  EXPECT_EQ(rate->Judge({Figure("82.53", "%"), Figure("17", "人")}),
            VERDICT_CONTRADICTED);
  EXPECT_EQ(rate->Judge({Figure("82.35", "%"), Figure("17", "人")}),
            VERDICT_CONSISTENT);
}

// Whatever a relation can be solved for makes it hold: seeded random figures,
// the oracle being the judgement itself.
TEST(Equation, HoldsWithWhatItIsSolvedFor) {
  std::mt19937 random(20211);
  const auto pick = [&random](int least, int most) {
    return least +
           static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
  };
  const auto share = FormulaEquation(ShareFormula());
  Formula growth = ShareFormula();
  growth.share = false;
  growth.offset = 100;
  const auto grown = FormulaEquation(growth);
  for (int i = 0; i < 2000; ++i) {
    const Quantities figures{
        Figure(std::to_string(pick(0, 99)) + "." + std::to_string(pick(10, 99)),
               "%"),
        Figure(std::to_string(pick(1, 4000)), "人"),
        Figure(std::to_string(pick(4000, 9000)), "人")};
    const auto computed = share->Solve(figures, 0);
    ASSERT_TRUE(computed);
    Quantities right = figures;
    right[0].rounded = right[0].loose = *computed;
    EXPECT_EQ(share->Judge(right), VERDICT_CONSISTENT);
    right = figures;
    right[2].rounded = *grown->Solve(figures, 2);
    EXPECT_EQ(grown->Judge(right), VERDICT_CONSISTENT);
    right = figures;
    right[1].rounded = *grown->Solve(figures, 1);
    EXPECT_EQ(grown->Judge(right), VERDICT_CONSISTENT);
  }
}

}  // namespace
}  // namespace nianbao::validation
