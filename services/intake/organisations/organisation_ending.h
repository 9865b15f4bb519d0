// Why an entry of a file ends, and what takes its place.
#ifndef NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_ENDING_H_
#define NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_ENDING_H_

#include <string>
#include <string_view>
#include <vector>

#include "services/intake/organisations/organisation_file.h"

namespace nianbao::intake {

// What is wrong with a cell.
struct CellFault {
  OrganisationColumn column = OrganisationColumn::kCode;
  std::string zh;
  std::string en;
};

// Digits as they stand in a cell, half-width and without blanks and the quote
// that keeps them a text.
std::string PlainOrganisationCode(std::string_view text);

// Reads ending and successors of a row into `entry`, whose code is set, and
// holds them against each other and the last day; appends what is wrong.
void ReadOrganisationEnding(const OrganisationWords& words,
                            const OrganisationCells& cells,
                            nianbao::intake::v1::Organisation& entry,
                            std::vector<CellFault>& faults);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_ORGANISATIONS_ORGANISATION_ENDING_H_
