// Number format codes taken apart.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_FORMAT_SECTION_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_FORMAT_SECTION_H_

#include <string>
#include <string_view>
#include <vector>

#include "services/core/rational.h"

namespace nianbao::intake {

// A piece of a format code.
struct FormatToken {
  enum class Kind {
    kLiteral,  // text as it stands
    kDigit,    // one of 0 # ?
    kPoint,
    kPercent,
    kGeneral,
    kDate,     // letters of one kind, such as "yyyy" or "am/pm"
    kElapsed,  // hours, minutes or seconds in all: [h]
  };
  Kind kind = Kind::kLiteral;
  std::string text;
};

// A section: how one range of numbers is shown.
struct FormatSection {
  std::vector<FormatToken> tokens;
  // Comparison that picks the section, such as ">="; empty for none.
  std::string comparison;
  core::Rational bound;
  bool red = false;
  bool date = false;
  // Thousands are parted by commas.
  bool grouped = false;
  // Thousands that are left away: two for "0,,".
  int thousands = 0;
  // Powers of ten or fractions, which are shown as General instead.
  bool unusual = false;
};

// The sections of a format code, at most four.
std::vector<FormatSection> ParseFormat(std::string_view code);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_FORMAT_SECTION_H_
