// Whether a report has the sections that its edition asks for.
#ifndef NIANBAO_SERVICES_VALIDATION_OUTLINE_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_OUTLINE_CHECKS_H_

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/validation/check_maker.h"

namespace nianbao::validation {

// Appends checks of kind "outline" without a verdict. Titles and aliases match
// but for numbers, marks and words such as 情况.
//
// - a query for every required section that no heading of the document names,
// - a query for every required one with a heading and nothing below it,
// - a note for every required one under another heading than the outline's,
// - a note for every section of the first level that stands behind one which
//   the outline has after it.
//
// A document without headings, as typed facts have, lacks nothing. Where it has
// tables, the section of the indicator tables is left to CheckTables.
void CheckOutline(const nianbao::catalogue::v1::Edition& edition,
                  const nianbao::document::v1::Document& document,
                  Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_OUTLINE_CHECKS_H_
