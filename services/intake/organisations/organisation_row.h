// One row of a file of organisations.
#ifndef NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_ROW_H_
#define NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_ROW_H_

#include "services/core/catalogue.h"
#include "services/intake/organisations/organisation_file.h"

namespace nianbao::intake {

// Reads a row by itself: what its cells mean, and whether code, level, days and
// ending fit together. Appends the row to `file`, or what is wrong with it.
void ReadOrganisationRow(const core::Catalogue& catalogue,
                         const OrganisationWords& words,
                         OrganisationCells cells, OrganisationFile& file);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_ROW_H_
