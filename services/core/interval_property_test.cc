// Interval operations and relations against an oracle that enumerates true
// values.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "services/core/decimal.h"
#include "services/core/expression.h"
#include "tests/testing/true_values.h"

namespace nianbao::core {
namespace {

using nianbao::fact::v1::Figure;
using nianbao::fact::v1::Hedge;
using nianbao::testing::AllResults;
using nianbao::testing::Misfit;
using nianbao::testing::TrueValues;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;

std::string Text(const Interval& interval) { return ToText(interval, 12); }

// Makes the same intervals and figures from the same seed.
class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  int Pick(int from, int to) {
    return std::uniform_int_distribution<int>(from, to)(random_);
  }

  Interval MakeInterval() {
    const Rational middle(Pick(-6, 6), Pick(1, 3));
    const auto end = [&](int side) -> Bound {
      if (Pick(0, 4) == 0) return {};
      const Rational away(Pick(0, 6), Pick(1, 2));
      return {Rational(middle + side * away), away != 0 && Pick(0, 2) == 0};
    };
    return {end(-1), end(1)};
  }

  Quantity MakeQuantity() {
    static constexpr std::array<const char*, 3> kUnits = {"人", "%", "元"};
    Figure figure;
    figure.set_value(std::to_string(Pick(0, 40)));
    if (Pick(0, 1) == 0) {
      figure.set_value(figure.value() + "." + std::to_string(Pick(0, 99)));
    }
    figure.set_unit(kUnits[static_cast<std::size_t>(Pick(0, 2))]);
    if (Pick(0, 6) == 0) figure.set_hedge(static_cast<Hedge>(Pick(1, 7)));
    return QuantityOf(figure).value();
  }

