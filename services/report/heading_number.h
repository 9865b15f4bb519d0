// Numbers of headings as official Chinese documents print them.
#ifndef NIANBAO_SERVICES_REPORT_HEADING_NUMBER_H_
#define NIANBAO_SERVICES_REPORT_HEADING_NUMBER_H_

#include <string>

namespace nianbao::report {

// A whole number from 1 to 99 in Chinese, such as "十二"; digits outside.
std::string ChineseNumeral(int number);

// The number of the `ordinal`-th heading of a level from one: "一、", "（一）",
// "1.", "（1）"; levels below print as level four does.
std::string HeadingNumber(int level, int ordinal);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_HEADING_NUMBER_H_
