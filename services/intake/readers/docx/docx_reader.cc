#include "services/intake/readers/docx/docx_reader.h"

#include <utility>

#include "services/core/errors.h"
#include "services/intake/readers/docx/body_reader.h"

namespace nianbao::intake {

using nianbao::document::v1::Document;

absl::StatusOr<Document> ReadDocx(OoxmlPackage& package) {
  DocxParts parts;
  NIANBAO_RETURN_IF_ERROR(
      parts.styles.Read(package, package.PartOfType("styles")));
  NIANBAO_RETURN_IF_ERROR(
      parts.numbering.Read(package, package.PartOfType("numbering")));
  NIANBAO_ASSIGN_OR_RETURN(parts.notes, ReadNotes(package, parts.styles));
  BodyReader body(std::move(parts));
  NIANBAO_RETURN_IF_ERROR(
      package.Visit(package.main_part(), {"document", "body"},
                    [&](pugi::xml_node node) { return body.ReadBlock(node); }));
  Document document = body.Finish();
  if (document.blocks().empty()) {
    return core::MakeError(
        absl::StatusCode::kInvalidArgument,
        "the document prints no text; where its pages are pictures, hand in "
        "the text that they show",
        {.reason = "NO_TEXT", .metadata = {}});
  }
  return document;
}

}  // namespace nianbao::intake
