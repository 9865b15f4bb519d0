// Facts of tables.
#ifndef NIANBAO_SERVICES_INTAKE_READING_TABLE_FACTS_H_
#define NIANBAO_SERVICES_INTAKE_READING_TABLE_FACTS_H_

#include "nianbao/document/v1/document.pb.h"
#include "services/intake/reading/reading_context.h"

namespace nianbao::intake {

// Appends the facts of a table's cells, row by row.
void ReadTable(const nianbao::document::v1::Block& block,
               ReadingContext& context);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_TABLE_FACTS_H_
