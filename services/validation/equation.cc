#include "services/validation/equation.h"

#include <algorithm>
#include <utility>

#include "services/core/rational.h"
#include "services/validation/equation_units.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Operator;
using core::Quantity;
using core::Rational;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

class OfAgreement : public Equation {
 public:
  explicit OfAgreement(Units units) : units_(std::move(units)) {}

  Verdict Judge(const Quantities& figures) const override {
    Verdict worst = VERDICT_CONSISTENT;
    for (std::size_t i = 1; i < figures.size(); ++i) {
      const Verdict verdict = Compare(figures, 0, i);
      if (verdict == VERDICT_CONTRADICTED) return verdict;
      if (verdict != VERDICT_CONSISTENT) worst = verdict;
    }
    return worst;
  }

  // What the first figure of another value has.
  std::optional<Interval> Solve(const Quantities& figures,
                                std::size_t index) const override {
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (i == index || Compare(figures, index, i) == VERDICT_CONSISTENT) {
        continue;
      }
      return Times(ValuesOf(figures, units_, i), Rational(1) / units_[index]);
    }
    return std::nullopt;
  }

  bool IsResult(std::size_t) const override { return false; }

 private:
  // Two prints with as many decimals must have the same digits.
  Verdict Compare(const Quantities& figures, std::size_t a,
                  std::size_t b) const {
    const Interval other = ValuesOf(figures, units_, b);
    const Quantity one = InUnits(figures[a], units_[a], false);
    const bool alike = figures[a].unit == figures[b].unit &&
                       figures[a].decimals == figures[b].decimals;
    if (!alike) {
      const Verdict verdict = core::JudgeEqual(one, other);
      return verdict == VERDICT_CONTRADICTED
                 ? core::JudgeEqual(InUnits(figures[b], units_[b], false),
                                    one.rounded)
                 : verdict;
    }
    if (figures[a].value == figures[b].value) return VERDICT_CONSISTENT;
    return one.loose.Contains(figures[b].value * units_[b])
               ? VERDICT_ROUNDED_DIFFERENTLY
               : VERDICT_CONTRADICTED;
  }

  const Units units_;
};

// Everything up to the upper end of `limit`.
Interval UpTo(const Interval& limit, bool open) {
  Interval interval;
  interval.upper = limit.upper;
  interval.upper.open = limit.upper.value && (open || limit.upper.open);
  return interval;
}

Interval DownTo(const Interval& limit, bool open) {
  Interval interval;
  interval.lower = limit.lower;
  interval.lower.open = limit.lower.value && (open || limit.lower.open);
  return interval;
}

class OfParts : public Equation {
 public:
  explicit OfParts(Units units) : units_(std::move(units)) {}

  Verdict Judge(const Quantities& figures) const override {
    return core::CanBeAtMost(Sum(figures, 0), ValuesOf(figures, units_, 0))
               ? VERDICT_CONSISTENT
               : VERDICT_CONTRADICTED;
  }

  std::optional<Interval> Solve(const Quantities& figures,
                                std::size_t index) const override {
    const Rational unit = Rational(1) / units_[index];
    if (index == 0) return Times(DownTo(Sum(figures, 0), false), unit);
    const Interval room = ValuesOf(figures, units_, 0) - Sum(figures, index);
    return Times(UpTo(room, false), unit);
  }

  bool IsResult(std::size_t) const override { return false; }

 private:
  // The parts but one.
  Interval Sum(const Quantities& figures, std::size_t without) const {
    Interval sum = Interval::Point(0);
    for (std::size_t i = 1; i < figures.size(); ++i) {
      if (i != without) sum = sum + ValuesOf(figures, units_, i);
    }
    return sum;
  }

  const Units units_;
};

class OfRange : public Equation {
 public:
  Verdict Judge(const Quantities& figures) const override {
    if (figures.size() < 2) return VERDICT_UNDECIDED;
    Interval range = figures[1].rounded;
    for (std::size_t i = 2; i < figures.size(); ++i) {
      range.lower = core::Min(range, figures[i].rounded).lower;
      range.upper = core::Max(range, figures[i].rounded).upper;
    }
    return core::Meets(figures[0].rounded, range) ? VERDICT_CONSISTENT
                                                  : VERDICT_CONTRADICTED;
  }

  std::optional<Interval> Solve(const Quantities&, std::size_t) const override {
    return std::nullopt;
  }

  bool IsResult(std::size_t) const override { return false; }
};

class OfOrder : public Equation {
 public:
  OfOrder(Operator order, Units units)
      : order_(order), units_(std::move(units)) {}

  Verdict Judge(const Quantities& figures) const override {
    return core::Judge(ValuesOf(figures, units_, 0), order_,
                       Interval::Point(figures[1].value * units_[1]));
  }

  std::optional<Interval> Solve(const Quantities& figures,
                                std::size_t index) const override {
    if (order_ == Operator::kEqual) return std::nullopt;
    const bool open = order_ == Operator::kLess || order_ == Operator::kGreater;
    const bool less = order_ == Operator::kLess || order_ == Operator::kAtMost;
    const Interval other = ValuesOf(figures, units_, 1 - index);
    const Interval solved =
        less == (index == 0) ? UpTo(other, open) : DownTo(other, open);
    return Times(solved, Rational(1) / units_[index]);
  }

  bool IsResult(std::size_t) const override { return false; }

 private:
  const Operator order_;
  const Units units_;
};

class OfWholePeople : public Equation {
 public:
  OfWholePeople(std::size_t percent, std::size_t whole)
      : percent_(percent), whole_(whole) {}

  Verdict Judge(const Quantities& figures) const override {
    const Rational& all = figures[whole_].value;
    if (all <= 0) return VERDICT_UNDECIDED;
    const Quantity percent = InUnits(figures[percent_], 1, true);
    if (HoldsWhole(percent.rounded, all)) return VERDICT_CONSISTENT;
    return HoldsWhole(percent.loose, all) ? VERDICT_ROUNDED_DIFFERENTLY
                                          : VERDICT_CONTRADICTED;
  }

  // The nearest percentage that a whole number of people gives is one of many.
  std::optional<Interval> Solve(const Quantities&,
                                std::size_t index) const override {
    if (index != percent_) return std::nullopt;
    return Hundred();
  }

  bool IsResult(std::size_t index) const override { return index == percent_; }

  std::optional<std::size_t> Divisor() const override { return whole_; }

 private:
  static bool HoldsWhole(const Interval& percents, const Rational& all) {
    const Interval people = percents * Interval::Point(all / 100);
    return core::Ceiling(*people.lower.value) <=
           core::Floor(*people.upper.value);
  }

  const std::size_t percent_;
  const std::size_t whole_;
};

}  // namespace

std::unique_ptr<Equation> AgreementEquation(std::vector<Rational> units) {
  return std::make_unique<OfAgreement>(std::move(units));
}

std::unique_ptr<Equation> PartsEquation(std::vector<Rational> units) {
  return std::make_unique<OfParts>(std::move(units));
}

std::unique_ptr<Equation> RangeEquation() {
  return std::make_unique<OfRange>();
}

std::unique_ptr<Equation> OrderEquation(Operator order,
                                        std::vector<Rational> units) {
  return std::make_unique<OfOrder>(order, std::move(units));
}

std::unique_ptr<Equation> WholePeopleEquation(std::size_t percent,
                                              std::size_t whole) {
  return std::make_unique<OfWholePeople>(percent, whole);
}

}  // namespace nianbao::validation
