#include "services/validation/table_totals.h"

#include <algorithm>
#include <string>
#include <vector>

#include "services/validation/arithmetic.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_UNDECIDED;

// A total of fewer rows proves nothing.
constexpr std::size_t kFewestAddends = 2;
// An unnamed last row is a total only of a table of some size.
constexpr int kLeastRowsUnnamed = 4;

bool IsTotalHead(const Terms& terms, std::string_view head) {
  return HasAny(head, {"合计", "总计", "小计", "共计"}) ||
         std::any_of(terms.totals.begin(), terms.totals.end(),
                     [head](const std::string& word) { return head == word; });
}

bool IsAdditive(const Datum& datum) {
  if (IsHedged(datum)) return false;
  // People with decimals are a rate whose head was lost.
  if (IsCount(datum) && datum.quantity.decimals > 0) return false;
  return !IsPercent(datum) && !IsPercentPoint(datum) &&
         datum.fact->figure().value().find(':') == std::string::npos;
}

bool IsAdditiveHead(std::string_view head) {
  return !HasAny(head, {"率", "比例", "占比", "均", "起薪", "单价", "序号",
                        "学制", "年级"});
}

bool IsBlank(const Grid::Cell& cell) {
  return cell.text.empty() || cell.text == "/" || cell.text == "-" ||
         cell.text == "—" || cell.text == "——";
}

Check TotalCheck(const Datum& total, const std::vector<const Datum*>& addends,
                 Verdict verdict) {
  const auto sum = *SumOf(addends, {}, total.quantity.unit);
  const MessageId id = verdict == VERDICT_CONSISTENT ? MessageId::kTotalFits
                       : verdict == VERDICT_UNDECIDED
                           ? MessageId::kTotalUndecided
                           : MessageId::kTotalWrong;
  CheckMaker maker("table_total");
  maker.Operand(total, "whole");
  for (const Datum* datum : addends) maker.Operand(*datum, "part");
  maker.Verdict(verdict)
      .Reported(Printed(total), total.quantity.rounded)
      .Computed(sum.formula, sum.interval)
      .Message(id, {Named("total", total), {"formula", sum.formula}});
  if (verdict == VERDICT_UNDECIDED) maker.Reason(MessageId::kTotalReason, {});
  if (verdict == VERDICT_CONTRADICTED) {
    maker.Instruction(MessageId::kTotalInstruction);
  }
  return maker.Done();
}

// Totals of one grid in rows; transposed, of columns.
class TotalRows {
 public:
  TotalRows(const Grid& grid, const Terms& terms, Checks& checks)
      : grid_(grid), terms_(terms), checks_(checks) {}

  void Run() {
    for (int row = grid_.header_rows(); row < grid_.rows(); ++row) {
      const bool named = IsNamed(row);
      if (!named && !IsUnnamedTotal(row)) continue;
      for (int column = 0; column < grid_.columns(); ++column) {
        Judge(row, column, named);
      }
    }
  }

 private:
  bool IsNamed(int row) const {
    return IsTotalHead(terms_, grid_.HeadOfRow(row));
  }

  bool IsUnnamedTotal(int row) const {
    return row == grid_.rows() - 1 && grid_.HeadOfRow(row).empty() &&
           row - grid_.header_rows() >= kLeastRowsUnnamed;
  }

  // Rows that the total in `row` adds up: down from the subtotal before it
  // where it is one itself, otherwise all that are no totals; below it where it
  // comes first.
  std::vector<int> AddendRows(int row) const {
    const bool subtotal = Has(grid_.HeadOfRow(row), "小计");
    std::vector<int> rows;
    if (row == grid_.header_rows()) {
      for (int r = row + 1; r < grid_.rows(); ++r) {
        if (!IsNamed(r)) rows.push_back(r);
      }
      return rows;
    }
    for (int r = row - 1; r >= grid_.header_rows(); --r) {
      if (!IsNamed(r)) {
        rows.insert(rows.begin(), r);
      } else if (subtotal) {
        break;
      }
    }
    return rows;
  }

