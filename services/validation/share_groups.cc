#include "services/validation/share_groups.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "services/validation/arithmetic.h"
#include "services/validation/order_checks.h"
#include "services/validation/sum_checks.h"

namespace nianbao::validation {
namespace {

using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_UNDECIDED;

// A share with the figures of its check.
struct Share {
  const Datum* percent = nullptr;
  const Datum* part = nullptr;
  const Datum* whole = nullptr;
};

// The shares of counts among the checks that have a base.
std::vector<Share> SharesOf(const ReportView& view, const Checks& checks) {
  std::vector<Share> shares;
  for (const Check& check : checks) {
    if (check.kind() != "share" || !check.rule().empty() ||
        check.verdict() == VERDICT_UNDECIDED || check.operands_size() != 3) {
      continue;
    }
    const Share share{view.data().Find(check.operands(0).fact()),
                      view.data().Find(check.operands(1).fact()),
                      view.data().Find(check.operands(2).fact())};
    if (share.percent != nullptr && share.part != nullptr &&
        share.whole != nullptr && !IsPercent(*share.part) &&
        !IsHedged(*share.part) && Comparable(*share.part, *share.whole)) {
      shares.push_back(share);
    }
  }
  return shares;
}

// Two facts that a check compares as part and whole, in any order.
using Pairs = std::set<std::set<std::string>>;

Pairs PairsIn(const Checks& checks) {
  Pairs pairs;
  for (const Check& check : checks) {
    if (check.kind() != "order" && check.kind() != "part" &&
        check.kind() != "sum") {
      continue;
    }
    for (int i = 1; i < check.operands_size(); ++i) {
      pairs.insert({check.operands(0).fact(), check.operands(i).fact()});
    }
  }
  return pairs;
}

void FindShareOrders(const std::vector<Share>& shares, Checks& checks) {
  Pairs known = PairsIn(checks);
  for (const Share& share : shares) {
    if (!known.insert({share.part->fact->id(), share.whole->fact->id()})
             .second ||
        JudgeOrder(*share.part, core::Operator::kAtMost, *share.whole) !=
            VERDICT_CONSISTENT) {
      continue;
    }
    checks.push_back(OrderCheck(*share.part, core::Operator::kAtMost,
                                *share.whole, VERDICT_CONSISTENT));
  }
}

// Whether a sum of these parts is checked already.
bool IsKnown(const Checks& checks, const std::vector<const Datum*>& parts) {
  std::set<std::string> facts;
  for (const Datum* part : parts) facts.insert(part->fact->id());
  return std::any_of(checks.begin(), checks.end(), [&](const Check& check) {
    if (check.kind() != "sum") return false;
    std::set<std::string> items;
    for (const auto& operand : check.operands()) {
      if (operand.role() == "part") items.insert(operand.fact());
    }
    return items == facts;
  });
}

Check HundredCheck(const std::vector<const Datum*>& shares,
                   const Outcome& sum) {
  std::string items;
  CheckMaker maker("sum");
  for (const Datum* share : shares) {
    maker.Operand(*share, "part");
    items += (items.empty() ? "" : "、") + Printed(*share);
  }
  return maker.Verdict(VERDICT_CONSISTENT)
      .Reported(items, std::nullopt)
      .Computed(sum.formula, sum.interval)
      .Message(MessageId::kSharesFit,
               {{"items", items}, {"formula", sum.formula}})
      .Done();
}

// Shares of one whole in one paragraph.
void FindSums(const std::vector<Share>& shares, Checks& checks) {
  StatedSum sum{shares.front().whole, {}, {}};
  std::vector<const Datum*> percents;
  core::Rational parts = 0;
  for (const Share& share : shares) {
    sum.items.push_back(share.part);
    percents.push_back(share.percent);
    parts += InUnit(share.part->quantity, sum.whole->quantity.unit)->value;
  }
  if (shares.size() < 2 || parts != sum.whole->quantity.value) return;
  if (!IsKnown(checks, sum.items)) checks.push_back(SumThatFits(sum));
  const auto hundred = SumOf(percents, {}, "%");
  if (hundred && hundred->interval.Contains(100) &&
      !IsKnown(checks, percents)) {
    checks.push_back(HundredCheck(percents, *hundred));
  }
}

}  // namespace

void FindShareGroups(const ReportView& view, Checks& checks) {
  const std::vector<Share> shares = SharesOf(view, checks);
  std::map<std::pair<std::string, std::string>, std::vector<Share>> groups;
  for (const Share& share : shares) {
    groups[{share.percent->fact->place().block(), share.whole->fact->id()}]
        .push_back(share);
  }
  for (const auto& [key, group] : groups) FindSums(group, checks);
  FindShareOrders(shares, checks);
}

}  // namespace nianbao::validation
