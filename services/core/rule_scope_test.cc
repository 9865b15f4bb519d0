#include "services/core/rule_scope.h"

#include <gtest/gtest.h>

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::Rule;

TEST(RuleScope, RulesWithoutListsApplyEverywhere) {
  EXPECT_EQ(ApplicabilityOf(Rule(), {"2021", "", "school"}),
            Applicability::kApplies);
}

TEST(RuleScope, ListsNameWhatARuleIsFor) {
  Rule rule;
  rule.add_editions("2021");
  rule.add_school_classes("arts");
  rule.add_levels("school");
  EXPECT_EQ(ApplicabilityOf(rule, {"2021", "arts", "school"}),
            Applicability::kApplies);
  EXPECT_EQ(ApplicabilityOf(rule, {"2020", "arts", "school"}),
            Applicability::kOtherEdition);
  EXPECT_EQ(ApplicabilityOf(rule, {"2021", "sports", "school"}),
            Applicability::kOtherClass);
  EXPECT_EQ(ApplicabilityOf(rule, {"2021", "arts", "county"}),
            Applicability::kOtherLevel);
}

// A rule for one class says nothing of a school of which no class is known.
TEST(RuleScope, UnknownClassesAreNotGuessed) {
  Rule rule;
  rule.add_school_classes("arts");
  EXPECT_EQ(ApplicabilityOf(rule, {"2021", "", "school"}),
            Applicability::kUnknownClass);
}

TEST(RuleScope, ScopesMeetInWhatBothName) {
  Rule all;
  Rule old;
  old.add_editions("2020");
  Rule both = old;
  both.add_editions("2021");
  Rule recent;
  recent.add_editions("2021");
  EXPECT_TRUE(ScopesMeet(all, old));
  EXPECT_TRUE(ScopesMeet(both, recent));
  EXPECT_FALSE(ScopesMeet(old, recent));
  EXPECT_TRUE(ScopeContains(all, old));
  EXPECT_FALSE(ScopeContains(old, all));
  EXPECT_TRUE(ScopeContains(both, recent));
  EXPECT_FALSE(ScopeContains(recent, both));
}

}  // namespace
}  // namespace nianbao::core
