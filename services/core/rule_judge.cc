#include "services/core/rule_judge.h"

#include <algorithm>
#include <utility>

#include "services/core/fixed_width.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::MISSING_POLICY_INAPPLICABLE;
using nianbao::catalogue::v1::MISSING_POLICY_ZERO;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;

void JoinInto(const std::uint8_t* from, std::size_t rows, std::uint8_t* flags) {
  if (from != nullptr) JoinFlags(flags, from, flags, rows);
}

// Sets a flag where not low of a <= high of b.
void RequireAtMost(const BlockValue& a, const BlockValue& b, bool strictly,
                   std::size_t rows, std::uint8_t* flags) {
  const auto comparison = Compare(a.low, a, b.high, b);
  if (comparison) {
    FlagUnless(*comparison, strictly, kFailed, flags, rows);
    return;
  }
  for (std::size_t i = 0; i < rows; ++i) flags[i] |= kOddCell;
}

void FlagOperator(const PlannedRule& rule, const BlockValue& left,
                  const BlockValue& right, std::size_t rows,
                  std::uint8_t* flags) {
  switch (rule.relation.relation()) {
    case Operator::kEqual:
      RequireAtMost(left, right, false, rows, flags);
      RequireAtMost(right, left, false, rows, flags);
      return;
    case Operator::kAtMost:
      return RequireAtMost(left, right, false, rows, flags);
    case Operator::kAtLeast:
      return RequireAtMost(right, left, false, rows, flags);
    case Operator::kLess:
      return RequireAtMost(left, right, true, rows, flags);
    case Operator::kGreater:
      return RequireAtMost(right, left, true, rows, flags);
  }
}

// A blank makes the relation blank where it does not count as zero, or where
// all figures of a side are blank.
void SetZeroBlanks(const PlannedRule& rule, const FactColumns& facts,
                   std::size_t first, std::size_t rows, std::uint8_t* flags) {
  const auto is_blank = [&](const Reference& reference, std::size_t row) {
    const QuantityColumn* column = facts.Find(reference);
    const std::int32_t at =
        facts.RowOf(static_cast<std::int32_t>(row), reference.years_back);
    return column == nullptr || at == FactColumns::kNoRow ||
           (column->flags()[at] & kBlankCell) != 0;
  };
  const auto all_blank = [&](const Expression& side, std::size_t row) {
    return !side.references().empty() &&
           std::all_of(side.references().begin(), side.references().end(),
                       [&](const auto& r) { return is_blank(r, row); });
  };
  for (std::size_t i = 0; i < rows; ++i) {
    if ((flags[i] & kBlankCell) == 0) continue;
    if (!all_blank(rule.relation.left(), first + i) &&
        !all_blank(rule.relation.right(), first + i)) {
      flags[i] &= static_cast<std::uint8_t>(~kBlankCell);
    }
  }
}

// Wide integers with what can be proved of them.
struct WideEnd {
  Wide n = 0;
  Wide d = 1;
};

WideEnd EndOf(const BlockEnd& end, std::size_t row) {
  return {end.n[row], end.d == nullptr ? 1 : end.d[row]};
}

// Whether a figure printed between the left side's ends may be a last digit
// away: [value - 3 half, value + 3 half] meets the right side. Nothing where
// the numbers are too wide.
std::optional<bool> MeetsLoosely(const BlockValue& left,
                                 const BlockValue& right, std::size_t row) {
  BlockValue loose = left;
  loose.bits += 2;  // at most three times as wide
  const auto low = Compare(loose.low, loose, right.high, right);
  const auto high = Compare(right.low, right, loose.high, loose);
  if (!low || !high) return std::nullopt;
  const Wide from = left.low.n[row];
  const Wide to = left.high.n[row];
  const WideEnd right_low = EndOf(right.low, row);
  const WideEnd right_high = EndOf(right.high, row);
  return (2 * from - to) * right_high.d * low->a_by <=
             right_high.n * low->b_by &&
         right_low.n * high->a_by <= (2 * to - from) * right_low.d * high->b_by;
}

