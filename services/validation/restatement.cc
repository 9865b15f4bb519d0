#include "services/validation/restatement.h"

#include <algorithm>
#include <string>
#include <vector>

#include "services/core/verdict.h"
#include "services/validation/rule_case.h"

namespace nianbao::validation {
namespace {

using core::Reference;
using nianbao::catalogue::v1::Edition;
using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::validation::v1::Coverage;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

constexpr char kRestatement[] = "restatement";

// A figure of last year's submission beside the column that restates it.
struct Pair {
  const Fact* now = nullptr;
  const Fact* before = nullptr;
  core::Quantity now_quantity;
  core::Quantity before_quantity;
  core::Verdict verdict = VERDICT_UNDECIDED;
};

core::Verdict Judge(const core::Quantity& now, const core::Quantity& before) {
  const core::Verdict verdict = core::JudgeEqual(now, before.rounded);
  if (verdict == VERDICT_CONSISTENT) return verdict;
  // A last digit may be off in either of the two reports.
  const core::Verdict other = core::JudgeEqual(before, now.rounded);
  if (other == VERDICT_ROUNDED_DIFFERENTLY) return other;
  const bool vague = now.vague || before.vague;
  return vague && verdict == VERDICT_CONTRADICTED ? VERDICT_UNDECIDED : verdict;
}

bool IsBetter(core::Verdict a, core::Verdict b) {
  const auto rank = [](core::Verdict verdict) {
    return verdict == VERDICT_CONSISTENT            ? 0
           : verdict == VERDICT_ROUNDED_DIFFERENTLY ? 1
           : verdict == VERDICT_UNDECIDED           ? 2
                                                    : 3;
  };
  return rank(a) < rank(b);
}

std::string PlaceText(const Fact& fact, bool english) {
  const int line = fact.place().line();
  if (line <= 0) return "";
  const std::string number = std::to_string(line);
  return english ? ", line " + number : "第" + number + "行";
}

// Compares one report with the one before.
class Comparison {
 public:
  Comparison(const core::Catalogue& catalogue, const Edition& edition,
             const core::FactTable& table, const OtherSubmission& earlier)
      : catalogue_(catalogue),
        edition_(edition),
        year_(earlier.data_year),
        now_(table),
        earlier_(earlier),
        before_(earlier.facts) {}

  void Run(Checks& checks) {
    for (const auto& [code, indicator] : catalogue_.indicators()) {
      const auto pair = PairOf(code);
      if (!pair) continue;
      checks.push_back(CheckOf(*indicator, *pair));
    }
  }

 private:
  // What comes nearest to the column, where last year's report gives the
  // indicator in several places.
  std::optional<Pair> PairOf(const std::string& code) const {
    const Reference reference{code, 0, false};
    const Fact* now = now_.Principal(code, year_);
    if (now == nullptr || now->origin() != ORIGIN_TABLE) return std::nullopt;
    const auto now_quantity =
        RuleCase(catalogue_, now_, year_).QuantityOf(reference);
    if (!now_quantity) return std::nullopt;
    std::optional<Pair> best;
    for (const Fact* fact : before_.Of(code, year_)) {
      if (!core::IsWhole(*fact)) continue;
      const auto quantity =
          RuleCase(catalogue_, before_, year_, fact, &reference)
              .QuantityOf(reference);
      if (!quantity) continue;
      const core::Verdict verdict = Judge(*now_quantity, *quantity);
      if (best && !IsBetter(verdict, best->verdict)) continue;
      best = Pair{now, fact, *now_quantity, *quantity, verdict};
    }
    return best;
  }

  Check CheckOf(const Indicator& indicator, const Pair& pair) const {
    const std::string& before_title =
        core::Catalogue::TitleIn(indicator, earlier_.edition);
    const bool renamed =
        before_title != core::Catalogue::TitleIn(indicator, edition_.code());
    const bool open = renamed && pair.verdict == VERDICT_CONTRADICTED;
    const core::Verdict verdict = open ? VERDICT_UNDECIDED : pair.verdict;
    CheckMaker maker(kRestatement);
    maker.Verdict(verdict)
        .Reported(Printed(*pair.now), pair.now_quantity.rounded)
        .Computed(Printed(*pair.before), pair.before_quantity.rounded)
        .Message(MessageOf(verdict), ArgsOf(indicator, pair));
    if (verdict == VERDICT_CONTRADICTED) {
      maker.Severity(SEVERITY_QUERY)
          .Instruction(MessageId::kRestatementInstruction);
    } else if (verdict == VERDICT_UNDECIDED) {
      maker.Reason(open ? MessageId::kRestatementReasonTitle
                        : MessageId::kRestatementReasonHedge,
                   {{"before", before_title}});
    }
    Check check = maker.Done();
    AddOperand(*pair.now, "result", check);
    AddOther(*pair.before, check);
    AddLines(check);
    return check;
  }

  static MessageId MessageOf(core::Verdict verdict) {
    switch (verdict) {
      case VERDICT_CONSISTENT:
        return MessageId::kRestatementFits;
      case VERDICT_ROUNDED_DIFFERENTLY:
        return MessageId::kRestatementRounded;
      case VERDICT_CONTRADICTED:
        return MessageId::kRestatementWrong;
      default:
        return MessageId::kRestatementUndecided;
    }
  }

  Args ArgsOf(const Indicator& indicator, const Pair& pair) const {
    return {{"label", core::Catalogue::TitleIn(indicator, edition_.code())},
            {"label_en", indicator.title().en()},
            {"year", std::to_string(year_)},
            {"now", Printed(*pair.now)},
            {"before", Printed(*pair.before)},
            {"submission", earlier_.name},
            {"place", PlaceText(*pair.before, false)},
            {"place_en", PlaceText(*pair.before, true)}};
  }

  // The figure of the other document: its place is no place of this one.
  void AddOther(const Fact& fact, Check& check) const {
    AddOperand(fact, "part", check);
    auto& operand = *check.mutable_operands(check.operands_size() - 1);
    operand.clear_fact();
    operand.clear_place();
    operand.set_submission(earlier_.name);
    if (fact.has_place()) *operand.mutable_submission_place() = fact.place();
  }

  const core::Catalogue& catalogue_;
  const Edition& edition_;
  const int year_;
  const core::FactTable& now_;
  const OtherSubmission& earlier_;
  const core::FactTable before_;
};

Coverage::Entry EntryOf(bool has_earlier) {
  Coverage::Entry entry;
  entry.set_code(kRestatement);
  *entry.mutable_skipped() = Say(has_earlier ? MessageId::kRestatementNoColumn
                                             : MessageId::kRestatementNoEarlier,
                                 {});
  return entry;
}

}  // namespace

void CheckRestatement(const core::Catalogue& catalogue, const Edition& edition,
                      const core::FactTable& table,
                      const Surroundings& surroundings, Checks& checks,
                      Ledger& ledger) {
  const auto& all = surroundings.earlier;
  const auto earlier =
      std::find_if(all.begin(), all.end(), [&](const OtherSubmission& other) {
        return other.data_year == edition.data_year() - 1;
      });
  const std::size_t before = checks.size();
  if (earlier != all.end()) {
    Comparison(catalogue, edition, table, *earlier).Run(checks);
  }
  // Checks that ran are counted with the relations that reports state.
  if (checks.size() == before) {
    ledger.push_back(EntryOf(earlier != all.end()));
  }
}

}  // namespace nianbao::validation
