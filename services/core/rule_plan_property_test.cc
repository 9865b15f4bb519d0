// Random relations over random figures: a plan judges as Relation::Evaluate.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "services/core/rule_plan.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::MISSING_POLICY_INAPPLICABLE;
using nianbao::catalogue::v1::MISSING_POLICY_UNSPECIFIED;
using nianbao::catalogue::v1::MISSING_POLICY_ZERO;
using nianbao::fact::v1::Figure;
using nianbao::fact::v1::Hedge;

constexpr std::array<const char*, 6> kCodes = {"a", "b", "c", "d", "e", "f"};

// Makes relations and figures; the same seed makes the same ones.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  int Below(int end) {
    return std::uniform_int_distribution<int>(0, end - 1)(random_);
  }

  template <typename Choices>
  auto OneOf(const Choices& choices) {
    return choices[static_cast<std::size_t>(
        Below(static_cast<int>(std::size(choices))))];
  }

  std::string NumberText() {
    static constexpr std::array<const char*, 12> kNumbers = {
        "0",  "1",    "2",   "3",     "7",       "100",
        "10", "0.25", "1.5", "10000", "0.00501", "123456789012345678"};
    return OneOf(kNumbers);
  }

  std::string ReferenceText() {
    std::string text = OneOf(kCodes);
    if (Below(5) == 0) text += "@-1";
    return text;
  }

  std::string ExpressionText(int depth) {
    if (depth == 0 || Below(4) == 0) {
      return Below(4) == 0 ? NumberText() : ReferenceText();
    }
    const auto part = [&] { return ExpressionText(depth - 1); };
    static constexpr std::array<const char*, 4> kCalls = {"sum(", "min(",
                                                          "max(", "mean("};
    static constexpr std::array<const char*, 4> kSigns = {" + ", " - ", " * ",
                                                          " / "};
    switch (Below(8)) {
      case 0:
        return "-" + part();
      case 1:
      case 2:
        return OneOf(kCalls) + part() + ", " + part() + ", " + part() + ")";
      default:
        return "(" + part() + OneOf(kSigns) + part() + ")";
    }
  }

  std::string RelationText() {
    if (Below(12) == 0) {
      return "attainable(" + ReferenceText() + ", " + ExpressionText(1) + ")";
    }
    static constexpr std::array<const char*, 7> kOperators = {
        " = ", " = ", " = ", " <= ", " >= ", " < ", " > "};
    const std::string left =
        Below(2) == 0 ? ReferenceText() : ExpressionText(2);
    return left + OneOf(kOperators) + ExpressionText(3);
  }

  // Parsed; texts with a literal zero as divisor are made anew.
  Relation MakeRelation() {
    while (true) {
      auto relation = Relation::Parse(RelationText());
      if (relation.ok()) return *std::move(relation);
    }
  }

  std::optional<Quantity> MakeQuantity() {
    if (Below(12) == 0) return std::nullopt;
    Figure figure;
    figure.set_value(ValueText());
    static constexpr std::array<const char*, 5> kUnits = {"人", "%", "元",
                                                          "万元", "平方米"};
    figure.set_unit(OneOf(kUnits));
    if (Below(15) == 0) {
      figure.set_hedge(static_cast<Hedge>(Below(nianbao::fact::v1::Hedge_MAX)));
    }
    return QuantityOf(figure).value();
  }

 private:
  std::string ValueText() {
    const std::string sign = Below(10) == 0 ? "-" : "";
    switch (Below(12)) {
      case 0:
        return sign + std::to_string(Below(3));
      case 1:
        return sign + std::to_string(Below(100)) + "." +
               std::to_string(Below(10));
      case 2:
        return sign + "0." + std::to_string(100 + Below(900));
      case 3:
        return sign + std::to_string(Below(1000000)) + "000000000000";
      case 4:
        return "1:" + std::to_string(10 + Below(10));
      case 5:
        return Below(2) == 0 ? "7:3" : "2/3";
      case 6:
        return sign + std::to_string(Below(1000)) + "." +
               std::to_string(10 + Below(90));
      default:
        return sign + std::to_string(Below(30));
    }
  }

  std::mt19937 random_;
};

