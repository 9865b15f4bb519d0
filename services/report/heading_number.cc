#include "services/report/heading_number.h"

#include <array>

namespace nianbao::report {

std::string ChineseNumeral(int number) {
  static constexpr std::array<const char*, 10> kDigits = {
      "", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (number < 1 || number > 99) return std::to_string(number);
  const auto tens = static_cast<std::size_t>(number / 10);
  const auto ones = static_cast<std::size_t>(number % 10);
  std::string text;
  if (tens > 1) text += kDigits[tens];
  if (tens > 0) text += "十";
  return text + kDigits[ones];
}

std::string HeadingNumber(int level, int ordinal) {
  switch (level) {
    case 1:
      return ChineseNumeral(ordinal) + "、";
    case 2:
      return "（" + ChineseNumeral(ordinal) + "）";
    case 3:
      return std::to_string(ordinal) + ".";
    default:
      return "（" + std::to_string(ordinal) + "）";
  }
}

}  // namespace nianbao::report
