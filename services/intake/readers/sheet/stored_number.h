// Numbers as spreadsheets store them.
#ifndef NIANBAO_SERVICES_INTAKE_READERS_SHEET_STORED_NUMBER_H_
#define NIANBAO_SERVICES_INTAKE_READERS_SHEET_STORED_NUMBER_H_

#include <optional>
#include <string>
#include <string_view>

#include "services/core/rational.h"

namespace nianbao::intake {

// An exact decimal as its digits. Printing a sheet rounds and shifts every
// number; on digits that costs far less than on fractions.
class StoredNumber {
 public:
  StoredNumber() = default;

  // The number that stored digits such as "0.36189999999999999" or "1.5E-3"
  // stand for. Digits behind the fifteenth are noise of the binary form and
  // are rounded off, as spreadsheets do before they show a number: 0.3619.
  // Nothing where the text is no number, has more than 100 digits, or is
  // beyond 30 powers of ten.
  static std::optional<StoredNumber> Read(std::string_view text);

  // Signs: -1, 0 or 1.
  int Sign() const { return digits_.empty() ? 0 : negative_ ? -1 : 1; }

  // The number times ten to the power.
  StoredNumber Shifted(int power) const;

  // The number without its sign, with exactly so many digits behind the point;
  // halves round away from zero.
  std::string Rounded(int decimals) const;

  // The number as the format General shows it in a wide column, without its
  // sign: up to eleven characters, though never in powers of ten.
  std::string General() const;

  core::Rational Value() const;

 private:
  void DropDigits(std::size_t count);

  bool negative_ = false;
  // Digits without leading zeros; none for zero.
  std::string digits_;
  // How many of them stand behind the point; fewer than none for tens.
  int decimals_ = 0;
};

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READERS_SHEET_STORED_NUMBER_H_
