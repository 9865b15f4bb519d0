// Gives headings their levels and the front matter its roles.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_OUTLINE_LEVELS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_OUTLINE_LEVELS_H_

#include "nianbao/document/v1/document.pb.h"

namespace nianbao::intake {

// Turns the raw levels of a document's headings (number style × 8 + depth)
// into levels from one, in order of the styles' first appearance; marks title,
// subtitle and table of contents; sets the document's title.
void SetLevels(nianbao::document::v1::Document& document);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_OUTLINE_LEVELS_H_
