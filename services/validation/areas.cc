#include "services/validation/areas.h"

#include <string_view>
#include <vector>

#include "services/core/unit.h"
#include "services/core/verdict.h"
#include "services/validation/arithmetic.h"
#include "services/validation/sum_checks.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::validation::v1::VERDICT_CONSISTENT;

constexpr std::size_t kFewestParts = 2;

bool IsArea(const Mention& mention) {
  return !mention.change && !IsHedged(*mention.datum) &&
         core::FindUnit(mention.datum->quantity.unit).dimension == "平方米";
}

// Whether it is the area of the ground, not of rooms.
bool IsGround(const Passage& passage, int mention) {
  return HasAny(passage.at(mention).datum->fact->label(),
                {"占地", "校园面积", "用地"}) ||
         HasAny(passage.Lead(mention), {"占地", "校园面积", "用地"});
}

// Areas of the ground in one sentence that have one unit.
std::vector<const Datum*> PartsIn(const Passage& passage,
                                  const Sentence& sentence,
                                  std::string_view unit) {
  std::vector<const Datum*> parts;
  for (int i = sentence.first; i < sentence.last; ++i) {
    if (IsArea(passage.at(i)) && IsGround(passage, i) &&
        passage.at(i).datum->quantity.unit == unit) {
      parts.push_back(passage.at(i).datum);
    }
  }
  return parts;
}

void FindWhole(const Passage& passage, int whole, Checks& checks) {
  if (!IsArea(passage.at(whole)) || !IsGround(passage, whole)) return;
  const Datum& datum = *passage.at(whole).datum;
  for (const Sentence& sentence : passage.sentences()) {
    for (const std::string_view unit : {"亩", "平方米"}) {
      if (unit == datum.quantity.unit) continue;
      const auto parts = PartsIn(passage, sentence, unit);
      if (parts.size() < kFewestParts) continue;
      const auto sum = SumOf(parts, {}, datum.quantity.unit);
      if (sum && core::JudgeEqual(datum.quantity, sum->interval) ==
                     VERDICT_CONSISTENT) {
        checks.push_back(SumThatFits({&datum, parts, {}}));
      }
    }
  }
}

}  // namespace

void FindAreas(const ReportView& view, Checks& checks) {
  for (const Passage& passage : view.passages()) {
    for (int i = 0; i < passage.size(); ++i) FindWhole(passage, i, checks);
  }
}

}  // namespace nianbao::validation
