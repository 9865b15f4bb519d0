// Facts of tables.
#ifndef NIANBAO_SERVICES_INTAKE_READING_TABLE_FACTS_H_
#define NIANBAO_SERVICES_INTAKE_READING_TABLE_FACTS_H_

#include "nianbao/document/v1/document.pb.h"
#include "services/intake/reading/reading_context.h"

namespace nianbao::intake {

// Whether the table in `block` goes on with the one in `before`, the last one
// before it with nothing but captions between: it has as many columns, and no
// head, or it is called 续表.
bool GoesOnWithTable(const nianbao::document::v1::Block& block,
                     const nianbao::document::v1::Block& before);

// Appends the facts of a table's cells, row by row. Caption and heads are those
// of the table in `head`: `block` itself, or a table that it goes on with.
void ReadTable(const nianbao::document::v1::Block& block,
               const nianbao::document::v1::Block& head,
               ReadingContext& context);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_TABLE_FACTS_H_
