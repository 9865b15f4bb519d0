#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "services/validation/label_key.h"
#include "services/validation/order_checks.h"
#include "services/validation/orders.h"
#include "services/validation/slips.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Operator;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

constexpr std::size_t kShortestNoun = 6;  // bytes: two characters

bool IsPlainCount(const Datum& datum) {
  return !datum.change && IsCount(datum) && datum.quantity.decimals == 0 &&
         !IsHedged(datum) && datum.fact->fact_class() == FACT_CLASS_OWN;
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

// Whether the words before a count say that it is of the whole school: 全校.
bool IsOfWholeSchool(const Passage& passage, int mention) {
  return EndsWithAny(passage.Lead(mention),
                     {"全校", "全校共", "全校有", "全校共有", "学校共有",
                      "我校共有", "全校现有"});
}

// "全校85个班级" is the number of all classes, wherever else that stands.
std::optional<Check> JudgeWhole(const Datum& count, const Datum& all) {
  const bool same = count.quantity.value == all.quantity.value;
  if (!same && !CanBeSlip(count, all)) return std::nullopt;
  CheckMaker maker("same_concept");
  maker.Operand(count, "place")
      .Operand(all, "place")
      .Verdict(same ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED)
      .Reported(same ? Printed(count) : Printed(count) + " / " + Printed(all),
                count.quantity.rounded)
      .Computed(Printed(count) + (same ? "=" : "≠") + Printed(all),
                all.quantity.rounded)
      .Message(same ? MessageId::kSameFits : MessageId::kSameWrong,
               {{"label", all.fact->label(), all.label_en},
                {"period", all.fact->period()},
                {"odd", Printed(count)},
                {"figure", Printed(all)},
                {"count", same ? "2" : "1"}});
  if (!same) maker.Instruction(MessageId::kSameInstruction);
  return maker.Done();
}

void FindNouns(const ReportView& view, const Passage& passage, Checks& checks) {
  for (int i = 0; i < passage.size(); ++i) {
    const Datum& part = *passage.at(i).datum;
    if (passage.at(i).change || !IsPlainCount(part) || IsLinked(part)) continue;
    const Datum* behind = AllNamedBehind(view, passage, i);
    if (behind != nullptr && IsOfWholeSchool(passage, i)) {
      if (auto check = JudgeWhole(part, *behind)) {
        checks.push_back(*std::move(check));
      }
      continue;
    }
    const Datum* all = AllNamedBy(view, part);
    if (all == nullptr) all = behind;
    // As many as there are is the same figure under a longer name.
    if (all == nullptr || part.quantity.value == all->quantity.value ||
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
