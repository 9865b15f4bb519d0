#include "services/validation/repair_candidates.h"

#include <algorithm>
#include <string>
#include <utility>

#include "services/core/unit.h"
#include "services/validation/repair_values.h"

namespace nianbao::validation {
namespace {

using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;
using nianbao::validation::v1::VERDICT_ROUNDED_DIFFERENTLY;

constexpr int kMendPoints = 10;
constexpr int kResultPoints = 2;
constexpr int kPrintPoints = 3;
constexpr int kDoubtPoints = 4;

// The printed numbers as if they were exact.
Quantities AsPrinted(const Quantities& figures) {
  Quantities printed = figures;
  for (core::Quantity& figure : printed) {
    figure.rounded = figure.loose = core::Interval::Point(figure.value);
  }
  return printed;
}

std::string Negated(const std::string& digits) {
  return digits.front() == '-' ? digits.substr(1) : "-" + digits;
}

bool IsChange(const GraphRelation& relation) {
  return !relation.holds() && relation.equation &&
         relation.check->operands_size() == 3 &&
         relation.check->operands(0).role() == "change";
}

// How telling it is that some number of people or things lies in `wanted`: not
// at all where one does more often than every fifth time.
int FitPoints(const Print& print, const core::Interval& wanted) {
  if (!wanted.lower.value || !wanted.upper.value ||
      !print.quantity.rounded.IsPoint()) {
    return 0;
  }
  const core::Rational width = *wanted.upper.value - *wanted.lower.value;
  const std::pair<int, int> chances[] = {{50, 5}, {20, 4}, {10, 3}, {5, 2}};
  for (const auto& [times, points] : chances) {
    if (width * times <= 1) return points;
  }
  return 0;
}

// Finds all changes of single values that mend something and break nothing.
class Candidates {
 public:
  Candidates(const FigureGraph& graph, const SlipNames& slips)
      : graph_(graph), slips_(slips) {}

  std::vector<Repair> Of(const std::vector<std::size_t>& broken) {
    for (const std::size_t relation : broken) {
      const GraphRelation& it = graph_.relations()[relation];
      const auto figures = graph_.FiguresOf(relation, {});
      for (std::size_t i = 0; figures && i < it.values.size(); ++i) {
        // What the others make is reckoned from what they print.
        const auto wanted = it.equation->Solve(
            it.equation->IsResult(i) ? AsPrinted(*figures) : *figures, i);
        if (wanted) TryAll(it, i, *wanted);
      }
    }
    return std::move(found_);
  }

 private:
  void TryAll(const GraphRelation& relation, std::size_t index,
              const core::Interval& wanted) {
    const std::size_t value = relation.values[index];
    const Print& finest = graph_.Finest(value);
    const Print& print = graph_.prints()[relation.prints[index]];
    if (!finest.replaceable() || !print.replaceable()) return;
    // Digits are those of the finest print.
    const auto factor =
        core::ConversionFactor(print.quantity.unit, finest.quantity.unit);
    if (print.quantity.unit != finest.quantity.unit && !factor) return;
    const core::Interval in_unit =
        wanted * core::Interval::Point(factor.value_or(core::Rational(1)));
    const WantedDigits digits = DigitsIn(finest, in_unit);
    const bool result = relation.equation->IsResult(index);
    const int fit = result || !relation.equation->Divisor()
                        ? 0
                        : FitPoints(finest, in_unit);
    for (const std::string& one : digits.digits) {
      Try(value, one, digits.open, fit);
    }
  }

  void Try(std::size_t value, const std::string& digits, bool open, int fit) {
    if (digits == DigitsOf(graph_.Finest(value)) ||
        !tried_.insert({value, digits}).second) {
      return;
    }
    Repair repair;
    repair.value = value;
    repair.digits = digits;
    repair.open = open;
    repair.change = ChangeTo(value, digits);
    if (!Evaluate(repair)) return;
    repair.slip = slips_.NameOf(value, digits, repair.mends);
    repair.points = PointsOf(repair) + fit;
    found_.push_back(std::move(repair));
  }

