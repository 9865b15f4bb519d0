#include "services/validation/award_tables.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/validation/award_rows.h"
#include "services/validation/counts.h"
#include "services/validation/sum_checks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using nianbao::validation::v1::VERDICT_CONSISTENT;

// Blocks between the text and its table.
constexpr int kMostBetween = 5;
// Smaller totals fit by chance.
constexpr int kLeastTotal = 10;

// A table of prizes with the counts of a paragraph beside it.
class AwardTable {
 public:
  AwardTable(const ReportView& view, const Grid& grid, Checks& checks)
      : view_(view), grid_(grid), rows_(AwardRowsOf(grid)), checks_(checks) {}

  bool empty() const { return rows_.empty(); }

  void Compare(const AwardCounts& counts) {
    if (IsHeadCount(*counts.stated.front())) {
      for (int column = 0; column < grid_.columns(); ++column) {
        if (CompareColumn(counts, column)) return;
      }
      for (const std::string_view word : {"教师", "学生"}) {
        if (Has(counts.stated.front()->fact->label(), word)) {
          CompareRows(counts, word);
        }
      }
      return;
    }
    if (CompareRows(counts, "")) AddNumbered(counts);
  }

 private:
  std::vector<const AwardRow*> RowsWith(const std::string& prize,
                                        std::string_view kind) const {
    std::vector<const AwardRow*> rows;
    for (const AwardRow& row : rows_) {
      if (EndsWithAny(row.prize, {prize}) &&
          (kind.empty() || IsOfKind(row.row, kind))) {
        rows.push_back(&row);
      }
    }
    return rows;
  }

  // Whether a cell of the row says 教师, 教师类 or 教师组.
  bool IsOfKind(int row, std::string_view kind) const {
    for (int column = 0; column < grid_.columns(); ++column) {
      const std::string& text = grid_.at(row, column).text;
      const std::string word(kind);
      if (text == word || HasAny(text, {word + "类", word + "组"})) return true;
    }
    return false;
  }

  // The figures of the rows in a column; nothing where one is no head count.
  std::optional<std::vector<const Datum*>> PeopleIn(
      const std::vector<const AwardRow*>& rows, int column) const {
    std::vector<const Datum*> people;
    for (const AwardRow* row : rows) {
      const Datum* datum = grid_.at(row->row, column).datum;
      if (datum == nullptr || !IsPlainCount(*datum) || !IsHeadCount(*datum)) {
        return std::nullopt;
      }
      people.push_back(datum);
    }
    return people;
  }

  // "一等奖5人，二等奖12人": the column's figures in the rows of each prize.
  bool CompareColumn(const AwardCounts& counts, int column) {
    std::vector<StatedSum> sums;
    for (std::size_t i = 0; i < counts.stated.size(); ++i) {
      auto people = PeopleIn(RowsWith(counts.prizes[i], ""), column);
      if (!people || people->empty()) return false;
      core::Rational sum = 0;
      for (const Datum* datum : *people) sum += datum->quantity.value;
      if (sum != counts.stated[i]->quantity.value) return false;
      sums.push_back({counts.stated[i], *std::move(people), {}});
    }
    StatedSum rows{nullptr, {}, {}};
    for (const StatedSum& sum : sums) {
      if (!IsKnown(sum)) checks_.push_back(SumThatFits(sum));
      rows.items.insert(rows.items.end(), sum.items.begin(), sum.items.end());
    }
    AddTotal({nullptr, counts.stated, {}}, rows);
    return true;
  }

  // Whether the sum is checked already, where the text leads to the table.
  bool IsKnown(const StatedSum& sum) const {
    const std::string& whole = sum.whole->fact->id();
    return std::any_of(checks_.begin(), checks_.end(), [&](const Check& check) {
      return check.kind() == "sum" && check.operands(0).fact() == whole &&
             check.operands(1).fact() == sum.items.front()->fact->id();
    });
  }

  // A figure elsewhere that all prizes together make, if there is one: of the
  // same people, such as 学生, and of prizes.
  void AddTotal(StatedSum prizes, StatedSum rows) {
    core::Rational sum = 0;
    for (const Datum* datum : prizes.items) sum += datum->quantity.value;
    if (sum < kLeastTotal) return;
    for (const Datum& datum : view_.data().all()) {
      if (!IsPlainCount(datum) || !IsHeadCount(datum) ||
          datum.quantity.value != sum || !PrizeOf(datum).empty() ||
          !SamePeriod(datum, *prizes.items.front()) ||
          !IsOfSame(datum, *prizes.items.front())) {
        continue;
      }
      prizes.whole = &datum;
      rows.whole = &datum;
      checks_.push_back(SumThatFits(prizes));
      checks_.push_back(SumThatFits(rows));
      return;
    }
  }

