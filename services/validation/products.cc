#include "services/validation/products.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "services/core/rational.h"
#include "services/core/unit.h"
#include "services/validation/arithmetic.h"
#include "services/validation/slips.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Rational;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

// So many terms or years may have been counted together.
constexpr int kMostTerms = 6;

bool IsMoney(const Datum& datum) {
  return core::FindUnit(datum.quantity.unit).dimension == "元";
}

bool IsPeople(const Datum& datum) {
  return core::FindUnit(datum.quantity.unit).dimension == "人";
}

bool IsAmountForEach(std::string_view words) {
  return HasAny(words, {"每人", "每生", "每名", "人均", "生均"});
}

// What is printed behind the digits of an amount, up to a mark.
std::string WordsBehind(const Passage& passage, int mention) {
  const std::string after = Compact(passage.After(mention));
  return passage.at(mention).datum->fact->figure().text() +
         after.substr(0, FindAny(after, {"，", "。", "；", "、", "（"}));
}

// Whether that says that each has it: 6000元/生.
bool IsForEachBehind(const Passage& passage, int mention) {
  return HasAny(WordsBehind(passage, mention),
                {"元/生", "元/人", "元／生", "元／人"});
}

struct StatedProduct {
  const Datum* total = nullptr;
  const Datum* people = nullptr;
  const Datum* each = nullptr;
  // Whether the amount is for a year, term or month: then not all have it all,
  // and some have it twice.
  bool timed = false;
  // Whether the people are the subject of the sentences before.
  bool elsewhere = false;
};

// Whether the words in front of a total say that it is one.
bool IsTotal(std::string_view lead) {
  return HasAny(lead, {"共计", "合计", "总计", "计", "共发放", "共", "支出",
                       "发放", "支付", "投入"});
}

// The nearest count of people before `mention` in its group of sentences; null
// where there is none.
const Datum* PeopleBefore(const Passage& passage, int mention) {
  for (int i = mention - 1; i >= passage.GroupFirst(mention); --i) {
    if (passage.at(i).change || IsHedged(*passage.at(i).datum)) continue;
    if (IsPeople(*passage.at(i).datum)) return passage.at(i).datum;
  }
  return nullptr;
}

// The first people that the paragraph counts; null where there are none.
const Datum* SubjectBefore(const Passage& passage, int mention) {
  for (int i = 0; i < passage.GroupFirst(mention); ++i) {
    const Mention& other = passage.at(i);
    if (!other.change && IsPeople(*other.datum)) {
      return IsHedged(*other.datum) ? nullptr : other.datum;
    }
  }
  return nullptr;
}

// Whether a plain amount of money stands there that its words call a total.
bool IsTotalAt(const Passage& passage, int mention) {
  const Sentence& sentence = passage.SentenceOf(mention);
  const Mention& it = passage.at(mention);
  const std::string lead = passage.Lead(mention);
  return mention >= sentence.first && IsMoney(*it.datum) && !it.change &&
         !IsHedged(*it.datum) && IsTotal(lead) && !IsAmountForEach(lead);
}

// "按每人320元，623人共19.94万元": the people stand between.
bool TakeBehind(const Passage& passage, int each, StatedProduct& stated) {
  const int last = passage.SentenceOf(each).last;
  if (each + 2 >= last || !IsPeople(*passage.at(each + 1).datum) ||
      passage.at(each + 1).change || IsHedged(*passage.at(each + 1).datum) ||
      !IsTotalAt(passage, each + 2)) {
    return false;
  }
  stated.people = passage.at(each + 1).datum;
  stated.total = passage.at(each + 2).datum;
  return true;
}

// "623人每人320元，共19.94万元", or the total before the amount for each, which
// is not its part: 共19.94万元，其中财政每人200元.
void TakeBeside(const Passage& passage, int each, StatedProduct& stated) {
  stated.people = PeopleBefore(passage, each);
  if (stated.people == nullptr) {
    stated.people = SubjectBefore(passage, each);
    stated.elsewhere = true;
  }
  const Sentence& sentence = passage.SentenceOf(each);
  if (each + 1 < sentence.last && IsTotalAt(passage, each + 1)) {
    stated.total = passage.at(each + 1).datum;
  } else if (each > sentence.first && IsTotalAt(passage, each - 1) &&
             !HasAny(passage.Lead(each), {"其中", "含", "包括"})) {
    stated.total = passage.at(each - 1).datum;
  }
}

// People, an amount for each and the total in one sentence. Only where they
// stand side by side is the total certain to be theirs.
std::optional<StatedProduct> ProductAt(const Passage& passage, int each) {
  const Mention& amount = passage.at(each);
  const std::string lead = passage.Lead(each);
  if (!IsMoney(*amount.datum) || amount.change || IsHedged(*amount.datum) ||
      !(IsAmountForEach(lead) || IsForEachBehind(passage, each))) {
    return std::nullopt;
  }
  StatedProduct stated;
  stated.each = amount.datum;
  const bool behind = !IsAmountForEach(lead);
  const std::string words = behind ? WordsBehind(passage, each) : lead;
  stated.timed = HasAny(words, {"每年", "学年", "学期", "每月", "月", "年"});
  if (!TakeBehind(passage, each, stated)) TakeBeside(passage, each, stated);
  // Less sure than 每人: others may stand between the two.
  if (behind && (each == 0 || stated.people != passage.at(each - 1).datum)) {
    stated.elsewhere = true;
  }
  if (stated.total == nullptr || stated.people == nullptr) return std::nullopt;
  return stated;
}