  // Whether it mends something and breaks nothing.
  bool Evaluate(Repair& repair) const {
    std::set<std::set<std::size_t>> distinct;
    for (const std::size_t at : RelationsOf(graph_, repair.change)) {
      const GraphRelation& relation = graph_.relations()[at];
      const core::Verdict verdict = graph_.Judge(at, repair.change);
      const bool holds = verdict == VERDICT_CONSISTENT;
      const bool worse =
          verdict == VERDICT_CONTRADICTED &&
          relation.check->verdict() == VERDICT_ROUNDED_DIFFERENTLY;
      if ((relation.holds() && !holds) || worse) return false;
      if (relation.holds() || !holds) continue;
      repair.mends.push_back(at);
      distinct.emplace(relation.values.begin(), relation.values.end());
    }
    repair.distinct = static_cast<int>(distinct.size());
    return repair.distinct > 0;
  }

  // The new digits, and the other figures of a change that turns with them.
  Change ChangeTo(std::size_t value, const std::string& digits) const {
    Change change{{value, digits}};
    if (digits != Negated(DigitsOf(graph_.Finest(value)))) return change;
    for (const std::size_t at : graph_.values()[value].relations) {
      for (const std::size_t other : ChangesBeside(at)) {
        const std::size_t figure = graph_.relations()[other].values[0];
        change.emplace(figure, Negated(DigitsOf(graph_.Finest(figure))));
      }
    }
    return change;
  }

  // Broken relations of the same two figures as a change's.
  std::vector<std::size_t> ChangesBeside(std::size_t relation) const {
    const GraphRelation& one = graph_.relations()[relation];
    std::vector<std::size_t> found;
    if (!IsChange(one)) return found;
    for (const std::size_t at : graph_.values()[one.values[1]].relations) {
      const GraphRelation& other = graph_.relations()[at];
      if (at != relation && IsChange(other) &&
          other.values[1] == one.values[1] &&
          other.values[2] == one.values[2]) {
        found.push_back(at);
      }
    }
    return found;
  }

  bool IsResult(const Repair& repair) const {
    return std::any_of(
        repair.mends.begin(), repair.mends.end(), [&](std::size_t at) {
          const GraphRelation& relation = graph_.relations()[at];
          for (std::size_t i = 0; i < relation.values.size(); ++i) {
            if (relation.values[i] == repair.value &&
                relation.equation->IsResult(i)) {
              return true;
            }
          }
          return false;
        });
  }

  int PointsOf(const Repair& repair) const {
    const int further =
        static_cast<int>(graph_.values()[repair.value].prints.size()) - 1;
    return kMendPoints * repair.distinct + repair.slip.strength +
           (IsResult(repair) ? kResultPoints : 0) - kPrintPoints * further -
           (HasDoubtfulNeighbour(repair) ? kDoubtPoints : 0);
  }

  // Whether another figure of what it mends differs from place to place.
  bool HasDoubtfulNeighbour(const Repair& repair) const {
    for (const std::size_t mended : repair.mends) {
      for (const std::size_t value : graph_.relations()[mended].values) {
        if (value == repair.value) continue;
        for (const std::size_t at : graph_.values()[value].relations) {
          const GraphRelation& other = graph_.relations()[at];
          if (!other.holds() && other.check->kind() == "same_concept" &&
              !Mends(repair, at)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  const FigureGraph& graph_;
  const SlipNames& slips_;
  std::set<std::pair<std::size_t, std::string>> tried_;
  std::vector<Repair> found_;
};

}  // namespace

std::vector<Repair> RepairCandidates(const FigureGraph& graph,
                                     const SlipNames& slips,
                                     const std::vector<std::size_t>& broken) {
  return Candidates(graph, slips).Of(broken);
}

bool Mends(const Repair& repair, std::size_t relation) {
  return std::binary_search(repair.mends.begin(), repair.mends.end(), relation);
}

std::set<std::size_t> RelationsOf(const FigureGraph& graph,
                                  const Change& change) {
  std::set<std::size_t> relations;
  for (const auto& [value, digits] : change) {
    const auto& own = graph.values()[value].relations;
    relations.insert(own.begin(), own.end());
  }
  return relations;
}

}  // namespace nianbao::validation