  static bool IsOfSame(const Datum& total, const Datum& part) {
    std::string words = total.fact->label();
    for (const auto& dimension : total.fact->dimensions()) {
      words += dimension.value();
    }
    if (!Has(words, "奖")) return false;
    for (const std::string_view word : {"学生", "教师"}) {
      if (Has(part.fact->label(), word)) return Has(words, word);
    }
    return false;
  }

  // "一等奖3个，二等奖8个": as many rows have the prize. With `kind`, those
  // of 教师类 and the like, of which there must be some.
  bool CompareRows(const AwardCounts& counts, std::string_view kind) {
    std::vector<std::vector<const AwardRow*>> all;
    std::size_t count = 0;
    for (std::size_t i = 0; i < counts.stated.size(); ++i) {
      all.push_back(RowsWith(counts.prizes[i], kind));
      count += all.back().size();
      if (counts.stated[i]->quantity.value !=
          static_cast<int>(all.back().size())) {
        return false;
      }
    }
    if (count <= counts.stated.size()) return false;  // one each by chance
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!all[i].empty()) AddRows(*counts.stated[i], counts.prizes[i], all[i]);
    }
    return count == rows_.size();
  }

  // "（序号4至11）" for rows that a column numbers without a gap.
  std::string NumbersOf(const std::vector<const AwardRow*>& rows) const {
    const std::string& first = grid_.at(rows.front()->row, 0).text;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto number = SmallNumberAt(grid_.at(rows[i]->row, 0).text);
      const auto start = SmallNumberAt(first);
      if (!number || !start ||
          number->value != start->value + static_cast<int>(i)) {
        return "";
      }
    }
    return "（序号" + first + "至" + grid_.at(rows.back()->row, 0).text + "）";
  }

  void AddRows(const Datum& stated, const std::string& prize,
               const std::vector<const AwardRow*>& rows) {
    const std::string count = std::to_string(rows.size());
    CheckMaker maker("list");
    maker.Operand(stated, "whole");
    for (const AwardRow* row : rows) {
      if (row->place.block().empty()) continue;
      maker.Operand(TextFigure{row->place, row->prize, "1", prize}, "list");
    }
    maker.Verdict(VERDICT_CONSISTENT)
        .Reported(Printed(stated), stated.quantity.rounded)
        .Computed(count + "行" + NumbersOf(rows) + "：" + prize,
                  Interval::Point(static_cast<int>(rows.size())))
        .Message(MessageId::kRowsFit,
                 {Named("stated", stated), {"level", prize}, {"rows", count}});
    checks_.push_back(maker.Done());
  }

  // The number of the last row is what all prizes make.
  void AddNumbered(const AwardCounts& counts) {
    const AwardRow& last = rows_.back();
    const std::string& number = grid_.at(last.row, 0).text;
    const std::string all = std::to_string(rows_.size());
    if (number != all || grid_.at(last.row, 0).datum != nullptr ||
        last.place.block().empty()) {
      return;
    }
    auto place = last.place;
    place.set_column(0);
    std::string formula;
    CheckMaker maker("sum");
    maker.Operand(TextFigure{place, number, number, "序号"}, "whole");
    for (const Datum* datum : counts.stated) {
      maker.Operand(*datum, "part");
      formula += (formula.empty() ? "" : "+") + datum->fact->figure().value();
    }
    formula += "=" + all;
    maker.Verdict(VERDICT_CONSISTENT)
        .Reported(number, Interval::Point(static_cast<int>(rows_.size())))
        .Computed(formula, Interval::Point(static_cast<int>(rows_.size())))
        .Message(
            MessageId::kTotalFits,
            {{"total", number + "行", number + " rows"}, {"formula", formula}});
    checks_.push_back(maker.Done());
  }

  const ReportView& view_;
  const Grid& grid_;
  const std::vector<AwardRow> rows_;
  Checks& checks_;
};

// Whether no heading parts the two blocks.
bool InOneSection(const ReportView& view, int a, int b) {
  for (int i = std::min(a, b); i <= std::max(a, b); ++i) {
    if (view.document().blocks(i).has_heading()) return false;
  }
  return true;
}

}  // namespace

void FindAwardTables(const ReportView& view, Checks& checks) {
  for (const Grid& grid : view.grids()) {
    AwardTable table(view, grid, checks);
    if (table.empty()) continue;
    for (const Passage& passage : view.passages()) {
      if (std::abs(passage.position() - grid.position()) > kMostBetween + 1 ||
          !InOneSection(view, passage.position(), grid.position())) {
        continue;
      }
      for (const auto& [label, counts] : AwardCountsOf(passage)) {
        table.Compare(counts);
      }
    }
  }
}

}  // namespace nianbao::validation
