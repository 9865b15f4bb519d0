#include "services/validation/per_head.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/validation/arithmetic.h"
#include "services/validation/label_key.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Verdict;
using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

constexpr std::string_view kPerStudent = "生均";
constexpr std::string_view kStudents = "在校生";
// No school shrinks to less than this part of itself from year to year.
constexpr int kSmallest = 2;
constexpr std::string_view kPerHundred = "每百名";
constexpr int kHundred = 100;
// So many figures show how a report makes them, and so many times as many as
// are made otherwise.
constexpr int kFewestUsual = 3;
constexpr int kMoreUsual = 3;

// The year in which a period starts; zero where it names none.
int StartOf(const Datum& datum) {
  const std::string& period = datum.fact->period();
  const std::string before = PeriodBefore(period);
  return before.empty() ? 0 : std::stoi(period.substr(0, 4));
}

// Drops figures that are so much smaller than the largest that they count one
// group of students.
void DropGroups(std::vector<const Datum*>& students) {
  core::Rational largest = 0;
  for (const Datum* datum : students) {
    largest = std::max(largest, datum->quantity.value);
  }
  students.erase(std::remove_if(students.begin(), students.end(),
                                [&largest](const Datum* datum) {
                                  return datum->quantity.value * kSmallest <
                                         largest;
                                }),
                 students.end());
}

// Figures of all students, of any year, the newest first, each value once.
std::vector<const Datum*> StudentsOf(const ReportView& view) {
  const std::string key = LabelKey(kStudents);
  const std::string code = view.terms().CodeOf(key);
  std::vector<const Datum*> students;
  for (const Datum& datum : view.data().all()) {
    const bool named = code.empty()
                           ? MatchKeys(key, datum.key) != KeyMatch::kNone
                           : datum.code == code;
    if (!named || !IsWholeDatum(datum) || !IsCount(datum) || IsHedged(datum) ||
        datum.quantity.value == 0) {
      continue;
    }
    const bool known = std::any_of(
        students.begin(), students.end(), [&datum](const Datum* other) {
          return other->quantity.value == datum.quantity.value;
        });
    if (!known) students.push_back(&datum);
  }
  DropGroups(students);
  std::stable_sort(
      students.begin(), students.end(),
      [](const Datum* a, const Datum* b) { return StartOf(*a) > StartOf(*b); });
  return students;
}

// Amounts before `mention` in its sentence that it may share out, the one of
// its name or else the nearest first.
std::vector<const Datum*> AmountsBefore(const Passage& passage, int mention) {
  const Datum& per_head = *passage.at(mention).datum;
  std::vector<const Datum*> amounts;
  std::vector<const Datum*> others;
  for (int i = mention - 1; i >= passage.SentenceOf(mention).first; --i) {
    const Mention& other = passage.at(i);
    if (other.change || Has(other.datum->fact->label(), kPerStudent) ||
        !Comparable(*other.datum, per_head)) {
      continue;
    }
    const bool named = Has(per_head.key, other.datum->key);
    (named ? amounts : others).push_back(other.datum);
  }
  amounts.insert(amounts.end(), others.begin(), others.end());
  std::stable_partition(amounts.begin(), amounts.end(), [&](auto* amount) {
    return SamePeriod(*amount, per_head);
  });
  return amounts;
}

// Whether the words name no other thing than the amount before: "生均" alone,
// or the amount's own name.
bool IsOf(const Passage& passage, int mention, const Datum& amount) {
  const std::string lead = passage.Lead(mention);
  return lead == kPerStudent || lead == "生均为" ||
         StartsWithAny(lead, {kPerHundred}) ||
         Has(passage.at(mention).datum->key, amount.key);
}

// What is shared out, in the unit of the result: a hundred times for 每百名.
std::optional<core::Quantity> Shared(const Datum& amount,
                                     const Datum& per_head) {
  auto shared = InUnit(amount.quantity, per_head.quantity.unit);
  if (shared && Has(per_head.fact->label(), kPerHundred)) {
    const auto hundred = core::Interval::Point(kHundred);
    shared->value *= kHundred;
    shared->rounded = shared->rounded * hundred;
    shared->loose = shared->loose * hundred;
  }
  return shared;
}

struct Reading {
  const Datum* amount = nullptr;
  const Datum* students = nullptr;
  Outcome outcome;
};

std::optional<Reading> Fitting(const Datum& per_head,
                               const std::vector<const Datum*>& amounts,
                               const std::vector<const Datum*>& students,
                               Verdict wanted) {
  for (const Datum* amount : amounts) {
    const auto in_unit = Shared(*amount, per_head);
    for (const Datum* datum : students) {
      const auto outcome =
          QuotientOf(*in_unit, datum->quantity, per_head.quantity.decimals);
      if (outcome &&
          JudgeOutcome(AsMean(per_head.quantity), *outcome) == wanted) {
        return Reading{amount, datum, *outcome};
      }
    }
  }
  return std::nullopt;
}

