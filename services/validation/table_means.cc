#include "services/validation/table_means.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/core/verdict.h"
#include "services/validation/arithmetic.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

constexpr std::size_t kFewestMembers = 3;

// A mean's row with the rows that it is of.
struct MeanRows {
  int mean = 0;
  std::vector<int> members;
  // Whether the row says that it is a mean.
  bool named = false;
};

// Rows named 平均 are over the rows above them.
std::vector<MeanRows> NamedMeans(const Grid& grid) {
  std::vector<MeanRows> found;
  for (int row = grid.header_rows(); row < grid.rows(); ++row) {
    if (!Has(grid.HeadOfRow(row), "平均")) continue;
    MeanRows rows{row, {}, true};
    for (int i = grid.header_rows(); i < row; ++i) rows.members.push_back(i);
    found.push_back(rows);
  }
  return found;
}

// A numbered row with the rows without a number behind it, which 其中 opens.
std::vector<MeanRows> MeansOfParts(const Grid& grid) {
  std::vector<MeanRows> found;
  for (int row = grid.header_rows(); row + 1 < grid.rows(); ++row) {
    const std::string head = grid.HeadOfRow(row + 1);
    if (grid.at(row, 0).text.empty() || !StartsWithAny(head, {"其中"})) {
      continue;
    }
    MeanRows rows{row, {}, false};
    for (int i = row + 1; i < grid.rows() && grid.at(i, 0).text.empty(); ++i) {
      rows.members.push_back(i);
    }
    found.push_back(rows);
  }
  return found;
}

// One column of a mean and its members; nothing where a figure is missing or
// is no percentage of the mean's period.
struct Column {
  const Datum* mean = nullptr;
  std::vector<const Datum*> members;
};

std::optional<Column> ColumnOf(const Grid& grid, const MeanRows& rows,
                               int column) {
  Column found{grid.at(rows.mean, column).datum, {}};
  const auto usable = [](const Datum* datum) {
    return datum != nullptr && IsPercent(*datum) && !datum->change &&
           !IsHedged(*datum);
  };
  if (!usable(found.mean)) return std::nullopt;
  for (const int row : rows.members) {
    const Datum* datum = grid.at(row, column).datum;
    if (!usable(datum) || !SamePeriod(*datum, *found.mean)) {
      return std::nullopt;
    }
    found.members.push_back(datum);
  }
  if (found.members.size() < kFewestMembers) return std::nullopt;
  return found;
}

Verdict JudgePlain(const Column& column) {
  return JudgeOutcome(column.mean->quantity,
                      MeanOf(column.members, column.mean->quantity.decimals));
}

bool IsInside(const Column& column) {
  Interval range = column.members.front()->quantity.rounded;
  for (const Datum* member : column.members) {
    const Interval& one = member->quantity.rounded;
    range = {core::Min(range, one).lower, core::Max(range, one).upper};
  }
  return core::Meets(column.mean->quantity.rounded, range);
}

Check MeanCheck(const Column& column, Verdict verdict) {
  const Outcome outcome =
      MeanOf(column.members, column.mean->quantity.decimals);
  CheckMaker maker("mean");
  maker.Operand(*column.mean, "mean");
  for (const Datum* member : column.members) maker.Operand(*member, "member");
  const bool fits = verdict == VERDICT_CONSISTENT;
  maker.Verdict(verdict)
      .Reported(Printed(*column.mean), column.mean->quantity.rounded)
      .Computed(outcome.formula, outcome.interval)
      .Message(fits ? MessageId::kMeanFits : MessageId::kMeanWrong,
               {Named("mean", *column.mean), {"formula", outcome.formula}});
  if (!fits) maker.Instruction(MessageId::kMeanInstruction);
  return maker.Done();
}

void Judge(const Grid& grid, const MeanRows& rows, Checks& checks) {
  std::vector<Column> columns;
  for (int column = 0; column < grid.columns(); ++column) {
    if (auto found = ColumnOf(grid, rows, column)) {
      columns.push_back(*std::move(found));
    }
  }
  const bool plain =
      std::any_of(columns.begin(), columns.end(), [](const Column& column) {
        return JudgePlain(column) == VERDICT_CONSISTENT;
      });
  for (const Column& column : columns) {
    const Verdict verdict = JudgePlain(column);
    if (verdict == VERDICT_CONSISTENT || plain) {
      checks.push_back(MeanCheck(column, verdict));
    } else if (rows.named && !IsInside(column)) {
      checks.push_back(MeanCheck(column, VERDICT_CONTRADICTED));
    }
  }
}

}  // namespace

void FindTableMeans(const ReportView& view, Checks& checks) {
  for (const Grid& grid : view.grids()) {
    for (const MeanRows& rows : NamedMeans(grid)) Judge(grid, rows, checks);
    for (const MeanRows& rows : MeansOfParts(grid)) Judge(grid, rows, checks);
  }
}

}  // namespace nianbao::validation
