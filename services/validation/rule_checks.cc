#include "services/validation/rule_checks.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "services/core/rule_index.h"
#include "services/validation/rule_case.h"
#include "services/validation/rule_check_text.h"

namespace nianbao::validation {
namespace {

using core::Reference;
using core::RelationResult;
using nianbao::catalogue::v1::MISSING_POLICY_INAPPLICABLE;
using nianbao::catalogue::v1::MISSING_POLICY_ZERO;
using nianbao::catalogue::v1::Rule;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::HEDGE_UNSPECIFIED;
using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::validation::v1::Coverage;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

bool AppliesTo(const Rule& rule, const core::RuleScope& scope) {
  return core::ApplicabilityOf(rule, scope) == core::Applicability::kApplies;
}

constexpr std::string_view kOrder = "order";

// An indicator in a year.
using Cell = std::pair<std::string, int>;

// What some rule recomputes to what is printed. Where there are two ways to
// compute an indicator, the other way proves nothing.
std::set<Cell> Settled(const core::Catalogue& catalogue,
                       const core::RuleScope& scope,
                       const core::FactTable& table, const Rules& rules,
                       const RuleResults& results) {
  std::set<Cell> settled;
  for (const Rule* rule : rules) {
    const Reference* left =
        core::RecomputedBy(catalogue.RelationOf(rule->code()));
    if (left == nullptr || left->each || !AppliesTo(*rule, scope)) continue;
    for (const int year : table.Years()) {
      const RelationResult* result = results.Find(rule->code(), year);
      if (result != nullptr && result->verdict == VERDICT_CONSISTENT) {
        settled.emplace(left->code, year - left->years_back);
      }
    }
  }
  return settled;
}

// Runs one rule over all years.
class RuleRun {
 public:
  RuleRun(const core::Catalogue& catalogue, const Rule& rule,
          const core::FactTable& table, const std::set<Cell>& settled,
          const RuleResults& results)
      : catalogue_(catalogue),
        rule_(rule),
        relation_(catalogue.RelationOf(rule.code())),
        table_(table),
        settled_(settled),
        results_(results) {
    entry_.set_code(rule.code());
  }

  RuleOutcome Run() {
    for (const int year : table_.Years()) RunYear(year);
    if (entry_.ran() == 0 && entry_.undecided() == 0) {
      *entry_.mutable_skipped() =
          blank_reason_ ? *blank_reason_ : Say(MessageId::kRuleNoFacts, {});
    }
    return {std::move(checks_), std::move(entry_)};
  }

 private:
  const Reference* Each() const {
    for (const Reference& reference : relation_.references()) {
      if (reference.each) return &reference;
    }
    return nullptr;
  }

  void RunYear(int year) {
    const Reference* each = Each();
    if (each == nullptr) {
      RunCase(RuleCase(catalogue_, table_, year),
              results_.Find(rule_.code(), year));
      RunOtherPrints(year);
      RunOwnFigures(year);
      return;
    }
    for (const Fact* fact : table_.Of(each->code, year - each->years_back)) {
      if (core::IsWhole(*fact)) continue;
      RunCase(RuleCase(catalogue_, table_, year, fact, each), nullptr);
    }
  }

  // Whether blanks count as zero: each side has a figure.
  bool CountsAsZero(const RuleCase& rule_case) const {
    const auto has_figure = [&](const core::Expression& side) {
      return side.references().empty() ||
             std::any_of(side.references().begin(), side.references().end(),
                         [&](const Reference& reference) {
                           return rule_case.FactOf(reference) != nullptr;
                         });
    };
    return rule_.missing() == MISSING_POLICY_ZERO &&
           has_figure(relation_.left()) && has_figure(relation_.right());
  }

  // Records which figures are blank; nothing where all are, since the rule
  // then does not speak of that year.
  bool IsBlank(const RuleCase& rule_case) {
    std::vector<const Reference*> blanks;
    for (const Reference& reference : relation_.references()) {
      if (rule_case.FactOf(reference) == nullptr) blanks.push_back(&reference);
    }
    if (blanks.empty() || CountsAsZero(rule_case)) return false;
    if (rule_.missing() == MISSING_POLICY_INAPPLICABLE) return true;
    if (blanks.size() < relation_.references().size() && !blank_reason_) {
      std::string zh;
      std::string en;
      for (const Reference* blank : blanks) {
        zh += (zh.empty() ? "" : "、") + rule_case.TitleOf(*blank, false);
        en += (en.empty() ? "" : ", ") + rule_case.TitleOf(*blank, true);
      }
      blank_reason_ =
          Say(MessageId::kRuleBlank,
              {{"year", std::to_string(rule_case.year())}, {"blanks", zh, en}});
    }
    return true;
  }

