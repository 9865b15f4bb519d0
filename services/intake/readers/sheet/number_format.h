// How a spreadsheet's cell shows its number.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_NUMBER_FORMAT_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_NUMBER_FORMAT_H_

#include <string>
#include <string_view>
#include <vector>

#include "services/intake/readers/sheet/format_section.h"
#include "services/intake/readers/sheet/stored_number.h"

namespace nianbao::intake {

// A number format. All arithmetic is exact; halves round away from zero.
// What a reader of the text could not see is told by the text: negative
// numbers in brackets or red get a minus sign.
class NumberFormat {
 public:
  // The format of a code such as "#,##0.00;[Red]-0%"; an empty one is General.
  explicit NumberFormat(std::string_view code);

  // The code of a built-in format, "General" for unknown ones; dates as in
  // Chinese editions.
  static std::string_view BuiltIn(int id);

  // The text that shows `value`, without blanks at its ends; empty where the
  // format hides it. Dates count from 1899, or from 1904.
  std::string Print(const StoredNumber& value, bool from_1904 = false) const;

 private:
  std::size_t SectionOf(const StoredNumber& value) const;

  std::vector<FormatSection> sections_;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_NUMBER_FORMAT_H_
