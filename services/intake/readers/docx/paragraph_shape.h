// What a Word paragraph is: heading, list item, contents, caption or text.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCX_PARAGRAPH_SHAPE_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCX_PARAGRAPH_SHAPE_H_

#include <optional>
#include <pugixml.hpp>
#include <string>

#include "services/intake/readers/docx/numbering.h"
#include "services/intake/readers/docx/style_table.h"

namespace nianbao::intake {

// A paragraph's part in the document.
struct ParagraphShape {
  // Outline level from one; zero for body text.
  int level = 0;
  bool contents = false;
  bool caption = false;
  // Its automatic number; nothing where it is in no list.
  std::optional<ListLabel> label;
};

// The shape of a <p>; its list counts on.
ParagraphShape ReadShape(pugi::xml_node paragraph, const StyleTable& styles,
                         Numbering& numbering);

// Whether the end of the paragraph was deleted, so that the next one goes on
// with it.
bool IsEndDeleted(pugi::xml_node paragraph);

// `text` behind its automatic number, as printed.
std::string WithLabel(const ParagraphShape& shape, const std::string& text);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCX_PARAGRAPH_SHAPE_H_
