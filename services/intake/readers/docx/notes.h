// Footnotes and endnotes of a Word document.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCX_NOTES_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCX_NOTES_H_

#include <string>
#include <unordered_map>
#include <vector>

#include "absl/status/statusor.h"
#include "services/intake/readers/docx/style_table.h"
#include "services/intake/readers/package/ooxml_package.h"

namespace nianbao::intake {

// Paragraphs of each note by its key: "f3" for a footnote, "e1" for an endnote.
using Notes = std::unordered_map<std::string, std::vector<std::string>>;

// Reads the notes' parts, where the document has them.
absl::StatusOr<Notes> ReadNotes(OoxmlPackage& package,
                                const StyleTable& styles);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCX_NOTES_H_