  RelationResult Evaluate(const RuleCase& rule_case) const {
    return relation_.Evaluate(rule_case.AsLookup(), rule_.missing());
  }

  // `known` is the result of the case where the plan has judged it.
  void RunCase(const RuleCase& rule_case, const RelationResult* known) {
    if (IsBlank(rule_case)) return;
    const RelationResult result =
        known != nullptr ? *known : Evaluate(rule_case);
    RelationResult open = result;
    open.verdict = VERDICT_UNDECIDED;
    if (relation_.attainable() && Each() != nullptr &&
        result.verdict == VERDICT_ROUNDED_DIFFERENTLY) {
      // The row's base is only known to be at most the whole: a last digit
      // proves nothing.
      Add(rule_case, open);
      *checks_.back().mutable_reason() = Say(MessageId::kShareReasonNoBase, {});
      return;
    }
    if (result.verdict != VERDICT_CONTRADICTED) {
      Add(rule_case, result);
      return;
    }
    const Reference* left = core::RecomputedBy(relation_);
    const auto fitting = CaseThatFits(rule_case.year());
    if (fitting && StandsWithJudged(*fitting)) {
      Add(*fitting, Evaluate(*fitting));
      return;
    }
    const Fact* other =
        fitting ? fitting->given() : NextYearThatFits(rule_case.year());
    if (other != nullptr) {
      Add(rule_case, open);
      *checks_.back().mutable_reason() =
          Say(MessageId::kRuleReasonOther,
              {{"figure", Printed(*other)}, {"label", other->label()}});
    } else if (left != nullptr &&
               settled_.count({left->code, rule_case.year()}) > 0) {
      Add(rule_case, open);
      *checks_.back().mutable_reason() =
          Say(MessageId::kRuleReasonAlternative, {});
    } else {
      Add(rule_case, result);
    }
  }

  // With another figure that the report states for one of the concepts and with
  // which the relation holds: which of the two is meant is not settled, and the
  // comparison of the two places says so.
  std::optional<RuleCase> CaseThatFits(int year) const {
    for (const Reference& reference : relation_.references()) {
      if (reference.each) return std::nullopt;
      const int of = year - reference.years_back;
      const Fact* principal = table_.Principal(reference.code, of);
      for (const Fact* fact : table_.Of(reference.code, of)) {
        if (fact == principal || !core::IsWhole(*fact) ||
            fact->figure().hedge() != HEDGE_UNSPECIFIED) {
          continue;
        }
        const RuleCase other(catalogue_, table_, year, fact, &reference);
        if (Evaluate(other).verdict == VERDICT_CONSISTENT) return other;
      }
    }
    return std::nullopt;
  }

  // Whether the figure given stands in the paragraph or table of the one that
  // the relation judges, and so is the one that is meant.
  bool StandsWithJudged(const RuleCase& rule_case) const {
    const Reference& judged = relation_.references().front();
    const Fact* fact = rule_case.FactOf(judged);
    return fact != rule_case.given() && !fact->place().block().empty() &&
           fact->place().block() == rule_case.given()->place().block();
  }

  // Next year's figure with which a recomputation from running text holds: the
  // text did not tell of which year it speaks, and was taken for the wrong one.
  const Fact* NextYearThatFits(int year) const {
    const Reference* left = core::RecomputedBy(relation_);
    if (left == nullptr) return nullptr;
    const Fact* reported = table_.Principal(left->code, year);
    if (reported == nullptr || reported->origin() == ORIGIN_TABLE) {
      return nullptr;
    }
    for (const Reference& reference : relation_.right().references()) {
      const Fact* fact =
          table_.Principal(reference.code, year - reference.years_back + 1);
      if (fact == nullptr) continue;
      const RuleCase other(catalogue_, table_, year, fact, &reference);
      if (Evaluate(other).verdict == VERDICT_CONSISTENT) {
        return fact;
      }
    }
    return nullptr;
  }

  void Add(const RuleCase& rule_case, const RelationResult& result) {
    if (result.verdict == VERDICT_UNDECIDED) {
      entry_.set_undecided(entry_.undecided() + 1);
    } else {
      entry_.set_ran(entry_.ran() + 1);
    }
    checks_.push_back(RuleCheck(rule_, relation_, rule_case, result));
  }

