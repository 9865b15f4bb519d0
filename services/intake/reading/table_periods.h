// Periods that heads of columns and rows name.
#ifndef NIANBAO_SERVICES_INTAKE_READING_TABLE_PERIODS_H_
#define NIANBAO_SERVICES_INTAKE_READING_TABLE_PERIODS_H_

#include <string>

namespace nianbao::intake {

// Cuts the period that folded `words` name out of them and returns it: 2023年
// of 2023年在校生; 本年 and 上年 are counted from `data_year`. A period that
// the figures are compared with (比2020年) stays. Empty where none is named.
std::string CutPeriod(std::u32string& words, int data_year);

// The period that a row's name is; empty where it says more than a period.
std::string PeriodNamed(const std::string& name, int data_year);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_TABLE_PERIODS_H_
