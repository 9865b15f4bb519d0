// Running heads, running feet and page numbers of printed pages.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PDF_PAGE_ENDS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PDF_PAGE_ENDS_H_

#include <vector>

#include "services/intake/readers/pdf/printed_lines.h"

namespace nianbao::intake {

// Takes away page numbers at the upper and lower ends of pages, and lines that
// stand there at the same height with the same words on several pages; digits
// may differ. Repeated heads of tables stay.
void DropPageEnds(std::vector<PrintedPage>& pages);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PDF_PAGE_ENDS_H_