 private:
  std::mt19937 random_;
};

struct Operation {
  const char* name;
  std::optional<Interval> (*of_intervals)(const Interval&, const Interval&);
  std::optional<Rational> (*of_numbers)(const Rational&, const Rational&);
};

const std::array<Operation, 6> kOperations = {{
    {"+",
     [](const Interval& a, const Interval& b) { return std::optional(a + b); },
     [](const Rational& a, const Rational& b) {
       return std::optional<Rational>(a + b);
     }},
    {"-",
     [](const Interval& a, const Interval& b) { return std::optional(a - b); },
     [](const Rational& a, const Rational& b) {
       return std::optional<Rational>(a - b);
     }},
    {"*",
     [](const Interval& a, const Interval& b) { return std::optional(a * b); },
     [](const Rational& a, const Rational& b) {
       return std::optional<Rational>(a * b);
     }},
    {"/", [](const Interval& a, const Interval& b) { return Divide(a, b); },
     [](const Rational& a, const Rational& b) {
       return b == 0 ? std::nullopt : std::optional<Rational>(a / b);
     }},
    {"min",
     [](const Interval& a, const Interval& b) {
       return std::optional(Min(a, b));
     },
     [](const Rational& a, const Rational& b) {
       return std::optional<Rational>(a < b ? a : b);
     }},
    {"max",
     [](const Interval& a, const Interval& b) {
       return std::optional(Max(a, b));
     },
     [](const Rational& a, const Rational& b) {
       return std::optional<Rational>(a < b ? b : a);
     }},
}};

TEST(IntervalProperty, OperationsGiveTheIntervalOfAllResults) {
  Maker make(1);
  for (int i = 0; i < 200; ++i) {
    const Interval a = make.MakeInterval();
    const Interval b = make.MakeInterval();
    for (const Operation& operation : kOperations) {
      SCOPED_TRACE(Text(a) + " " + operation.name + " " + Text(b));
      const auto got = operation.of_intervals(a, b);
      if (!got) {
        EXPECT_TRUE(b.Contains(0));
        continue;
      }
      const auto all =
          AllResults({TrueValues(a), TrueValues(b)}, [&](const auto& values) {
            return operation.of_numbers(values[0], values[1]);
          });
      EXPECT_EQ(Misfit(*got, all), "") << Text(*got);
    }
  }
}

TEST(IntervalProperty, ComparisonsHoldWhereSomeValuesStandInThem) {
  Maker make(2);
  for (int i = 0; i < 600; ++i) {
    const Interval a = make.MakeInterval();
    const Interval b = make.MakeInterval();
    SCOPED_TRACE(Text(a) + " and " + Text(b));
    bool less = false;
    bool at_most = false;
    for (const Rational& x : TrueValues(a)) {
      for (const Rational& y : TrueValues(b)) {
        less = less || x < y;
        at_most = at_most || x <= y;
      }
    }
    EXPECT_EQ(CanBeLess(a, b), less);
    EXPECT_EQ(CanBeAtMost(a, b), at_most);
  }
}

// Kinds of relation, each figure named once: one named twice counts as two.
constexpr std::array<const char*, 17> kRelations = {
    "t = a + b + c",
    "t = a - b",
    "t = a * b",
    "t = a / b",
    "t = a / b * 100",
    "t = a * 10000 / b",
    "t = (a / b - 1) * 100",
    "t = mean(a, b, c)",
    "t = (a * b + c * d) / (e + f)",
    "t = a - b - c + d",
    "t = max(a, b, c)",
    "t = min(a, b) + c",
    "a + b <= t",
    "a / b >= t",
    "a - b < t",
    "a * b > t + c",
    "a + b = t - c",
};

// The distances between both sides over all enumerated true values.
std::vector<Rational> Distances(const Relation& relation,
                                const std::map<std::string, Quantity>& figures,
                                bool loose) {
  std::vector<std::vector<Rational>> lists;
  for (const Reference& reference : relation.references()) {
    const Quantity& figure = figures.at(reference.code);
    // Only ends matter for expressions that name each figure once.
    const bool reported = relation.left().AsReference() != nullptr &&
                          *relation.left().AsReference() == reference;
    const auto values =
        TrueValues(loose && reported ? figure.loose : figure.rounded);
    lists.push_back({values.front(), values.back()});
  }
  return AllResults(
      lists,
      [&](const std::vector<Rational>& values) -> std::optional<Rational> {
        const Lookup lookup = [&](const Reference& reference) {
          Quantity exact;
          for (std::size_t i = 0; i < values.size(); ++i) {
            if (relation.references()[i] == reference) exact.value = values[i];
          }
          return std::optional(exact);
        };
        const auto left = relation.left().Evaluate(lookup, Reading::kPrinted);
        const auto right = relation.right().Evaluate(lookup, Reading::kPrinted);
        if (!left || !right) return std::nullopt;
        return Rational(*left->lower.value - *right->lower.value);
      });
}

// Whether some of them stand in the relation; sides change without jumps, so
// that they meet between a distance below and one above zero.
bool SomeHold(Operator op, const std::vector<Rational>& distances) {
  const auto [low, high] =
      std::minmax_element(distances.begin(), distances.end());
  switch (op) {
    case Operator::kEqual:
      return *low <= 0 && *high >= 0;
    case Operator::kAtMost:
      return *low <= 0;
    case Operator::kAtLeast:
      return *high >= 0;
    case Operator::kLess:
      return *low < 0;
    case Operator::kGreater:
      return *high > 0;
  }
  return false;
}

// What the right side makes of the printed figures, in percent with two
// decimals, up to two units of the last one away.
std::optional<Quantity> NearTo(const Relation& relation, Maker& make,
                               const std::map<std::string, Quantity>& figures) {
  const auto value = relation.right().Evaluate(
      [&](const Reference& reference) {
        return std::optional(figures.at(reference.code));
      },
      Reading::kPrinted);
  if (!value || !value->IsPoint()) return std::nullopt;
  const Rational away(make.Pick(-2, 2), 100);
  Figure figure;
  figure.set_unit("%");
  figure.set_value(
      Decimal::Round(Rational(*value->lower.value + away), 2).ToString());
  return QuantityOf(figure).value();
}

TEST(RelationProperty, VerdictsAreThoseOfEnumeratedTrueValues) {
  Maker make(3);
  std::map<Verdict, int> met;
  for (const char* text : kRelations) {
    const Relation relation = Relation::Parse(text).value();
    for (int i = 0; i < 24; ++i) {
      std::map<std::string, Quantity> figures;
      std::string trace = text;
      for (const Reference& reference : relation.references()) {
        figures[reference.code] = make.MakeQuantity();
      }
      const Reference* reported = relation.left().AsReference();
      if (reported != nullptr && make.Pick(0, 4) > 0) {
        const auto near = NearTo(relation, make, figures);
        if (near) figures[reported->code] = *near;
      }
      for (const auto& [code, figure] : figures) {
        trace += ", " + code + " " + Text(figure.rounded);
      }
      SCOPED_TRACE(trace);
      const auto result = relation.Evaluate([&](const Reference& reference) {
        return std::optional(figures.at(reference.code));
      });
      if (!result.left || !result.right) continue;
      ++met[result.verdict];
      const Operator op = relation.relation();
      const bool holds = SomeHold(op, Distances(relation, figures, false));
      const bool nearly = op == Operator::kEqual && reported != nullptr &&
                          SomeHold(op, Distances(relation, figures, true));
      EXPECT_EQ(result.verdict == VERDICT_CONSISTENT, holds);
      EXPECT_EQ(result.verdict == VERDICT_ROUNDED_DIFFERENTLY,
                !holds && nearly);
      if (result.verdict == VERDICT_CONTRADICTED) {
        EXPECT_FALSE(holds || nearly);
      }
    }
  }
  EXPECT_GT(met[VERDICT_CONSISTENT], 20);
  EXPECT_GT(met[VERDICT_CONTRADICTED], 20);
  EXPECT_GT(met[VERDICT_ROUNDED_DIFFERENTLY], 2);
}

// The oracle counts people, one after the other.
TEST(RelationProperty, AttainableIsWhatSomeNumberOfPeopleMakes) {
  Maker make(4);
  for (int i = 0; i < 200; ++i) {
    Figure figure;
    figure.set_value(std::to_string(make.Pick(0, 100)) + "." +
                     std::to_string(make.Pick(0, 99)));
    figure.set_unit("%");
    const Quantity percent = QuantityOf(figure).value();
    const int whole = make.Pick(1, 60);
    bool attained = false;
    for (int n = 1; n <= whole && !attained; ++n) {
      for (int k = 0; k <= n; ++k) {
        attained = attained || percent.rounded.Contains(Rational(100 * k, n));
      }
    }
    EXPECT_EQ(
        JudgeAttainable(percent, Interval::Point(whole)) == VERDICT_CONSISTENT,
        attained)
        << figure.value() << " of " << whole;
  }
}

}  // namespace
}  // namespace nianbao::core
