// Totals of so much for each person that the text states.
#ifndef NIANBAO_SERVICES_VALIDATION_PRODUCTS_H_
#define NIANBAO_SERVICES_VALIDATION_PRODUCTS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "product": "168人，每人2000元，共计33.6万元" and
// "支出2.08万元，每人50元". A total that is off by a power of ten is
// contradicted, and one that is more than all together can have; one that is a
// small multiple may count terms or years, and one that is less an amount by
// the year that not all had whole: these give no check.
void FindProducts(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_PRODUCTS_H_
