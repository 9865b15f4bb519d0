// Pages of facts.
#ifndef NIANBAO_SERVICES_INTAKE_FACT_PAGES_H_
#define NIANBAO_SERVICES_INTAKE_FACT_PAGES_H_

#include "nianbao/document/v1/document.pb.h"
#include "services/core/fact_table.h"

namespace nianbao::intake {

// Gives each fact of a document with pages the page on which its figure stands.
void SetPages(const nianbao::document::v1::Document& document,
              core::Facts& facts);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_FACT_PAGES_H_
