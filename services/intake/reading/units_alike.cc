#include "services/intake/reading/units_alike.h"

#include <set>
#include <string>

namespace nianbao::intake {
namespace {

using nianbao::fact::v1::Fact;

// Figures of one unit that show what a column counts.
constexpr int kFewestAlike = 2;

// The one unit of the column's figures; empty where they differ or are few.
std::string UnitOf(int first, int column, const core::Facts& facts) {
  std::set<std::string> units;
  int alike = 0;
  for (int i = first; i < facts.size(); ++i) {
    const Fact& fact = facts.Get(i);
    if (fact.place().column() != column) continue;
    if (fact.figure().unit().empty()) continue;
    units.insert(fact.figure().unit());
    ++alike;
  }
  return units.size() == 1 && alike >= kFewestAlike ? *units.begin() : "";
}

// Neither a rate nor a ratio.
bool IsWholeNumber(const std::string& value) {
  return value.find_first_of(".:") == std::string::npos;
}

}  // namespace

void CompleteUnits(int first, int column, core::Facts& facts) {
  const std::string unit = UnitOf(first, column, facts);
  if (unit.empty()) return;
  for (int i = first; i < facts.size(); ++i) {
    Fact& fact = *facts.Mutable(i);
    auto& figure = *fact.mutable_figure();
    const bool open = fact.place().column() == column &&
                      figure.unit().empty() && IsWholeNumber(figure.value());
    if (open) figure.set_unit(unit);
  }
}

}  // namespace nianbao::intake
