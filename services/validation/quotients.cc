#include "services/validation/quotients.h"

#include <optional>
#include <string>
#include <vector>

#include "services/validation/arithmetic.h"
#include "services/validation/names.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

// A mean is looked for in a table at most this many blocks behind its text.
constexpr int kNearBlocks = 3;
// So many figures whose mean fits show how it was taken.
constexpr std::size_t kFewestPlain = 3;

bool IsRatio(const Datum& datum) {
  return datum.fact->figure().value().find(':') != std::string::npos;
}

// Whether the ratio is printed as 1:N.
bool IsOneToMany(const Datum& datum) {
  return datum.fact->figure().value().rfind("1:", 0) == 0;
}

// The names of "A与B之比为": A is empty where it stands in the clause before.
struct RatioNames {
  std::string first;
  std::string second;
};

std::optional<RatioNames> ReadRatio(const std::string& lead) {
  const std::size_t with = FindAny(lead, {"与", "和"});
  const std::size_t ratio = lead.find("比");
  if (with == std::string::npos || ratio == std::string::npos || ratio < with) {
    return std::nullopt;
  }
  const std::size_t name = with + std::string_view("与").size();
  RatioNames names;
  names.first = lead.substr(0, with);
  names.second =
      StripEnd(std::string_view(lead).substr(name, ratio - name), {"之", "的"});
  if (names.second.empty()) return std::nullopt;
  return names;
}

Check RatioCheck(const Datum& ratio, const Datum& above, const Datum& below,
                 Verdict verdict) {
  const auto outcome = *QuotientOf(InOnes(above.quantity), below.quantity,
                                   ratio.quantity.decimals);
  const MessageId id = verdict == VERDICT_CONSISTENT ? MessageId::kRatioFits
                       : verdict == VERDICT_ROUNDED_DIFFERENTLY
                           ? MessageId::kRatioRounded
                           : MessageId::kRatioWrong;
  CheckMaker maker("ratio");
  maker.Operand(ratio, "ratio")
      .Operand(above, "dividend")
      .Operand(below, "divisor")
      .Verdict(verdict)
      .Reported(Printed(ratio), ratio.quantity.rounded)
      .Computed(outcome.formula, outcome.interval)
      .Message(id, {Named("above", above),
                    Named("below", below),
                    {"ratio", Printed(ratio)},
                    {"formula", outcome.formula}});
  if (verdict != VERDICT_CONSISTENT) {
    maker.Instruction(MessageId::kRatioInstruction);
  }
  return maker.Done();
}

// "A 38人，与B之比为1:3.37" and "A与B之比为1:3.37".
std::optional<Check> JudgeRatio(const ReportView& view, const Passage& passage,
                                int mention) {
  const Datum& ratio = *passage.at(mention).datum;
  const auto names = ReadRatio(passage.Lead(mention));
  if (!names) return std::nullopt;
  const NamePlace place{view, passage, mention};
  NameMeaning first;
  if (!names->first.empty()) {
    first = MeaningOf(names->first, place, ratio);
  } else if (mention > passage.SentenceOf(mention).first) {
    first.data = {passage.at(mention - 1).datum};
  }
  if (!first.Sure() || !IsCount(*first.data.front())) return std::nullopt;
  const NameMeaning second =
      MeaningOf(names->second, place, *first.data.front());
  if (!second.Sure() || !IsCount(*second.data.front())) return std::nullopt;
  const bool one_to_many = IsOneToMany(ratio);
  const Datum& above = one_to_many ? *second.data.front() : *first.data.front();
  const Datum& below = one_to_many ? *first.data.front() : *second.data.front();
  const auto outcome = QuotientOf(InOnes(above.quantity), below.quantity, 0);
  if (!outcome) return std::nullopt;
  const Verdict verdict = JudgeOutcome(ratio.quantity, *outcome);
  if (verdict == VERDICT_UNDECIDED) return std::nullopt;
  return RatioCheck(ratio, above, below, verdict);
}

// Percentages of a table for the period of `mean`.
std::vector<const Datum*> PercentsOf(const Grid& grid, const Datum& mean) {
  std::vector<const Datum*> data;
  for (int row = grid.header_rows(); row < grid.rows(); ++row) {
    if (HasAny(grid.HeadOfRow(row), {"平均", "合计"})) continue;
    for (int column = 0; column < grid.columns(); ++column) {
      const Datum* datum = grid.at(row, column).datum;
      if (datum != nullptr && IsPercent(*datum) && !datum->change &&
          SamePeriod(*datum, mean)) {
        data.push_back(datum);
      }
    }
  }
  return data;
}

// Whether another figure of the sentence, of another period, is the plain mean
// of its own column: then the report takes plain means.
bool TakesPlainMeans(const Grid& grid, const Passage& passage, int mention) {
  const Sentence& sentence = passage.SentenceOf(mention);
  for (int i = sentence.first; i < sentence.last; ++i) {
    const Datum& other = *passage.at(i).datum;
    if (i == mention || passage.at(i).change || !IsPercent(other) ||
        SamePeriod(other, *passage.at(mention).datum)) {
      continue;
    }
    const auto data = PercentsOf(grid, other);
    if (data.size() >= kFewestPlain &&
        JudgeOutcome(other.quantity, MeanOf(data, other.quantity.decimals)) ==
            VERDICT_CONSISTENT) {
      return true;
    }
  }
  return false;
}

void JudgeMean(const ReportView& view, const Passage& passage, int mention,
               Checks& checks) {
  const Datum& mean = *passage.at(mention).datum;
  for (const Grid& grid : view.grids()) {
    if (grid.position() <= passage.position()) continue;
    if (grid.position() > passage.position() + kNearBlocks) return;
    const auto data = PercentsOf(grid, mean);
    if (data.size() < 2) continue;
    const Outcome outcome = MeanOf(data, mean.quantity.decimals);
    const Verdict verdict = JudgeOutcome(mean.quantity, outcome);
    const bool fits = verdict == VERDICT_CONSISTENT;
    CheckMaker maker("mean");
    maker.Operand(mean, "mean");
    for (const Datum* datum : data) maker.Operand(*datum, "member");
    const bool wrong = !fits && verdict != VERDICT_UNDECIDED &&
                       TakesPlainMeans(grid, passage, mention);
    maker.Verdict(fits || wrong ? verdict : VERDICT_UNDECIDED)
        .Reported(Printed(mean), mean.quantity.rounded)
        .Computed(outcome.formula, outcome.interval)
        .Message(fits    ? MessageId::kMeanFits
                 : wrong ? MessageId::kMeanWrong
                         : MessageId::kMeanUndecided,
                 {Named("mean", mean), {"formula", outcome.formula}});
    if (wrong) maker.Instruction(MessageId::kMeanInstruction);
    if (!fits && !wrong) maker.Reason(MessageId::kMeanReason, {});
    checks.push_back(maker.Done());
    return;
  }
}

}  // namespace

void FindQuotients(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) {
      const Mention& mention = passage.at(i);
      if (mention.change) continue;
      if (IsRatio(*mention.datum)) {
        if (auto check = JudgeRatio(view, passage, i)) {
          checks.push_back(*std::move(check));
        }
      } else if (IsPercent(*mention.datum) && Has(passage.Lead(i), "平均")) {
        JudgeMean(view, passage, i, checks);
      }
    }
  }
}

}  // namespace nianbao::validation
