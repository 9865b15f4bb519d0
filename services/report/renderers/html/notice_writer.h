// Writes boxes: findings, the summary, notes.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_HTML_NOTICE_WRITER_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_HTML_NOTICE_WRITER_H_

#include "nianbao/document/v1/document.pb.h"
#include "services/report/renderers/html/run_writer.h"

namespace nianbao::report::html {

// Writes the block's box; in a summary, list items are shown as large counts.
void WriteNotice(const Page& page, const nianbao::document::v1::Block& block);

// Writes the lines of a box, list items as lists.
void WriteNoticeLines(const Page& page,
                      const nianbao::document::v1::Notice& notice);

}  // namespace nianbao::report::html

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_HTML_NOTICE_WRITER_H_
