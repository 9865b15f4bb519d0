#include "services/validation/table_splits.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/validation/arithmetic.h"
#include "services/validation/sum_checks.h"

namespace nianbao::validation {
namespace {

using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;

bool IsNumber(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c >= '0' && c <= '9';
  });
}

// A numbered row and the rows without number below it.
struct Split {
  int whole = 0;
  int end = 0;
};

std::vector<Split> SplitsOf(const Grid& grid) {
  std::vector<Split> splits;
  for (int row = grid.header_rows(); row < grid.rows(); ++row) {
    if (!IsNumber(grid.at(row, 0).text)) continue;
    int end = row + 1;
    while (end < grid.rows() && grid.at(end, 0).text.empty()) ++end;
    if (end - row > 2) splits.push_back({row, end});
  }
  return splits;
}

bool IsPlainCount(const Datum& datum) {
  return IsCount(datum) && !IsHedged(datum);
}

// The whole and its parts in a column; nothing where one is missing or no
// count.
std::optional<StatedSum> SumIn(const Grid& grid, const Split& split,
                               int column) {
  StatedSum sum;
  sum.whole = grid.at(split.whole, column).datum;
  if (sum.whole == nullptr || !IsPlainCount(*sum.whole)) return std::nullopt;
  for (int row = split.whole + 1; row < split.end; ++row) {
    const Datum* part = grid.at(row, column).datum;
    if (part == nullptr || !IsPlainCount(*part) ||
        !Comparable(*part, *sum.whole)) {
      return std::nullopt;
    }
    sum.items.push_back(part);
  }
  return sum;
}

bool Fits(const StatedSum& sum) {
  const auto total = SumOf(sum.items, {}, sum.whole->quantity.unit);
  return JudgeOutcome(sum.whole->quantity, *total) == VERDICT_CONSISTENT;
}

// Whether the column shows that the rows are a split: all zeros show nothing.
bool Shows(const StatedSum& sum) {
  const auto parts = std::count_if(
      sum.items.begin(), sum.items.end(),
      [](const Datum* item) { return item->quantity.value != 0; });
  return parts >= 2 && Fits(sum);
}

// The parts in a column where all are percentages; empty otherwise.
std::vector<const Datum*> SharesIn(const Grid& grid, const Split& split,
                                   int column) {
  std::vector<const Datum*> shares;
  for (int row = split.whole + 1; row < split.end; ++row) {
    const Datum* part = grid.at(row, column).datum;
    if (part == nullptr || !IsPercent(*part) || part->change ||
        IsHedged(*part)) {
      return {};
    }
    shares.push_back(part);
  }
  return shares;
}

bool MakeHundred(const std::vector<const Datum*>& shares) {
  return SumOf(shares, {}, "%")->interval.Contains(100);
}

// Shares that were each cut off make a little less than a hundred.
Verdict JudgeHundred(const std::vector<const Datum*>& shares) {
  if (MakeHundred(shares)) return VERDICT_CONSISTENT;
  core::Interval loose = core::Interval::Point(0);
  for (const Datum* share : shares) {
    loose = loose + InUnit(share->quantity, "%")->loose;
  }
  return loose.Contains(100) ? VERDICT_ROUNDED_DIFFERENTLY
                             : VERDICT_CONTRADICTED;
}

Check HundredCheck(const std::vector<const Datum*>& shares) {
  const Outcome sum = *SumOf(shares, {}, "%");
  const Verdict verdict = JudgeHundred(shares);
  const bool fits = verdict == VERDICT_CONSISTENT;
  std::string items;
  CheckMaker maker("sum");
  for (const Datum* share : shares) {
    maker.Operand(*share, "part");
    items += (items.empty() ? "" : "、") + Printed(*share);
  }
  maker.Verdict(verdict)
      .Reported(items, std::nullopt)
      .Computed(sum.formula, sum.interval)
      .Message(fits ? MessageId::kSharesFit : MessageId::kSharesWrong,
               {{"items", items}, {"formula", sum.formula}});
  if (!fits) maker.Instruction(MessageId::kSumInstruction);
  return maker.Done();
}

// Shares that make 100 % in one column must do so in the others.
void FindShares(const Grid& grid, const Split& split, Checks& checks) {
  std::vector<std::vector<const Datum*>> columns;
  for (int column = 1; column < grid.columns(); ++column) {
    auto shares = SharesIn(grid, split, column);
    if (!shares.empty()) columns.push_back(std::move(shares));
  }
  if (std::none_of(columns.begin(), columns.end(), MakeHundred)) return;
  for (const auto& shares : columns) checks.push_back(HundredCheck(shares));
}

void FindSums(const Grid& grid, const Split& split, Checks& checks) {
  std::vector<StatedSum> sums;
  for (int column = 1; column < grid.columns(); ++column) {
    if (auto sum = SumIn(grid, split, column)) {
      sums.push_back(*std::move(sum));
    }
  }
  if (std::none_of(sums.begin(), sums.end(), Shows)) return;
  for (const StatedSum& sum : sums) checks.push_back(SumThatMust(sum));
}

}  // namespace

void FindTableSplits(const ReportView& view, Checks& checks) {
  for (const Grid& grid : view.grids()) {
    for (const Split& split : SplitsOf(grid)) {
      FindSums(grid, split, checks);
      FindShares(grid, split, checks);
    }
  }
}

}  // namespace nianbao::validation
