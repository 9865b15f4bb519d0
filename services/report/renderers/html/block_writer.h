// Writes a document's blocks in order.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_HTML_BLOCK_WRITER_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_HTML_BLOCK_WRITER_H_

#include <string>

#include "nianbao/document/v1/document.pb.h"
#include "services/report/renderers/html/run_writer.h"

namespace nianbao::report::html {

// Writes all blocks: the titles in front as the cover, contents and list items
// that follow each other as lists, and a plain box with the tables behind it
// as a fold that opens on demand.
void WriteBlocks(const Page& page,
                 const nianbao::document::v1::Document& document);

// The heading's number with the gap behind it that its script needs: none
// behind "一、", a space behind "1.1".
std::string SpacedNumber(const nianbao::document::v1::Heading& heading);

}  // namespace nianbao::report::html

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_HTML_BLOCK_WRITER_H_
