#include "services/validation/same_concept.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "services/validation/announced_tables.h"
#include "services/validation/echoed_figures.h"
#include "services/validation/repeated_figures.h"
#include "services/validation/slips.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Quantity;
using core::Verdict;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;
using nianbao::validation::v1::VERDICT_UNDECIDED;

// Shorter labels, such as 占比 or 获奖数, say too little to be the same.
constexpr std::size_t kLeastLabelBytes = 12;
constexpr std::size_t kMostValues = 2;

using Group = std::vector<const Datum*>;

std::string DimensionsOf(const Datum& datum) {
  std::string text;
  for (const auto& dimension : datum.fact->dimensions()) {
    text += dimension.name() + "=" + dimension.value() + ";";
  }
  return text;
}

// The label's characters in a fixed order: 毕业生初次就业人数 and
// 初次就业的毕业生 are one name.
std::string NameOf(const std::string& label) {
  const std::string compact = Compact(label);
  const std::string_view name = StripEnd(compact, {"人数", "总数", "数"});
  auto characters = Characters(name);
  std::sort(characters.begin(), characters.end());
  std::string text;
  for (const auto character : characters) {
    if (character != "的") text += character;
  }
  return text;
}

// What must be equal for two figures to be of the same thing; empty where the
// figure is of nothing that could come twice.
std::string IdentityOf(const Datum& datum) {
  const auto& fact = *datum.fact;
  if (datum.change || fact.fact_class() != FACT_CLASS_OWN) return "";
  const std::string period =
      datum.year ? core::PeriodOfYear(*datum.year) : fact.period();
  if (!datum.code.empty()) {
    return "c:" + datum.code + "|" + period + "|" + DimensionsOf(datum);
  }
  const std::string label = Compact(fact.label());
  if (label.size() < kLeastLabelBytes) return "";
  return "l:" + NameOf(label) + "|" + datum.quantity.unit + "|" + period + "|" +
         DimensionsOf(datum);
}

// `datum` in the measure word of `like` where they count the same thing, one of
// them as 个 does anything: posts of staff are 252个 in one place and 252人 in
// another. Nothing where they do not, or are so far apart that they are not one
// figure.
std::optional<Datum> Recounted(const Datum& datum, const Datum& like) {
  const bool any = datum.quantity.unit == "个" || like.quantity.unit == "个";
  if (!any || datum.code.empty() || datum.code != like.code ||
      !IsCount(datum) || !IsCount(like) || IsHedged(datum) || IsHedged(like)) {
    return std::nullopt;
  }
  Datum recounted = datum;
  recounted.quantity.unit = like.quantity.unit;
  const bool one = recounted.quantity.value == like.quantity.value ||
                   CanBeSlip(recounted, like);
  return one ? std::make_optional(std::move(recounted)) : std::nullopt;
}

// Two prints of one number with as many decimals must have the same digits;
// otherwise the coarser must be the finer one rounded.
Verdict Compare(const Datum& a, const Datum& b) {
  const auto converted = InUnit(b.quantity, a.quantity.unit);
  const Quantity& other = converted ? *converted : b.quantity;
  const bool alike = (!converted || a.quantity.unit == b.quantity.unit) &&
                     a.quantity.decimals == b.quantity.decimals &&
                     !IsHedged(a) && !IsHedged(b);
  if (!alike) {
    const Verdict verdict = core::JudgeEqual(a.quantity, other.rounded);
    // The last place may be off in either print: 5.2万册 for 52600册.
    return verdict == VERDICT_CONTRADICTED
               ? core::JudgeEqual(other, a.quantity.rounded)
               : verdict;
  }
  if (a.quantity.value == other.value) return VERDICT_CONSISTENT;
  return a.quantity.loose.Contains(other.value) ? VERDICT_ROUNDED_DIFFERENTLY
                                                : VERDICT_CONTRADICTED;
}

// The figure that the others are held against: of a table before the text, an
// unhedged before a hedged one, the one printed finest, the first.
const Datum* ReferenceOf(const Group& group) {
  const auto rank = [](const Datum* datum) {
    return std::make_tuple(IsHedged(*datum),
                           datum->fact->origin() != ORIGIN_TABLE,
                           -datum->quantity.decimals);
  };
  return *std::min_element(
      group.begin(), group.end(),
      [&](const Datum* a, const Datum* b) { return rank(a) < rank(b); });
}

bool SamePrint(const Datum& a, const Datum& b) {
  return a.quantity.value == b.quantity.value &&
         a.quantity.unit == b.quantity.unit && IsHedged(a) == IsHedged(b);
}

Check Agreement(const Group& group) {
  const Datum& first = *group.front();
  CheckMaker maker("same_concept");
  std::string prints;
  for (const Datum* datum : group) {
    maker.Operand(*datum, "place");
    if (prints.find(Printed(*datum)) == std::string::npos) {
      prints += (prints.empty() ? "" : "、") + Printed(*datum);
    }
  }
  return maker.Verdict(VERDICT_CONSISTENT)
      .Reported(prints, first.quantity.rounded)
      .Computed(prints, group.back()->quantity.rounded)
      .Message(MessageId::kSameFits,
               {{"label", first.fact->label(), first.label_en},
                {"period", first.fact->period()},
                {"count", std::to_string(group.size())},
                {"figure", prints}})
      .Done();
}

bool SameBlock(const Datum& a, const Datum& b) {
  return a.fact->place().block() == b.fact->place().block();
}

