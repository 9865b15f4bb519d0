// Whether a report has its edition's indicator tables, with their rows filled.
#ifndef NIANBAO_SERVICES_VALIDATION_TABLE_COMPLETENESS_H_
#define NIANBAO_SERVICES_VALIDATION_TABLE_COMPLETENESS_H_

#include "nianbao/document/v1/document.pb.h"
#include "services/core/catalogue.h"
#include "services/core/fact_table.h"
#include "services/validation/check_maker.h"

namespace nianbao::validation {

// Appends checks of kind "outline" without a verdict: a query for every
// indicator table of the edition that is neither named in the document nor made
// up of its figures, and a note for every table whose rows are partly without a
// figure of the data year: no data is left empty, so this may be right. A
// document without tables, as typed facts have, lacks nothing.
void CheckTables(const core::Catalogue& catalogue,
                 const nianbao::catalogue::v1::Edition& edition,
                 const nianbao::document::v1::Document& document,
                 const core::FactTable& table, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_TABLE_COMPLETENESS_H_
