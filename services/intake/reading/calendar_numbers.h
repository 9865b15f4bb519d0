// Numbers of the calendar and the clock, and of documents.
#ifndef NIANBAO_SERVICES_INTAKE_READING_CALENDAR_NUMBERS_H_
#define NIANBAO_SERVICES_INTAKE_READING_CALENDAR_NUMBERS_H_

#include "services/intake/reading/number_in_text.h"

namespace nianbao::intake {

// Whether digits are a year, part of a date, or the number of a document.
bool IsDate(const NumberInText& it);

// Whether number words are a date or time: 二〇二一年, 九月一日, 三点半.
bool IsDateInWords(const NumberInText& it);

// 8:30: a ratio has a one on one side.
bool IsClockTime(const NumberInText& it);

// Whether four digits at `at` can be a year of this or the last century.
bool IsFourDigitYear(const Chars& text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_CALENDAR_NUMBERS_H_
