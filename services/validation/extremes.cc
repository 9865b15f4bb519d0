#include "services/validation/extremes.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/core/rational.h"
#include "services/core/verdict.h"
#include "services/validation/arithmetic.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using core::Rational;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

constexpr int kHalf = 50;
// Bytes between a share and the half that it is compared with.
constexpr std::size_t kFarthest = 90;

// 1 for the largest rise, -1 for the largest fall, 0 for no such claim.
int ClaimIn(std::string_view words) {
  const std::size_t most = words.find("最多的是");
  if (most == std::string_view::npos) return 0;
  const std::string_view kind = words.substr(0, most);
  if (EndsWithAny(kind, {"增加", "增长", "增幅", "上升"})) return 1;
  return EndsWithAny(kind, {"减少", "下降", "降幅"}) ? -1 : 0;
}

// What the claim is about: 甲专业 of "增加最多的是甲专业，比上年".
std::string NameIn(const std::string& words) {
  const std::size_t most = words.find("最多的是");
  const std::string rest = words.substr(most + sizeof("最多的是") - 1);
  const std::string name = rest.substr(0, FindAny(rest, {"，", ",", "（"}));
  return std::string(StripEnd(name, {"专业", "系", "部"}));
}

bool IsTotalRow(std::string_view head) {
  return HasAny(head, {"合计", "总计", "小计", "共计", "平均"});
}

// A column of changes with the row that a claim names.
struct Ranking {
  const Datum* own = nullptr;
  // The row whose change is the largest, however it was rounded.
  const Datum* first = nullptr;
};

// The signed change of a cell.
Rational ValueOf(const Datum& datum) {
  return datum.direction < 0 ? Rational(-datum.quantity.value)
                             : datum.quantity.value;
}

// The true values of a change in the direction of the claim.
Interval ChangeFor(int claim, const Datum& datum) {
  return Signed(datum.quantity, datum.direction < 0 ? -claim : claim).rounded;
}

std::optional<Ranking> RankingIn(const Grid& grid, int column,
                                 const std::string& name, int claim,
                                 const Datum& stated) {
  Ranking ranking;
  for (int row = grid.header_rows(); row < grid.rows(); ++row) {
    const Datum* datum = grid.at(row, column).datum;
    const std::string head = grid.HeadOfRow(row);
    if (datum == nullptr || !datum->change || IsHedged(*datum) ||
        IsTotalRow(head)) {
      continue;
    }
    if (!Comparable(*datum, stated)) return std::nullopt;
    const Rational value = claim * ValueOf(*datum);
    if (EndsWithAny(head, {name}) && value == stated.quantity.value) {
      ranking.own = datum;
    }
    if (ranking.first == nullptr ||
        *ChangeFor(claim, *datum).lower.value >
            *ChangeFor(claim, *ranking.first).lower.value) {
      ranking.first = datum;
    }
  }
  if (ranking.own == nullptr) return std::nullopt;
  return ranking;
}

Check RankingCheck(const Datum& stated, const Ranking& ranking, int claim) {
  const bool fits = core::CanBeAtMost(ChangeFor(claim, *ranking.first),
                                      ChangeFor(claim, *ranking.own));
  const Datum& first = fits ? *ranking.own : *ranking.first;
  CheckMaker maker("order");
  maker.Operand(stated, "left").Operand(*ranking.own, "place");
  if (!fits) maker.Operand(first, "right");
  maker.Verdict(fits ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED)
      .Reported(Printed(stated), stated.quantity.rounded)
      .Computed(Printed(first), first.quantity.rounded)
      .Message(fits        ? MessageId::kMostFits
               : claim > 0 ? MessageId::kMostRiseWrong
                           : MessageId::kMostFallWrong,
               {{"stated", Printed(stated)}, Named("first", first)});
  if (!fits) maker.Instruction(MessageId::kOrderInstruction);
  return maker.Done();
}

void FindMost(const ReportView& view, const Passage& passage, int mention,
              Checks& checks) {
  const std::string words = Compact(passage.Before(mention));
  const int claim = ClaimIn(words);
  if (claim == 0 || !passage.at(mention).change) return;
  const std::string name = NameIn(words);
  const Datum& stated = *passage.at(mention).datum;
  std::vector<Ranking> found;
  for (const Grid& grid : view.grids()) {
    for (int column = 0; column < grid.columns(); ++column) {
      if (auto ranking = RankingIn(grid, column, name, claim, stated)) {
        found.push_back(*ranking);
      }
    }
  }
  if (name.empty() || found.size() != 1) return;
  checks.push_back(RankingCheck(stated, found.front(), claim));
}

// "占54.3%，高于一半的要求".
void FindHalf(const Passage& passage, int mention, Checks& checks) {
  const Datum& share = *passage.at(mention).datum;
  const std::string after = Compact(passage.After(mention));
  const std::string_view words = std::string_view(after).substr(
      0, std::min(kFarthest, FindAny(after, {"。", "；"})));
  if (passage.at(mention).change || !IsPercent(share) || IsHedged(share) ||
      !StartsWithAny(words, {"，高于", "，超过", "，大于", "，不低于"}) ||
      !HasAny(words, {"一半", "半数"}) || HasAny(words, {"，占"})) {
    return;
  }
  const bool fits = share.quantity.rounded.upper.value &&
                    *share.quantity.rounded.upper.value >= kHalf;
  checks.push_back(
      CheckMaker("order")
          .Operand(share, "left")
          .Verdict(fits ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED)
          .Reported(Printed(share), share.quantity.rounded)
          .Computed(Printed(share) + "≥50%", Interval::Point(kHalf))
          .Message(fits ? MessageId::kOrderFits : MessageId::kOrderWrong,
                   {{"relation", Printed(share) + "≥50%"}})
          .Done());
}

}  // namespace

void FindExtremes(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) {
      FindMost(view, passage, i, checks);
      FindHalf(passage, i, checks);
    }
  }
}

}  // namespace nianbao::validation
