// Writes tables over their grid.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_HTML_TABLE_WRITER_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_HTML_TABLE_WRITER_H_

#include "nianbao/document/v1/document.pb.h"
#include "services/report/renderers/html/run_writer.h"

namespace nianbao::report::html {

// Writes the block's table with its caption, heads with their scope, and
// empty cells where the source lost some. Wide tables scroll by themselves. The
// caption is there for screen readers only where the text before the table has
// it already.
void WriteTable(const Page& page, const nianbao::document::v1::Block& block,
                bool caption_seen = false);

}  // namespace nianbao::report::html

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_HTML_TABLE_WRITER_H_
