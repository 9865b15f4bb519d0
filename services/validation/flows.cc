#include "services/validation/flows.h"

#include <string>
#include <vector>

#include "services/validation/arithmetic.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Verdict;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_UNDECIDED;

// 1 for what comes, -1 for what goes, 0 for neither.
int FlowOf(const Passage& passage, int mention) {
  const std::string lead = passage.Lead(mention);
  if (HasAny(lead, {"新购", "购入", "购置", "新增", "净增", "引进", "调入",
                    "转入", "补充", "招聘", "新建", "新签"})) {
    return 1;
  }
  if (HasAny(lead, {"清理", "报废", "淘汰", "剔除", "注销", "调出", "退休",
                    "转出", "退学", "停办", "终止", "核减"})) {
    return -1;
  }
  return 0;
}

struct Flows {
  std::vector<const Datum*> data;
  std::vector<int> signs;
};

// Flows of the unit of `stock` among the mentions [first, last).
Flows FlowsBetween(const Passage& passage, int first, int last,
                   const Datum& stock) {
  Flows flows;
  for (int i = first; i < last; ++i) {
    const Mention& mention = passage.at(i);
    const int sign = FlowOf(passage, i);
    if (sign == 0 || mention.change || !IsCount(*mention.datum) ||
        !Comparable(*mention.datum, stock)) {
      continue;
    }
    flows.data.push_back(mention.datum);
    flows.signs.push_back(sign);
  }
  return flows;
}

Check FlowCheck(const Datum& result, const std::vector<const Datum*>& data,
                const std::vector<int>& signs, Verdict verdict) {
  const auto sum = *SumOf(data, signs, result.quantity.unit);
  CheckMaker maker("stock_flow");
  maker.Operand(result, "result");
  for (std::size_t i = 0; i < data.size(); ++i) {
    maker.Operand(*data[i], signs[i] < 0 ? "outflow" : "inflow");
  }
  const bool fits = verdict == VERDICT_CONSISTENT;
  maker.Verdict(verdict)
      .Reported(Printed(result), result.quantity.rounded)
      .Computed(sum.formula, sum.interval)
      .Message(fits ? MessageId::kFlowFits : MessageId::kFlowUndecided,
               {Named("result", result), {"formula", sum.formula}});
  if (!fits) maker.Reason(MessageId::kFlowReason, {});
  return maker.Done();
}

// From the stock at `before` to the stock at `now`, a year later.
void JudgeStocks(const Passage& passage, int before, int now, Checks& checks) {
  const Datum& stock = *passage.at(before).datum;
  const Datum& result = *passage.at(now).datum;
  const Flows flows = FlowsBetween(passage, before + 1, now, stock);
  if (flows.data.empty()) return;
  std::vector<const Datum*> data = flows.data;
  std::vector<int> signs = flows.signs;
  data.insert(data.begin(), &stock);
  signs.insert(signs.begin(), 1);
  const auto sum = SumOf(data, signs, result.quantity.unit);
  if (!sum) return;
  const bool fits = JudgeOutcome(result.quantity, *sum) == VERDICT_CONSISTENT;
  checks.push_back(FlowCheck(result, data, signs,
                             fits ? VERDICT_CONSISTENT : VERDICT_UNDECIDED));
}

// The net change, where it is what the flows before it make.
void JudgeNet(const Passage& passage, int change, Checks& checks) {
  const Datum& net = *passage.at(change).datum;
  const Flows flows =
      FlowsBetween(passage, passage.SentenceOf(change).first, change, net);
  if (flows.data.size() < 2 || net.direction == 0) return;
  const auto sum = SumOf(flows.data, flows.signs, net.quantity.unit);
  if (!sum || JudgeOutcome(Signed(net.quantity, net.direction), *sum) !=
                  VERDICT_CONSISTENT) {
    return;
  }
  checks.push_back(FlowCheck(net, flows.data, flows.signs, VERDICT_CONSISTENT));
}

bool IsStock(const Passage& passage, int mention) {
  return !passage.at(mention).change && FlowOf(passage, mention) == 0 &&
         IsCount(*passage.at(mention).datum);
}

}  // namespace

void FindFlows(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    for (int now = 0; now < passage.size(); ++now) {
      if (passage.at(now).change) {
        JudgeNet(passage, now, checks);
        continue;
      }
      if (!IsStock(passage, now)) continue;
      const Datum& result = *passage.at(now).datum;
      for (int i = now - 1; i >= passage.SentenceOf(now).first; --i) {
        const Datum& stock = *passage.at(i).datum;
        if (IsStock(passage, i) && stock.key == result.key && stock.year &&
            result.year && *stock.year + 1 == *result.year) {
          JudgeStocks(passage, i, now, checks);
          break;
        }
      }
    }
  }
}

}  // namespace nianbao::validation
