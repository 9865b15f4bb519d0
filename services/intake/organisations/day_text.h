// Days as people write them in tables.
#ifndef NIANBAO_SERVICES_INTAKE_ORGANISATIONS_DAY_TEXT_H_
#define NIANBAO_SERVICES_INTAKE_ORGANISATIONS_DAY_TEXT_H_

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::intake {

// The day "2021-04-09" that a text names with its year first: 2021-4-9,
// 2021/04/09, 2021.4.9, 20210409, 2021年4月9日, with full-width digits and
// blanks, and with the midnight that spreadsheets put behind. Nothing for any
// other text and for days that no calendar has.
std::optional<std::string> ParseDay(std::string_view text);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_ORGANISATIONS_DAY_TEXT_H_
