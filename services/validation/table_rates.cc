#include "services/validation/table_rates.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "services/core/rational.h"
#include "services/validation/arithmetic.h"
#include "services/validation/share_checks.h"
#include "services/validation/share_parts.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Quantity;
using core::Rational;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;

// Fewer rows that fit prove no base.
constexpr int kFewestFits = 3;
constexpr int kManyPeople = 100;
constexpr int kMostMisfits = 1;
// A percentage that whole numbers of people give by chance more often than once
// in five proves nothing.
constexpr int kChance = 5;
// Wider tables would take long to search, and hold no rates.
constexpr int kMostColumns = 16;

using Column = std::vector<const Datum*>;  // null where a row has no figure

// How a rate is made: of one or two columns by another; of none where only its
// base is known.
struct Source {
  const Column* first = nullptr;
  const Column* second = nullptr;
  const Column* base = nullptr;
};

bool IsTotalRow(const Terms& terms, std::string_view head) {
  return HasAny(head, {"合计", "总计", "小计", "共计", "平均"}) ||
         std::any_of(terms.totals.begin(), terms.totals.end(),
                     [head](const std::string& word) { return head == word; });
}

// The figures of a column that `wanted` takes, without those of total rows.
Column ColumnOf(const Grid& grid, const Terms& terms, int column,
                bool (*wanted)(const Datum&)) {
  Column data;
  for (int row = grid.header_rows(); row < grid.rows(); ++row) {
    const Datum* datum = grid.at(row, column).datum;
    const bool take = datum != nullptr && !datum->change && wanted(*datum) &&
                      !IsTotalRow(terms, grid.HeadOfRow(row));
    data.push_back(take ? datum : nullptr);
  }
  return data;
}

int SizeOf(const Column& column) {
  return static_cast<int>(
      std::count_if(column.begin(), column.end(),
                    [](auto* datum) { return datum != nullptr; }));
}

// One row of a source; nothing where a figure is missing or of another year.
struct Operands {
  const Datum* first = nullptr;
  const Datum* second = nullptr;
  const Datum* base = nullptr;
};

std::optional<Operands> OperandsIn(const Source& source, const Datum& rate,
                                   std::size_t row) {
  const auto pick = [row](const Column* column) {
    return column == nullptr ? nullptr : (*column)[row];
  };
  const Operands data{pick(source.first), pick(source.second),
                      pick(source.base)};
  const auto usable = [&](const Column* column, const Datum* datum) {
    return column == nullptr ||
           (datum != nullptr && SamePeriod(*datum, rate) && !IsHedged(*datum));
  };
  if (!usable(source.first, data.first) ||
      !usable(source.second, data.second) || !usable(source.base, data.base) ||
      data.base->quantity.value <= 0) {
    return std::nullopt;
  }
  return data;
}

Quantity PartOf(const Operands& data) {
  Quantity part = data.first->quantity;
  if (data.second == nullptr) return part;
  part.value += data.second->quantity.value;
  part.rounded = part.rounded + data.second->quantity.rounded;
  part.loose = part.rounded;
  return part;
}

Verdict JudgeRate(const Datum& rate, const Operands& data) {
  const Quantity percent = PercentOf(rate);
  if (data.first == nullptr) return JudgeWholePeople(percent, *data.base);
  const auto share = ShareInterval(PartOf(data), data.base->quantity);
  return share ? core::JudgeEqual(percent, *share) : VERDICT_CONTRADICTED;
}

// Whether a fit of the row could hardly be chance: 0 and 100 % always fit, and
// with many people every rate is attainable.
bool Proves(const Datum& rate, const Operands& data) {
  const Quantity percent = PercentOf(rate);
  if (percent.value <= 0 || percent.value >= 100) return false;
  const Rational prints = 100 * core::PowerOfTen(percent.decimals);
  return data.first != nullptr || data.base->quantity.value * kChance < prints;
}

// How much a fit of the row proves: a fine rate of many people that two or
// three counts give is twice as telling as another.
int WeightOf(const Datum& rate, const Operands& data) {
  const bool fine = data.first != nullptr && PercentOf(rate).decimals >= 2 &&
                    data.base->quantity.value >= kManyPeople;
  return fine ? 2 : 1;
}

// Rows of a source that have all figures, with their verdicts.
struct Fit {
  Source source;
  int proofs = 0;
  int misfits = 0;
};

