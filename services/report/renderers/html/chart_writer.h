// Writes bar charts as inline SVG.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_HTML_CHART_WRITER_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_HTML_CHART_WRITER_H_

#include "nianbao/document/v1/document.pb.h"
#include "services/report/renderers/html/run_writer.h"

namespace nianbao::report::html {

// Writes the block's chart as a figure: bars with their values and a link to
// the source, and the same values as a table for those who can't see them.
void WriteChart(const Page& page, const nianbao::document::v1::Block& block);

}  // namespace nianbao::report::html

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_HTML_CHART_WRITER_H_
