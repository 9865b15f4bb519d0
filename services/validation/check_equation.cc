#include "services/validation/check_equation.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "services/core/decimal.h"
#include "services/core/rational.h"
#include "services/core/unit.h"
#include "services/validation/arithmetic.h"
#include "services/validation/rule_equation.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Rational;
using Units = std::vector<Rational>;
using Equations = std::vector<std::unique_ptr<Equation>>;

// The check's figures by the parts that they play.
class Roles {
 public:
  Roles(const Check& check, const Quantities& figures)
      : check_(check), figures_(figures) {}

  // The first with one of these roles.
  std::optional<std::size_t> First(
      std::initializer_list<std::string_view> roles) const {
    const auto all = All(roles);
    return all.empty() ? std::nullopt : std::make_optional(all.front());
  }

  std::vector<std::size_t> All(
      std::initializer_list<std::string_view> roles) const {
    std::vector<std::size_t> found;
    for (int i = 0; i < check_.operands_size(); ++i) {
      const std::string& role = check_.operands(i).role();
      if (std::find(roles.begin(), roles.end(), role) != roles.end()) {
        found.push_back(static_cast<std::size_t>(i));
      }
    }
    return found;
  }

  std::string_view RoleOf(std::size_t index) const {
    return check_.operands(static_cast<int>(index)).role();
  }

  // Factors to the unit of the figure `like`; 1 for units that do not convert.
  Units UnitsLike(std::size_t like) const {
    Units units;
    for (const core::Quantity& figure : figures_) {
      units.push_back(core::ConversionFactor(figure.unit, figures_[like].unit)
                          .value_or(Rational(1)));
    }
    return units;
  }

  // Factors to the unit of the first figure; nothing where one has none.
  std::optional<Units> OneUnit() const {
    for (const core::Quantity& figure : figures_) {
      if (figure.unit != figures_.front().unit &&
          !core::ConversionFactor(figure.unit, figures_.front().unit)) {
        return std::nullopt;
      }
    }
    return UnitsLike(0);
  }

  const Check& check() const { return check_; }
  const Quantities& figures() const { return figures_; }

 private:
  const Check& check_;
  const Quantities& figures_;
};

// -1 where the check judges the figure with the opposite sign, as 减少5人.
int SignOf(const Roles& roles, std::size_t index) {
  const core::Quantity& figure = roles.figures()[index];
  const auto& judged = roles.check().reported_interval();
  const auto same = [&judged](const core::Interval& interval) {
    const auto proto = core::ToProto(interval);
    return proto.lower() == judged.lower() && proto.upper() == judged.upper();
  };
  return !same(figure.rounded) && same(Signed(figure, -1).rounded) ? -1 : 1;
}

std::vector<Formula::Term> Plus(const std::vector<std::size_t>& indices) {
  std::vector<Formula::Term> terms;
  for (const std::size_t index : indices) terms.push_back({index, 1});
  return terms;
}

void Add(Formula formula, Equations& equations) {
  equations.push_back(FormulaEquation(std::move(formula)));
}

void AddShare(const Roles& roles, Equations& equations) {
  const auto share = roles.First({"share"});
  const auto parts = roles.All({"part"});
  const auto whole = roles.First({"whole"});
  if (!share || !whole) return;
  if (parts.empty()) {
    equations.push_back(WholePeopleEquation(*share, *whole));
    return;
  }
  Formula formula;
  formula.result = share;
  formula.scale = 100;
  formula.terms = Plus(parts);
  formula.divisor = whole;
  formula.share = true;
  formula.units = roles.UnitsLike(*whole);
  formula.units[*share] =
      core::ConversionFactor(roles.figures()[*share].unit, "%")
          .value_or(Rational(1));
  Add(std::move(formula), equations);
}

void AddSum(const Roles& roles, Equations& equations) {
  const auto whole = roles.First({"whole", "result"});
  const auto terms = roles.All({"part", "less", "inflow", "outflow", "list"});
  if (terms.empty()) return;
  Formula formula;
  formula.result = whole;
  formula.units = roles.UnitsLike(whole ? *whole : terms.front());
  if (whole) formula.sign = SignOf(roles, *whole);
  if (!whole) formula.offset = 100;
  for (const std::size_t index : terms) {
    const std::string_view role = roles.RoleOf(index);
    formula.terms.push_back(
        {index, role == "less" || role == "outflow" ? -1 : 1});
  }
  Add(std::move(formula), equations);
}

void AddChange(const Roles& roles, Equations& equations) {
  const auto change = roles.First({"change"});
  const auto now = roles.First({"now"});
  const auto before = roles.First({"before"});
  if (!change || !now || !before) return;
  Formula growth;
  growth.result = change;
  growth.sign = SignOf(roles, *change);
  growth.offset = 100;
  growth.scale = 100;
  growth.terms = Plus({*now});
  growth.divisor = before;
  growth.units = roles.UnitsLike(*now);
  growth.units[*change] = 1;
  if (roles.check().kind() == "growth") {
    Add(std::move(growth), equations);
    return;
  }
  Formula difference;
  difference.result = change;
  difference.sign = growth.sign;
  difference.terms = {{*now, 1}, {*before, -1}};
  difference.units = roles.UnitsLike(*change);
  Add(std::move(difference), equations);
  Add(std::move(growth), equations);
}

