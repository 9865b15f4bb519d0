#include "services/validation/rule_equation.h"

#include <algorithm>
#include <string>
#include <utility>

#include "services/core/expression.h"
#include "services/core/unit.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Quantity;
using core::Rational;
using core::Reference;
using core::Verdict;

bool IsUnitless(const std::string& unit) { return unit.empty() || unit == "/"; }

class OfRule : public Equation {
 public:
  OfRule(const core::Relation& relation, const core::Catalogue& catalogue)
      : relation_(relation), catalogue_(catalogue) {}

  Verdict Judge(const Quantities& figures) const override {
    return relation_.Evaluate(LookupOf(figures)).verdict;
  }

  std::optional<Interval> Solve(const Quantities& figures,
                                std::size_t index) const override {
    const Reference* left = relation_.left().AsReference();
    if (index != 0 || left == nullptr) return Root(figures, index);
    if (relation_.attainable()) return Interval::Closed(0, 100);
    const auto right = relation_.Evaluate(LookupOf(figures)).right;
    if (!right) return std::nullopt;
    const Rational unit = core::ConversionFactor(UnitOf(*left), figures[0].unit)
                              .value_or(Rational(1));
    return Wanted(*right) * Interval::Point(unit);
  }

  bool IsResult(std::size_t index) const override {
    return index == 0 && relation_.left().AsReference() != nullptr &&
           relation_.relation() == core::Operator::kEqual;
  }

 private:
  // The difference of both sides of an equality with another figure at `index`,
  // all taken as printed.
  std::optional<Rational> GapWith(const Quantities& figures, std::size_t index,
                                  const Rational& value) const {
    Quantities printed = figures;
    printed[index].value = value;
    printed[index].rounded = Interval::Point(value);
    const core::Lookup lookup = LookupOf(printed);
    const auto left =
        relation_.left().Evaluate(lookup, core::Reading::kPrinted);
    const auto right =
        relation_.right().Evaluate(lookup, core::Reading::kPrinted);
    if (!left || !right || !left->IsPoint() || !right->IsPoint()) {
      return std::nullopt;
    }
    return Rational(*left->lower.value - *right->lower.value);
  }

  // The figure with which both sides of an equality are equal, where the gap
  // between them is linear in it or in its inverse.
  std::optional<Interval> Root(const Quantities& figures,
                               std::size_t index) const {
    if (relation_.attainable() ||
        relation_.relation() != core::Operator::kEqual ||
        figures[index].value == 0) {
      return std::nullopt;
    }
    const Rational first = figures[index].value;
    const Rational second = first * 2;
    const auto a = GapWith(figures, index, first);
    const auto b = GapWith(figures, index, second);
    if (!a || !b || *a == *b) return std::nullopt;
    const Rational linear = first - *a * (second - first) / (*b - *a);
    const Rational inverse =
        1 / first - *a * (1 / second - 1 / first) / (*b - *a);
    for (const Rational& root :
         {linear, inverse == 0 ? linear : Rational(1 / inverse)}) {
      const auto gap = GapWith(figures, index, root);
      if (gap && *gap == 0) return Interval::Point(root);
    }
    return std::nullopt;
  }

  const std::string& UnitOf(const Reference& reference) const {
    return catalogue_.FindIndicator(reference.code)->unit();
  }

  // What the left side may be when the right side is `right`.
  Interval Wanted(const Interval& right) const {
    const core::Operator order = relation_.relation();
    Interval wanted = right;
    if (order == core::Operator::kAtMost || order == core::Operator::kLess) {
      wanted.lower = {};
    }
    if (order == core::Operator::kAtLeast ||
        order == core::Operator::kGreater) {
      wanted.upper = {};
    }
    return wanted;
  }

  core::Lookup LookupOf(const Quantities& figures) const {
    return [this,
            &figures](const Reference& reference) -> std::optional<Quantity> {
      const auto& all = relation_.references();
      const auto at = std::find(all.begin(), all.end(), reference);
      if (at == all.end()) return std::nullopt;
      const Quantity& figure =
          figures[static_cast<std::size_t>(at - all.begin())];
      const std::string& unit = UnitOf(reference);
      if (IsUnitless(unit) || figure.unit == unit) return figure;
      if (!IsUnitless(figure.unit)) return core::Convert(figure, unit);
      Quantity plain = figure;
      plain.unit = unit;
      return plain;
    };
  }

  const core::Relation& relation_;
  const core::Catalogue& catalogue_;
};

}  // namespace

std::unique_ptr<Equation> RuleEquation(const Check& check,
                                       const core::Catalogue& catalogue) {
  if (catalogue.rules().count(check.rule()) == 0) return nullptr;
  const core::Relation& relation = catalogue.RelationOf(check.rule());
  if (relation.references().size() !=
      static_cast<std::size_t>(check.operands_size())) {
    return nullptr;
  }
  return std::make_unique<OfRule>(relation, catalogue);
}

}  // namespace nianbao::validation
