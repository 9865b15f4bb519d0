// A random sequence of edits: what is kept is what a full run gives.
#include "services/validation/incremental_rules.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "services/platform/catalogue_loader.h"
#include "services/validation/rule_case.h"

namespace nianbao::validation {
namespace {

using nianbao::fact::v1::Fact;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::fact::v1::Hedge;
using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::fact::v1::ORIGIN_TEXT;

constexpr int kEdits = 1000;
constexpr int kFacts = 120;

// Facts of a school and random edits of them; the same seed makes the same.
class EditedFacts {
 public:
  explicit EditedFacts(const core::Catalogue& catalogue) {
    for (const auto& [code, rule] : catalogue.rules()) {
      for (const auto& reference : catalogue.RelationOf(code).references()) {
        concepts_.push_back(reference.code);
        units_[reference.code] =
            catalogue.FindIndicator(reference.code)->unit();
      }
    }
    for (int i = 0; i < kFacts; ++i) Add();
  }

  const core::Facts& facts() const { return facts_; }

  // Makes an edit; returns the concepts whose facts changed.
  std::set<std::string> Edit() {
    const int how = Below(10);
    if (how == 0 && facts_.size() < kFacts * 2) return {Add()};
    const int at = Below(facts_.size());
    Fact& fact = facts_[at];
    const std::string before = fact.concept_code();
    switch (how) {
      case 1:
        if (facts_.size() > kFacts / 2) facts_.DeleteSubrange(at, 1);
        break;
      case 2:
        fact.set_concept_code(AnyConcept());
        return {before, fact.concept_code()};
      case 3:
        fact.set_period(Period());
        break;
      case 4:
        fact.set_origin(Below(2) == 0 ? ORIGIN_TABLE : ORIGIN_TEXT);
        break;
      case 5:
        fact.mutable_figure()->set_hedge(
            static_cast<Hedge>(Below(nianbao::fact::v1::Hedge_MAX + 1)));
        break;
      case 6:
        fact.mutable_figure()->set_unit(Below(2) == 0 ? "平方米" : "");
        break;
      default:
        SetValue(fact);
    }
    return {before};
  }

 private:
  int Below(int end) {
    return std::uniform_int_distribution<int>(0, end - 1)(random_);
  }

  std::string AnyConcept() {
    return concepts_[static_cast<std::size_t>(
        Below(static_cast<int>(concepts_.size())))];
  }

  std::string Period() { return std::to_string(2019 + Below(4)) + "年"; }

  void SetValue(Fact& fact) {
    // Few different numbers, so that relations hold now and then.
    static constexpr std::array<const char*, 10> kValues = {
        "100", "50", "200", "50.00", "100.0", "0", "2", "98.76", "150", "1"};
    fact.mutable_figure()->set_value(
        kValues[static_cast<std::size_t>(Below(kValues.size()))]);
  }

  std::string Add() {
    Fact& fact = *facts_.Add();
    fact.set_id("f" + std::to_string(++last_id_));
    fact.set_concept_code(AnyConcept());
    fact.set_fact_class(FACT_CLASS_OWN);
    fact.set_period(Period());
    fact.set_origin(Below(2) == 0 ? ORIGIN_TABLE : ORIGIN_TEXT);
    SetValue(fact);
    fact.mutable_figure()->set_unit(units_[fact.concept_code()]);
    if (Below(8) == 0) {
      auto& dimension = *fact.add_dimensions();
      dimension.set_name("专业");
      dimension.set_value(Below(2) == 0 ? "护理" : "会计");
    }
    return fact.concept_code();
  }