void AddQuotient(const Roles& roles, Equations& equations) {
  const auto result = roles.First({"result", "ratio"});
  const auto above = roles.First({"dividend"});
  const auto below = roles.First({"divisor"});
  if (!result || !above || !below) return;
  Formula formula;
  formula.result = result;
  formula.terms = Plus({*above});
  formula.divisor = below;
  formula.units = roles.UnitsLike(*result);
  formula.units[*below] = 1;
  Add(std::move(formula), equations);
}

void AddProduct(const Roles& roles, Equations& equations) {
  const auto total = roles.First({"total"});
  const auto people = roles.First({"people"});
  const auto each = roles.First({"each"});
  if (!total || !people || !each) return;
  Formula formula;
  formula.result = total;
  formula.terms = Plus({*each});
  formula.factor = people;
  formula.units = roles.UnitsLike(*total);
  formula.units[*people] = 1;
  Add(std::move(formula), equations);
}

void AddMean(const Roles& roles, Equations& equations) {
  const auto mean = roles.First({"mean"});
  const auto members = roles.All({"member"});
  if (!mean || members.empty()) return;
  Formula formula;
  formula.result = mean;
  formula.scale = Rational(1) / Rational(members.size());
  formula.terms = Plus(members);
  formula.units = roles.UnitsLike(*mean);
  Add(std::move(formula), equations);
  equations.push_back(RangeEquation());
}

void AddParts(const Roles& roles, Equations& equations) {
  if (const auto units = roles.OneUnit()) {
    equations.push_back(PartsEquation(*units));
  }
}

void AddAgreement(const Roles& roles, Equations& equations) {
  if (const auto units = roles.OneUnit()) {
    equations.push_back(AgreementEquation(*units));
  }
}

// The sign stands in what the check computed: "62人≤203人".
void AddOrder(const Roles& roles, Equations& equations) {
  const auto units = roles.OneUnit();
  if (!units || roles.figures().size() != 2) return;
  const std::pair<std::string_view, core::Operator> signs[] = {
      {"≤", core::Operator::kAtMost},
      {"≥", core::Operator::kAtLeast},
      {"<", core::Operator::kLess},
      {">", core::Operator::kGreater},
      {"=", core::Operator::kEqual}};
  for (const auto& [sign, order] : signs) {
    if (!Has(roles.check().computed(), sign)) continue;
    equations.push_back(OrderEquation(order, *units));
    return;
  }
}

// A stated count against the number of things listed.
void AddCount(const Roles& roles, Equations& equations) {
  const auto whole = roles.First({"whole"});
  const auto& listed = roles.check().computed_interval();
  const auto count = core::Decimal::Parse(listed.lower());
  if (!whole || !count.ok() || listed.lower() != listed.upper()) return;
  Formula formula;
  formula.result = whole;
  formula.offset = -count->value();
  formula.units = roles.UnitsLike(*whole);
  Add(std::move(formula), equations);
}

void AddGap(const Roles& roles, Equations& equations) {
  const auto gap = roles.First({"gap"});
  const auto have = roles.First({"part"});
  const auto all = roles.First({"whole"});
  if (!gap || !have || !all) return;
  Formula formula;
  formula.result = gap;
  formula.terms = {{*all, 1}, {*have, -1}};
  formula.units = Units(roles.figures().size(), Rational(1));
  Add(std::move(formula), equations);
}

struct Kind {
  std::string_view code;
  void (*add)(const Roles&, Equations&);
};

constexpr Kind kKinds[] = {{"share", AddShare},
                           {"attainability", AddShare},
                           {"sum", AddSum},
                           {"table_total", AddSum},
                           {"stock_flow", AddSum},
                           {"part", AddParts},
                           {"change", AddChange},
                           {"growth", AddChange},
                           {"table_change", AddChange},
                           {"per_head", AddQuotient},
                           {"ratio", AddQuotient},
                           {"product", AddProduct},
                           {"mean", AddMean},
                           {"same_concept", AddAgreement},
                           {"order", AddOrder},
                           {"list", AddCount},
                           {"recompute", AddGap}};

}  // namespace

std::unique_ptr<Equation> EquationOf(const Check& check,
                                     const Quantities& figures,
                                     const core::Catalogue& catalogue) {
  if (figures.empty()) return nullptr;
  Equations equations;
  if (!check.rule().empty()) {
    if (auto rule = RuleEquation(check, catalogue)) {
      equations.push_back(std::move(rule));
    }
  } else {
    const Roles roles(check, figures);
    for (const Kind& kind : kKinds) {
      if (kind.code == check.kind()) kind.add(roles, equations);
    }
  }
  for (auto& equation : equations) {
    if (equation->Judge(figures) == check.verdict()) {
      return std::move(equation);
    }
  }
  return nullptr;
}

}  // namespace nianbao::validation
