// Names for the figures of tables.
#ifndef NIANBAO_SERVICES_INTAKE_READING_TABLE_LABELS_H_
#define NIANBAO_SERVICES_INTAKE_READING_TABLE_LABELS_H_

#include <string>

#include "services/intake/reading/lexicon.h"

namespace nianbao::intake {

// Whether a head says only that figures stand below: 数值, 数据 …, or nothing.
bool SaysNothing(const std::string& head);

// Whether a head only counts, so that what is counted must be said elsewhere:
// 人次, 项数, 金额.
bool OnlyCounts(const std::string& head, const Lexicon& lexicon);

// Whether a head counts persons or their share: 人数, 占比.
bool CountsPersons(const std::string& head);

// The name of a part: 招生总数 and 全日制 are 全日制招生数, 教学资源库数 and
// 省级 are 教学资源库数（省级）. Where the part has a measure of its own, it is
// its name, led by the whole's where that counts something else
// (`same_unit` false): 中外合作办学专业数 and 在校生数 are
// 中外合作办学专业在校生数.
std::string PartLabel(const std::string& whole, const std::string& part,
                      bool same_unit);

// Whether a part's name can be taken without its whole: it is named in full,
// and it is a part of the same things.
bool StandsAlone(const std::string& whole, const std::string& part,
                 bool same_unit);

// A name that only qualifies persons, with the persons that the table counts:
// 高级职称 → 高级职称教师, 硕士及以上 → 硕士及以上学历教师. Other names are
// returned as they are.
std::string WithPersons(const std::string& name, const std::string& persons);

// Whether two names have so much in common that one may stand for the other:
// one is in the other, or a third of the shorter is. 毕业人数 and 毕业生总数
// are alike, 学业水平考试合格率 and 学生文化基础课合格率 are not.
bool AreAlike(const std::string& a, const std::string& b);

// The name of what is counted in `unit`: 食堂座位 in 个 is 食堂座位数. Names
// that say already how they count, and units of measurement, add nothing.
std::string NameOfCount(const std::string& name, const std::string& unit);

// What a figure below `head` counts where rows are prizes: 学生人数 →
// 获奖学生数.
std::string OfPrizes(const std::string& head);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_TABLE_LABELS_H_
