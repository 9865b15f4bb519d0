#include "services/core/finding_groups.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace nianbao::core {
namespace {

using nianbao::validation::v1::Check;
using nianbao::validation::v1::Finding;

// A finding of one check.
FindingGroup Alone(const Check& check) {
  FindingGroup group;
  group.finding.set_id(check.id());
  group.finding.set_head(check.id());
  group.finding.set_severity(check.severity());
  group.head = &check;
  return group;
}

}  // namespace

std::vector<FindingGroup> FindingGroups(const std::vector<Check>& checks,
                                        const std::vector<Finding>& findings) {
  std::map<std::string, const Check*> by_id;
  for (const Check& check : checks) by_id.emplace(check.id(), &check);
  std::set<const Check*> grouped;
  std::vector<FindingGroup> groups;
  for (const Finding& finding : findings) {
    const auto head = by_id.find(finding.head());
    if (head == by_id.end()) continue;
    FindingGroup group{finding, head->second, {}};
    grouped.insert(head->second);
    for (const std::string& id : finding.consequences()) {
      const auto found = by_id.find(id);
      if (found == by_id.end()) continue;
      group.consequences.push_back(found->second);
      grouped.insert(found->second);
    }
    groups.push_back(std::move(group));
  }
  for (const Check& check : checks) {
    const bool finding =
        check.severity() != nianbao::catalogue::v1::SEVERITY_UNSPECIFIED;
    if (finding && grouped.count(&check) == 0) groups.push_back(Alone(check));
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const FindingGroup& a, const FindingGroup& b) {
                     if (a.finding.severity() != b.finding.severity()) {
                       return a.finding.severity() > b.finding.severity();
                     }
                     return a.head < b.head;
                   });
  return groups;
}

}  // namespace nianbao::core
