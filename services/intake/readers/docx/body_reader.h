// The body of a Word document, block by block.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCX_BODY_READER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCX_BODY_READER_H_

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "nianbao/document/v1/document.pb.h"
#include "services/intake/readers/document_builder.h"
#include "services/intake/readers/docx/field_stack.h"
#include "services/intake/readers/docx/heading_levels.h"
#include "services/intake/readers/docx/notes.h"
#include "services/intake/readers/docx/numbering.h"
#include "services/intake/readers/docx/paragraph_content.h"
#include "services/intake/readers/docx/paragraph_shape.h"
#include "services/intake/readers/docx/style_table.h"

namespace nianbao::intake {

// What the body's elements refer to.
struct DocxParts {
  StyleTable styles;
  Numbering numbering;
  Notes notes;
};

// Turns the body's elements into blocks, in the order of the text. A paragraph
// is followed by its text boxes and notes; a table by the tables, boxes and
// notes of its cells. A table of one column only frames paragraphs.
class BodyReader {
 public:
  explicit BodyReader(DocxParts parts) : parts_(std::move(parts)) {}

  // Reads a child of the body. FILE_TOO_LARGE as DocumentBuilder has it.
  absl::Status ReadBlock(pugi::xml_node node);

  // The document, with levels and front matter.
  nianbao::document::v1::Document Finish();

 private:
  // What hangs on a table's cells and is printed inside them.
  struct Extras {
    std::vector<pugi::xml_node> tables;
    std::vector<pugi::xml_node> boxes;
    std::vector<std::string> notes;
  };

  absl::Status ReadBlocks(pugi::xml_node parent);
  absl::Status ReadContentControl(pugi::xml_node node);
  absl::Status ReadParagraph(pugi::xml_node node);
  absl::Status ReadTable(pugi::xml_node node);
  void ReadCell(pugi::xml_node node, Extras& extras,
                std::vector<std::string>& lines);
  absl::Status AddText(const ParagraphShape& shape,
                       const ParagraphContent& content);
  absl::Status AddLines(const ParagraphShape& shape,
                        const std::vector<std::string>& lines);
  absl::Status AddHeading(const ParagraphShape& shape,
                          const std::string& printed, const std::string& words);
  absl::Status AddExtras(const Extras& extras);
  absl::Status AddNotes(const std::vector<std::string>& keys);

  DocxParts parts_;
  DocumentBuilder builder_;
  FieldStack fields_;
  StyledLevels levels_;
  // Lines and notes of paragraphs whose ends were deleted.
  ParagraphContent carried_;
  std::size_t carried_bytes_ = 0;
  // Open content controls that hold a table of contents.
  int in_contents_ = 0;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCX_BODY_READER_H_