std::optional<Fit> FitOf(const Column& rates, const Source& source) {
  Fit fit{source, 0, 0};
  for (std::size_t row = 0; row < rates.size(); ++row) {
    if (rates[row] == nullptr) continue;
    const auto data = OperandsIn(source, *rates[row], row);
    if (!data) continue;
    if (JudgeRate(*rates[row], *data) == VERDICT_CONTRADICTED) {
      if (++fit.misfits > kMostMisfits) return std::nullopt;
    } else if (Proves(*rates[row], *data)) {
      fit.proofs += WeightOf(*rates[row], *data);
    }
  }
  return fit.proofs < kFewestFits + fit.misfits ? std::nullopt
                                                : std::make_optional(fit);
}

void Keep(const Column& rates, const Source& source, std::optional<Fit>& best) {
  const auto fit = FitOf(rates, source);
  if (!fit) return;
  if (!best || fit->misfits < best->misfits ||
      (fit->misfits == best->misfits && fit->proofs > best->proofs)) {
    best = fit;
  }
}

// The source of the rates with the fewest misfits; counted parts before mere
// attainability.
std::optional<Fit> BestSource(const Column& rates,
                              const std::vector<Column>& counts) {
  std::optional<Fit> best;
  for (const Column& base : counts) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (&counts[i] == &base) continue;
      Keep(rates, {&counts[i], nullptr, &base}, best);
      for (std::size_t j = i + 1; j < counts.size(); ++j) {
        if (&counts[j] != &base) {
          Keep(rates, {&counts[i], &counts[j], &base}, best);
        }
      }
    }
  }
  if (best) return best;
  for (const Column& base : counts)
    Keep(rates, {nullptr, nullptr, &base}, best);
  return best;
}

std::string FormulaOf(const Datum& rate, const Operands& data) {
  const std::string base = NumberIn(data.base->quantity, "");
  const Quantity percent = PercentOf(rate);
  if (data.first == nullptr) {
    const Rational people =
        percent.value * data.base->quantity.value / Rational(100);
    return base + "×" + Printed(rate) + "=" + core::ToRoundedText(people, 2);
  }
  const Quantity part = PartOf(data);
  std::string text = NumberIn(data.first->quantity, "");
  if (data.second != nullptr) {
    text = "(" + text + "+" + NumberIn(data.second->quantity, "") + ")";
  }
  return text + "÷" + base + "=" +
         core::ToRoundedText(
             Rational(part.value / data.base->quantity.value * 100),
             std::max(2, percent.decimals)) +
         "%";
}

MessageId MessageOf(Verdict verdict, bool share) {
  if (verdict == VERDICT_CONSISTENT) {
    return share ? MessageId::kRateFits : MessageId::kRateAttainable;
  }
  if (verdict == VERDICT_ROUNDED_DIFFERENTLY) return MessageId::kRateRounded;
  return share ? MessageId::kRateWrong : MessageId::kRateUnattainable;
}

Check RateCheck(const Datum& rate, const Operands& data) {
  const Verdict verdict = JudgeRate(rate, data);
  const Quantity percent = PercentOf(rate);
  const bool share = data.first != nullptr;
  CheckMaker maker(share ? "share" : "attainability");
  maker.Operand(rate, "share");
  if (data.first != nullptr) maker.Operand(*data.first, "part");
  if (data.second != nullptr) maker.Operand(*data.second, "part");
  maker.Operand(*data.base, "whole")
      .Verdict(verdict)
      .Reported(Printed(rate), percent.rounded)
      .Computed(FormulaOf(rate, data), std::nullopt)
      .Message(MessageOf(verdict, share), {Named("rate", rate),
                                           Named("whole", *data.base),
                                           {"formula", FormulaOf(rate, data)}});
  if (verdict != VERDICT_CONSISTENT) {
    maker.Instruction(MessageId::kShareInstruction);
  }
  return maker.Done();
}

void FindIn(const Grid& grid, const Terms& terms, Checks& checks) {
  if (grid.columns() > kMostColumns) return;
  std::vector<Column> rates;
  std::vector<Column> counts;
  for (int column = 0; column < grid.columns(); ++column) {
    Column rate = ColumnOf(grid, terms, column, IsPercent);
    if (SizeOf(rate) >= kFewestFits) rates.push_back(std::move(rate));
    Column count = ColumnOf(grid, terms, column, IsCount);
    if (SizeOf(count) >= kFewestFits) counts.push_back(std::move(count));
  }
  for (const Column& column : rates) {
    const auto best = BestSource(column, counts);
    if (!best) continue;
    for (std::size_t row = 0; row < column.size(); ++row) {
      if (column[row] == nullptr) continue;
      if (const auto data = OperandsIn(best->source, *column[row], row)) {
        checks.push_back(RateCheck(*column[row], *data));
      }
    }
  }
}

}  // namespace

void FindTableRates(const ReportView& view, Checks& checks) {
  for (const Grid& grid : view.grids()) FindIn(grid, view.terms(), checks);
}

}  // namespace nianbao::validation