// Rows in two years, the second half of them a year after the first.
FactColumns MakeFacts(Generator& make, std::size_t rows) {
  FactColumns facts(rows);
  for (const char* code : kCodes) {
    // Some columns are never set, and some hold nothing but counts.
    const int kind = make.Below(8);
    if (kind == 0) continue;
    QuantityColumnBuilder column;
    for (std::size_t row = 0; row < rows; ++row) {
      if (kind < 4) {
        column.AddDecimal(make.Below(50), 0, /*exact=*/true);
      } else {
        column.Add(make.MakeQuantity());
      }
    }
    facts.Set(code, false, std::move(column).Build());
  }
  std::vector<std::int32_t> previous(rows, FactColumns::kNoRow);
  for (std::size_t row = rows / 2; row < rows; ++row) {
    previous[row] = static_cast<std::int32_t>(row - rows / 2);
  }
  facts.SetPrevious(std::move(previous));
  return facts;
}

std::string Text(const std::optional<Interval>& interval) {
  if (!interval) return "none";
  const auto end = [](const Bound& bound) {
    return bound.value ? (bound.open ? "o" : "c") + bound.value->str() : "";
  };
  return end(interval->lower) + " to " + end(interval->upper);
}

std::vector<PlannedRule> MakeRules(Generator& make, int count) {
  static constexpr std::array<MissingPolicy, 3> kPolicies = {
      MISSING_POLICY_UNSPECIFIED, MISSING_POLICY_ZERO,
      MISSING_POLICY_INAPPLICABLE};
  std::vector<PlannedRule> rules;
  for (int i = 0; i < count; ++i) {
    rules.push_back({make.MakeRelation(), make.OneOf(kPolicies), {}});
  }
  return rules;
}

// Compares each finding with the evaluation of its relation.
class Comparing {
 public:
  Comparing(const RulePlan& plan, const FactColumns& facts)
      : plan_(plan), facts_(facts) {}

  void operator()(const FindingBatch& batch) {
    for (const RowFinding& finding : batch.findings()) {
      const PlannedRule& rule = plan_.rules()[finding.rule];
      SCOPED_TRACE(rule.relation.text() + " in row " +
                   std::to_string(finding.row));
      const RelationResult want =
          rule.relation.Evaluate(facts_.AsLookup(finding.row), rule.missing);
      ++compared_;
      if (finding.outcome == Outcome::kInapplicable) {
        ASSERT_FALSE(want.blanks.empty());
        continue;
      }
      ASSERT_EQ(VerdictOf(finding.outcome), want.verdict)
          << Text(want.left) << " and " << Text(want.right);
      const RelationResult got = batch.ResultOf(finding);
      ASSERT_EQ(got.verdict, want.verdict);
      ASSERT_EQ(Text(got.left), Text(want.left));
      ASSERT_EQ(Text(got.right), Text(want.right));
      ASSERT_EQ(got.blanks, want.blanks);
    }
  }

  std::size_t compared() const { return compared_; }

 private:
  const RulePlan& plan_;
  const FactColumns& facts_;
  std::size_t compared_ = 0;
};

class RulePlanProperty : public ::testing::TestWithParam<unsigned> {};

TEST_P(RulePlanProperty, JudgesEachRowAsTheRelationDoes) {
  Generator make(GetParam());
  const std::size_t rows = 24;
  const RulePlan plan(MakeRules(make, 40));
  const FactColumns facts = MakeFacts(make, rows);
  Comparing compare(plan, facts);
  const auto tallies =
      plan.Run(facts, {.list_all = true, .intervals = true}, std::ref(compare));
  EXPECT_EQ(compare.compared(), rows * plan.rules().size());
  std::size_t with_fractions = 0;
  for (const RuleTally& tally : tallies) with_fractions += tally.with_fractions;
  EXPECT_LT(with_fractions, compare.compared() * 2 / 3);
  // The short list says the same.
  EXPECT_EQ(plan.Run(facts, {}, [](const FindingBatch&) {}), tallies);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RulePlanProperty, ::testing::Range(1u, 9u));

}  // namespace
}  // namespace nianbao::core
