// Where tables stand on printed pages.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_PDF_TABLE_REGIONS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_PDF_TABLE_REGIONS_H_

#include <cstddef>
#include <vector>

#include "services/intake/readers/pdf/printed_lines.h"

namespace nianbao::intake {

// Lines [begin, end) of a page that print a table.
struct TableRegion {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The tables of a page: runs of lines that fall into the same columns, with
// the lines of wrapped and merged cells between and around them. A single row
// counts at the page's beginning where `goes_on` says that the page before
// ended with a table. Entries of a table of contents are no table.
std::vector<TableRegion> FindTables(const PrintedPage& page, bool goes_on);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_PDF_TABLE_REGIONS_H_
