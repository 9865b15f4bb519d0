#include "services/validation/slip_names.h"

#include <algorithm>
#include <utility>

#include "services/core/decimal.h"
#include "services/core/unit.h"
#include "services/validation/arithmetic.h"
#include "services/validation/digit_slips.h"
#include "services/validation/names.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Quantity;
using core::Rational;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::validation::v1::Slip;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;

// Slips of reckoning hit a figure's last digits by chance hardly ever.
constexpr int kReckoning = 6;
constexpr int kBase = 5;
constexpr int kCopied = 4;
// Rates with fewer digits fit some figure of the report by chance.
constexpr int kFewestDigits = 3;

NamedSlip Stronger(const NamedSlip& a, const NamedSlip& b) {
  return b.strength > a.strength ? b : a;
}

std::optional<std::size_t> OperandOf(const Check& check,
                                     std::string_view role) {
  for (int i = 0; i < check.operands_size(); ++i) {
    if (check.operands(i).role() == role) return static_cast<std::size_t>(i);
  }
  return std::nullopt;
}

// How seldom a wrong figure of so many digits is one slip of the hand away
// from the right one.
int StrengthOf(Slip slip, const std::string& digits) {
  const int count = SignificantDigits(digits);
  switch (slip) {
    case Slip::SLIP_SCALE:
      return count >= kFewestDigits ? kReckoning : kBase;
    case Slip::SLIP_TRANSPOSED:
      return std::min(count + 1, kBase);
    case Slip::SLIP_WRONG_DIGIT:
    case Slip::SLIP_DROPPED_DIGIT:
    case Slip::SLIP_EXTRA_DIGIT:
      return std::clamp(count - 1, 0, 4);
    default:
      return 0;
  }
}

// Whether one of two whole numbers has just a zero more.
bool IsZeroMore(const std::string& a, const std::string& b) {
  return a + "0" == b || b + "0" == a;
}

// 元 are printed under 万元 as too large a number, 万 is left out behind one
// that is too small; the other way is rare. Other powers of ten go both ways.
bool IsLikelyScale(const Print& print, const std::string& printed,
                   const std::string& right) {
  const auto a = core::Decimal::Parse(printed);
  const auto b = core::Decimal::Parse(right);
  if (!a.ok() || !b.ok() || b->value() == 0) return true;
  const Rational factor = a->value() / b->value();
  const bool scaled = core::FindUnit(print.quantity.unit).scaled;
  if (factor == core::PowerOfTen(4)) return scaled;
  if (factor == core::PowerOfTen(-4)) return !scaled;
  return true;
}

bool IsGrowth(const Check& check) { return check.kind() == "growth"; }

}  // namespace

SlipNames::SlipNames(const FigureGraph& graph, const ReportView& view)
    : graph_(graph), view_(view) {}

NamedSlip SlipNames::NameOf(std::size_t value, const std::string& digits,
                            const std::vector<std::size_t>& mended) const {
  NamedSlip best = Stronger(OfDigits(value, digits), Copied(value));
  for (const std::size_t relation : mended) {
    const GraphRelation& it = graph_.relations()[relation];
    for (std::size_t i = 0; i < it.values.size(); ++i) {
      if (it.values[i] != value || !it.equation->IsResult(i)) continue;
      best = Stronger(best, OfResult({relation, i}));
    }
  }
  return best;
}

const Print& SlipNames::PrintAt(const Place& place) const {
  return graph_
      .prints()[graph_.relations()[place.relation].prints[place.index]];
}

NamedSlip SlipNames::OfResult(const Place& place) const {
  const GraphRelation& relation = graph_.relations()[place.relation];
  if (relation.check->verdict() == VERDICT_ROUNDED_DIFFERENTLY) {
    return CutOff(place);
  }
  NamedSlip best = OtherOperand(place);
  if (best.strength == 0) best = OtherBase(place);
  best = Stronger(best, NewAsBase(place));
  best = Stronger(best, OtherMeasure(place));
  return Stronger(best, LeftOut(place));
}

