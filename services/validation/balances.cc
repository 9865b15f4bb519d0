#include "services/validation/balances.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "services/core/unit.h"
#include "services/validation/arithmetic.h"
#include "services/validation/order_checks.h"
#include "services/validation/slips.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Rational;
using core::Verdict;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

bool IsMoney(const Datum& datum) {
  return core::FindUnit(datum.quantity.unit).dimension == "元";
}

// A result with what makes it up, each with its sign.
struct Account {
  const Datum* result = nullptr;
  std::vector<const Datum*> data;
  std::vector<int> signs;

  void Add(const Datum& datum, int sign) {
    data.push_back(&datum);
    signs.push_back(sign);
  }
  int Count(int sign) const {
    return static_cast<int>(std::count(signs.begin(), signs.end(), sign));
  }
};

Check AccountCheck(const Account& account, const Outcome& sum,
                   Verdict verdict) {
  CheckMaker maker("stock_flow");
  maker.Operand(*account.result, "result");
  for (std::size_t i = 0; i < account.data.size(); ++i) {
    maker.Operand(*account.data[i],
                  account.signs[i] < 0 ? "outflow" : "inflow");
  }
  maker.Verdict(verdict)
      .Reported(Printed(*account.result), account.result->quantity.rounded)
      .Computed(sum.formula, sum.interval)
      .Message(verdict == VERDICT_CONSISTENT ? MessageId::kFlowFits
                                             : MessageId::kFlowWrong,
               {Named("result", *account.result), {"formula", sum.formula}});
  if (verdict != VERDICT_CONSISTENT) {
    maker.Instruction(MessageId::kFlowInstruction);
  }
  return maker.Done();
}

// Whether the point of the one stands elsewhere, or 万 is missing.
bool IsScaled(const Rational& a, const Rational& b) {
  if (a == 0 || b == 0) return false;
  for (const int power : {1, 2, 4}) {
    if (a == b * core::PowerOfTen(power) || b == a * core::PowerOfTen(power)) {
      return true;
    }
  }
  return false;
}

// Whether the result's print is one slip of the hand away from the sum.
bool LooksLike(const Datum& result, const Rational& sum) {
  if (IsScaled(result.quantity.value, sum)) return true;
  std::string should = core::ToRoundedText(sum, result.quantity.decimals);
  std::string is =
      core::ToRoundedText(result.quantity.value, result.quantity.decimals);
  if (DifferInOneDigit(should, is)) return true;
  std::sort(should.begin(), should.end());
  std::sort(is.begin(), is.end());
  return should == is;
}

// Whether the account holds.
bool Judge(const Account& account, bool certain, Checks& checks) {
  const auto sum =
      SumOf(account.data, account.signs, account.result->quantity.unit);
  if (!sum) return false;
  const Verdict verdict = JudgeOutcome(account.result->quantity, *sum);
  const bool wrong = verdict == VERDICT_CONTRADICTED &&
                     (certain || LooksLike(*account.result, sum->printed));
  if (verdict != VERDICT_CONSISTENT && !wrong) return false;
  checks.push_back(AccountCheck(account, *sum, verdict));
  return verdict == VERDICT_CONSISTENT;
}

// The one 总收入 of the period; null where there are none or several values.
const Datum* IncomeOf(const ReportView& view, const Datum& balance) {
  const Datum* only = nullptr;
  for (const Datum& datum : view.data().all()) {
    if (!IsWholeDatum(datum) || !IsMoney(datum) || IsHedged(datum) ||
        datum.fact->fact_class() != FACT_CLASS_OWN ||
        !SamePeriod(datum, balance) ||
        !EndsWithAny(Compact(datum.fact->label()), {"总收入", "收入总额"})) {
      continue;
    }
    if (only != nullptr && only->quantity.value != datum.quantity.value) {
      return nullptr;
    }
    only = &datum;
  }
  return only;
}