  std::mt19937 random_{20211125};
  core::Facts facts_;
  std::vector<std::string> concepts_;
  std::map<std::string, std::string> units_;
  int last_id_ = 0;
};

std::string TextOf(const RuleOutcome& outcome) {
  std::string text = outcome.entry.ShortDebugString();
  for (const Check& check : outcome.checks) {
    text += "\n" + check.ShortDebugString();
  }
  return text;
}

TEST(IncrementalRules, KeepWhatAFullRunGivesThroughAThousandEdits) {
  const auto catalogue = platform::LoadCatalogue("deploy/catalogue");
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  const core::RuleScope scope{.edition = "2021"};
  Rules all;
  for (const auto& [code, rule] : (*catalogue)->rules()) all.push_back(rule);
  EditedFacts edited(**catalogue);
  IncrementalRules kept(**catalogue, scope);
  kept.Start(core::FactTable(edited.facts()));
  std::size_t ran = 0;
  std::size_t checks = 0;
  for (int edit = 0; edit < kEdits; ++edit) {
    const auto concepts = edited.Edit();
    const core::FactTable table(edited.facts());
    ran += kept.Update(table, concepts);
    const auto full = CheckEach(**catalogue, scope, table, all);
    for (std::size_t i = 0; i < all.size(); ++i) {
      ASSERT_EQ(TextOf(kept.outcomes().at(all[i]->code())), TextOf(full[i]))
          << "edit " << edit << ", rule " << all[i]->code();
      checks += full[i].checks.size();
    }
  }
  EXPECT_GT(checks, kEdits * 10u) << "the edits hardly touch any rule";
  EXPECT_LT(ran, kEdits * all.size() / 8) << "nearly all rules run each time";
  RecordProperty("rules_run", static_cast<int>(ran));
  std::printf("%zu of %zu rules ran again\n", ran, kEdits * all.size());
}

std::string TextOf(const std::optional<core::Interval>& side) {
  return side ? core::ToProto(*side).ShortDebugString() : "none";
}

// Whether the plan found what the relation alone comes to in that year.
void ExpectSame(const core::RelationResult* planned, const RuleCase& rule_case,
                const core::Relation& relation) {
  const auto alone = relation.Evaluate(rule_case.AsLookup());
  if (!alone.blanks.empty()) {
    EXPECT_EQ(planned, nullptr);
    return;
  }
  ASSERT_NE(planned, nullptr);
  EXPECT_EQ(planned->verdict, alone.verdict);
  EXPECT_EQ(TextOf(planned->left), TextOf(alone.left));
  EXPECT_EQ(TextOf(planned->right), TextOf(alone.right));
}

TEST(RuleResults, AreThoseOfEachRelationAlone) {
  const auto catalogue = platform::LoadCatalogue("deploy/catalogue");
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  Rules all;
  for (const auto& [code, rule] : (*catalogue)->rules()) all.push_back(rule);
  EditedFacts edited(**catalogue);
  for (int round = 0; round < 20; ++round) {
    for (int edit = 0; edit < 50; ++edit) edited.Edit();
    const core::FactTable table(edited.facts());
    const RuleResults results(**catalogue, table, all);
    for (const auto* rule : all) {
      const core::Relation& relation = (*catalogue)->RelationOf(rule->code());
      if (rule->missing() != 0) continue;
      for (const int year : table.Years()) {
        SCOPED_TRACE(relation.text() + " in " + std::to_string(year));
        ExpectSame(results.Find(rule->code(), year),
                   RuleCase(**catalogue, table, year), relation);
      }
    }
  }
}

TEST(IncrementalRules, RunNothingWhereNoRuleDependsOnTheEdit) {
  const auto catalogue = platform::LoadCatalogue("deploy/catalogue");
  ASSERT_TRUE(catalogue.ok()) << catalogue.status();
  const core::Facts facts;
  const core::FactTable table(facts);
  IncrementalRules kept(**catalogue, {.edition = "2021"});
  kept.Start(table);
  EXPECT_EQ(kept.outcomes().size(), (*catalogue)->rules().size());
  EXPECT_EQ(kept.Update(table, {"no_such_concept"}), 0u);
}

}  // namespace
}  // namespace nianbao::validation
