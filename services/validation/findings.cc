#include "services/validation/findings.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "services/validation/figure_graph.h"
#include "services/validation/repair_hints.h"
#include "services/validation/repairs.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::SEVERITY_ERROR;
using nianbao::catalogue::v1::SEVERITY_QUERY;
using nianbao::catalogue::v1::SEVERITY_UNSPECIFIED;
using nianbao::validation::v1::Finding;
using nianbao::validation::v1::Outcome;
using nianbao::validation::v1::VERDICT_UNDECIDED;
using nianbao::validation::v1::VERDICT_UNSPECIFIED;

bool IsFinding(const Check& check) {
  return check.severity() != SEVERITY_UNSPECIFIED;
}

// Puts the checks into groups.
class Groups {
 public:
  Groups(const FigureGraph& graph, const std::vector<Repair>& repairs,
         const Checks& checks)
      : graph_(graph), repairs_(repairs), checks_(checks) {
    for (std::size_t i = 0; i < repairs_.size(); ++i) {
      repair_of_value_.emplace(repairs_[i].value, i);
      for (const std::size_t at : repairs_[i].mends) {
        repair_of_check_.emplace(graph_.relations()[at].check->id(), i);
      }
    }
    for (std::size_t i = 0; i < checks_.size(); ++i) {
      if (IsFinding(checks_[i])) groups_[KeyOf(checks_[i])].push_back(i);
    }
  }

  // Groups of checks by position, each with its head first.
  std::vector<std::vector<std::size_t>> All() const {
    std::vector<std::vector<std::size_t>> all;
    for (auto [key, group] : groups_) {
      const auto head = std::min_element(
          group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
            return HeadRank(checks_[a]) < HeadRank(checks_[b]);
          });
      std::rotate(group.begin(), head, head + 1);
      all.push_back(std::move(group));
    }
    std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
      return std::make_tuple(-checks_[a[0]].severity(), a[0]) <
             std::make_tuple(-checks_[b[0]].severity(), b[0]);
    });
    return all;
  }

  // The repair of the check; null for none.
  const Repair* RepairOf(const Check& check) const {
    const auto found = repair_of_check_.find(check.id());
    return found == repair_of_check_.end() ? nullptr : &repairs_[found->second];
  }

 private:
  // The figure that the check judges, as a value of the graph.
  std::optional<std::size_t> Judged(const Check& check) const {
    return check.operands().empty() ? std::nullopt
                                    : graph_.ValueOf(check.operands(0));
  }

  // Checks of one key are one finding.
  std::string KeyOf(const Check& check) const {
    const auto mended = repair_of_check_.find(check.id());
    if (mended != repair_of_check_.end()) {
      return "r" + std::to_string(mended->second);
    }
    if (check.verdict() == VERDICT_UNSPECIFIED) return check.id();
    const auto value = Judged(check);
    if (value && repair_of_value_.count(*value) > 0) {
      return "r" + std::to_string(repair_of_value_.at(*value));
    }
    if (value) return "v" + std::to_string(*value);
    const bool fact =
        !check.operands().empty() && !check.operands(0).fact().empty();
    return fact ? "f" + check.operands(0).fact() : check.id();
  }

  // The gravest check comes first, of these one that judges what is to change,
  // then one of the text before a rule.
  std::tuple<int, bool, bool, bool> HeadRank(const Check& check) const {
    const Repair* repair = RepairOf(check);
    const bool culprit = repair != nullptr && Judged(check) == repair->value;
    return {-check.severity(), repair == nullptr, !culprit,
            !check.rule().empty()};
  }

  const FigureGraph& graph_;
  const std::vector<Repair>& repairs_;
  const Checks& checks_;
  std::map<std::size_t, std::size_t> repair_of_value_;
  std::map<std::string, std::size_t> repair_of_check_;
  std::map<std::string, std::vector<std::size_t>> groups_;
};

Finding FindingOf(const std::vector<std::size_t>& group, const Checks& checks,
                  std::size_t number) {
  Finding finding;
  finding.set_id("d" + std::to_string(number));
  finding.set_head(checks[group[0]].id());
  finding.set_severity(checks[group[0]].severity());
  std::vector<std::size_t> rest(group.begin() + 1, group.end());
  std::sort(rest.begin(), rest.end());
  for (const std::size_t at : rest) {
    finding.add_consequences(checks[at].id());
  }
  return finding;
}

}  // namespace

std::vector<Finding> GroupFindings(const ReportView& view,
                                   const core::Catalogue& catalogue,
                                   Checks& checks) {
  const FigureGraph graph(checks, view.data(), catalogue);
  const std::vector<Repair> repairs = FindRepairs(graph, view);
  const Groups groups(graph, repairs, checks);
  std::vector<Finding> findings;
  for (const auto& group : groups.All()) {
    Finding finding = FindingOf(group, checks, findings.size() + 1);
    if (const Repair* repair = groups.RepairOf(checks[group[0]])) {
      *finding.add_hints() = HintOf(graph, *repair);
    }
    findings.push_back(std::move(finding));
    for (const std::size_t at : group) {
      Check& check = checks[at];
      check.set_finding(findings.back().id());
      if (groups.RepairOf(check) == nullptr) continue;
      for (const auto& hint : findings.back().hints()) {
        *check.add_hints() = hint.message();
      }
    }
  }
  return findings;
}

Outcome OutcomeOf(const Checks& checks) {
  const auto has = [&](auto condition) {
    return std::any_of(checks.begin(), checks.end(), condition);
  };
  if (has([](auto& check) { return check.severity() == SEVERITY_ERROR; })) {
    return Outcome::OUTCOME_ERRORS;
  }
  if (has([](auto& check) { return check.severity() == SEVERITY_QUERY; })) {
    return Outcome::OUTCOME_QUERIES;
  }
  const bool decided = has([](auto& check) {
    return check.verdict() != VERDICT_UNSPECIFIED &&
           check.verdict() != VERDICT_UNDECIDED;
  });
  return decided ? Outcome::OUTCOME_CLEAN : Outcome::OUTCOME_NOTHING_CHECKED;
}

}  // namespace nianbao::validation
