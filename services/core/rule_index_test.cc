#include "services/core/rule_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "services/core/catalogue_test_base.h"

namespace nianbao::core {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The base catalogue, whose rule "growth" compares students with those of the
// year before, and two ways to compute the ratio.
std::unique_ptr<const Catalogue> CatalogueWithRatios() {
  auto content = BaseCatalogue();
  for (const auto& [code, expression] :
       {std::pair("of_all", "ratio = students / teachers"),
        std::pair("of_girls", "ratio = girls / teachers * 1")}) {
    auto& rule = *content.add_rules();
    rule = content.rules(0);
    rule.set_code(code);
    rule.set_expression(expression);
    rule.clear_examples();
    for (const auto& [ratio, verdict] :
         {std::pair("10", "consistent"), std::pair("90", "contradicted")}) {
      auto& example = *rule.add_examples();
      example.set_name(verdict);
      (*example.mutable_inputs())["ratio"] = ratio;
      (*example.mutable_inputs())["teachers"] = "10";
      const bool all = std::string(code) == "of_all";
      (*example.mutable_inputs())[all ? "students" : "girls"] = "100";
      example.set_verdict(verdict);
    }
  }
  auto catalogue = Create(std::move(content));
  EXPECT_TRUE(catalogue.ok()) << catalogue.status();
  return *std::move(catalogue);
}

TEST(RuleIndex, RulesDependOnWhatTheyAskFor) {
  const auto catalogue = CatalogueWithRatios();
  const RuleIndex index(*catalogue);
  EXPECT_THAT(index.DependentsOf({"students"}, false),
              ElementsAre("growth", "of_all", "of_girls"));
  EXPECT_THAT(index.DependentsOf({"other"}, false), IsEmpty());
  EXPECT_THAT(index.DependentsOf({}, false), IsEmpty());
}

// What one way to compute an indicator settles, the other does not deny.
TEST(RuleIndex, RulesDependOnOtherWaysToComputeTheSame) {
  const auto catalogue = CatalogueWithRatios();
  const RuleIndex index(*catalogue);
  EXPECT_THAT(index.DependentsOf({"girls"}, false),
              ElementsAre("of_all", "of_girls"));
}

TEST(RuleIndex, ANewYearMattersToRulesThatLookBack) {
  const auto catalogue = CatalogueWithRatios();
  const RuleIndex index(*catalogue);
  EXPECT_THAT(index.DependentsOf({}, true), ElementsAre("growth"));
}

}  // namespace
}  // namespace nianbao::core
