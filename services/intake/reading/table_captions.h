// What captions say of their tables.
#ifndef NIANBAO_SERVICES_INTAKE_READING_TABLE_CAPTIONS_H_
#define NIANBAO_SERVICES_INTAKE_READING_TABLE_CAPTIONS_H_

#include <string>

#include "services/intake/reading/lexicon.h"

namespace nianbao::intake {

// A caption taken apart.
struct CaptionWords {
  // What the table is about, without number, years, unit and words that say
  // only that it is a table: 社会培训 of 表5 2020年社会培训情况统计（人次）.
  std::string noun;
  // Whether the noun is one measure, such as 学生满意度 or 专业起薪: then the
  // figures of a table whose heads name none are of it.
  bool measure = false;
  // Whom the table counts: 教师, 学生 …; empty where it does not say.
  std::string persons;
  // Unit of the figures; empty where it names none.
  std::string unit;
  // The only period that it names; empty where none or several.
  std::string period;
};

CaptionWords WordsOfCaption(const std::string& caption, const Lexicon& lexicon);

// Whether the name ends in a word of measure: 数, 率, 满意度, 起薪, 经费 …
bool IsMeasure(const std::string& name);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_TABLE_CAPTIONS_H_
