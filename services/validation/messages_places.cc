// Sentences of one thing in two places.
#include "services/validation/message_tables.h"

namespace nianbao::validation {
namespace {

constexpr MessageRow kRows[] = {
    {MessageId::kSameFits, "{label}（{period}）在{count}处一致：{figure}。",
     "{label} ({period}) agrees in {count} places: {figure}."},
    {MessageId::kSameRounded,
     "同一指标末位有出入：{label}（{period}），此处{odd}，另{count}处{figure}"
     "。",
     "{label} ({period}) differs in its last digit: {odd} here, {figure} in "
     "{count} other place(s)."},
    {MessageId::kSameWrong,
     "同一指标前后不一致：{label}（{period}），此处{odd}，另{count}处{figure}"
     "。",
     "{label} ({period}) is not the same everywhere: {odd} here, {figure} in "
     "{count} other place(s)."},
    {MessageId::kSameUndecided,
     "{label}（{period}）：此处{odd}，另{count}处{figure}"
     "，口径是否相同未写明。",
     "{label} ({period}): {odd} here, {figure} in {count} other place(s); they "
     "may not be of the same thing."},
    {MessageId::kSameReasonLabel, "名称相同，但统计范围和时间是否相同未写明。",
     "The names are the same; whether scope and date are is not stated."},
    {MessageId::kSameReasonHedge, "其中有约数，不能据此判定。",
     "One of them is approximate and settles nothing."},
    {MessageId::kSameReasonFar, "两数相差较大，可能统计范围不同。",
     "The figures are far apart; they may be of different things."},
    {MessageId::kSameInstruction, "查明哪一个数字正确，并使各处一致。",
     "Find out which figure is right and use it everywhere."},
    {MessageId::kCohortFits,
     "{label}：{year}届{cohort}与{period}的{figure}相符（{period}毕业的即"
     "{year}届）。",
     "{label}: {cohort} of the cohort of {year} is what {period} has, at whose "
     "end it leaves: {figure}."},
    {MessageId::kCohortWrong,
     "同一届前后不一致：{label}，{year}届写作{cohort}，{period}写作{figure}"
     "（{period}毕业的即{year}届）。",
     "{label}: {cohort} for the cohort of {year}, but {figure} for {period}, "
     "at whose end it leaves."},
    {MessageId::kCohortInstruction, "核对两处是否同一届，并使两处一致。",
     "Check that both are of one cohort and use one figure."},
};

}  // namespace

std::span<const MessageRow> PlaceMessages() { return kRows; }

}  // namespace nianbao::validation
