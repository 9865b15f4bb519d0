// Findings with the checks that they are made of.
#ifndef NIANBAO_SERVICES_CORE_FINDING_GROUPS_H_
#define NIANBAO_SERVICES_CORE_FINDING_GROUPS_H_

#include <vector>

#include "nianbao/validation/v1/validation.pb.h"

namespace nianbao::core {

// A finding with its checks.
struct FindingGroup {
  nianbao::validation::v1::Finding finding;
  const nianbao::validation::v1::Check* head = nullptr;
  // Other checks of the same cause, in document order.
  std::vector<const nianbao::validation::v1::Check*> consequences;
};

// All findings, gravest first, otherwise in the order of their heads among the
// checks. A check of a severity that no finding has is one of its own, with the
// check's identifier. Pointers into `checks`, which must outlive the groups.
std::vector<FindingGroup> FindingGroups(
    const std::vector<nianbao::validation::v1::Check>& checks,
    const std::vector<nianbao::validation::v1::Finding>& findings);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_FINDING_GROUPS_H_
