// Numbers as spreadsheets store them.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_STORED_NUMBER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_STORED_NUMBER_H_

#include <optional>
#include <string>
#include <string_view>

#include "services/core/rational.h"

namespace nianbao::intake {

// The number that stored digits such as "0.36189999999999999" or "1.5E-3"
// stand for. Digits behind the fifteenth are noise of the binary form and
// are rounded off, as spreadsheets do before they show a number: 0.3619.
// Nothing where the text is no number or is beyond 30 powers of ten.
std::optional<core::Rational> ReadStoredNumber(std::string_view text);

// The number as the format General shows it in a wide column: up to eleven
// characters, though never in powers of ten.
std::string PrintGeneral(const core::Rational& value);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_STORED_NUMBER_H_