MessageId MessageOf(Verdict verdict) {
  switch (verdict) {
    case VERDICT_CONSISTENT:
      return MessageId::kPerHeadFits;
    case VERDICT_ROUNDED_DIFFERENTLY:
      return MessageId::kPerHeadRounded;
    case VERDICT_CONTRADICTED:
      return MessageId::kPerHeadWrong;
    default:
      return MessageId::kPerHeadUndecided;
  }
}

CheckMaker PerHeadCheck(const Datum& per_head, const Reading& reading,
                        Verdict verdict) {
  CheckMaker maker("per_head");
  maker.Operand(per_head, "result")
      .Operand(*reading.amount, "dividend")
      .Operand(*reading.students, "divisor")
      .Verdict(verdict)
      .Reported(Printed(per_head), AsMean(per_head.quantity).rounded)
      .Computed(reading.outcome.formula, reading.outcome.interval)
      .Message(MessageOf(verdict), {Named("amount", *reading.amount),
                                    Named("students", *reading.students),
                                    Named("result", per_head),
                                    {"formula", reading.outcome.formula}});
  return maker;
}

// A figure that no students of its own or the newest year give: wrong where it
// was made with earlier ones, or where the report's other figures are `usual`ly
// made with the newest; open otherwise.
std::optional<Check> JudgeMisfit(const Datum& per_head, const Datum& amount,
                                 const std::vector<const Datum*>& newest,
                                 const std::vector<const Datum*>& students,
                                 bool usual) {
  const auto in_unit = Shared(amount, per_head);
  const auto outcome = QuotientOf(*in_unit, newest.front()->quantity,
                                  per_head.quantity.decimals);
  if (!outcome) return std::nullopt;
  const Reading right{&amount, newest.front(), *outcome};
  const bool refuted =
      JudgeOutcome(AsMean(per_head.quantity), *outcome) == VERDICT_CONTRADICTED;
  const auto stale = Fitting(per_head, {&amount}, students, VERDICT_CONSISTENT);
  if (!stale || !refuted ||
      StartOf(*stale->students) >= StartOf(*newest.front())) {
    if (!stale && usual && refuted) {
      return PerHeadCheck(per_head, right, VERDICT_CONTRADICTED)
          .Instruction(MessageId::kPerHeadInstruction)
          .Done();
    }
    return PerHeadCheck(per_head, right, VERDICT_UNDECIDED)
        .Reason(MessageId::kPerHeadReason, {})
        .Done();
  }
  return PerHeadCheck(per_head, right, VERDICT_CONTRADICTED)
      .Instruction(MessageId::kPerHeadInstruction)
      .Done();
}

// The students that may divide a figure: of the newest year, or of its own.
std::vector<const Datum*> NewestOf(const std::vector<const Datum*>& students,
                                   const Datum& per_head) {
  std::vector<const Datum*> newest;
  for (const Datum* datum : students) {
    if (StartOf(*datum) == StartOf(*students.front()) ||
        SamePeriod(*datum, per_head)) {
      newest.push_back(datum);
    }
  }
  return newest;
}

// 免学费3186人、637.2万元，生均2000元: the persons counted right before the
// amount, whose mean it may be; null where none are.
const Datum* PersonsBeside(const Passage& passage, int mention,
                           const Datum& amount) {
  for (int i = mention - 1; i > passage.SentenceOf(mention).first; --i) {
    if (passage.at(i).datum != &amount) continue;
    const Mention& before = passage.at(i - 1);
    const bool persons = before.datum->quantity.unit == "人" &&
                         !before.change && IsCount(*before.datum) &&
                         before.datum->quantity.value != 0;
    return persons ? before.datum : nullptr;
  }
  return nullptr;
}

// A mean of the persons beside the amount, or of nobody that is named.
std::optional<Check> JudgeBeside(const Datum& per_head, const Datum& amount,
                                 const Datum& persons) {
  const auto outcome = QuotientOf(*Shared(amount, per_head), persons.quantity,
                                  per_head.quantity.decimals);
  if (!outcome) return std::nullopt;
  const Verdict verdict = JudgeOutcome(AsMean(per_head.quantity), *outcome);
  const Reading reading{&amount, &persons, *outcome};
  if (verdict != VERDICT_CONTRADICTED) {
    return PerHeadCheck(per_head, reading, verdict).Done();
  }
  return PerHeadCheck(per_head, reading, VERDICT_UNDECIDED)
      .Reason(MessageId::kPerHeadReason, {})
      .Done();
}

