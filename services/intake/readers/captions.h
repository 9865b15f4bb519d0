// Captions: short lines before tables.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_CAPTIONS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_CAPTIONS_H_

#include <string>

#include "nianbao/document/v1/document.pb.h"

namespace nianbao::intake {

// Marks the short line at the document's end as the caption of the table that
// will follow, and returns its text; empty where the last block is none. A line
// that names the unit, 单位：人, belongs to the caption above it.
std::string TakeCaption(nianbao::document::v1::Document& document);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_CAPTIONS_H_
