// Writes runs: text, figures with their sources, marks of findings, links.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_HTML_RUN_WRITER_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_HTML_RUN_WRITER_H_

#include <string>

#include "services/core/document.h"
#include "services/report/renderers/html/markup.h"
#include "services/report/renderers/html/page_index.h"

namespace nianbao::report::html {

// What the writers of a page share; both outlive them.
struct Page {
  const PageIndex& index;
  Markup& markup;
};

// Anchors of the page's parts.
std::string BlockAnchor(const std::string& block);
std::string RowAnchor(const std::string& block, int row);
std::string FindingAnchor(const std::string& finding);
std::string MarkAnchor(const std::string& finding);
std::string FigureAnchor(const std::string& fact);
std::string SourceAnchor(const std::string& fact);

// Runs of the text: a figure leads to its source, a mark to its finding.
void WriteBodyRuns(const Page& page, const std::string& block,
                   const core::Runs& runs);

// Runs of a box: a figure leads to where it stands in the text, a place to its
// block, or to the mark of `finding` where that is not empty.
void WriteNoticeRuns(const Page& page, const core::Runs& runs,
                     const std::string& finding);

}  // namespace nianbao::report::html

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_HTML_RUN_WRITER_H_
