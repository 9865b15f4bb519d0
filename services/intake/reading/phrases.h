// Noun phrases: what of the words before a figure names the thing counted.
#ifndef NIANBAO_SERVICES_INTAKE_READING_PHRASES_H_
#define NIANBAO_SERVICES_INTAKE_READING_PHRASES_H_

#include <string>
#include <string_view>

namespace nianbao::intake {

// The words without agents, adverbs and verbs that only say that there is
// something: 学校另聘请行业企业兼职教师 → 行业企业兼职教师. Verbs that tell one
// count from another stay: 团委发展新团员 → 发展新团员.
std::u32string NounPhrase(std::u32string words);

// What stands behind a counted figure, as a noun phrase: in 名学生参加劳动周
// the students are those who take part, 参加劳动周学生. `all` where the words
// before the figure say that all are meant, so that the predicate narrows
// nothing.
std::u32string CountedPhrase(std::u32string_view words, bool all);

// How words of a figure hang on what was said before.
enum class Leaning {
  // They name a thing of their own.
  kNone,
  // There are none.
  kEmpty,
  // A value of a dimension: 国家级, 一等奖, 男生, 高二.
  kValue,
  // Something that happened to a thing said before: 合格, 通过, 参加学生.
  kAttribute,
  // An amount for each: 每人, 人均.
  kPerHead,
  // What came of a thing that the sentence said, in money: 收入, 折价.
  kAmount,
};

// How `phrase` leans, for a figure in `unit`.
Leaning LeaningOf(std::u32string_view phrase, std::string_view unit);

// The dimension of which a leaning value is one, such as "级别".
std::string DimensionOfValue(std::u32string_view value);

// What attributes said later belong to: 参加职业技能鉴定 → 职业技能鉴定,
// 参加岗位实习的学生 → 岗位实习.
std::u32string TopicOf(std::u32string phrase);

// Whether a phrase only says that something is counted: 总数, 金额.
bool IsAmount(std::u32string_view words);

// Whether it is a verb that tells one count from another: 发放, 整改.
bool IsTellingVerb(std::u32string_view phrase);

// The word for persons that the phrase ends in; empty where it ends in none.
std::u32string_view PersonsOf(std::u32string_view phrase);

// Whether the phrase ends in a word for persons.
bool NamesPersons(std::u32string_view phrase);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_PHRASES_H_
