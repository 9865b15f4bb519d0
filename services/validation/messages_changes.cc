// Sentences of changes, ratios and figures per head.
#include "services/validation/message_tables.h"

namespace nianbao::validation {
namespace {

constexpr MessageRow kRows[] = {
    {MessageId::kChangeFits,
     "{label}由{before}到{now}，变化{change}：{formula}，相符。",
     "{label} went from {before} to {now}, a change of {change}: {formula}, "
     "which fits."},
    {MessageId::kChangeRounded,
     "变化的末位有出入：{label}由{before}到{now}，变化写作{change}；{formula}"
     "。",
     "The last digit of the change is off: {label} went from {before} to "
     "{now}, and the change is printed as {change}; {formula}."},
    {MessageId::kChangePoints,
     "“个百分点”应为“%”：{label}不是百分数，由{before}到{now}，变化写作"
     "{change}；{formula}。",
     "Points are printed for per cent: {label} is no percentage; it went from "
     "{before} to {now}, but the change is printed as {change}; {formula}."},
    {MessageId::kChangeWrong,
     "变化与两年数字不符：{label}由{before}到{now}，变化写作{change}；{formula}"
     "。",
     "The change does not fit the two figures: {label} went from {before} to "
     "{now}, but the change is printed as {change}; {formula}."},
    {MessageId::kChangeUndecided, "{label}：变化{change}无法核对。",
     "{label}: the change of {change} can't be checked."},
    {MessageId::kChangeReasonNoBefore, "报告中没有找到比较前的数字。",
     "The report does not state the earlier figure."},
    {MessageId::kChangeReasonSubject, "比较的是哪两个数字，原文未写明。",
     "The text does not settle which two figures are compared."},
    {MessageId::kChangeReasonPercent,
     "百分数的变化写作“%”，是百分点还是相对变化未写明。",
     "A change of percentages printed with % may be points or relative."},
    {MessageId::kChangeInstruction, "核对本年数、上年数和变化，三者必须一致。",
     "Check this year's figure, last year's and the change; they must fit."},
    {MessageId::kSteadyFits, "{now}与{before}持平，相符。",
     "{now} equals {before}, as the text says."},
    {MessageId::kSteadyUndecided, "原文说持平，而{now}与{before}不等。",
     "The text says there was no change, but {now} is not {before}."},
    {MessageId::kSteadyReason, "“持平”可以指大致相等。",
     "No change may mean nearly no change."},
    {MessageId::kRatioFits, "{above}与{below}之比为{ratio}：{formula}，相符。",
     "{above} to {below} is {ratio}: {formula}, which fits."},
    {MessageId::kRatioRounded,
     "比值末位有出入：{above}与{below}，写作{ratio}；{formula}。",
     "The last digit of the ratio is off: {above} to {below} is printed as "
     "{ratio}; {formula}."},
    {MessageId::kRatioWrong,
     "比值不符：{above}与{below}，写作{ratio}；{formula}。",
     "The ratio does not fit: {above} to {below} is printed as {ratio}; "
     "{formula}."},
    {MessageId::kRatioInstruction, "核对两个人数和比值。",
     "Check both counts and the ratio."},
    {MessageId::kPerHeadFits,
     "{result}：{amount}除以{students}，{formula}，相符。",
     "{result}: {amount} by {students}, {formula}, which fits."},
    {MessageId::kPerHeadRounded,
     "生均数末位有出入：{result}；{amount}除以{students}，{formula}。",
     "The last digit is off: {result}; {amount} by {students}, {formula}."},
    {MessageId::kPerHeadWrong,
     "生均数不符：{result}；{amount}除以{students}，{formula}。",
     "The figure per student does not fit: {result}; {amount} by {students}, "
     "{formula}."},
    {MessageId::kPerHeadInstruction, "核对总量、学生数和生均数，三者必须一致。",
     "Check the amount, the students and the figure per student."},
    {MessageId::kPerHeadUndecided,
     "{result}不是{amount}除以{students}所得（{formula}）。",
     "{result} is not {amount} by {students} ({formula})."},
    {MessageId::kPerPersonWrong,
     "人均数不符：{result}；{amount}除以{students}，{formula}。",
     "The figure per person does not fit: {result}; {amount} by {students}, "
     "{formula}."},
    {MessageId::kPerPersonRounded,
     "人均数末位有出入：{result}；{amount}除以{students}，{formula}。",
     "The last digit per person is off: {result}; {amount} by {students}, "
     "{formula}."},
    {MessageId::kPerPersonInstruction, "核对总量、人数和人均数，三者必须一致。",
     "Check the amount, the people and the figure per person."},
    {MessageId::kPerHeadReason, "以哪一年、哪一时点的学生数为分母未写明。",
     "Which students divide, of which year and date, is not stated."},
};

}  // namespace

std::span<const MessageRow> ChangeMessages() { return kRows; }

}  // namespace nianbao::validation
