// Sentences of rules and standards.
#include "services/validation/message_tables.h"

namespace nianbao::validation {
namespace {

constexpr MessageRow kRows[] = {
    {MessageId::kRuleFits,
     "{title}（{year}年）：{relation}；填报{reported}，计算{computed}，相符。",
     "{title} ({year}): {relation}; reported {reported}, computed {computed}, "
     "which fits."},
    {MessageId::kRuleRounded,
     "{title}（{year}年）末位有出入：{relation}；填报{reported}，"
     "计算{computed}。",
     "{title} ({year}), the last digit is off: {relation}; reported "
     "{reported}, computed {computed}."},
    {MessageId::kRuleWrong,
     "{title}（{year}年）不成立：应有{relation}；填报{reported}，"
     "计算{computed}（真值范围{interval}）。",
     "{title} ({year}) does not hold: {relation}; reported {reported}, "
     "computed {computed} (true values {interval})."},
    {MessageId::kRuleUndecided, "{title}（{year}年）未能判定：{relation}。",
     "{title} ({year}) is undecided: {relation}."},
    {MessageId::kRuleReasonVague, "所用数字是约数。",
     "A figure is only approximate."},
    {MessageId::kRuleReasonDivisor, "除数可能为零，或数字无法解读。",
     "A divisor may be zero, or a figure can't be read."},
    {MessageId::kRuleReasonUnit,
     "{title}填作{figure}，单位与指标不符，不能换算。",
     "{title} is given as {figure}, whose unit does not convert."},
    {MessageId::kRuleReasonOther,
     "报告中{label}另有{figure}，取这个数字时成立；先统一该指标。",
     "The report also gives {figure} for {label}, with which it holds; settle "
     "that figure first."},
    {MessageId::kRuleReasonAlternative,
     "该指标另有一种算法，按那种算法已相符。",
     "The indicator can be computed another way, which fits."},
    {MessageId::kRuleBlank, "{year}年未填：{blanks}。",
     "Blank in {year}: {blanks}."},
    {MessageId::kRuleNoFacts, "所用指标均未填报。",
     "None of its figures is in the report."},
    {MessageId::kRuleOtherEdition, "不适用于{edition}版。",
     "Does not apply to edition {edition}."},
    {MessageId::kRuleUsual,
     "{title}（{year}年）：在通常范围内，所用的数为{figures}。",
     "{title} ({year}): usual; the figures are {figures}."},
    {MessageId::kRuleUnusual,
     "{title}（{year}年）：不在通常范围内，所用的数为{figures}。",
     "{title} ({year}): unusual; the figures are {figures}."},
    {MessageId::kRuleOtherClass, "不适用于这类学校。",
     "Does not apply to schools of this class."},
    {MessageId::kRuleUnknownClass, "只适用于某些类型的学校，本校类型不明。",
     "Applies to some classes of school only; the school's is not known."},
    {MessageId::kRuleOtherLevel, "不适用于这一级的报告。",
     "Does not apply to reports of this level."},
    {MessageId::kStandardMet, "{title}：{reported}，达标（{limit}）。",
     "{title}: {reported} meets the standard ({limit})."},
    {MessageId::kStandardMissed, "{title}：{reported}，未达标（{limit}）。",
     "{title}: {reported} misses the standard ({limit})."},
    {MessageId::kStandardBlank, "{title}：{year}年未填报所用数字，未判定。",
     "{title}: its figures for {year} are not in the report."},
    {MessageId::kStandardInstruction,
     "核对数字；如属实，请说明未达标的原因和措施。",
     "Check the figure; if it is right, explain why the standard is missed."},
};

}  // namespace

std::span<const MessageRow> RuleMessages() { return kRows; }

}  // namespace nianbao::validation
