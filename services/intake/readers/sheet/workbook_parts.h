// What all sheets of a workbook share: texts and number formats.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_WORKBOOK_PARTS_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_WORKBOOK_PARTS_H_

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/intake/readers/package/ooxml_package.h"
#include "services/intake/readers/sheet/number_format.h"

namespace nianbao::intake {

// Shared parts of a workbook.
struct WorkbookParts {
  std::vector<std::string> texts;
  std::vector<NumberFormat> formats;
  // Position in `formats` of each cell style.
  std::vector<std::size_t> style_formats;
  bool from_1904 = false;

  // The format of a cell style; General where the style is unknown.
  const NumberFormat& FormatOf(int style) const;
};

// Reads shared texts and styles. FILE_TOO_LARGE for more than a million texts.
absl::StatusOr<WorkbookParts> ReadWorkbookParts(OoxmlPackage& package);

// The text of a shared or inline string: its runs without phonetic guides.
std::string StringText(pugi::xml_node node);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_WORKBOOK_PARTS_H_
