// Quotations of the submitted document around a figure.
#ifndef NIANBAO_SERVICES_REPORT_QUOTE_H_
#define NIANBAO_SERVICES_REPORT_QUOTE_H_

#include "nianbao/document/v1/document.pb.h"
#include "services/core/document.h"
#include "services/report/run_list.h"

namespace nianbao::report {

// The sentence of the marked block in which the place stands, or the row's
// words, the column's head and the cell where it is a table. Figures keep
// their facts, and the one at the place its style; findings and places are
// left out. Long sentences are cut with "…". Empty where the place is not in
// the block.
RunList QuoteOf(const nianbao::document::v1::Block& marked,
                const nianbao::document::v1::Place& place);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_QUOTE_H_
