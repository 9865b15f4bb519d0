// Sentences of shares and rates.
#include "services/validation/message_tables.h"

namespace nianbao::validation {
namespace {

constexpr MessageRow kRows[] = {
    {MessageId::kShareFits, "{part}占{whole}的{share}：{formula}，相符。",
     "{part} of {whole} is {share}: {formula}, which fits."},
    {MessageId::kShareRounded,
     "占比末位有出入：{part}占{whole}，写作{share}；{formula}。",
     "The last digit of the share is off: {part} of {whole} is printed as "
     "{share}; {formula}."},
    {MessageId::kShareWrong,
     "占比与人数不符：{part}占{whole}，写作{share}；{formula}，"
     "而{share}只能来自{reported}之间的比例，相差{gap}个百分点。",
     "The share does not fit the counts: {part} of {whole} is printed as "
     "{share}; {formula}, but {share} stands for a share within {reported}, "
     "{gap} points off."},
    {MessageId::kShareUndecided, "{part}占比{share}：未能确定以什么为总数。",
     "{part} is {share} of something that the text does not settle."},
    {MessageId::kShareReasonBases,
     "以{bases}为总数都不吻合，占比的总数未写明。",
     "None of {bases} fits as the whole, and the text names no base."},
    {MessageId::kShareReasonNoBase, "占比的总数未写明。",
     "The text does not state the whole."},
    {MessageId::kShareInstruction, "核对人数、总数和占比，三者必须一致。",
     "Check the part, the whole and the share; the three must fit."},
    {MessageId::kShareAboveWhole, "{share}超过100%，占比不可能大于全部。",
     "{share} is above 100 %; a share is never more than the whole."},
    {MessageId::kSharesFit, "{items}合计100%：{formula}，相符。",
     "{items} make 100%: {formula}, which fits."},
    {MessageId::kSharesWrong,
     "各部分占比之和不是100%：{items}；{formula}（另一年恰为100%）。",
     "The shares do not make 100%: {items}; {formula} (in another year they "
     "do)."},
    {MessageId::kRateFits, "{rate}：{formula}，相符。",
     "{rate}: {formula}, which fits."},
    {MessageId::kRateRounded, "{rate}末位有出入：{formula}。",
     "The last digit of {rate} is off: {formula}."},
    {MessageId::kRateWrong, "{rate}与表中人数不符：{formula}（其余各行相符）。",
     "{rate} does not fit the counts of its row: {formula} (the other rows "
     "fit)."},
    {MessageId::kRateOff, "{rate}与所述数字不符：{formula}。",
     "{rate} does not fit the figures of its sentence: {formula}."},
    {MessageId::kRateAttainable, "{rate}可由{whole}的整数人数得出：{formula}。",
     "{whole} gives a whole number for {rate}: {formula}."},
    {MessageId::kRateUnattainable,
     "{rate}不能由{whole}的整数人数得出：{formula}（其余各行均能）。",
     "No whole number of {whole} gives {rate}: {formula} (in the other rows "
     "one does)."},
    {MessageId::kRateEarlier,
     "{rate}不能由{whole}的整数人数得出：{formula}（本年的比率以同一指标为分母"
     "）。",
     "No whole number of {whole} gives {rate}: {formula} (this year's rate is "
     "a "
     "share of the same indicator)."},
    {MessageId::kRangeFits, "{mean}在表中各数范围{range}之内，相符。",
     "{mean} lies within {range} of the table."},
    {MessageId::kRangeUndecided, "{mean}不在表中各数范围{range}之内。",
     "{mean} lies outside {range} of the table."},
    {MessageId::kRangeReason, "表格是否包括全部、口径是否相同未写明。",
     "Whether the table is complete and counts the same is not stated."},
    {MessageId::kAttainableFits,
     "{title}（{year}年）：{reported}可由整数人数得出（{computed}）。",
     "{title} ({year}): whole numbers of people give {reported} "
     "({computed})."},
    {MessageId::kAttainableRounded,
     "{title}（{year}年）末位有出入：人数{computed}时，只有不四舍五入才能得出"
     "{reported}。",
     "{title} ({year}), the last digit is off: with a group {computed}, whole "
     "numbers of people give {reported} only where it is cut off."},
    {MessageId::kAttainableWrong,
     "{title}（{year}年）：人数{computed}时，没有整数人数能得出{reported}。",
     "{title} ({year}): with a group {computed}, no whole number of people "
     "gives {reported}."},
};

}  // namespace

std::span<const MessageRow> ShareMessages() { return kRows; }

}  // namespace nianbao::validation