  // The same figure printed otherwise in another place, such as 18.3:1 for
  // 18.29:1, is recomputed too. Where it is another figure, the comparison of
  // the two places says so.
  void RunOtherPrints(int year) {
    const Reference* left = core::RecomputedBy(relation_);
    if (left == nullptr || left->years_back != 0) return;
    const Fact* principal = table_.Principal(left->code, year);
    if (principal == nullptr) return;
    std::set<std::string> seen{principal->figure().value()};
    for (const Fact* fact : table_.Of(left->code, year)) {
      if (!core::IsWhole(*fact) ||
          !seen.insert(fact->figure().value()).second) {
        continue;
      }
      const RuleCase other(catalogue_, table_, year, fact, left);
      if (IsBlank(other)) return;
      const RelationResult result = Evaluate(other);
      if (result.verdict != VERDICT_CONTRADICTED &&
          result.verdict != VERDICT_UNDECIDED) {
        Add(other, result);
      }
    }
  }

  // A paragraph that states all figures of an order by itself is held to its
  // own, where a table has another figure for one of them.
  void RunOwnFigures(int year) {
    if (rule_.kind() != kOrder) return;
    for (const Reference& reference : relation_.references()) {
      const Fact* principal = table_.Principal(reference.code, year);
      if (principal == nullptr) return;
      for (const Fact* fact : table_.Of(reference.code, year)) {
        if (!core::IsWhole(*fact) ||
            fact->figure().hedge() != HEDGE_UNSPECIFIED ||
            fact->figure().value() == principal->figure().value() ||
            fact->place().block() == principal->place().block() ||
            !StandsWithOthers(*fact, reference, year)) {
          continue;
        }
        const RuleCase own(catalogue_, table_, year, fact, &reference);
        const RelationResult result = Evaluate(own);
        if (result.verdict != VERDICT_UNDECIDED) Add(own, result);
      }
    }
  }

  // Whether the principal figures of all other references stand in the
  // paragraph of `fact`.
  bool StandsWithOthers(const Fact& fact, const Reference& given,
                        int year) const {
    const std::string& block = fact.place().block();
    const auto& references = relation_.references();
    return !block.empty() && references.size() > 1 &&
           std::all_of(
               references.begin(), references.end(),
               [&](const Reference& reference) {
                 if (reference.years_back != 0) return false;
                 if (reference == given) return true;
                 const Fact* other = table_.Principal(reference.code, year);
                 return other != nullptr && other->place().block() == block;
               });
  }

  const core::Catalogue& catalogue_;
  const Rule& rule_;
  const core::Relation& relation_;
  const core::FactTable& table_;
  const std::set<Cell>& settled_;
  const RuleResults& results_;
  Checks checks_;
  Coverage::Entry entry_;
  std::optional<nianbao::catalogue::v1::Text> blank_reason_;
};

// Why the rule does not apply; nothing where it does.
std::optional<nianbao::catalogue::v1::Text> ReasonToSkip(
    const Rule& rule, const core::RuleScope& scope) {
  switch (core::ApplicabilityOf(rule, scope)) {
    case core::Applicability::kOtherEdition:
      return Say(MessageId::kRuleOtherEdition, {{"edition", scope.edition}});
    case core::Applicability::kOtherClass:
      return Say(MessageId::kRuleOtherClass, {});
    case core::Applicability::kUnknownClass:
      return Say(MessageId::kRuleUnknownClass, {});
    case core::Applicability::kOtherLevel:
      return Say(MessageId::kRuleOtherLevel, {});
    case core::Applicability::kApplies:
      break;
  }
  return std::nullopt;
}

}  // namespace

std::vector<RuleOutcome> CheckEach(const core::Catalogue& catalogue,
                                   const core::RuleScope& scope,
                                   const core::FactTable& table,
                                   const Rules& rules) {
  const RuleResults results(catalogue, table, rules);
  const std::set<Cell> settled =
      Settled(catalogue, scope, table, rules, results);
  std::vector<RuleOutcome> outcomes;
  for (const Rule* rule : rules) {
    const auto reason = ReasonToSkip(*rule, scope);
    if (!reason) {
      outcomes.push_back(
          RuleRun(catalogue, *rule, table, settled, results).Run());
      continue;
    }
    RuleOutcome& skipped = outcomes.emplace_back();
    skipped.entry.set_code(rule->code());
    *skipped.entry.mutable_skipped() = *reason;
  }
  return outcomes;
}

void CheckRules(const core::Catalogue& catalogue, const core::RuleScope& scope,
                const core::FactTable& table, Checks& checks, Ledger& ledger) {
  Rules rules;
  for (const auto& [code, rule] : catalogue.rules()) rules.push_back(rule);
  for (RuleOutcome& outcome : CheckEach(catalogue, scope, table, rules)) {
    checks.insert(checks.end(), outcome.checks.begin(), outcome.checks.end());
    ledger.push_back(std::move(outcome.entry));
  }
}

}  // namespace nianbao::validation
