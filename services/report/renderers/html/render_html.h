// The HTML renderer.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_HTML_RENDER_HTML_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_HTML_RENDER_HTML_H_

#include "absl/status/statusor.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/core/fact_table.h"
#include "services/report/renderers/renderer.h"

namespace nianbao::report::html {

// One self-contained HTML file in UTF-8 that needs no network and no script,
// and is well-formed XML besides. Every figure leads to the list of sources at
// the end and back. InvalidArgument for a document that names facts or charts
// that can't be shown, as PageIndex::Create says.
absl::StatusOr<Rendition> RenderHtml(
    const nianbao::document::v1::Document& document, const core::Facts& facts);

}  // namespace nianbao::report::html

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_HTML_RENDER_HTML_H_
