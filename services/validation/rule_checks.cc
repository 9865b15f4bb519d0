#include "services/validation/rule_checks.h"

#include <algorithm>
#include <set>
#include <utility>

#include "services/validation/rule_case.h"
#include "services/validation/rule_check_text.h"

namespace nianbao::validation {
namespace {

using core::Reference;
using core::RelationResult;
using nianbao::catalogue::v1::Rule;
using nianbao::fact::v1::Fact;
using nianbao::validation::v1::Coverage;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_UNDECIDED;

bool AppliesTo(const Rule& rule, const std::string& edition) {
  return rule.editions().empty() ||
         std::find(rule.editions().begin(), rule.editions().end(), edition) !=
             rule.editions().end();
}

// Runs one rule over all years.
class RuleRun {
 public:
  RuleRun(const core::Catalogue& catalogue, const Rule& rule,
          const core::FactTable& table, Checks& checks)
      : catalogue_(catalogue),
        rule_(rule),
        relation_(catalogue.RelationOf(rule.code())),
        table_(table),
        checks_(checks) {
    entry_.set_code(rule.code());
  }

  Coverage::Entry Run() {
    for (const int year : table_.Years()) RunYear(year);
    if (entry_.ran() == 0 && entry_.undecided() == 0) {
      *entry_.mutable_skipped() =
          blank_reason_ ? *blank_reason_ : Say(MessageId::kRuleNoFacts, {});
    }
    return entry_;
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
      RunCase(RuleCase(catalogue_, table_, year));
      RunOtherPrints(year);
      return;
    }
    for (const Fact* fact : table_.Of(each->code, year - each->years_back)) {
      if (core::IsWhole(*fact)) continue;
      RunCase(RuleCase(catalogue_, table_, year, fact, each));
    }
  }

  // Records which figures are blank; nothing where all are, since the rule
  // then does not speak of that year.
  bool IsBlank(const RuleCase& rule_case) {
    std::vector<const Reference*> blanks;
    for (const Reference& reference : relation_.references()) {
      if (rule_case.FactOf(reference) == nullptr) blanks.push_back(&reference);
    }
    if (blanks.empty()) return false;
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

  void RunCase(const RuleCase& rule_case) {
    if (IsBlank(rule_case)) return;
    Add(rule_case, relation_.Evaluate(rule_case.AsLookup()));
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
    const Reference* left = relation_.left().AsReference();
    if (left == nullptr || left->years_back != 0 || relation_.attainable() ||
        relation_.relation() != core::Operator::kEqual) {
      return;
    }
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
      const RelationResult result = relation_.Evaluate(other.AsLookup());
      if (result.verdict != VERDICT_CONTRADICTED &&
          result.verdict != VERDICT_UNDECIDED) {
        Add(other, result);
      }
    }
  }

  const core::Catalogue& catalogue_;
  const Rule& rule_;
  const core::Relation& relation_;
  const core::FactTable& table_;
  Checks& checks_;
  Coverage::Entry entry_;
  std::optional<nianbao::catalogue::v1::Text> blank_reason_;
};

}  // namespace

void CheckRules(const core::Catalogue& catalogue, const std::string& edition,
                const core::FactTable& table, Checks& checks, Ledger& ledger) {
  for (const auto& [code, rule] : catalogue.rules()) {
    if (AppliesTo(*rule, edition)) {
      ledger.push_back(RuleRun(catalogue, *rule, table, checks).Run());
      continue;
    }
    Coverage::Entry entry;
    entry.set_code(code);
    *entry.mutable_skipped() =
        Say(MessageId::kRuleOtherEdition, {{"edition", edition}});
    ledger.push_back(entry);
  }
}

}  // namespace nianbao::validation
