// Sentences of sums, parts and products.
#include "services/validation/message_tables.h"

namespace nianbao::validation {
namespace {

constexpr MessageRow kRows[] = {
    {MessageId::kSumFits, "{whole}由{items}组成：{formula}，相符。",
     "{whole} is made up of {items}: {formula}, which fits."},
    {MessageId::kSumWrong,
     "分项之和与总数不符：{whole}，分项为{items}；{formula}，相差{gap}。",
     "The parts do not add up: {whole}, parts {items}; {formula}, {gap} off."},
    {MessageId::kSumUndecided,
     "分项之和超过总数：{whole}，分项为{items}；{formula}，多出{gap}。",
     "The parts exceed the whole: {whole}, parts {items}; {formula}, {gap} "
     "more."},
    {MessageId::kSumReasonOverlap, "各分项可能互相重叠，原文未说明。",
     "The parts may overlap; the text does not say."},
    {MessageId::kSumInstruction,
     "核对总数与各分项；分项若有重叠，请在文中说明。",
     "Check the whole and its parts; say so where parts overlap."},
    {MessageId::kPartFits, "{items}不超过{whole}，相符。",
     "{items} is within {whole}."},
    {MessageId::kPartWrong, "部分大于总数：其中{items}，而{whole}。",
     "A part exceeds its whole: {items} of {whole}."},
    {MessageId::kFlowFits, "{result}与增减情况相符：{formula}。",
     "{result} fits what came and went: {formula}."},
    {MessageId::kFlowUndecided, "{result}与所列增减不相等：{formula}。",
     "{result} is not what the listed changes make: {formula}."},
    {MessageId::kFlowWrong, "{result}与所列增减不符：{formula}。",
     "{result} does not fit what came and went: {formula}."},
    {MessageId::kFlowInstruction, "核对期初数、增减数和期末数，必须平衡。",
     "Check what there was, what came, what went and what is left."},
    {MessageId::kFlowReason, "可能还有未写出的增减。",
     "There may be changes that the text leaves out."},
    {MessageId::kLevelFits, "{stated}与名单各行之和相符：{formula}。",
     "{stated} is what the rows of the list make: {formula}."},
    {MessageId::kLevelWrong,
     "{stated}与名单不符：名单中{level}各行之和为{formula}。",
     "{stated} is not what the list has: its rows of {level} make {formula}."},
    {MessageId::kLevelInstruction, "核对正文与名单，改正其一。",
     "Check the text and the list, and correct one of them."},
    {MessageId::kGapFits, "{gap}：{formula}，相符。",
     "{gap}: {formula}, which fits."},
    {MessageId::kGapWrong, "{gap}与{all}、{have}不符：{formula}。",
     "{gap} does not fit {all} and {have}: {formula}."},
    {MessageId::kGapInstruction, "核对现有数、应有数和缺口。",
     "Check what there is, what is needed and what is missing."},
    {MessageId::kProductFits, "{total}：{formula}，相符。",
     "{total}: {formula}, which fits."},
    {MessageId::kProductWrong, "合计与人数、标准不符：{total}，而{formula}。",
     "The total does not fit: {total} is printed, but {formula}."},
    {MessageId::kProductInstruction,
     "核对人数、标准和合计，注意单位是元还是万元。",
     "Check the count, the amount for each and the total, and its unit."},
    {MessageId::kMeanFits, "{mean}是表中各数的平均：{formula}，相符。",
     "{mean} is the mean of the table: {formula}, which fits."},
    {MessageId::kMeanUndecided, "{mean}不是表中各数的简单平均：{formula}。",
     "{mean} is not the plain mean of the table: {formula}."},
    {MessageId::kMeanWrong,
     "{mean}与各数的平均不符：{formula}（平均数应在各数之间，"
     "同一报告的另一年是简单平均）。",
     "{mean} is not the mean of its members: {formula} (a mean lies among "
     "them, and the report's other year is the plain mean)."},
    {MessageId::kMeanInstruction, "核对各数和平均数。",
     "Check the members and the mean."},
    {MessageId::kMeanReason, "平均可能按人数加权。",
     "The mean may be weighted by head count."},
    {MessageId::kTotalFits, "合计{total}：{formula}，相符。",
     "Total {total}: {formula}, which fits."},
    {MessageId::kTotalWrong, "合计与各项之和不符：合计{total}，而{formula}。",
     "The total does not fit: {total} is printed, but {formula}."},
    {MessageId::kTotalUndecided, "{total}与各行之和不等：{formula}。",
     "{total} is not the sum of the rows: {formula}."},
    {MessageId::kTotalReason, "该行是否为合计、表格是否完整，无法确定。",
     "Whether the row is a total of a complete table is not certain."},
    {MessageId::kTotalInstruction, "核对合计与各行数字。",
     "Check the total and the rows."},
};

}  // namespace

std::span<const MessageRow> SumMessages() { return kRows; }

}  // namespace nianbao::validation
