#include "services/intake/readers/sheet/number_format.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "services/intake/readers/lines.h"
#include "services/intake/readers/sheet/date_print.h"
#include "services/intake/readers/sheet/number_print.h"

namespace nianbao::intake {
namespace {

constexpr std::size_t kLongestCode = 255;

constexpr std::pair<int, std::string_view> kBuiltIn[] = {
    {1, "0"},
    {2, "0.00"},
    {3, "#,##0"},
    {4, "#,##0.00"},
    {5, "\"¥\"#,##0;\"¥\"-#,##0"},
    {6, "\"¥\"#,##0;[Red]\"¥\"-#,##0"},
    {7, "\"¥\"#,##0.00;\"¥\"-#,##0.00"},
    {8, "\"¥\"#,##0.00;[Red]\"¥\"-#,##0.00"},
    {9, "0%"},
    {10, "0.00%"},
    {11, "0.00E+00"},
    {12, "# ?/?"},
    {13, "# ?\?/?\?"},
    {14, "yyyy/m/d"},
    {15, "d-mmm-yy"},
    {16, "d-mmm"},
    {17, "mmm-yy"},
    {18, "h:mm AM/PM"},
    {19, "h:mm:ss AM/PM"},
    {20, "h:mm"},
    {21, "h:mm:ss"},
    {22, "yyyy/m/d h:mm"},
    {27, "yyyy\"年\"m\"月\""},
    {28, "m\"月\"d\"日\""},
    {29, "m\"月\"d\"日\""},
    {30, "m-d-yy"},
    {31, "yyyy\"年\"m\"月\"d\"日\""},
    {32, "h\"时\"mm\"分\""},
    {33, "h\"时\"mm\"分\"ss\"秒\""},
    {34, "上午/下午h\"时\"mm\"分\""},
    {35, "上午/下午h\"时\"mm\"分\"ss\"秒\""},
    {36, "yyyy\"年\"m\"月\""},
    {37, "#,##0;-#,##0"},
    {38, "#,##0;[Red]-#,##0"},
    {39, "#,##0.00;-#,##0.00"},
    {40, "#,##0.00;[Red]-#,##0.00"},
    {41, "#,##0;-#,##0;\"-\""},
    {42, "\"¥\"#,##0;\"¥\"-#,##0;\"¥-\""},
    {43, "#,##0.00;-#,##0.00;\"-\""},
    {44, "\"¥\"#,##0.00;\"¥\"-#,##0.00;\"¥-\""},
    {45, "mm:ss"},
    {46, "[h]:mm:ss"},
    {47, "mm:ss"},
    {48, "##0.0E+0"},
    {50, "yyyy\"年\"m\"月\""},
    {51, "m\"月\"d\"日\""},
    {52, "yyyy\"年\"m\"月\""},
    {53, "m\"月\"d\"日\""},
    {54, "m\"月\"d\"日\""},
    {55, "上午/下午h\"时\"mm\"分\""},
    {56, "上午/下午h\"时\"mm\"分\"ss\"秒\""},
    {57, "yyyy\"年\"m\"月\""},
    {58, "m\"月\"d\"日\""},
};

bool Holds(const FormatSection& section, const core::Rational& value) {
  const std::string& comparison = section.comparison;
  if (comparison == "<") return value < section.bound;
  if (comparison == "<=") return value <= section.bound;
  if (comparison == ">") return value > section.bound;
  if (comparison == ">=") return value >= section.bound;
  if (comparison == "=") return value == section.bound;
  return value != section.bound;
}

// A negative number through the section for negative ones: the section's own
// marks say that it is negative.
std::string WithSign(std::string text, bool red) {
  const bool bracketed = text.find('(') != std::string::npos &&
                         text.find(')') != std::string::npos;
  if (bracketed) {
    text.erase(std::remove_if(text.begin(), text.end(),
                              [](char c) { return c == '(' || c == ')'; }),
               text.end());
  }
  const bool minus = text.find('-') != std::string::npos;
  return (bracketed || red) && !minus ? "-" + Trim(text) : text;
}

}  // namespace

NumberFormat::NumberFormat(std::string_view code)
    : sections_(ParseFormat(code.empty() ? "General"
                                         : code.substr(0, kLongestCode))) {}

std::string_view NumberFormat::BuiltIn(int id) {
  for (const auto& [own, code] : kBuiltIn) {
    if (own == id) return code;
  }
  return "General";
}

std::size_t NumberFormat::SectionOf(const StoredNumber& value) const {
  const std::size_t count = std::min<std::size_t>(sections_.size(), 3);
  if (count == 1) return 0;
  if (sections_[0].comparison.empty() && sections_[1].comparison.empty()) {
    if (value.Sign() < 0) return 1;
    return count == 3 && value.Sign() == 0 ? 2 : 0;
  }
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const bool fits = sections_[i].comparison.empty()
                          ? (i == 0 ? value.Sign() > 0 : value.Sign() < 0)
                          : Holds(sections_[i], value.Value());
    if (fits) return i;
  }
  return count - 1;
}

std::string NumberFormat::Print(const StoredNumber& value,
                                bool from_1904) const {
  const std::size_t index = SectionOf(value);
  const FormatSection& section = sections_[index];
  if (section.date) {
    const auto text = PrintDate(value.Value(), section, from_1904);
    if (text) return Trim(*text);
  }
  const bool negative = value.Sign() < 0;
  std::string text =
      section.date ? value.General() : PrintNumber(value, section);
  const bool own_section = index == 1 && sections_[0].comparison.empty() &&
                           sections_[1].comparison.empty();
  if (negative && own_section) {
    text = WithSign(std::move(text), section.red);
  } else if (negative && !text.empty()) {
    text = "-" + text;
  }
  return Trim(text);
}

}  // namespace nianbao::intake
