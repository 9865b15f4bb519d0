// What an import of organisations would do.
#ifndef NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_PLAN_H_
#define NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_PLAN_H_

#include <vector>

#include "nianbao/intake/v1/organisation.pb.h"
#include "services/intake/organisations/organisation_file.h"

namespace nianbao::intake {

// Rows of a file against what is stored. An entry is known by its code and
// first day.
struct OrganisationPlan {
  // Entries to store.
  std::vector<nianbao::intake::v1::Organisation> entries;
  int added = 0;
  int changed = 0;
  int unchanged = 0;
  // Every row that can't be stored, in the order of the file; with all others
  // stored, what is stored then fits together.
  std::vector<RejectedRow> rejected;
};

// Checks what would be stored then, the file's entries over the stored ones:
// the days of a code don't overlap; what stands above is there on all days of
// an entry and of a higher level, so that there are no cycles; what takes an
// organisation's place is there on the next day and of its level; what changed
// goes on the next day, and what was closed or merged does not. A row that
// breaks this is rejected, then rows that can't do without it, until the rest
// holds. `stored` fits together by itself.
OrganisationPlan PlanImport(
    const std::vector<nianbao::intake::v1::Organisation>& stored,
    const OrganisationFile& file);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_PLAN_H_
