#include "services/core/rule_lint.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/expression_node.h"
#include "services/core/rule_program.h"
#include "services/core/rule_scope.h"
#include "services/core/unit.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::Rule;

std::string NameOf(const Rule& rule) {
  return absl::StrCat("rule \"", rule.code(), "\"");
}

// A relation as "sum of terms within bounds": a + b <= 2 * c says that
// a + b - 2 * c is at most 0.
struct Bounded {
  std::vector<Step::Input> terms;
  Interval bounds;
};

Operator Mirrored(Operator op) {
  switch (op) {
    case Operator::kAtMost:
      return Operator::kAtLeast;
    case Operator::kAtLeast:
      return Operator::kAtMost;
    case Operator::kLess:
      return Operator::kGreater;
    case Operator::kGreater:
      return Operator::kLess;
    default:
      return op;
  }
}

// All numbers that stand in the relation to `number`.
Interval NumbersThat(Operator op, const Rational& number) {
  switch (op) {
    case Operator::kAtMost:
      return {{}, {number, false}};
    case Operator::kAtLeast:
      return {{number, false}, {}};
    case Operator::kLess:
      return {{}, {number, true}};
    case Operator::kGreater:
      return {{number, true}, {}};
    default:
      return Interval::Point(number);
  }
}

// Takes out terms that are added and subtracted.
void Cancel(std::vector<Step::Input>& terms) {
  for (std::size_t i = 0; i < terms.size();) {
    const Step::Input opposite{terms[i].step, !terms[i].negative};
    const auto other = std::find(terms.begin(), terms.end(), opposite);
    if (other == terms.end()) {
      ++i;
      continue;
    }
    terms.erase(other);
    terms.erase(
        std::find_if(terms.begin(), terms.end(), [&](const Step::Input& term) {
          return term.step == opposite.step &&
                 term.negative != opposite.negative;
        }));
    i = 0;
  }
}

// The rule's relation; nothing for "attainable". Steps go to `program`.
std::optional<Bounded> BoundedOf(const Relation& relation,
                                 RuleProgram& program) {
  if (relation.attainable()) return std::nullopt;
  const auto difference = Expression::Parse(absl::StrCat(
      "(", relation.left().text(), ") - (", relation.right().text(), ")"));
  if (!difference.ok()) return std::nullopt;
  const int at = program.Add(*difference);
  const auto step_at = [&](int step) -> const Step& {
    return program.steps()[static_cast<std::size_t>(step)];
  };
  std::vector<Step::Input> inputs = {{at, false}};
  if (step_at(at).kind == StepKind::kSum) inputs = step_at(at).inputs;
  Bounded bounded;
  Rational constant = 0;
  for (const Step::Input& input : inputs) {
    const Step& step = step_at(input.step);
    if (step.kind == StepKind::kConstant) {
      constant += input.negative ? Rational(-step.number) : step.number;
    } else {
      bounded.terms.push_back(input);
    }
  }
  Cancel(bounded.terms);
  Operator op = relation.relation();
  if (!bounded.terms.empty() && bounded.terms.front().negative) {
    for (Step::Input& term : bounded.terms) term.negative = !term.negative;
    constant = -constant;
    op = Mirrored(op);
  }
  bounded.bounds = NumbersThat(op, Rational(-constant));
  return bounded;
}

bool SameBound(const Bound& a, const Bound& b) {
  return a.value == b.value && (!a.value || a.open == b.open);
}

bool SameInterval(const Interval& a, const Interval& b) {
  return SameBound(a.lower, b.lower) && SameBound(a.upper, b.upper);
}

bool Within(const Interval& inner, const Interval& outer) {
  return Meets(inner, outer) && SameInterval(Clip(inner, outer), inner);
}

// Whether expressions that only add and compare figures mix what they measure.
class Dimensions {
 public:
  explicit Dimensions(const Catalogue& catalogue) : catalogue_(catalogue) {}

  // Adds the figures that the expression adds; false where it does anything
  // else with them.
  bool Add(const Expression::Node& node) {
    switch (node.kind) {
      case NodeKind::kReference: {
        const Indicator* indicator =
            catalogue_.FindIndicator(node.reference.code);
        const Unit unit = FindUnit(indicator->unit());
        // People, times they came, pieces: all are counts, and compare.
        by_dimension_.emplace(unit.counting ? "" : unit.dimension,
                              node.reference.code);
        return true;
      }
      case NodeKind::kNegate:
      case NodeKind::kAdd:
      case NodeKind::kSubtract:
      case NodeKind::kSum:
      case NodeKind::kMin:
      case NodeKind::kMax:
      case NodeKind::kMean:
        return std::all_of(node.operands.begin(), node.operands.end(),
                           [&](const auto& operand) { return Add(*operand); });
      case NodeKind::kNumber:
        return true;
      default:
        return false;
    }
  }