// Whether the whole itself, as many as there can be, has a number of people
// that makes the percentage; nothing where that proves nothing.
std::optional<Outcome> QuickAttainable(const BlockValue& percent,
                                       const BlockValue& whole,
                                       std::size_t row) {
  constexpr int kMostBits = 40;
  if (percent.scale < 0 || percent.scale > 9 || whole.scale != 0 ||
      whole.high.d != nullptr || percent.bits > kMostBits ||
      whole.bits > kMostBits) {
    return std::nullopt;
  }
  const Wide people = whole.high.n[row];
  if (people < 1) return std::nullopt;
  Wide all = 100;
  for (int i = 0; i < percent.scale; ++i) all *= 10;
  const Wide low = percent.low.n[row];
  const Wide high = percent.high.n[row];
  if (low < 0) return std::nullopt;
  const Wide part = (low * people + all - 1) / all;
  if (part > people || part * all > high * people) return std::nullopt;
  return Outcome::kConsistent;
}

}  // namespace

void JudgeRows(const PlannedRule& rule, const BlockValue& left,
               const BlockValue& right, const FactColumns& facts,
               std::size_t first, std::size_t rows, std::uint8_t* flags) {
  std::fill_n(flags, rows, std::uint8_t{0});
  if (rule.relation.attainable()) {
    std::fill_n(flags, rows, std::uint8_t{kFailed});
  } else {
    FlagOperator(rule, left, right, rows, flags);
  }
  JoinInto(left.flags, rows, flags);
  JoinInto(right.flags, rows, flags);
  if (rule.missing == MISSING_POLICY_ZERO) {
    SetZeroBlanks(rule, facts, first, rows, flags);
  }
  if (rule.groups.empty()) return;
  for (std::size_t i = 0; i < rows; ++i) {
    const std::uint8_t group = facts.GroupOf(first + i);
    const bool applies = group < rule.groups.size() && rule.groups[group];
    if (!applies) flags[i] |= kOutside;
  }
}

std::optional<Outcome> OutcomeOf(const PlannedRule& rule,
                                 const BlockValue& left,
                                 const BlockValue& right, std::size_t row,
                                 std::uint8_t flags) {
  if ((flags & kOutside) != 0) return Outcome::kInapplicable;
  if ((flags & kBlankCell) != 0) {
    return rule.missing == MISSING_POLICY_INAPPLICABLE ? Outcome::kInapplicable
                                                       : Outcome::kBlank;
  }
  if ((flags & kOddCell) != 0) return std::nullopt;
  if ((flags & kZeroDivisor) != 0) return Outcome::kZeroDivisor;
  if (rule.relation.attainable()) return QuickAttainable(left, right, row);
  const bool reported = rule.relation.relation() == Operator::kEqual &&
                        rule.relation.left().AsReference() != nullptr;
  if (!reported) return Outcome::kContradicted;
  const auto loosely = MeetsLoosely(left, right, row);
  if (!loosely) return std::nullopt;
  return *loosely ? Outcome::kRoundedDifferently : Outcome::kContradicted;
}

Outcome OutcomeOf(const PlannedRule& rule, const RelationResult& result) {
  switch (result.verdict) {
    case VERDICT_CONSISTENT:
      return Outcome::kConsistent;
    case VERDICT_ROUNDED_DIFFERENTLY:
      return Outcome::kRoundedDifferently;
    case VERDICT_CONTRADICTED:
      return Outcome::kContradicted;
    default:
      break;
  }
  if (result.left && result.right) return Outcome::kVague;
  if (result.blanks.empty()) return Outcome::kZeroDivisor;
  return rule.missing == MISSING_POLICY_INAPPLICABLE ? Outcome::kInapplicable
                                                     : Outcome::kBlank;
}

}  // namespace nianbao::core
