// Totals of so much for each person that the text states.
#ifndef NIANBAO_SERVICES_VALIDATION_PRODUCTS_H_
#define NIANBAO_SERVICES_VALIDATION_PRODUCTS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "product": "168人，每人2000元，共计33.6万元". A total
// that is off by a power of ten is contradicted; one that is off otherwise may
// count terms or years that the text leaves out, and gives no check.
void FindProducts(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_PRODUCTS_H_
