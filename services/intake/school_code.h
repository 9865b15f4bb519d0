// Codes of secondary vocational schools and regions.
#ifndef NIANBAO_SERVICES_INTAKE_SCHOOL_CODE_H_
#define NIANBAO_SERVICES_INTAKE_SCHOOL_CODE_H_

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "absl/strings/ascii.h"

namespace nianbao::intake {

// A school's code has ten digits: 36 for secondary vocational schools, the two
// of its province, and a number.
inline constexpr std::size_t kSchoolDigits = 10;
inline constexpr char kSecondaryVocational[] = "36";
inline constexpr std::size_t kProvinceDigits = 2;

// A region's code of GB/T 2260.
inline constexpr std::size_t kRegionDigits = 6;

inline bool IsDigits(std::string_view text, std::size_t count) {
  return text.size() == count &&
         std::all_of(text.begin(), text.end(), absl::ascii_isdigit);
}

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_SCHOOL_CODE_H_
