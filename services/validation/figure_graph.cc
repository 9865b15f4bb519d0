#include "services/validation/figure_graph.h"

#include <algorithm>
#include <utility>

#include "services/core/decimal.h"
#include "services/core/unit.h"
#include "services/validation/check_equation.h"

namespace nianbao::validation {
namespace {

using core::Rational;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

bool IsWrong(const Check& check) {
  return check.verdict() == VERDICT_ROUNDED_DIFFERENTLY ||
         check.verdict() == VERDICT_CONTRADICTED;
}

bool IsDecided(const Check& check) {
  return IsWrong(check) || check.verdict() == VERDICT_CONSISTENT;
}

// What makes two operands one print: the fact, the place in the text, or the
// other submission that it stands in.
std::string KeyOf(const Check::Operand& operand) {
  if (!operand.fact().empty()) return operand.fact();
  if (!operand.submission().empty()) {
    return operand.submission() + "/" + operand.label() + "/" + operand.value();
  }
  const auto& place = operand.place();
  return place.block() + "/" + std::to_string(place.row()) + "/" +
         std::to_string(place.column()) + "/" + std::to_string(place.begin()) +
         "/" + operand.value();
}

// The size of the last printed digit in the dimension's base unit.
Rational GrainOf(const Print& print) {
  return core::FindUnit(print.quantity.unit).factor *
         core::PowerOfTen(-print.quantity.decimals);
}

bool CanJoin(const Print& a, const Print& b) {
  return a.replaceable() && b.replaceable() &&
         (a.quantity.unit == b.quantity.unit ||
          core::ConversionFactor(a.quantity.unit, b.quantity.unit));
}

std::string UnitOf(const Datum* datum, const core::Catalogue& catalogue) {
  if (datum == nullptr || datum->fact->concept_code().empty()) return "";
  const auto* indicator = catalogue.FindIndicator(datum->fact->concept_code());
  return indicator == nullptr ? "" : indicator->unit();
}

}  // namespace

bool GraphRelation::holds() const {
  return check->verdict() == VERDICT_CONSISTENT;
}

FigureGraph::FigureGraph(const Checks& checks, const Data& data,
                         const core::Catalogue& catalogue) {
  if (std::none_of(checks.begin(), checks.end(), IsWrong)) return;
  for (const Check& check : checks) {
    if (IsDecided(check)) AddPrints(check, data, catalogue);
  }
  joined_.resize(prints_.size());
  for (std::size_t i = 0; i < joined_.size(); ++i) joined_[i] = i;
  for (const Check& check : checks) {
    if (IsDecided(check) && check.kind() == "same_concept") JoinPlaces(check);
  }
  MakeValues();
  std::set<std::size_t> touched;
  for (const Check& check : checks) {
    if (!IsWrong(check)) continue;
    for (const auto& operand : check.operands()) {
      if (const auto value = ValueOf(operand)) touched.insert(*value);
    }
  }
  for (const Check& check : checks) {
    const auto touches = [&](const auto& operand) {
      const auto value = ValueOf(operand);
      return value && touched.count(*value) > 0;
    };
    if (IsDecided(check) && std::any_of(check.operands().begin(),
                                        check.operands().end(), touches)) {
      AddRelation(check, catalogue);
    }
  }
}

void FigureGraph::AddPrints(const Check& check, const Data& data,
                            const core::Catalogue& catalogue) {
  for (const auto& operand : check.operands()) {
    const auto [at, fresh] =
        print_by_key_.emplace(KeyOf(operand), prints_.size());
    if (!fresh) continue;
    const Datum* datum = data.Find(operand.fact());
    auto print = PrintOf(operand, datum, UnitOf(datum, catalogue));
    if (print) {
      prints_.push_back(*std::move(print));
    } else {
      print_by_key_.erase(at);
    }
  }
}

std::optional<std::size_t> FigureGraph::PrintAt(
    const Check::Operand& operand) const {
  const auto found = print_by_key_.find(KeyOf(operand));
  return found == print_by_key_.end() ? std::nullopt
                                      : std::make_optional(found->second);
}

std::size_t FigureGraph::RootOf(std::size_t print) const {
  while (joined_[print] != print) print = joined_[print];
  return print;
}

void FigureGraph::Join(std::size_t a, std::size_t b) {
  if (CanJoin(prints_[a], prints_[b])) joined_[RootOf(a)] = RootOf(b);
}

// Places that agree print one value; of others those that print the same.
void FigureGraph::JoinPlaces(const Check& check) {
  const bool agree = check.verdict() == VERDICT_CONSISTENT;
  for (int i = 0; i < check.operands_size(); ++i) {
    const auto a = PrintAt(check.operands(i));
    for (int j = 0; a && j < i; ++j) {
      const auto b = PrintAt(check.operands(j));
      if (!b) continue;
      const bool same =
          prints_[*a].quantity.value == prints_[*b].quantity.value &&
          prints_[*a].quantity.unit == prints_[*b].quantity.unit;
      if (agree || same) Join(*a, *b);
      if (agree) break;  // all are joined to the first
    }
  }
}

void FigureGraph::MakeValues() {
  std::map<std::size_t, std::size_t> value_of_root;
  value_of_print_.resize(prints_.size());
  for (std::size_t i = 0; i < prints_.size(); ++i) {
    const auto [at, fresh] = value_of_root.emplace(RootOf(i), values_.size());
    if (fresh) values_.emplace_back();
    value_of_print_[i] = at->second;
    values_[at->second].prints.push_back(i);
  }
  for (Value& value : values_) {
    std::stable_sort(value.prints.begin(), value.prints.end(),
                     [this](std::size_t a, std::size_t b) {
                       return GrainOf(prints_[a]) < GrainOf(prints_[b]);
                     });
  }
}

void FigureGraph::AddRelation(const Check& check,
                              const core::Catalogue& catalogue) {
  GraphRelation relation;
  relation.check = &check;
  bool complete = true;
  Quantities figures;
  for (const auto& operand : check.operands()) {
    const auto print = PrintAt(operand);
    if (!print) {
      complete = false;
      continue;
    }
    relation.prints.push_back(*print);
    relation.values.push_back(value_of_print_[*print]);
    figures.push_back(prints_[*print].quantity);
  }
  if (complete) relation.equation = EquationOf(check, figures, catalogue);
  const std::set<std::size_t> distinct(relation.values.begin(),
                                       relation.values.end());
  for (const std::size_t value : distinct) {
    values_[value].relations.push_back(relations_.size());
  }
  relations_.push_back(std::move(relation));
}

std::vector<std::size_t> FigureGraph::Broken() const {
  std::vector<std::size_t> broken;
  for (std::size_t i = 0; i < relations_.size(); ++i) {
    if (!relations_[i].holds() && relations_[i].equation) broken.push_back(i);
  }
  return broken;
}

std::string FigureGraph::DigitsAfter(std::size_t print,
                                     const std::string& digits) const {
  const Print& finest = Finest(value_of_print_[print]);
  const Print& other = prints_[print];
  if (other.quantity.unit == finest.quantity.unit &&
      other.quantity.decimals == finest.quantity.decimals) {
    return digits;
  }
  const auto number = core::Decimal::Parse(digits);
  if (!number.ok()) return digits;
  const Rational factor =
      core::ConversionFactor(finest.quantity.unit, other.quantity.unit)
          .value_or(Rational(1));
  return core::Decimal::Round(number->value() * factor, other.quantity.decimals)
      .ToString();
}

std::optional<Quantities> FigureGraph::FiguresOf(std::size_t relation,
                                                 const Change& change) const {
  Quantities figures;
  for (const std::size_t at : relations_[relation].prints) {
    const auto changed = change.find(value_of_print_[at]);
    if (changed == change.end()) {
      figures.push_back(prints_[at].quantity);
      continue;
    }
    auto quantity = core::QuantityOf(
        FigureWith(prints_[at], DigitsAfter(at, changed->second)));
    if (!quantity.ok()) return std::nullopt;
    figures.push_back(*std::move(quantity));
  }
  return figures;
}

Verdict FigureGraph::Judge(std::size_t relation, const Change& change) const {
  const auto& equation = relations_[relation].equation;
  if (!equation) return VERDICT_UNDECIDED;
  const auto figures = FiguresOf(relation, change);
  return figures ? equation->Judge(*figures) : VERDICT_UNDECIDED;
}

std::optional<std::size_t> FigureGraph::ValueOf(
    const Check::Operand& operand) const {
  const auto print = PrintAt(operand);
  return print ? std::make_optional(value_of_print_[*print]) : std::nullopt;
}

}  // namespace nianbao::validation
