// Phrases of figures that are put in order, or complete themselves by what is
// said near them.
#ifndef NIANBAO_SERVICES_INTAKE_READING_OWN_PHRASES_H_
#define NIANBAO_SERVICES_INTAKE_READING_OWN_PHRASES_H_

#include <string>
#include <vector>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/figure_scanner.h"
#include "services/intake/reading/said.h"

namespace nianbao::intake {

// `phrase` of the figure at `said.at` in `said.unit`, told in full:
// 还差 behind 实训工位 is 实训工位缺口, 退休 behind 招聘新教师 is 退休教师, and
// 专业课教师到企业实践 in 人 are 到企业实践专业课教师.
std::u32string TellInFull(std::u32string phrase, const Said& said,
                          const SaidSoFar& before);

// 投入60万元，加强创客空间建设: what the money of a bare verb is spent on, with
// the verb behind; `phrase` itself where nothing says so. `end` is the
// character behind the figure.
std::u32string WithPurpose(const std::u32string& phrase, const Chars& text,
                           int end);

// 按生均300元发放实习补贴: what the money of `phrase`, which names nothing or
// an amount for each, is granted as; `phrase` itself where nothing says so.
std::u32string WithGrant(const std::u32string& phrase, const Chars& text,
                         int end);

// Whether the phrase is an amount for each of a grant: 生均实习补贴.
bool NamesGrant(std::u32string_view phrase);

// `noun` of money without words of its own, told to be the amount for each, as
// 6000元/生, or the total behind such a one: 每人500元，共计7000元.
std::u32string AsGranted(const std::u32string& noun, const Chars& text,
                         const std::vector<Number>& numbers, std::size_t index);

// What the clause before the one of character `at` names, within its sentence;
// empty where there is none or it holds digits.
std::u32string ClauseBefore(const Chars& text, int at);

// 健康测试应测 → 健康测试, where the sentence tells of nobody else who really
// was tested.
std::u32string WithoutDue(std::u32string phrase, const Chars& text, int at);

// The verb or trial that things joined by 、 share: 捐赠图书1.1万册、电脑40台.
// Empty where the thing before has none, or nothing joins them.
std::string SharedLead(const Chars& text, int at, const SaidSoFar& before);

// 学生满不满意？学生问卷的结果是95.8%: the outcome of a survey of which the
// text before `at` says that it asks how content people are, as 满意度. Other
// phrases stay unchanged.
std::u32string AsSatisfaction(std::u32string phrase, const Chars& text, int at);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_OWN_PHRASES_H_