bool SlipNames::HoldsWith(const Place& place, std::size_t index,
                          const Quantity& figure) const {
  auto figures = graph_.FiguresOf(place.relation, {});
  if (!figures) return false;
  (*figures)[index] = figure;
  return graph_.relations()[place.relation].equation->Judge(*figures) ==
         VERDICT_CONSISTENT;
}

NamedSlip SlipNames::CutOff(const Place& place) const {
  const auto figures = graph_.FiguresOf(place.relation, {});
  const auto& equation = graph_.relations()[place.relation].equation;
  const auto computed = equation->Solve(*figures, place.index);
  if (!computed) return {};
  const Quantity& figure = PrintAt(place).quantity;
  const Rational unit = core::PowerOfTen(-figure.decimals);
  const Interval cut{{figure.value, false},
                     {Rational(figure.value + unit), true}};
  const bool truncated = figure.value >= 0 && core::Meets(*computed, cut);
  return {truncated ? Slip::SLIP_TRUNCATED : Slip::SLIP_LAST_DIGIT, kReckoning,
          nullptr};
}

// Last year's figure in place of one of the others.
NamedSlip SlipNames::OtherOperand(const Place& place) const {
  const GraphRelation& relation = graph_.relations()[place.relation];
  for (std::size_t i = 0; i < relation.prints.size(); ++i) {
    const Datum* datum = graph_.prints()[relation.prints[i]].datum;
    if (i == place.index || datum == nullptr) continue;
    const Datum* before = YearBefore(view_, *datum);
    if (before == nullptr || before->quantity.value == datum->quantity.value ||
        before->quantity.unit != datum->quantity.unit ||
        !HoldsWith(place, i, before->quantity)) {
      continue;
    }
    const bool divides = relation.equation->Divisor() == i;
    return {divides ? Slip::SLIP_STALE_DENOMINATOR : Slip::SLIP_STALE_FIGURE,
            divides ? kReckoning : kCopied, before};
  }
  return {};
}

// Another whole in place of the one that divides: the only value that fits.
NamedSlip SlipNames::OtherBase(const Place& place) const {
  const GraphRelation& relation = graph_.relations()[place.relation];
  const auto divisor = relation.equation->Divisor();
  if (!divisor || SignificantDigits(DigitsOf(PrintAt(place))) < kFewestDigits) {
    return {};
  }
  const Datum* base = graph_.prints()[relation.prints[*divisor]].datum;
  const auto figures = graph_.FiguresOf(place.relation, {});
  const auto wanted = relation.equation->Solve(*figures, *divisor);
  if (base == nullptr || !wanted) return {};
  const Datum* found = nullptr;
  for (const Datum& other : view_.data().all()) {
    if (other.quantity.unit != base->quantity.unit || IsHedged(other) ||
        !IsWholeDatum(other) || other.fact->fact_class() != FACT_CLASS_OWN ||
        other.quantity.value == base->quantity.value ||
        !wanted->Contains(other.quantity.value) ||
        !HoldsWith(place, *divisor, other.quantity)) {
      continue;
    }
    if (found != nullptr && found->quantity.value != other.quantity.value) {
      return {};
    }
    if (found == nullptr) found = &other;
  }
  if (found == nullptr) return {};
  return {Slip::SLIP_WRONG_BASE, kBase, found};
}

NamedSlip SlipNames::NewAsBase(const Place& place) const {
  const GraphRelation& relation = graph_.relations()[place.relation];
  const auto now = OperandOf(*relation.check, "now");
  const auto before = OperandOf(*relation.check, "before");
  if (!IsGrowth(*relation.check) || !now || !before) return {};
  const Print& new_figure = graph_.prints()[relation.prints[*now]];
  const Quantity& a = new_figure.quantity;
  const auto b =
      core::Convert(graph_.prints()[relation.prints[*before]].quantity, a.unit);
  if (!b || a.value == 0) return {};
  const Rational wrong = abs(Rational((a.value - b->value) / a.value * 100));
  const Quantity& printed = PrintAt(place).quantity;
  const bool fits =
      printed.rounded.Contains(wrong) || printed.rounded.Contains(-wrong);
  if (!fits) return {};
  return {Slip::SLIP_NEW_AS_BASE, kReckoning, new_figure.datum};
}

