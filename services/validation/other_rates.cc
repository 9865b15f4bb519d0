#include "services/validation/other_rates.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "services/core/rational.h"
#include "services/core/unit.h"
#include "services/validation/arithmetic.h"
#include "services/validation/counts.h"
#include "services/validation/share_checks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Quantity;
using core::Rational;
using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

constexpr int kMostDigits = 7;

bool IsCountOf(const Mention& mention) {
  return !mention.change && IsCount(*mention.datum) &&
         !IsHedged(*mention.datum) && !IsPercent(*mention.datum);
}

// The nearest count before `mention` in its group of sentences whose lead has
// one of the words; -1 for none.
int CountBefore(const Passage& passage, int mention, Words words) {
  for (int i = mention - 1; i >= passage.GroupFirst(mention); --i) {
    if (IsCountOf(passage.at(i)) && HasAny(passage.Lead(i), words)) return i;
  }
  return -1;
}

// "收回有效问卷1164份，有效率97%；满意的1118人，满意度为96.05%".
std::optional<Check> JudgeSurvey(const Passage& passage, int mention) {
  const int part = mention - 1;
  if (!EndsWithAny(passage.Lead(mention),
                   {"满意度", "满意度为", "满意率", "满意率为"}) ||
      part < passage.GroupFirst(mention) || !IsCountOf(passage.at(part)) ||
      !Has(passage.Lead(part), "满意")) {
    return std::nullopt;
  }
  const int whole = CountBefore(passage, part, {"有效问卷", "有效样本"});
  if (whole < 0) return std::nullopt;
  StatedShare share;
  share.percent = passage.at(mention).datum;
  share.part = passage.at(part).datum;
  const Datum& base = *passage.at(whole).datum;
  const Verdict verdict = JudgeShare(share, base);
  // In one unit, the search for shares has seen it.
  if (verdict == VERDICT_UNDECIDED || Comparable(base, *share.part)) {
    return std::nullopt;
  }
  return DecidedShare(share, base, verdict);
}

Check RateCheck(const Datum& rate, const std::string& formula,
                const Interval& interval, Verdict verdict, CheckMaker maker) {
  const MessageId id = verdict == VERDICT_CONSISTENT ? MessageId::kRateFits
                       : verdict == VERDICT_ROUNDED_DIFFERENTLY
                           ? MessageId::kRateRounded
                           : MessageId::kRateOff;
  maker.Verdict(verdict)
      .Reported(Printed(rate), rate.quantity.rounded)
      .Computed(formula, interval)
      .Message(id, {Named("rate", rate), {"formula", formula}});
  if (verdict != VERDICT_CONSISTENT) {
    maker.Instruction(MessageId::kShareInstruction);
  }
  return maker.Done();
}

std::string PercentText(const Rational& value, const Datum& rate) {
  return core::ToRoundedText(value, std::max(2, rate.quantity.decimals)) + "%";
}

// "年初2411人，流失26人，巩固率98.92%".
std::optional<Check> JudgeRetention(const Passage& passage, int mention) {
  const int lost = mention - 1;
  const int all = mention - 2;
  if (!EndsWithAny(passage.Lead(mention), {"巩固率", "巩固率为", "保留率"}) ||
      all < passage.SentenceOf(mention).first || !IsCountOf(passage.at(lost)) ||
      !IsCountOf(passage.at(all)) ||
      !HasAny(passage.Lead(lost), {"流失", "辍学", "退学"}) ||
      !HasAny(passage.Lead(all), {"年初", "学年初", "期初", "原有"})) {
    return std::nullopt;
  }
  const Datum& rate = *passage.at(mention).datum;
  const Quantity start = InOnes(passage.at(all).datum->quantity);
  const Quantity gone = InOnes(passage.at(lost).datum->quantity);
  const auto left = ShareInterval(gone, start);
  if (!left || gone.value > start.value) return std::nullopt;
  const Rational kept = (start.value - gone.value) / start.value * 100;
  const std::string formula = "(" + NumberIn(start, "") + "−" +
                              NumberIn(gone, "") + ")÷" + NumberIn(start, "") +
                              "=" + PercentText(kept, rate);
  CheckMaker maker("share");
  maker.Operand(rate, "share")
      .Operand(*passage.at(lost).datum, "part")
      .Operand(*passage.at(all).datum, "whole");
  const Interval interval = Interval::Point(100) - *left;
  return RateCheck(rate, formula, interval,
                   core::JudgeEqual(PercentOf(rate), interval), maker);
}

