// Levels of headings that Word knows by style.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_DOCX_HEADING_LEVELS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_DOCX_HEADING_LEVELS_H_

#include <string>
#include <unordered_map>

#include "nianbao/document/v1/document.pb.h"

namespace nianbao::intake {

// Levels from styles by block id.
using StyledLevels = std::unordered_map<std::string, int>;

// Sets levels and front matter as SetLevels does, then gives headings with a
// style the style's level; those without stand as deep below the styled
// heading before them as their numbers say.
void SetStyledLevels(const StyledLevels& styled,
                     nianbao::document::v1::Document& document);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_DOCX_HEADING_LEVELS_H_