MessageId MessageOf(Verdict verdict) {
  switch (verdict) {
    case VERDICT_CONTRADICTED:
      return MessageId::kSameWrong;
    case VERDICT_ROUNDED_DIFFERENTLY:
      return MessageId::kSameRounded;
    default:
      return MessageId::kSameUndecided;
  }
}

// Whether two different figures can only be a mistake: of one indicator and of
// the same time.
bool MustAgree(const Datum& a, const Datum& b) {
  const bool dated = Has(a.fact->period(), "月") != Has(b.fact->period(), "月");
  return !a.code.empty() && !IsHedged(a) && !IsHedged(b) && !dated;
}

// Whether the block of `odd` also gives one of the others.
bool StandsBeside(const Datum& odd, const Group& others) {
  return std::any_of(others.begin(), others.end(), [&odd](const Datum* other) {
    return SameBlock(odd, *other);
  });
}

Check Disagreement(const Group& odd, const Group& others, Verdict verdict,
                   const AnnouncedTables& tables) {
  const Datum& first = *odd.front();
  const Datum& reference = *others.front();
  const bool hedged = IsHedged(first) || IsHedged(reference);
  // Side by side, two figures speak of different things.
  const bool suspect =
      MustAgree(first, reference) && !StandsBeside(first, others);
  // The total of the table that the text leads to is the text's figure, however
  // far off it is.
  const bool far = Comparable(first, reference) &&
                   !CanBeSlip(first, reference) &&
                   !tables.IsTotalOf(first, reference);
  if (!suspect || far) verdict = VERDICT_UNDECIDED;
  CheckMaker maker("same_concept");
  for (const Datum* datum : odd) maker.Operand(*datum, "place");
  for (const Datum* datum : others) maker.Operand(*datum, "place");
  maker.Verdict(verdict)
      .Reported(Printed(first) + " / " + Printed(reference),
                first.quantity.rounded)
      .Computed(Printed(first) + "≠" + Printed(reference),
                reference.quantity.rounded)
      .Message(MessageOf(verdict),
               {{"label", first.fact->label(), first.label_en},
                {"period", first.fact->period()},
                {"odd", Printed(first)},
                {"figure", Printed(reference)},
                {"count", std::to_string(others.size())}});
  if (verdict == VERDICT_UNDECIDED) {
    maker.Reason(hedged           ? MessageId::kSameReasonHedge
                 : suspect && far ? MessageId::kSameReasonFar
                                  : MessageId::kSameReasonLabel,
                 {});
    if (suspect) maker.Severity(SEVERITY_QUERY);
  } else {
    maker.Instruction(MessageId::kSameInstruction);
  }
  return maker.Done();
}

// Free labels that stand for many values name no one thing.
bool IsTooCommon(const Group& group, std::size_t values) {
  return group.front()->code.empty() && values > kMostValues;
}

// Two figures side by side under one free label are of two things.
bool IsNoise(const Datum& odd, const Datum& reference) {
  return odd.code.empty() && SameBlock(odd, reference);
}

// Figures that agree with the reference, and the others by what they print.
void JudgeGroup(const Group& group, const AnnouncedTables& tables,
                Checks& checks) {
  if (group.size() < 2) return;
  const Datum* reference = ReferenceOf(group);
  Group agreeing{reference};
  std::vector<std::pair<Group, Verdict>> odd;
  for (const Datum* datum : group) {
    if (datum == reference) continue;
    if (!Comparable(*datum, *reference) && !Recounted(*datum, *reference)) {
      continue;
    }
    const Verdict verdict = Compare(*datum, *reference);
    if (verdict == VERDICT_CONSISTENT && !IsHedged(*datum)) {
      agreeing.push_back(datum);
      continue;
    }
    const auto same = std::find_if(
        odd.begin(), odd.end(),
        [&](const auto& one) { return SamePrint(*one.first.front(), *datum); });
    if (same != odd.end()) {
      same->first.push_back(datum);
    } else {
      odd.push_back({{datum}, verdict});
    }
  }
  if (IsTooCommon(group, odd.size() + 1)) return;
  const bool telling = !reference->code.empty() || InSeveralBlocks(agreeing);
  if (agreeing.size() > 1 && telling) checks.push_back(Agreement(agreeing));
  for (const auto& [places, verdict] : odd) {
    if (verdict == VERDICT_CONSISTENT) {
      Group both = places;
      both.push_back(reference);
      checks.push_back(Agreement(both));
    } else if (!IsNoise(*places.front(), *reference)) {
      checks.push_back(Disagreement(places, agreeing, verdict, tables));
    }
  }
}

}  // namespace

void FindSameConcepts(const ReportView& view, Checks& checks) {
  std::map<std::string, Group> groups;
  for (const Datum& datum : view.data().all()) {
    const std::string identity = IdentityOf(datum);
    if (!identity.empty()) groups[identity].push_back(&datum);
  }
  const std::size_t before = checks.size();
  const AnnouncedTables tables(view);
  for (const auto& [identity, group] : groups) {
    JudgeGroup(group, tables, checks);
  }
  std::set<std::string> known;
  for (std::size_t i = before; i < checks.size(); ++i) {
    for (const auto& operand : checks[i].operands()) {
      known.insert(operand.fact());
    }
  }
  const auto add_new = [&](const std::vector<Group>& repeated) {
    for (const Group& group : repeated) {
      if (known.count(group.front()->fact->id()) > 0) continue;
      checks.push_back(Agreement(group));
      for (const Datum* datum : group) known.insert(datum->fact->id());
    }
  };
  add_new(RepeatedFigures(view));
  add_new(EchoedFigures(view));
}

}  // namespace nianbao::validation