// Whether one is so many times the other, as where some terms or years are
// counted together.
bool IsMultiple(const Rational& a, const Rational& b) {
  for (int times = 2; times <= kMostTerms; ++times) {
    if (a == b * times || b == a * times) return true;
  }
  return false;
}

// Whether the total's print is one slip of the hand away from `value`.
bool LooksLike(const Datum& total, const Rational& value) {
  std::string should = core::ToRoundedText(value, total.quantity.decimals);
  std::string is =
      core::ToRoundedText(total.quantity.value, total.quantity.decimals);
  if (DifferInOneDigit(should, is)) return true;
  std::sort(should.begin(), should.end());
  std::sort(is.begin(), is.end());
  return should == is;
}

// Whether the total can only be a mistake: it is above what all together have
// and no number of terms makes it so.
bool IsWrong(const StatedProduct& stated, const Outcome& outcome) {
  const auto total =
      InUnit(stated.total->quantity, stated.total->quantity.unit)->value;
  const Rational& product = outcome.printed;
  for (int power = 1; power <= 4; ++power) {
    const Rational tens = core::PowerOfTen(power);
    if (total == product * tens || product == total * tens) return true;
  }
  if (IsMultiple(total, product)) return false;
  if (stated.elsewhere && !LooksLike(*stated.total, product)) return false;
  return !stated.timed || total > product;
}

// What the people are, at the end of the words before them: 助学金.
std::string_view NounOf(std::string_view lead) {
  constexpr std::size_t kNoun = 9;  // bytes: three characters
  lead = StripEnd(lead, {"共", "获得者", "共有", "有"});
  return lead.size() < kNoun ? std::string_view()
                             : lead.substr(lead.size() - kNoun);
}

// "助学金每生1000元/学期；…；国家助学金105人，共计105000元": the amount for
// each stands further before. Only where it gives the total to the digit.
std::optional<StatedProduct> ProductBefore(const Passage& passage, int total) {
  const int people = total - 1;
  if (!IsTotalAt(passage, total) || people < passage.SentenceOf(total).first ||
      !IsPeople(*passage.at(people).datum) || passage.at(people).change ||
      IsHedged(*passage.at(people).datum)) {
    return std::nullopt;
  }
  const std::string words = passage.Lead(people);
  const std::string_view noun = NounOf(words);
  if (noun.empty()) return std::nullopt;
  StatedProduct stated;
  stated.total = passage.at(total).datum;
  stated.people = passage.at(people).datum;
  for (int i = 0; i < people; ++i) {
    const Mention& each = passage.at(i);
    const std::string lead = passage.Lead(i);
    if (!IsMoney(*each.datum) || each.change || IsHedged(*each.datum) ||
        !IsAmountForEach(lead) || !Has(lead, noun) ||
        stated.people->quantity.value * each.datum->quantity.value !=
            stated.total->quantity.value ||
        each.datum->quantity.unit != stated.total->quantity.unit) {
      continue;
    }
    stated.each = each.datum;
  }
  return stated.each == nullptr ? std::nullopt : std::make_optional(stated);
}

void Judge(const StatedProduct& stated, Checks& checks) {
  const auto outcome = ProductOf(stated.people->quantity, stated.each->quantity,
                                 stated.total->quantity.unit);
  if (!outcome) return;
  const auto verdict = JudgeOutcome(stated.total->quantity, *outcome);
  const bool fits = verdict == VERDICT_CONSISTENT;
  if (!fits &&
      (verdict != VERDICT_CONTRADICTED || !IsWrong(stated, *outcome))) {
    return;
  }
  CheckMaker maker("product");
  maker.Operand(*stated.total, "total")
      .Operand(*stated.people, "people")
      .Operand(*stated.each, "each")
      .Verdict(fits ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED)
      .Reported(Printed(*stated.total), stated.total->quantity.rounded)
      .Computed(outcome->formula, outcome->interval)
      .Message(fits ? MessageId::kProductFits : MessageId::kProductWrong,
               {Named("total", *stated.total), {"formula", outcome->formula}});
  if (!fits) maker.Instruction(MessageId::kProductInstruction);
  checks.push_back(maker.Done());
}

}  // namespace

void FindProducts(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) {
      if (const auto stated = ProductAt(passage, i)) Judge(*stated, checks);
      if (const auto stated = ProductBefore(passage, i)) Judge(*stated, checks);
    }
  }
}

}  // namespace nianbao::validation
