// The list of sources at a page's end.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_HTML_SOURCE_LIST_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_HTML_SOURCE_LIST_H_

#include "services/report/renderers/html/run_writer.h"

namespace nianbao::report::html {

// The identifier of the list's heading.
extern const char kSourcesAnchor[];

// Writes every fact of the page with its figure, period and origin, leading
// back to where the figure stands; nothing where the page has no facts.
void WriteSources(const Page& page);

}  // namespace nianbao::report::html

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_HTML_SOURCE_LIST_H_
