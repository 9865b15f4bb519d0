// Names composed of what was said before and a figure's own words.
#ifndef NIANBAO_SERVICES_INTAKE_READING_COMPOSED_NAMES_H_
#define NIANBAO_SERVICES_INTAKE_READING_COMPOSED_NAMES_H_

#include <string>

namespace nianbao::intake {

// Whether figures in `unit` may be shares: %, ‰, 成.
bool IsShareUnit(const std::string& unit);

// A value of a dimension in normal form: 省级及以上 → 省级以上.
std::string NormalValue(const std::u32string& value);

// An attribute on its topic: 参加学生 on 社团 is 参加社团学生; others stand
// behind.
std::u32string WithAttribute(const std::u32string& topic,
                             const std::u32string& attribute);

// What 占 stands between; `whole` may be empty.
struct SharedWords {
  std::u32string part;
  std::u32string whole;
};

// Takes the words before a share apart: 团员占学生的比例 → 团员, 学生.
SharedWords SplitShare(std::u32string words);

// Cuts adverbs before 占, which are no part of anything: 虽只, 仅.
void CutShareAdverbs(std::u32string& part);

// A catalogue's title without its word for a count, folded:
// 学校推荐实习学生数 → 学校推荐实习学生.
std::u32string WithoutMeasure(const std::string& title);

// The label of a thing counted in `unit`: with its measure and without 的.
std::string LabelOfThing(std::u32string noun, const std::string& unit);

// The same with the part in brackets behind.
std::string LabelOfPart(const std::u32string& noun, const std::u32string& part,
                        const std::string& unit);

// Pupils of a sex among a whole: 男生 of 全日制在校生 is 在校男生.
std::u32string OfSex(const std::u32string& whole, const std::u32string& sex);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_COMPOSED_NAMES_H_
