#include "services/validation/table_leads.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "services/validation/slips.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

// A caption may stand between the text and the table.
constexpr int kMostBetween = 2;

bool LeadsToTable(const std::string& text) {
  const std::string words = Compact(text);
  return HasAny(words, {"名单见下", "名单如下", "见下表", "如下表", "情况见下",
                        "如下："}) ||
         EndsWithAny(words, {"见下：", "见下", "如下"});
}

bool IsPlainAmount(const Datum& datum) {
  return !datum.change && !IsHedged(datum) && !IsPercent(datum) &&
         !IsPercentPoint(datum) && !datum.quantity.unit.empty();
}

bool IsTotal(const Terms& terms, std::string_view head) {
  return std::find(terms.totals.begin(), terms.totals.end(), head) !=
         terms.totals.end();
}

// A total of the table with the head of its column.
struct Total {
  const Datum* datum = nullptr;
  std::string head;
};

// The only total in that unit in the table's last row; null for none.
Total OnlyTotal(const Grid& grid, const Terms& terms, const Datum& like) {
  const int row = grid.rows() - 1;
  Total only;
  if (row < grid.header_rows() || !IsTotal(terms, grid.HeadOfRow(row))) {
    return only;
  }
  for (int column = 0; column < grid.columns(); ++column) {
    const Datum* datum = grid.at(row, column).datum;
    if (datum == nullptr || !IsPlainAmount(*datum) ||
        !Comparable(*datum, like) || !SamePeriod(*datum, like)) {
      continue;
    }
    if (only.datum != nullptr) return {};
    only = {datum, grid.HeadOf(column)};
  }
  return only;
}

// Whether another plain figure of the sentence is in a unit like this one's.
bool IsAlone(const Passage& passage, int mention) {
  const Sentence& sentence = passage.SentenceOf(mention);
  for (int i = sentence.first; i < sentence.last; ++i) {
    const Datum& other = *passage.at(i).datum;
    if (i != mention && !passage.at(i).change &&
        Comparable(other, *passage.at(mention).datum)) {
      return false;
    }
  }
  return true;
}

// Whether two characters in a row stand in both.
bool ShareAWord(const std::string& a, const std::string& b) {
  const auto characters = Characters(a);
  for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
    const std::string pair =
        std::string(characters[i]) + std::string(characters[i + 1]);
    if (Has(b, pair)) return true;
  }
  return false;
}

Check TotalCheck(const Datum& stated, const Datum& total, Verdict verdict) {
  CheckMaker maker("same_concept");
  maker.Operand(stated, "place")
      .Operand(total, "place")
      .Verdict(verdict)
      .Reported(Printed(stated), stated.quantity.rounded)
      .Computed(Printed(total), total.quantity.rounded);
  const bool fits = verdict == VERDICT_CONSISTENT;
  maker.Message(fits ? MessageId::kSameFits : MessageId::kSameWrong,
                {{"label", stated.fact->label(), stated.label_en},
                 {"period", stated.fact->period()},
                 {"odd", Printed(stated)},
                 {"count", fits ? "2" : "1"},
                 {"figure", Printed(total)}});
  if (!fits) maker.Instruction(MessageId::kSameInstruction);
  return maker.Done();
}

void Judge(const Datum& stated, const Datum& total, Checks& checks) {
  const auto other = InUnit(total.quantity, stated.quantity.unit);
  if (!other) return;
  const Verdict verdict = core::JudgeEqual(stated.quantity, other->rounded);
  if (verdict == VERDICT_CONSISTENT ||
      (verdict == VERDICT_CONTRADICTED && CanBeSlip(stated, total))) {
    checks.push_back(TotalCheck(stated, total, verdict));
  }
}

void FindIn(const Passage& passage, const Grid& grid, const Terms& terms,
            Checks& checks) {
  if (passage.size() == 0) return;
  const int last = passage.size() - 1;
  for (int i = passage.SentenceOf(last).first; i <= last; ++i) {
    const Datum& stated = *passage.at(i).datum;
    if (passage.at(i).change || !IsPlainAmount(stated) ||
        !IsAlone(passage, i)) {
      continue;
    }
    const Total total = OnlyTotal(grid, terms, stated);
    // What an indicator names in both places is compared as such.
    if (total.datum != nullptr &&
        (stated.code.empty() || stated.code != total.datum->code) &&
        ShareAWord(total.head, passage.Lead(i))) {
      Judge(stated, *total.datum, checks);
    }
  }
}

}  // namespace

const Grid* TableLedTo(const ReportView& view, const Passage& passage) {
  if (!LeadsToTable(passage.text())) return nullptr;
  for (const Grid& grid : view.grids()) {
    const int between = grid.position() - passage.position() - 1;
    if (between >= 0) return between <= kMostBetween ? &grid : nullptr;
  }
  return nullptr;
}

void FindLedTotals(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    if (const Grid* grid = TableLedTo(view, passage)) {
      FindIn(passage, *grid, view.terms(), checks);
    }
  }
}

}  // namespace nianbao::validation