// All that went out, stated before `mention` in its paragraph, where parts of
// it are stated, too; null for none.
const Datum* ExpensesBefore(const Passage& passage, int mention) {
  const Datum* largest = nullptr;
  for (int i = mention - 1; i >= 0; --i) {
    const Datum& datum = *passage.at(i).datum;
    if (passage.at(i).change || !IsMoney(datum) || IsHedged(datum) ||
        !EndsWithAny(passage.Lead(i), {"支出", "支出为"}) ||
        !SamePeriod(datum, *passage.at(mention).datum)) {
      continue;
    }
    const auto value = InUnit(datum.quantity, "元");
    const auto most =
        largest == nullptr ? std::nullopt : InUnit(largest->quantity, "元");
    if (!value) continue;
    if (!most || most->value < value->value) largest = &datum;
  }
  return largest;
}

void FindBalance(const ReportView& view, const Passage& passage, int mention,
                 Checks& checks) {
  const Datum& balance = *passage.at(mention).datum;
  const std::string lead = passage.Lead(mention);
  if (passage.at(mention).change || !IsMoney(balance) || IsHedged(balance) ||
      !EndsWithAny(lead, {"结余", "结余为"}) ||
      HasAny(lead, {"累计", "滚存", "上年", "年末", "历年"})) {
    return;
  }
  const Datum* expenses = ExpensesBefore(passage, mention);
  const Datum* income = IncomeOf(view, balance);
  if (expenses == nullptr || income == nullptr) return;
  Account account{&balance, {}, {}};
  account.Add(*income, 1);
  account.Add(*expenses, -1);
  // What is left of an income shows that no more was spent.
  if (Judge(account, HasAny(lead, {"当年结余", "本年结余", "年度结余"}),
            checks) &&
      JudgeOrder(*expenses, core::Operator::kAtMost, *income) ==
          VERDICT_CONSISTENT) {
    checks.push_back(OrderCheck(*expenses, core::Operator::kAtMost, *income,
                                VERDICT_CONSISTENT));
  }
}

// 1 for what came, -1 for what went, 0 for neither.
int FlowOf(const std::string& lead) {
  if (HasAny(lead, {"新增", "购入", "新购", "购置", "新签", "引进", "调入",
                    "转入", "增加", "加上", "招聘", "新聘"})) {
    return 1;
  }
  if (HasAny(lead, {"剔旧", "剔除", "报废", "退出", "淘汰", "注销", "清理",
                    "调出", "转出", "减少", "减去", "核减", "终止"})) {
    return -1;
  }
  return 0;
}

bool IsOpening(const std::string& lead) {
  return HasAny(lead, {"年末", "上年末", "年初", "期初", "年底", "原有"});
}

bool IsClosing(const std::string& lead) {
  return HasAny(lead, {"年末", "期末", "年底"}) ||
         StartsWithAny(lead, {"现有", "达到"});
}

// From the opening stock `first` over flows to the closing one in its sentence.
void FindWalk(const Passage& passage, int first, Checks& checks) {
  const Mention& opening = passage.at(first);
  if (opening.change || IsHedged(*opening.datum) || IsPercent(*opening.datum) ||
      !IsOpening(passage.Lead(first)) || FlowOf(passage.Lead(first)) != 0) {
    return;
  }
  Account account;
  account.Add(*opening.datum, 1);
  for (int i = first + 1; i < passage.SentenceOf(first).last; ++i) {
    const Datum& datum = *passage.at(i).datum;
    const std::string lead = passage.Lead(i);
    if (!Comparable(datum, *opening.datum) || IsHedged(datum)) return;
    if (const int flow = FlowOf(lead); flow != 0) {
      account.Add(datum, flow);
      continue;
    }
    if (!IsClosing(lead) || account.Count(-1) == 0 || account.Count(1) < 2) {
      return;
    }
    account.result = &datum;
    Judge(account, true, checks);
    return;
  }
}

}  // namespace

void FindBalances(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) {
      FindBalance(view, passage, i, checks);
      FindWalk(passage, i, checks);
    }
  }
}

}  // namespace nianbao::validation
