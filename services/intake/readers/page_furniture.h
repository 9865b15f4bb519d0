// Running heads and page numbers of flattened pages.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PAGE_FURNITURE_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PAGE_FURNITURE_H_

#include <vector>

#include "services/intake/readers/lines.h"

namespace nianbao::intake {

// Marks lines that stand at page ends again and again as page numbers, which
// readers pass over: a short text that is repeated next to page numbers.
void MarkPageFurniture(std::vector<Line>& lines);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PAGE_FURNITURE_H_