  // The data of those rows in the column; empty where a cell is no figure.
  std::vector<const Datum*> DataIn(const std::vector<int>& rows, int column,
                                   const Datum& total, bool with_parts) const {
    std::vector<const Datum*> data;
    for (const int row : rows) {
      const Grid::Cell& cell = grid_.at(row, column);
      if (!with_parts && Has(grid_.HeadOfRow(row), "其中")) continue;
      if (!grid_.HasFigure(row)) continue;  // a head again, behind a page break
      if (cell.datum == nullptr) {
        if (IsBlank(cell)) continue;
        return {};
      }
      if (!IsAdditive(*cell.datum) || !Comparable(*cell.datum, total)) {
        return {};
      }
      data.push_back(cell.datum);
    }
    return data;
  }

  void Judge(int row, int column, bool named) {
    const Datum* total = grid_.at(row, column).datum;
    if (total == nullptr || !IsAdditive(*total) ||
        !IsAdditiveHead(grid_.HeadOf(column))) {
      return;
    }
    const std::vector<int> rows = AddendRows(row);
    const auto fits = [&](const std::vector<const Datum*>& data) {
      const auto sum = SumOf(data, {}, total->quantity.unit);
      return JudgeOutcome(total->quantity, *sum);
    };
    for (const bool with_parts : {true, false}) {
      const auto data = DataIn(rows, column, *total, with_parts);
      if (data.size() >= kFewestAddends && fits(data) == VERDICT_CONSISTENT) {
        checks_.push_back(TotalCheck(*total, data, VERDICT_CONSISTENT));
        return;
      }
    }
    const auto data = DataIn(rows, column, *total, false);
    if (data.size() < kFewestAddends) return;
    // A table without heads may be the rest of a longer one.
    const bool whole_table =
        named && grid_.header_rows() > 0 && row > grid_.header_rows();
    checks_.push_back(
        TotalCheck(*total, data, whole_table ? fits(data) : VERDICT_UNDECIDED));
  }

  const Grid& grid_;
  const Terms& terms_;
  Checks& checks_;
};

// Data of a row in columns [first, last); empty where one is missing.
std::vector<const Datum*> RowData(const Grid& grid, int row, int first,
                                  int last, const Datum& total) {
  std::vector<const Datum*> data;
  for (int column = first; column < last; ++column) {
    const Datum* datum = grid.at(row, column).datum;
    if (datum == nullptr || !IsAdditive(*datum) || !Comparable(*datum, total)) {
      return {};
    }
    data.push_back(datum);
  }
  return data;
}

// Rows that a column of totals fits, when it adds up the columns from `first`.
struct ColumnFit {
  int first = 0;
  int fitting = 0;
  int tested = 0;
};

ColumnFit FitOf(const Grid& grid, int column, int first) {
  ColumnFit fit{first, 0, 0};
  for (int row = grid.header_rows(); row < grid.rows(); ++row) {
    const Datum* total = grid.at(row, column).datum;
    if (total == nullptr || !IsAdditive(*total)) continue;
    const auto data = RowData(grid, row, first, column, *total);
    if (data.empty()) continue;
    ++fit.tested;
    const auto sum = SumOf(data, {}, total->quantity.unit);
    if (JudgeOutcome(total->quantity, *sum) == VERDICT_CONSISTENT) {
      ++fit.fitting;
    }
  }
  return fit;
}

void FindTotalColumn(const Grid& grid, int column, Checks& checks) {
  ColumnFit best;
  for (int first = column - 2; first >= 0; --first) {
    const ColumnFit fit = FitOf(grid, column, first);
    if (fit.fitting > best.fitting) best = fit;
  }
  if (best.fitting < 2 || 2 * best.fitting <= best.tested) return;
  for (int row = grid.header_rows(); row < grid.rows(); ++row) {
    const Datum* total = grid.at(row, column).datum;
    if (total == nullptr || !IsAdditive(*total)) continue;
    const auto data = RowData(grid, row, best.first, column, *total);
    if (data.empty()) continue;
    const auto sum = SumOf(data, {}, total->quantity.unit);
    checks.push_back(
        TotalCheck(*total, data, JudgeOutcome(total->quantity, *sum)));
  }
}

}  // namespace

void FindTableTotals(const ReportView& view, Checks& checks) {
  for (const Grid& grid : view.grids()) {
    TotalRows(grid, view.terms(), checks).Run();
    for (int column = 2; column < grid.columns(); ++column) {
      if (IsTotalHead(view.terms(), grid.HeadOf(column)) ||
          HasAny(grid.HeadOf(column), {"合计", "总计"})) {
        FindTotalColumn(grid, column, checks);
      }
    }
  }
}

}  // namespace nianbao::validation