std::optional<Check> Judge(const Passage& passage, int mention,
                           const std::vector<const Datum*>& students,
                           bool usual) {
  const Datum& per_head = *passage.at(mention).datum;
  const auto amounts = AmountsBefore(passage, mention);
  if (amounts.empty() || students.empty()) return std::nullopt;
  const auto newest = NewestOf(students, per_head);
  for (const Verdict wanted :
       {VERDICT_CONSISTENT, VERDICT_ROUNDED_DIFFERENTLY}) {
    if (const auto reading = Fitting(per_head, amounts, newest, wanted)) {
      return PerHeadCheck(per_head, *reading, wanted).Done();
    }
  }
  if (!IsOf(passage, mention, *amounts.front())) return std::nullopt;
  const Datum* beside = PersonsBeside(passage, mention, *amounts.front());
  if (beside != nullptr) {
    return JudgeBeside(per_head, *amounts.front(), *beside);
  }
  return JudgeMisfit(per_head, *amounts.front(), newest, students, usual);
}

// The name of what 年生均财政拨款水平 shares out: 财政拨款; empty for another
// label.
std::string SharedOut(const Datum& per_head) {
  const std::string label = Compact(per_head.fact->label());
  const std::size_t at = label.find(kPerStudent);
  if (at == std::string::npos) return "";
  const std::string_view name =
      std::string_view(label).substr(at + kPerStudent.size());
  return LabelKey(StripEnd(name, {"水平", "标准", "数额"}));
}

// The one amount of money of the figure's period that has the name; null where
// there are none or several.
const Datum* AmountNamed(const ReportView& view, const std::string& name,
                         const Datum& per_head) {
  const Datum* only = nullptr;
  for (const char* ending : {"", "收入", "经费", "总额", "投入"}) {
    for (const Datum* datum :
         view.data().WithKey(LabelKey(name + std::string(ending)))) {
      if (!SamePeriod(*datum, per_head) || IsHedged(*datum) ||
          !IsWholeDatum(*datum) || !Comparable(*datum, per_head)) {
        continue;
      }
      if (only != nullptr && only->quantity.value != datum->quantity.value) {
        return nullptr;
      }
      only = datum;
    }
  }
  return only;
}

// Money per student whose amount stands elsewhere.
std::optional<Check> JudgeElsewhere(const ReportView& view,
                                    const Datum& per_head,
                                    const std::vector<const Datum*>& students,
                                    bool usual) {
  const std::string name = SharedOut(per_head);
  if (name.empty() || students.empty() || !per_head.year ||
      !InUnit(per_head.quantity, "元")) {
    return std::nullopt;
  }
  const Datum* amount = AmountNamed(view, name, per_head);
  const auto newest = NewestOf(students, per_head);
  const bool own = std::any_of(
      newest.begin(), newest.end(),
      [&](const Datum* datum) { return SamePeriod(*datum, per_head); });
  if (amount == nullptr || !own) return std::nullopt;
  for (const Verdict wanted :
       {VERDICT_CONSISTENT, VERDICT_ROUNDED_DIFFERENTLY}) {
    if (const auto reading = Fitting(per_head, {amount}, newest, wanted)) {
      return PerHeadCheck(per_head, *reading, wanted).Done();
    }
  }
  return JudgeMisfit(per_head, *amount, newest, students, usual);
}

bool IsPerStudent(const Passage& passage, int mention) {
  return !passage.at(mention).change &&
         HasAny(passage.Lead(mention), {kPerStudent, kPerHundred});
}

// All figures per student, of the text and of tables.
void JudgeAll(const ReportView& view, const std::vector<const Datum*>& students,
              bool usual, Checks& checks) {
  const auto add = [&](std::optional<Check> check) {
    if (!check) return false;
    checks.push_back(*std::move(check));
    return true;
  };
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) {
      if (!IsPerStudent(passage, i)) continue;
      if (!add(Judge(passage, i, students, usual))) {
        add(JudgeElsewhere(view, *passage.at(i).datum, students, usual));
      }
    }
  }
  for (const Datum& datum : view.data().all()) {
    if (datum.fact->origin() == ORIGIN_TABLE && IsWholeDatum(datum) &&
        !IsHedged(datum)) {
      add(JudgeElsewhere(view, datum, students, usual));
    }
  }
}

// Whether most figures per student are made with the students `newest`, so that
// the report has shown how it makes them.
bool AreUsual(const Checks& checks, const Datum& newest) {
  int with = 0;
  int without = 0;
  for (const Check& check : checks) {
    if (check.verdict() != VERDICT_CONSISTENT || check.operands_size() < 3) {
      continue;
    }
    const bool same =
        check.operands(2).value() == newest.fact->figure().value();
    ++(same ? with : without);
  }
  return with >= kFewestUsual && with > kMoreUsual * without;
}

}  // namespace

void FindPerHeads(const ReportView& view, Checks& checks) {
  const std::vector<const Datum*> students = StudentsOf(view);
  Checks found;
  JudgeAll(view, students, false, found);
  if (!students.empty() && AreUsual(found, *students.front())) {
    found.clear();
    JudgeAll(view, students, true, found);
  }
  for (Check& check : found) checks.push_back(std::move(check));
}

}  // namespace nianbao::validation