// The number of people behind 计划招生 in the text; nothing for another text.
std::optional<int> PlannedIn(std::string_view text) {
  constexpr std::string_view kPlan = "计划招生";
  const std::size_t at = text.find(kPlan);
  if (at == std::string_view::npos) return std::nullopt;
  std::string digits;
  for (const char c : text.substr(at + kPlan.size())) {
    if (c < '0' || c > '9') break;
    digits += c;
  }
  const bool people = StartsWithAny(
      text.substr(at + kPlan.size() + digits.size()), {"人", "名"});
  if (digits.empty() || digits.size() > kMostDigits || !people) {
    return std::nullopt;
  }
  return std::stoi(digits);
}

// "计划招生1220人，实际招收新生1216人，计划完成率99.67%": the plan is no figure
// of the school's own, so it is read from the text.
std::optional<Check> JudgePlan(const Passage& passage, int mention) {
  const int part = mention - 1;
  if (!HasAny(passage.Lead(mention), {"计划完成率", "完成率"}) ||
      part < passage.SentenceOf(mention).first ||
      !IsCountOf(passage.at(part)) ||
      !HasAny(passage.Lead(part), {"实际", "招收", "录取"})) {
    return std::nullopt;
  }
  const Sentence& sentence = passage.SentenceOf(mention);
  const auto planned =
      PlannedIn(Compact(passage.Text(sentence.begin, passage.at(part).begin)));
  if (!planned || *planned == 0) return std::nullopt;
  const Datum& rate = *passage.at(mention).datum;
  const Datum& came = *passage.at(part).datum;
  const Quantity people = InOnes(came.quantity);
  const Interval interval =
      people.rounded * Interval::Point(Rational(100) / Rational(*planned));
  const Rational done = people.value / Rational(*planned) * 100;
  const std::string formula = NumberIn(people, "") + "÷" +
                              std::to_string(*planned) + "=" +
                              PercentText(done, rate);
  CheckMaker maker("share");
  maker.Operand(rate, "share").Operand(came, "part");
  return RateCheck(rate, formula, interval,
                   core::JudgeEqual(rate.quantity, interval), maker);
}

// The years of 两年净增 or 3年增加; nothing for other words.
std::optional<int> YearsIn(std::string_view lead) {
  const std::size_t at = lead.find("年");
  if (at == std::string_view::npos) return std::nullopt;
  for (std::size_t begin = 0; begin < at;
       begin += CharacterSize(lead.substr(begin))) {
    const auto number = SmallNumberAt(lead.substr(begin, at - begin));
    if (number && begin + number->size == at && number->value >= 2) {
      return number->value;
    }
  }
  return std::nullopt;
}

// "两年净增270人，增幅8.40%，年均增加135人".
std::optional<Check> JudgeYearly(const Passage& passage, int mention) {
  const Datum& yearly = *passage.at(mention).datum;
  if (!StartsWithAny(passage.Lead(mention), {"年均增", "年均减", "平均每年"}) ||
      IsPercent(yearly) || IsHedged(yearly)) {
    return std::nullopt;
  }
  for (int i = mention - 1; i >= passage.SentenceOf(mention).first; --i) {
    const Datum& all = *passage.at(i).datum;
    const auto years = YearsIn(passage.Lead(i));
    if (!passage.at(i).change || !years || !Comparable(all, yearly) ||
        IsPercent(all) || IsHedged(all)) {
      continue;
    }
    const Interval share =
        all.quantity.rounded * Interval::Point(Rational(1) / Rational(*years));
    // A mean is rounded though it counts people.
    const Verdict verdict = core::JudgeEqual(yearly.quantity, share);
    if (verdict != VERDICT_CONSISTENT &&
        core::Meets(yearly.quantity.rounded, share + Interval::Closed(-1, 1))) {
      return std::nullopt;
    }
    const std::string formula =
        NumberIn(all.quantity, all.quantity.unit) + "÷" +
        std::to_string(*years) + "=" +
        core::ToRoundedText(Rational(all.quantity.value / *years), 2);
    CheckMaker maker("mean");
    maker.Operand(yearly, "mean").Operand(all, "member");
    return RateCheck(yearly, formula, share, verdict, maker);
  }
  return std::nullopt;
}

}  // namespace

void FindOtherRates(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) {
      std::optional<Check> check;
      if (!passage.at(i).change && IsPercent(*passage.at(i).datum)) {
        check = JudgeSurvey(passage, i);
        if (!check) check = JudgeRetention(passage, i);
        if (!check) check = JudgePlan(passage, i);
      } else {
        check = JudgeYearly(passage, i);
      }
      if (check) checks.push_back(*std::move(check));
    }
  }
}

}  // namespace nianbao::validation
