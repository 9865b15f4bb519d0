// Whether a report has the sections that its edition asks for.
#ifndef NIANBAO_SERVICES_VALIDATION_OUTLINE_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_OUTLINE_CHECKS_H_

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/validation/check_maker.h"

namespace nianbao::validation {

// Appends a check of kind "outline" without a verdict, a query, for every
// required section that no heading of the document names. Titles and aliases
// match but for numbers, marks and words such as 情况. A document without
// headings, as typed facts have, lacks nothing.
void CheckOutline(const nianbao::catalogue::v1::Edition& edition,
                  const nianbao::document::v1::Document& document,
                  Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_OUTLINE_CHECKS_H_