// A difference of percentages that is a relative change, or the other way.
NamedSlip SlipNames::OtherMeasure(const Place& place) const {
  const GraphRelation& relation = graph_.relations()[place.relation];
  const auto now = OperandOf(*relation.check, "now");
  const auto before = OperandOf(*relation.check, "before");
  if (!now || !before || relation.check->operands_size() != 3) return {};
  const Quantity& a = graph_.prints()[relation.prints[*now]].quantity;
  const Quantity& b = graph_.prints()[relation.prints[*before]].quantity;
  if (a.unit != "%" || b.unit != "%" || b.value == 0) return {};
  const Quantity& printed = PrintAt(place).quantity;
  const Rational growth = abs(Rational((a.value / b.value - 1) * 100));
  if (!printed.rounded.Contains(growth)) return {};
  return {Slip::SLIP_PERCENT_FOR_POINT, kReckoning, nullptr};
}

// One of the parts of a sum taken for nothing.
NamedSlip SlipNames::LeftOut(const Place& place) const {
  const GraphRelation& relation = graph_.relations()[place.relation];
  if (relation.equation->Divisor() || relation.prints.size() < 4) return {};
  for (std::size_t i = 0; i < relation.prints.size(); ++i) {
    const std::string& role =
        relation.check->operands(static_cast<int>(i)).role();
    const Print& part = graph_.prints()[relation.prints[i]];
    if (role != "part" || part.quantity.value == 0) continue;
    Quantity nothing = part.quantity;
    nothing.value = 0;
    nothing.rounded = nothing.loose = Interval::Point(0);
    if (HoldsWith(place, i, nothing)) {
      return {Slip::SLIP_COMPONENT_LEFT_OUT, kCopied, part.datum};
    }
  }
  return {};
}

NamedSlip SlipNames::OfDigits(std::size_t value,
                              const std::string& digits) const {
  const std::string printed = DigitsOf(graph_.Finest(value));
  const auto a = core::Decimal::Parse(printed);
  const auto b = core::Decimal::Parse(digits);
  if (a.ok() && b.ok() && a->value() == -b->value()) {
    return {Slip::SLIP_DIRECTION, kBase, nullptr};
  }
  Slip slip = DigitSlip(printed, digits);
  if (slip == Slip::SLIP_SCALE && IsZeroMore(printed, digits) &&
      !core::FindUnit(graph_.Finest(value).quantity.unit).scaled) {
    slip = printed.size() < digits.size() ? Slip::SLIP_DROPPED_DIGIT
                                          : Slip::SLIP_EXTRA_DIGIT;
  }
  int strength = StrengthOf(slip, printed);
  if (slip == Slip::SLIP_SCALE &&
      !IsLikelyScale(graph_.Finest(value), printed, digits)) {
    strength /= 2;
  }
  return {slip, strength, nullptr};
}

// The cell above, or the same figure a year before, prints the same.
NamedSlip SlipNames::Copied(std::size_t value) const {
  const Print& print = graph_.Finest(value);
  if (print.datum == nullptr || SignificantDigits(DigitsOf(print)) < 2) {
    return {};
  }
  const auto same = [&print](const Datum* other) {
    return other != nullptr && other->quantity.value == print.quantity.value &&
           other->quantity.unit == print.datum->quantity.unit;
  };
  const Datum* before = YearBefore(view_, *print.datum);
  if (same(before)) return {Slip::SLIP_STALE_FIGURE, kCopied, before};
  const Datum* above = Above(*print.datum);
  if (same(above)) return {Slip::SLIP_COPIED, kCopied, above};
  return {};
}

const Datum* SlipNames::Above(const Datum& datum) const {
  const auto& place = datum.fact->place();
  if (datum.fact->origin() != nianbao::fact::v1::ORIGIN_TABLE) return nullptr;
  for (const Datum* other : view_.data().InBlock(place.block())) {
    if (other->fact->place().row() + 1 == place.row() &&
        other->fact->place().column() == place.column()) {
      return other;
    }
  }
  return nullptr;
}

}  // namespace nianbao::validation
