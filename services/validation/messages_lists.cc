// Sentences of lists, orders and places.
#include "services/validation/message_tables.h"

namespace nianbao::validation {
namespace {

constexpr MessageRow kRows[] = {
    {MessageId::kLine, "（第{lines}行）", " (line {lines})"},
    {MessageId::kLines, "（见第{lines}行）", " (see lines {lines})"},
    {MessageId::kSpanFits, "自{start}年起历时{span}年：{formula}，相符。",
     "{span} years since {start}: {formula}, which fits."},
    {MessageId::kSpanUndecided, "自{start}年起写作{span}年：{formula}。",
     "{span} years are stated since {start}: {formula}."},
    {MessageId::kSpanReason, "从哪一年算起、算到哪一年未写明。",
     "From which year to which it is counted is not stated."},
    {MessageId::kCountFits, "“{count}{noun}”与所列{listed}个相符：{items}。",
     "{count} {noun} are stated and {listed} are listed, which fits: {items}."},
    {MessageId::kCountWrong, "“{count}{noun}”与所列{listed}个不符：{items}。",
     "{count} {noun} are stated, but {listed} are listed: {items}."},
    {MessageId::kCountInstruction, "核对个数与所列各项，改正其一。",
     "Check the number and the list, and correct one of them."},
    {MessageId::kRowsFit, "{stated}与表中“{level}”的{rows}行相符。",
     "{stated} is the number of rows of {level} in the table: {rows}."},
    {MessageId::kRowPeopleFits, "{stated}与同行所列{listed}人相符：{items}。",
     "{stated} is as many as its row lists: {items}."},
    {MessageId::kRowPeopleUndecided,
     "{stated}与同行所列{listed}人不等：{items}。",
     "{stated} is not as many as its row lists: {listed}, {items}."},
    {MessageId::kRowPeopleReason, "同行是否列出全部人员未写明。",
     "Whether the row lists them all is not stated."},
    {MessageId::kCountBroken, "{count}不是整数，人和物按整数计。",
     "{count} is no whole number, as people and things are counted."},
    {MessageId::kCountBrokenInstruction, "核对小数点和单位。",
     "Check the decimal point and the unit."},
    {MessageId::kNumbersFit, "表中序号1至{last}连续，共{listed}行。",
     "The rows of the table are numbered 1 to {last} without a gap: {listed} "
     "rows."},
    {MessageId::kNumbersBroken, "表中序号到{last}，实有{listed}行。",
     "The rows of the table are numbered up to {last}, but there are "
     "{listed}."},
    {MessageId::kNumbersReason, "序号是否连续编排、表格是否完整，无法确定。",
     "Whether the numbers were meant to run on and the table is complete is "
     "not certain."},
    {MessageId::kOrderFits, "{relation}，相符。", "{relation}, which holds."},
    {MessageId::kOrderWrong, "大小与所述不符：应有{relation}。",
     "The order that the text states does not hold: {relation}."},
    {MessageId::kMostFits, "{stated}在表中各行为最多，相符。",
     "{stated} is the most in the table, as the text says."},
    {MessageId::kMostRiseWrong,
     "原文说增加最多的是{stated}，而表中{first}增加更多。",
     "The text says that {stated} is the largest rise, but the table has "
     "{first}."},
    {MessageId::kMostFallWrong,
     "原文说减少最多的是{stated}，而表中{first}减少更多。",
     "The text says that {stated} is the largest fall, but the table has "
     "{first}."},
    {MessageId::kOrderUndecided, "{relation}：未能判定。",
     "{relation} is undecided."},
    {MessageId::kOrderReason, "两个数字的口径或单位是否相同未写明。",
     "Whether both figures are of the same kind is not stated."},
    {MessageId::kOrderInstruction, "核对两个数字和比较的说法。",
     "Check both figures and the comparison."},
};

}  // namespace

std::span<const MessageRow> ListMessages() { return kRows; }

}  // namespace nianbao::validation
