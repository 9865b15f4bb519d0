#include "services/validation/changes.h"

#include <optional>
#include <string>
#include <vector>

#include "services/validation/change_checks.h"
#include "services/validation/change_search.h"
#include "services/validation/names.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_UNDECIDED;

Check UndecidedChange(const Datum& change) {
  CheckMaker maker("change");
  maker.Operand(change, "change")
      .Verdict(VERDICT_UNDECIDED)
      .Reported(Printed(change), change.quantity.rounded)
      .Message(MessageId::kChangeUndecided,
               {{"label", change.fact->label(), change.label_en},
                {"change", Printed(change)}})
      .Reason(MessageId::kChangeReasonNoBefore, {});
  return maker.Done();
}

// Judges the change; the pair that settled it goes to `last`.
std::optional<Check> Judge(const ChangeReading& reading, const Datum& change,
                           std::optional<StatedChange>& last) {
  for (const StatedChange& pair : reading.pairs) {
    if (JudgeChange(pair) != VERDICT_CONSISTENT) continue;
    last = pair;
    return ChangeCheck(pair, VERDICT_CONSISTENT, "change");
  }
  if (!reading.pairs.empty() && (reading.sure || reading.compares)) {
    const StatedChange& pair = reading.pairs.front();
    if (reading.sure) last = pair;
    return ChangeCheck(
        pair, reading.sure ? JudgeChange(pair) : VERDICT_UNDECIDED, "change");
  }
  if (!reading.compares) return std::nullopt;
  return UndecidedChange(change);
}

// Changes at the end of a list that 分别 matches with as many figures before:
// "满意度99.7%，技能满意度87%，分别比去年提升0.1和2个百分点".
std::optional<StatedChange> Respective(const ReportView& view,
                                       const Passage& passage, int mention) {
  const Sentence& sentence = passage.SentenceOf(mention);
  int first = mention;
  while (first > sentence.first && passage.at(first - 1).change) --first;
  int last = mention;
  while (last + 1 < sentence.last && passage.at(last + 1).change) ++last;
  if (last == first || !Has(Compact(passage.Before(first)), "分别")) {
    return std::nullopt;
  }
  const int subject = mention - (last - first + 1);
  if (subject < sentence.first || passage.at(subject).change) {
    return std::nullopt;
  }
  const Datum& now = *passage.at(subject).datum;
  const Datum* before = YearBefore(view, now);
  if (before == nullptr) return std::nullopt;
  return StatedChange{passage.at(mention).datum, &now, before,
                      passage.at(mention).direction};
}

// "与上年持平": the figure is last year's.
void FindSteady(const ReportView& view, const Passage& passage, int mention,
                Checks& checks) {
  if (passage.at(mention).change ||
      !HasAny(Compact(passage.After(mention)),
              {"持平", "没有增加", "没有变化", "没有减少", "保持不变"})) {
    return;
  }
  const Datum& now = *passage.at(mention).datum;
  const Datum* before = YearBefore(view, now);
  if (before == nullptr || !Comparable(now, *before)) return;
  const bool same = core::JudgeEqual(now.quantity, before->quantity.rounded) ==
                    VERDICT_CONSISTENT;
  CheckMaker maker("change");
  maker.Operand(now, "now")
      .Operand(*before, "before")
      .Verdict(same ? VERDICT_CONSISTENT : VERDICT_UNDECIDED)
      .Reported(Printed(now), now.quantity.rounded)
      .Computed(Printed(*before), before->quantity.rounded)
      .Message(same ? MessageId::kSteadyFits : MessageId::kSteadyUndecided,
               {Named("now", now), Named("before", *before)});
  if (!same) maker.Reason(MessageId::kSteadyReason, {});
  checks.push_back(maker.Done());
}

}  // namespace

void FindChanges(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    std::optional<StatedChange> last;
    for (int i = 0; i < passage.size(); ++i) {
      if (passage.GroupFirst(i) == i) last.reset();
      FindSteady(view, passage, i, checks);
      if (!passage.at(i).change) continue;
      const Datum& change = *passage.at(i).datum;
      if (const auto pair = Respective(view, passage, i)) {
        checks.push_back(ChangeCheck(*pair, JudgeChange(*pair), "change"));
        continue;
      }
      const ChangeReading reading =
          ReadChange(view, passage, i, last ? &*last : nullptr);
      if (auto check = Judge(reading, change, last)) {
        checks.push_back(*std::move(check));
      }
    }
  }
}

}  // namespace nianbao::validation
