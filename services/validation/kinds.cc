#include <array>
#include <string>
#include <string_view>

#include "services/validation/label_key.h"
#include "services/validation/order_checks.h"
#include "services/validation/orders.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Operator;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::validation::v1::VERDICT_CONSISTENT;

constexpr std::size_t kShortestNoun = 6;  // bytes: two characters

bool IsPlainCount(const Datum& datum) {
  return !datum.change && IsCount(datum) && !IsHedged(datum) &&
         datum.fact->fact_class() == FACT_CLASS_OWN;
}

// How many of such things the school has: the principal figure of the
// indicator that `noun` alone names; null where there is none.
const Datum* AllOf(const ReportView& view, std::string_view noun,
                   const Datum& like) {
  const std::string code = view.terms().CodeOf(noun);
  if (code.empty() || code == like.code || !like.year) return nullptr;
  const Datum* all = view.data().Principal(code, *like.year);
  return all != nullptr && all != &like && IsPlainCount(*all) &&
                 all->quantity.unit == like.quantity.unit
             ? all
             : nullptr;
}

// The longest ending of the label that names an indicator: 专业 of
// 省级示范专业.
const Datum* AllNamedBy(const ReportView& view, const Datum& part) {
  const std::string& key = part.key;
  for (std::size_t at = 0; at < key.size();) {
    at += CharacterSize(std::string_view(key).substr(at));
    const std::string_view noun = std::string_view(key).substr(at);
    if (noun.size() < kShortestNoun) break;
    if (const Datum* all = AllOf(view, noun, part)) return all;
  }
  return nullptr;
}

// The same for the words behind the figure: 专业 of "11个专业试点".
const Datum* AllNamedBehind(const ReportView& view, const Passage& passage,
                            int mention) {
  const std::string behind = Compact(passage.After(mention));
  if (behind.size() < kShortestNoun) return nullptr;
  return AllOf(view, LabelKey(behind.substr(0, kShortestNoun)),
               *passage.at(mention).datum);
}

void FindNouns(const ReportView& view, const Passage& passage, Checks& checks) {
  for (int i = 0; i < passage.size(); ++i) {
    const Datum& part = *passage.at(i).datum;
    if (passage.at(i).change || !IsPlainCount(part) || IsLinked(part)) continue;
    const Datum* all = AllNamedBy(view, part);
    if (all == nullptr) all = AllNamedBehind(view, passage, i);
    if (all == nullptr ||
        JudgeOrder(part, Operator::kAtMost, *all) != VERDICT_CONSISTENT) {
      continue;
    }
    checks.push_back(
        OrderCheck(part, Operator::kAtMost, *all, VERDICT_CONSISTENT));
  }
}

// The level that awards are of: 1 国家, 2 省, 3 市; zero for none or several.
int LevelIn(std::string_view words) {
  int level = 0;
  if (HasAny(words, {"国家", "全国"})) level = 1;
  if (HasAny(words, {"省"})) level = level == 0 ? 2 : -1;
  if (HasAny(words, {"市"})) level = level == 0 ? 3 : -1;
  return level > 0 ? level : 0;
}

// "省级奖项272项 … 省一等奖24项".
void FindPrizes(const Passage& passage, Checks& checks) {
  std::array<const Datum*, 4> all{};
  for (int i = 0; i < passage.size(); ++i) {
    const Datum& datum = *passage.at(i).datum;
    if (passage.at(i).change || !IsPlainCount(datum)) continue;
    const std::string lead = passage.Lead(i);
    const auto level = static_cast<std::size_t>(LevelIn(lead));
    if (level == 0 || !Has(lead, "奖")) continue;
    if (!HasAny(lead, {"等奖", "金奖", "银奖", "铜奖"})) {
      all[level] = EndsWithAny(lead, {"奖项", "获奖", "奖"}) ? &datum : nullptr;
    } else if (all[level] != nullptr &&
               all[level]->quantity.unit == datum.quantity.unit &&
               JudgeOrder(datum, Operator::kAtMost, *all[level]) ==
                   VERDICT_CONSISTENT) {
      checks.push_back(OrderCheck(datum, Operator::kAtMost, *all[level],
                                  VERDICT_CONSISTENT));
    }
  }
}

}  // namespace

void FindKinds(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    FindNouns(view, passage, checks);
    FindPrizes(passage, checks);
  }
}

}  // namespace nianbao::validation
