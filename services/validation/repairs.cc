#include "services/validation/repairs.h"

#include <algorithm>
#include <set>
#include <utility>

#include "services/validation/repair_candidates.h"

namespace nianbao::validation {
namespace {

using nianbao::validation::v1::VERDICT_CONSISTENT;

// Where many digits would do, only a slip of this strength picks some.
constexpr int kSureSlip = 5;

// Relations that do not hold, by what hangs together through a value.
std::vector<std::vector<std::size_t>> Components(const FigureGraph& graph) {
  const std::vector<std::size_t> broken = graph.Broken();
  std::vector<std::vector<std::size_t>> components;
  std::set<std::size_t> done;
  for (const std::size_t first : broken) {
    if (!done.insert(first).second) continue;
    std::vector<std::size_t> component{first};
    for (std::size_t next = 0; next < component.size(); ++next) {
      for (const std::size_t value :
           graph.relations()[component[next]].values) {
        for (const std::size_t at : graph.values()[value].relations) {
          const GraphRelation& relation = graph.relations()[at];
          if (!relation.holds() && relation.equation &&
              done.insert(at).second) {
            component.push_back(at);
          }
        }
      }
    }
    components.push_back(std::move(component));
  }
  return components;
}

// Searches the fewest candidates that together mend all that any of them can;
// of equally few the ones with the most points.
class Cover {
 public:
  explicit Cover(const std::vector<Repair>& candidates)
      : candidates_(candidates) {}

  std::vector<const Repair*> Best(const std::vector<std::size_t>& component) {
    for (const std::size_t relation : component) {
      const bool can = std::any_of(
          candidates_.begin(), candidates_.end(),
          [&](const Repair& repair) { return Mends(repair, relation); });
      if (can) wanted_.push_back(relation);
    }
    Search(0);
    return best_;
  }

 private:
  bool IsMended(std::size_t relation) const {
    return std::any_of(
        chosen_.begin(), chosen_.end(),
        [&](const Repair* repair) { return Mends(*repair, relation); });
  }

  bool CanAdd(const Repair& repair) const {
    return std::none_of(chosen_.begin(), chosen_.end(), [&](const Repair* it) {
      return it->value == repair.value;
    });
  }

  void Search(int points) {
    if (++steps_ > kMostSteps) return;
    const auto open =
        std::find_if(wanted_.begin(), wanted_.end(),
                     [&](std::size_t relation) { return !IsMended(relation); });
    if (open == wanted_.end()) {
      if (best_.empty() || chosen_.size() < best_.size() ||
          (chosen_.size() == best_.size() && points > best_points_)) {
        best_ = chosen_;
        best_points_ = points;
      }
      return;
    }
    const std::size_t most = best_.empty() ? kMostRepairs : best_.size();
    if (chosen_.size() >= most) return;
    for (const Repair& repair : candidates_) {
      if (!Mends(repair, *open) || !CanAdd(repair)) continue;
      chosen_.push_back(&repair);
      Search(points + repair.points);
      chosen_.pop_back();
    }
  }

  const std::vector<Repair>& candidates_;
  std::vector<std::size_t> wanted_;
  std::vector<const Repair*> chosen_;
  std::vector<const Repair*> best_;
  int best_points_ = 0;
  int steps_ = 0;
};

// Whether the repair leads all others that mend some of the same.
bool Leads(const Repair& repair, const std::vector<Repair>& candidates) {
  if (repair.open && repair.slip.strength < kSureSlip) return false;
  return std::none_of(
      candidates.begin(), candidates.end(), [&](const Repair& other) {
        const bool same =
            other.value == repair.value && other.digits == repair.digits;
        const bool rival = std::any_of(
            other.mends.begin(), other.mends.end(),
            [&](std::size_t relation) { return Mends(repair, relation); });
        return !same && rival && other.points > repair.points - kRepairMargin;
      });
}

// Whether with all changes together every relation of theirs holds that held
// or was to be mended.
bool HoldTogether(const FigureGraph& graph, const std::vector<Repair>& all) {
  Change change;
  for (const Repair& repair : all) {
    change.insert(repair.change.begin(), repair.change.end());
  }
  for (const Repair& repair : all) {
    for (const std::size_t at : RelationsOf(graph, repair.change)) {
      const bool must = graph.relations()[at].holds() || Mends(repair, at);
      if (must && graph.Judge(at, change) != VERDICT_CONSISTENT) return false;
    }
  }
  return true;
}

}  // namespace

std::vector<Repair> FindRepairs(const FigureGraph& graph,
                                const ReportView& view) {
  const SlipNames slips(graph, view);
  std::vector<Repair> repairs;
  for (const auto& component : Components(graph)) {
    const std::vector<Repair> candidates =
        RepairCandidates(graph, slips, component);
    std::vector<Repair> offered;
    for (const Repair* repair : Cover(candidates).Best(component)) {
      if (!Leads(*repair, candidates)) continue;
      offered.push_back(*repair);
      if (!HoldTogether(graph, offered)) offered.pop_back();
    }
    repairs.insert(repairs.end(), offered.begin(), offered.end());
  }
  return repairs;
}

}  // namespace nianbao::validation
