// Printed codes and names against the catalogue's tables.
#ifndef NIANBAO_SERVICES_VALIDATION_CODE_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_CODE_CHECKS_H_

#include <string>

#include "nianbao/document/v1/document.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/validation/check_maker.h"

namespace nianbao::validation {

// Appends a check of kind "code" without a verdict for each name that a fact's
// dimension or a table's column prints in a former form, for each code printed
// beside another entry's name, and, where a table is complete, for what it does
// not have on `day`. Each is told once: a query, or a note where the table is a
// draft.
void CheckCodes(const core::Catalogue& catalogue,
                const nianbao::document::v1::Document& document,
                const core::Facts& facts, const std::string& day,
                Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_CODE_CHECKS_H_
