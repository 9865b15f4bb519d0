// Sentences of hints.
#include "services/validation/message_tables.h"

namespace nianbao::validation {
namespace {

constexpr MessageRow kRows[] = {
    {MessageId::kHint,
     "{lines}{odd}应为{right}：{why}；改后{count}条不成立的关系都成立。",
     "{odd}{lines} should read {right}: {why}; {count} relation(s) that did "
     "not "
     "hold then hold."},
    {MessageId::kSlipNone, "只改这一个数，其余数字都不必动",
     "no other figure has to change"},
    {MessageId::kSlipStaleDenominator, "原数是以上年的{source}为分母算出的",
     "it was divided by last year's {source}"},
    {MessageId::kSlipWrongBase, "原数是以{source}为分母算出的",
     "it was divided by {source}"},
    {MessageId::kSlipNewAsBase,
     "原数是以{source}为分母算出的，增长率应以比较前的数为分母",
     "it was divided by {source}, the new figure, instead of the earlier one"},
    {MessageId::kSlipTruncated, "末位之后的数字被直接舍去，没有四舍五入",
     "further digits were cut off instead of rounded"},
    {MessageId::kSlipLastDigit, "末位差一", "the last digit is one off"},
    {MessageId::kSlipTransposed, "数字相同、次序不同，可能写颠倒了",
     "it has the same digits in another order"},
    {MessageId::kSlipWrongDigit, "只差一个数字，可能写错了",
     "one digit is another"},
    {MessageId::kSlipDroppedDigit, "少一个数字，可能漏写了",
     "a digit is missing"},
    {MessageId::kSlipExtraDigit, "多一个数字，可能多写了",
     "there is a digit too many"},
    {MessageId::kSlipScale, "只差位数，小数点或单位（如元与万元）可能有误",
     "it differs by a power of ten: the point or the unit may be wrong"},
    {MessageId::kSlipPercentForPoint, "写的是相对变化，不是百分点",
     "a relative change was printed for percentage points"},
    {MessageId::kSlipLeftOut, "合计少算了{source}",
     "the sum leaves out {source}"},
    {MessageId::kSlipDirection, "增减方向写反了", "up and down were mixed up"},
    {MessageId::kSlipCopied, "与上一行的数相同，可能是误抄",
     "it repeats the figure of the row above"},
    {MessageId::kSlipStaleFigure, "用了上年的{source}",
     "last year's {source} was used"},
};

}  // namespace

std::span<const MessageRow> HintMessages() { return kRows; }

}  // namespace nianbao::validation