  // Two figures that measure different things; nothing where there are none.
  std::optional<std::pair<std::string, std::string>> Mixed() const {
    if (by_dimension_.size() < 2) return std::nullopt;
    return std::pair(by_dimension_.begin()->second,
                     by_dimension_.rbegin()->second);
  }

 private:
  const Catalogue& catalogue_;
  std::map<std::string, std::string> by_dimension_;
};

class Lint {
 public:
  explicit Lint(const Catalogue& catalogue) : catalogue_(catalogue) {}

  std::vector<LintProblem> Run() {
    for (const auto& [code, rule] : catalogue_.rules()) {
      const Relation& relation = catalogue_.RelationOf(code);
      CompareWithOthers(*rule, relation);
      FindDead(*rule, relation);
      FindMixed(*rule, relation);
    }
    return std::move(problems_);
  }

 private:
  struct Known {
    const Rule* rule;
    Interval bounds;
  };

  void Add(const Rule& rule, const std::string& field,
           const std::string& problem) {
    problems_.push_back(
        {&rule, field, absl::StrCat(NameOf(rule), ": ", problem)});
  }

  void CompareWithOthers(const Rule& rule, const Relation& relation) {
    const auto bounded = BoundedOf(relation, program_);
    if (!bounded) {
      const std::pair key(program_.Add(relation.left()),
                          program_.Add(relation.right()));
      for (const Rule* other : attainable_[key]) AddSame(rule, *other);
      attainable_[key].push_back(&rule);
      return;
    }
    for (const Known& other : by_terms_[bounded->terms]) {
      Compare(rule, bounded->bounds, other);
    }
    by_terms_[bounded->terms].push_back({&rule, bounded->bounds});
  }

  void AddSame(const Rule& rule, const Rule& other) {
    if (!ScopesMeet(rule, other)) return;
    Add(rule, "expression",
        absl::StrCat("states the same as ", NameOf(other), " (",
                     catalogue_.PlaceOf(other, "expression"),
                     "); keep one of them"));
  }

  void Compare(const Rule& rule, const Interval& bounds, const Known& other) {
    if (!ScopesMeet(rule, *other.rule)) return;
    if (SameInterval(bounds, other.bounds)) return AddSame(rule, *other.rule);
    if (!Meets(bounds, other.bounds)) {
      Add(rule, "expression",
          absl::StrCat("can't hold together with ", NameOf(*other.rule), " (",
                       catalogue_.PlaceOf(*other.rule, "expression"),
                       "); correct one of them"));
    } else if (Within(other.bounds, bounds)) {
      AddRedundant(rule, *other.rule);
    } else if (Within(bounds, other.bounds)) {
      AddRedundant(*other.rule, rule);
    }
  }

  void AddRedundant(const Rule& rule, const Rule& by) {
    if (!ScopeContains(by, rule)) return;
    Add(rule, "expression",
        absl::StrCat("holds wherever ", NameOf(by), " (",
                     catalogue_.PlaceOf(by, "expression"),
                     ") holds; remove it"));
  }

  // A rule that is for editions none of which has one of its indicators.
  void FindDead(const Rule& rule, const Relation& relation) {
    if (rule.editions().empty()) return;
    for (const Reference& reference : relation.references()) {
      const Indicator* indicator = catalogue_.FindIndicator(reference.code);
      const bool there =
          indicator->revisions().empty() ||
          std::any_of(rule.editions().begin(), rule.editions().end(),
                      [&](const std::string& edition) {
                        return Catalogue::RevisionOf(*indicator, edition) !=
                               nullptr;
                      });
      if (there) continue;
      Add(rule, "editions",
          absl::StrCat("is dead: none of its editions has indicator \"",
                       reference.code, "\"; correct the editions"));
      return;
    }
  }

  void FindMixed(const Rule& rule, const Relation& relation) {
    Dimensions dimensions(catalogue_);
    if (relation.attainable() || !dimensions.Add(relation.left().root()) ||
        !dimensions.Add(relation.right().root())) {
      return;
    }
    const auto mixed = dimensions.Mixed();
    if (!mixed) return;
    Add(rule, "expression",
        absl::StrCat("\"", mixed->first, "\" and \"", mixed->second,
                     "\" measure different things; compare figures of one "
                     "unit or write the factor"));
  }

  const Catalogue& catalogue_;
  RuleProgram program_;
  std::map<std::vector<Step::Input>, std::vector<Known>> by_terms_;
  std::map<std::pair<int, int>, std::vector<const Rule*>> attainable_;
  std::vector<LintProblem> problems_;
};

}  // namespace

std::vector<LintProblem> LintRules(const Catalogue& catalogue) {
  return Lint(catalogue).Run();
}

}  // namespace nianbao::core
