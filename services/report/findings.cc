#include "services/report/findings.h"

#include <algorithm>
#include <climits>
#include <tuple>

namespace nianbao::report {
namespace {

using nianbao::catalogue::v1::SEVERITY_UNSPECIFIED;
using nianbao::document::v1::Place;
using nianbao::validation::v1::Check;

auto SortKey(const Check& check, const core::BlockIndex& blocks) {
  const Place place = PlaceOf(check);
  const int position = blocks.PositionOf(place.block());
  return std::tuple(position < 0 ? INT_MAX : position, place.row(),
                    place.column(), place.begin());
}

void Sort(std::vector<const Check*>& checks, const core::BlockIndex& blocks) {
  std::stable_sort(checks.begin(), checks.end(),
                   [&](const Check* a, const Check* b) {
                     return SortKey(*a, blocks) < SortKey(*b, blocks);
                   });
}

}  // namespace

Place PlaceOf(const Check& check) {
  for (const auto& operand : check.operands()) {
    if (!operand.place().block().empty()) return operand.place();
  }
  return {};
}

std::vector<const Check*> UndecidedOf(const std::vector<Check>& checks,
                                      const core::BlockIndex& blocks) {
  std::vector<const Check*> undecided;
  for (const Check& check : checks) {
    if (check.verdict() == nianbao::validation::v1::VERDICT_UNDECIDED &&
        check.severity() == SEVERITY_UNSPECIFIED) {
      undecided.push_back(&check);
    }
  }
  Sort(undecided, blocks);
  return undecided;
}

}  // namespace nianbao::report
