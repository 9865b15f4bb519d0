#include "services/intake/readers/docx/notes.h"

#include <utility>

#include "services/core/errors.h"
#include "services/intake/readers/docx/field_stack.h"
#include "services/intake/readers/docx/paragraph_content.h"
#include "services/intake/readers/lines.h"

namespace nianbao::intake {
namespace {

// Paragraphs at any depth: notes may hold tables and content controls.
void ReadParagraphs(pugi::xml_node node, const StyleTable& styles,
                    FieldStack& fields, std::vector<std::string>& paragraphs) {
  for (const pugi::xml_node child : node.children()) {
    if (LocalName(child) != "p") {
      ReadParagraphs(child, styles, fields, paragraphs);
      continue;
    }
    std::string text;
    for (const std::string& line :
         ReadParagraphContent(child, styles, fields).lines) {
      text += line;
    }
    text = Trim(text);
    if (!text.empty()) paragraphs.push_back(std::move(text));
  }
}

absl::Status ReadPart(OoxmlPackage& package, const StyleTable& styles,
                      const std::string& kind, const std::string& prefix,
                      Notes& notes) {
  const std::string part = package.PartOfType(kind);
  if (part.empty()) return absl::OkStatus();
  return package.Visit(part, {kind}, [&](pugi::xml_node note) {
    const std::string_view type = Attribute(note, "type");
    if (!type.empty() && type != "normal") return absl::OkStatus();
    FieldStack fields;
    ReadParagraphs(note, styles, fields,
                   notes[prefix + std::string(Attribute(note, "id"))]);
    return absl::OkStatus();
  });
}

}  // namespace

absl::StatusOr<Notes> ReadNotes(OoxmlPackage& package,
                                const StyleTable& styles) {
  Notes notes;
  NIANBAO_RETURN_IF_ERROR(ReadPart(package, styles, "footnotes", "f", notes));
  NIANBAO_RETURN_IF_ERROR(ReadPart(package, styles, "endnotes", "e", notes));
  return notes;
}

}  // namespace nianbao::intake
