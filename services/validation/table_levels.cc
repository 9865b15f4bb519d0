#include "services/validation/table_levels.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/core/verdict.h"
#include "services/validation/arithmetic.h"
#include "services/validation/table_leads.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Verdict;
using nianbao::fact::v1::Fact;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

// A slip changes a count by little.
constexpr int kFarthest = 3;

bool IsPlainCount(const Datum& datum) {
  return !datum.change && IsCount(datum) && !IsHedged(datum);
}

// The rows of the table that have the level of `stated`: its one dimension, or
// one that ends in it, as 市二等奖 ends in 二等奖.
std::vector<const Datum*> RowsOf(const Grid& grid, const Datum& stated) {
  const auto& level = stated.fact->dimensions(0);
  std::vector<const Datum*> rows;
  for (int row = grid.header_rows(); row < grid.rows(); ++row) {
    for (int column = 0; column < grid.columns(); ++column) {
      const Datum* datum = grid.at(row, column).datum;
      if (datum == nullptr || !IsPlainCount(*datum) ||
          datum->quantity.unit != stated.quantity.unit ||
          !SamePeriod(*datum, stated)) {
        continue;
      }
      const auto& dimensions = datum->fact->dimensions();
      const bool same = std::any_of(
          dimensions.begin(), dimensions.end(), [&](const auto& dimension) {
            return dimension.name() == level.name() &&
                   EndsWithAny(dimension.value(), {level.value()});
          });
      if (same) rows.push_back(datum);
    }
  }
  return rows;
}

// A count of the text with the rows that it stands for.
struct Level {
  const Datum* stated = nullptr;
  std::vector<const Datum*> rows;
  Verdict verdict = VERDICT_CONTRADICTED;
};

std::vector<Level> LevelsOf(const Passage& passage, const Grid& grid) {
  std::vector<Level> levels;
  for (const Mention& mention : passage.mentions()) {
    const Datum& stated = *mention.datum;
    if (mention.change || !IsPlainCount(stated) ||
        stated.fact->dimensions_size() != 1) {
      continue;
    }
    Level level{&stated, RowsOf(grid, stated), VERDICT_CONTRADICTED};
    if (level.rows.empty()) continue;
    const auto sum = SumOf(level.rows, {}, stated.quantity.unit);
    if (!sum) continue;
    level.verdict = JudgeOutcome(stated.quantity, *sum);
    levels.push_back(std::move(level));
  }
  return levels;
}

bool IsNear(const Level& level) {
  const auto sum = SumOf(level.rows, {}, level.stated->quantity.unit);
  return abs(core::Rational(sum->printed - level.stated->quantity.value)) <=
         kFarthest;
}

Check LevelCheck(const Level& level) {
  const bool fits = level.verdict == VERDICT_CONSISTENT;
  const Datum& stated = *level.stated;
  const auto sum = SumOf(level.rows, {}, stated.quantity.unit);
  CheckMaker maker("sum");
  maker.Operand(stated, "whole");
  for (const Datum* row : level.rows) maker.Operand(*row, "part");
  maker.Verdict(level.verdict)
      .Reported(Printed(stated), stated.quantity.rounded)
      .Computed(sum->formula, sum->interval)
      .Message(
          fits ? MessageId::kLevelFits : MessageId::kLevelWrong,
          {{"stated",
            stated.fact->label() + "（" + stated.fact->dimensions(0).value() +
                "）" + Printed(stated),
            Printed(stated) + " (" + stated.fact->dimensions(0).value() + ")"},
           {"level", stated.fact->dimensions(0).value()},
           {"formula", sum->formula}});
  if (!fits) maker.Instruction(MessageId::kLevelInstruction);
  return maker.Done();
}

void FindIn(const Passage& passage, const Grid& grid, Checks& checks) {
  const std::vector<Level> levels = LevelsOf(passage, grid);
  const bool complete = std::any_of(
      levels.begin(), levels.end(),
      [](const Level& level) { return level.verdict == VERDICT_CONSISTENT; });
  if (!complete) return;
  for (const Level& level : levels) {
    if (level.verdict == VERDICT_CONSISTENT || IsNear(level)) {
      checks.push_back(LevelCheck(level));
    }
  }
}

}  // namespace

void FindTableLevels(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    if (const Grid* grid = TableLedTo(view, passage)) {
      FindIn(passage, *grid, checks);
    }
  }
}

}  // namespace nianbao::validation
