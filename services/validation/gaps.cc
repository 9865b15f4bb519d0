#include "services/validation/gaps.h"

#include <optional>
#include <string>
#include <utility>

#include "services/core/verdict.h"
#include "services/validation/arithmetic.h"
#include "services/validation/label_key.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Quantity;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

constexpr std::string_view kStudents = "在校生";

bool IsRatio(const Datum& datum) {
  return datum.fact->figure().value().find(':') != std::string::npos;
}

// The digits at the start of `text`.
std::string_view DigitsAt(std::string_view text) {
  const std::size_t size = text.find_first_not_of("0123456789");
  return text.substr(0, size);
}

// The N of "1:N" or "N:1" in words between two figures: a norm such as 按照1:15
// 的师生比 is no figure of the school. Nothing where there is none.
std::optional<core::Rational> NormIn(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view left = DigitsAt(words.substr(at));
    if (left.empty()) {
      at += CharacterSize(words.substr(at));
      continue;
    }
    at += left.size();
    const std::string_view mark = words.substr(at);
    if (!StartsWithAny(mark, {":", "："})) continue;
    const std::string_view right = DigitsAt(mark.substr(CharacterSize(mark)));
    const std::string_view norm = left == "1" ? right : left;
    if ((left != "1" && right != "1") || norm.empty() || norm.size() > 3) {
      continue;
    }
    return core::Rational(std::stoi(std::string(norm)));
  }
  return std::nullopt;
}

bool IsGap(const Passage& passage, int mention) {
  return HasAny(passage.Lead(mention), {"缺口", "还差", "尚缺", "还缺"}) &&
         IsCount(*passage.at(mention).datum);
}

Check GapCheck(const Datum& gap, const Datum& all, const Datum& have,
               const std::string& formula, const Interval& computed,
               Verdict verdict) {
  CheckMaker maker("recompute");
  // What is there is judged with what is missing.
  maker.Operand(gap, "gap")
      .Operand(have, "part")
      .Operand(all, "whole")
      .Verdict(verdict)
      .Reported(verdict == VERDICT_CONSISTENT
                    ? Printed(gap)
                    : Printed(gap) + "（" + Printed(have) + "）",
                gap.quantity.rounded)
      .Computed(formula, computed)
      .Message(verdict == VERDICT_CONSISTENT ? MessageId::kGapFits
                                             : MessageId::kGapWrong,
               {Named("gap", gap),
                Named("all", all),
                Named("have", have),
                {"formula", formula}});
  if (verdict != VERDICT_CONSISTENT) {
    maker.Instruction(MessageId::kGapInstruction);
  }
  return maker.Done();
}

// What a gap by a ratio is made of.
struct RatioOperands {
  const Datum* all = nullptr;
  const Datum* have = nullptr;
  core::Rational norm;
};

// The two figures and the norm before the gap in its sentence; the norm may be
// a figure of its own or stand in the words alone.
std::optional<RatioOperands> OperandsBefore(const Passage& passage,
                                            int mention) {
  const int first = passage.SentenceOf(mention).first;
  int have = mention - 1;
  if (have < first) return std::nullopt;
  std::optional<core::Rational> norm;
  if (IsRatio(*passage.at(have).datum)) {
    norm = passage.at(have).datum->quantity.value;
    --have;
  } else {
    norm = NormIn(passage.Before(mention));
  }
  if (!norm || *norm <= 0 || have - 1 < first) return std::nullopt;
  RatioOperands operands{passage.at(have - 1).datum, passage.at(have).datum,
                         *norm};
  if (operands.all->quantity.value < operands.have->quantity.value) {
    std::swap(operands.all, operands.have);
  }
  return operands;
}

// "A人，B人，按1:N，缺口C人": A ÷ N − B, to the next person either way.
std::optional<Check> JudgeByRatio(const Passage& passage, int mention) {
  const Datum& gap = *passage.at(mention).datum;
  const auto operands = OperandsBefore(passage, mention);
  if (!operands) return std::nullopt;
  const auto& [all, have, norm] = *operands;
  if (!IsCount(*all) || !IsCount(*have) || !Comparable(*have, gap)) {
    return std::nullopt;
  }
  const Quantity learners = InOnes(all->quantity);
  const Quantity there = InOnes(have->quantity);
  const auto needed = core::Divide(learners.rounded, Interval::Point(norm));
  if (!needed) return std::nullopt;
  const Interval computed = *needed - there.rounded;
  const Interval person = Interval::Closed(-1, 1);
  if (!core::Meets(InOnes(gap.quantity).rounded, computed + person)) {
    return std::nullopt;
  }
  const core::Rational printed = learners.value / norm - there.value;
  const std::string formula =
      NumberIn(learners, "") + "÷" + core::ToRoundedText(norm, 0) + "−" +
      NumberIn(there, "") + "=" + core::ToRoundedText(printed, 2);
  return GapCheck(gap, *all, *have, formula, computed, VERDICT_CONSISTENT);
}

// All students of the figure's year; null where the report does not say.
const Datum* StudentsOf(const ReportView& view, const Datum& like) {
  const std::string code = view.terms().CodeOf(LabelKey(kStudents));
  if (code.empty() || !like.year) return nullptr;
  return view.data().Principal(code, *like.year);
}

// "现有A个，按每生一个，还差B个".
std::optional<Check> JudgeByHead(const ReportView& view, const Passage& passage,
                                 int mention) {
  const Datum& gap = *passage.at(mention).datum;
  const Sentence& sentence = passage.SentenceOf(mention);
  const std::string words =
      Compact(passage.Text(sentence.begin, passage.at(mention).begin));
  if (!HasAny(words, {"每生一个", "每生1个", "每生一台", "每生1台", "人手一个",
                      "人手一台"})) {
    return std::nullopt;
  }
  const Datum* students = StudentsOf(view, gap);
  const Datum* have = passage.at(sentence.first).datum;
  if (students == nullptr || have == &gap || !IsCount(*have) ||
      have->quantity.unit != gap.quantity.unit || IsHedged(*have) ||
      IsHedged(gap) || IsHedged(*students) || !SamePeriod(*have, gap)) {
    return std::nullopt;
  }
  const Quantity all = InOnes(students->quantity);
  const Quantity there = InOnes(have->quantity);
  const Interval missing = all.rounded - there.rounded;
  const std::string formula =
      NumberIn(all, "") + "−" + NumberIn(there, "") + "=" +
      core::ToRoundedText(core::Rational(all.value - there.value), 2);
  return GapCheck(gap, *students, *have, formula, missing,
                  core::JudgeEqual(InOnes(gap.quantity), missing));
}

}  // namespace

void FindGaps(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) {
      if (!IsGap(passage, i)) continue;
      auto check = JudgeByRatio(passage, i);
      if (!check) check = JudgeByHead(view, passage, i);
      if (check) checks.push_back(*std::move(check));
    }
  }
}

}  // namespace nianbao::validation
