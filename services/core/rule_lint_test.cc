#include "services/core/rule_lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "services/core/catalogue_test_base.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::Rule;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A rule that needs no examples of its own: those of the base rule, with other
// figures where they would not fit.
struct Written {
  std::string code;
  std::string expression;
  std::vector<std::string> editions;
};

void AddExample(Rule& rule, int students, int girls, int teachers,
                const std::string& verdict) {
  auto& example = *rule.add_examples();
  example.set_name(verdict);
  (*example.mutable_inputs())["students"] = std::to_string(students);
  (*example.mutable_inputs())["girls"] = std::to_string(girls);
  (*example.mutable_inputs())["teachers"] = std::to_string(teachers);
  example.set_verdict(verdict);
}

// Inputs that the rule does not name are taken out.
void KeepNamed(Rule& rule) {
  for (auto& example : *rule.mutable_examples()) {
    for (const std::string code : {"students", "girls", "teachers"}) {
      if (rule.expression().find(code) == std::string::npos) {
        example.mutable_inputs()->erase(code);
      }
    }
  }
}

// Problems of the base catalogue with rules that hold for 100 students, 40
// girls and 10 teachers, and fail for 1, 40 and 200.
std::vector<std::string> ProblemsWith(const std::vector<Written>& written) {
  auto content = BaseCatalogue();
  const Rule base = content.rules(0);
  for (const Written& one : written) {
    Rule& rule = *content.add_rules();
    rule = base;
    rule.set_code(one.code);
    rule.set_expression(one.expression);
    rule.clear_editions();
    for (const std::string& edition : one.editions) rule.add_editions(edition);
    rule.clear_examples();
    AddExample(rule, 100, 40, 10, "consistent");
    AddExample(rule, 1, 40, 200, "contradicted");
    KeepNamed(rule);
  }
  const auto catalogue = Create(std::move(content));
  EXPECT_TRUE(catalogue.ok()) << catalogue.status();
  if (!catalogue.ok()) return {};
  std::vector<std::string> problems;
  for (const LintProblem& problem : LintRules(**catalogue)) {
    problems.push_back(problem.problem);
  }
  return problems;
}

TEST(RuleLint, GoodRulesHaveNoProblem) {
  EXPECT_THAT(ProblemsWith({{"a", "girls <= students", {}},
                            {"b", "girls + teachers <= students", {}}}),
              IsEmpty());
}

TEST(RuleLint, FindsTheSameRuleHoweverItIsWritten) {
  EXPECT_THAT(ProblemsWith({{"a", "girls + teachers <= students", {}},
                            {"b", "students - girls >= sum(teachers)", {}}}),
              ElementsAre("rule \"b\": states the same as rule \"a\" "
                          "(base.textproto:1:1); keep one of them"));
}

TEST(RuleLint, EqualRulesOfOtherEditionsAreFine) {
  EXPECT_THAT(ProblemsWith({{"a", "girls <= students", {"2021"}},
                            {"b", "students >= girls", {"2020"}}}),
              ElementsAre(HasSubstr("is dead")));
  EXPECT_THAT(ProblemsWith({{"a", "students >= 50", {"2021"}},
                            {"b", "students >= 50", {"2020"}}}),
              IsEmpty());
}

TEST(RuleLint, FindsWhatAnotherRuleImplies) {
  EXPECT_THAT(ProblemsWith({{"a", "girls < students", {}},
                            {"b", "girls <= students", {"2021"}}}),
              ElementsAre("rule \"b\": holds wherever rule \"a\" "
                          "(base.textproto:1:1) holds; remove it"));
  EXPECT_THAT(
      ProblemsWith({{"a", "teachers <= 50", {}}, {"b", "teachers <= 20", {}}}),
      ElementsAre(HasSubstr("rule \"a\": holds wherever rule \"b\"")));
}

// The narrower rule is for one edition only: the wider one is needed in others.
TEST(RuleLint, RulesOfMoreEditionsAreNotRedundant) {
  EXPECT_THAT(ProblemsWith({{"a", "teachers <= 20", {"2021"}},
                            {"b", "teachers <= 50", {}}}),
              IsEmpty());
}

TEST(RuleLint, FindsRulesThatCanNotBothHold) {
  auto content = BaseCatalogue();
  Rule few = content.rules(0);
  few.set_code("few");
  few.set_expression("teachers <= 20");
  few.clear_examples();
  AddExample(few, 0, 0, 10, "consistent");
  AddExample(few, 0, 0, 30, "contradicted");
  KeepNamed(few);
  Rule many = few;
  many.set_code("many");
  many.set_expression("teachers > 25");
  many.mutable_examples(0)->set_verdict("contradicted");
  many.mutable_examples(1)->set_verdict("consistent");
  *content.add_rules() = few;
  *content.add_rules() = many;
  const auto catalogue = Create(std::move(content));
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  const auto problems = LintRules(**catalogue);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].problem,
            "rule \"many\": can't hold together with rule \"few\" "
            "(base.textproto:1:1); correct one of them");
}

TEST(RuleLint, FindsRulesForEditionsWithoutTheirIndicators) {
  EXPECT_THAT(ProblemsWith({{"a", "teachers <= 20", {"2020"}}}),
              ElementsAre("rule \"a\": is dead: none of its editions has "
                          "indicator \"teachers\"; correct the editions"));
}

TEST(RuleLint, FindsFiguresThatMeasureDifferentThings) {
  auto content = BaseCatalogue();
  content.mutable_indicators(2)->set_unit("元");
  content.mutable_editions(0)->mutable_sections(0)->clear_sections();
  Rule rule = content.rules(0);
  rule.set_code("mixed");
  rule.set_expression("girls + teachers <= students");
  rule.clear_examples();
  AddExample(rule, 100, 40, 10, "consistent");
  AddExample(rule, 1, 40, 200, "contradicted");
  *content.add_rules() = rule;
  const auto catalogue = Create(std::move(content));
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  const auto problems = LintRules(**catalogue);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_THAT(problems[0].problem, HasSubstr("measure different things"));
}

TEST(RuleLint, AttainableRulesAreComparedAsTheyStand) {
  auto content = BaseCatalogue();
  content.mutable_indicators(1)->set_unit("%");
  Rule rule = content.rules(0);
  rule.set_code("one");
  rule.set_expression("attainable(girls, students)");
  rule.clear_examples();
  AddExample(rule, 2, 50, 0, "consistent");
  AddExample(rule, 1, 50, 0, "contradicted");
  KeepNamed(rule);
  Rule other = rule;
  other.set_code("two");
  *content.add_rules() = rule;
  *content.add_rules() = other;
  const auto catalogue = Create(std::move(content));
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  const auto problems = LintRules(**catalogue);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_THAT(problems[0].problem,
              HasSubstr("rule \"two\": states the same as rule \"one\""));
}

}  // namespace
}  // namespace nianbao::core
