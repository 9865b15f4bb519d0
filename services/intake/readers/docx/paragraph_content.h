// The text of a Word paragraph as it is printed.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCX_PARAGRAPH_CONTENT_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCX_PARAGRAPH_CONTENT_H_

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "services/intake/readers/docx/field_stack.h"
#include "services/intake/readers/docx/style_table.h"

namespace nianbao::intake {

// What a paragraph prints.
struct ParagraphContent {
  // Stretches of text parted by line breaks; at least one.
  std::vector<std::string> lines = {""};
  // Notes referred to: "f3" for a footnote, "e1" for an endnote.
  std::vector<std::string> notes;
  // Contents of text boxes anchored here.
  std::vector<pugi::xml_node> boxes;
  // Whether text of it belongs to a table of contents.
  bool contents = false;
};

// Reads the content of a <p>: insertions stay, deletions and moved-away text
// go, hidden text goes, fields show their results. `fields` goes on from
// paragraph to paragraph.
ParagraphContent ReadParagraphContent(pugi::xml_node paragraph,
                                      const StyleTable& styles,
                                      FieldStack& fields);

// The alternative of an <AlternateContent> that has text; the same text box
// stands in each of them.
pugi::xml_node PickAlternative(pugi::xml_node alternates);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCX_PARAGRAPH_CONTENT_H_
