// Sentences of other submissions.
#include "services/validation/message_tables.h"

namespace nianbao::validation {
namespace {

constexpr MessageRow kRows[] = {
    {MessageId::kRestatementFits,
     "{label}{year}年：上年栏{now}，上年报告{before}，相符。",
     "{label_en} in {year}: {now} in last year's column, {before} in last "
     "year's report, which fits."},
    {MessageId::kRestatementRounded,
     "{label}{year}年末位有出入：上年栏{now}，上年报告{before}。",
     "{label_en} in {year}, the last digit is off: {now} in last year's "
     "column, "
     "{before} in last year's report."},
    {MessageId::kRestatementWrong,
     "{label}{year}年的数与上年报告不一致：上年栏写{now}，上年报告写{before}"
     "（{submission}{place}）。",
     "{label_en} in {year} differs from last year's report: {now} in last "
     "year's column, {before} there ({submission}{place_en})."},
    {MessageId::kRestatementUndecided,
     "{label}{year}年：上年栏{now}，上年报告{before}，未能判定是否一致。",
     "{label_en} in {year}: {now} in last year's column, {before} in last "
     "year's report; whether they agree is undecided."},
    {MessageId::kRestatementReasonHedge, "其中有约数。",
     "One of them is only approximate."},
    {MessageId::kRestatementReasonTitle,
     "两版的指标名称不同（上年：{before}），口径可能有变。",
     "The two editions name the indicator differently (last year: {before}); "
     "its definition may have changed."},
    {MessageId::kRestatementInstruction,
     "核对上年栏；如对上年数有更正，请在报告中说明更正的原因。",
     "Check last year's column; if last year's figure was corrected, say why."},
    {MessageId::kRestatementNoEarlier, "没有本校上一年度的报送可比。",
     "There is no submission of the school for the year before."},
    {MessageId::kRestatementNoColumn,
     "报告没有上年栏，或上年报送中没有相同的指标。",
     "The report has no column of last year, or last year's submission has "
     "none "
     "of its indicators."},
    {MessageId::kHistoryUsual,
     "{label}{year}年{reported}，与本校往年相近（往年{count}个数，中位数"
     "{median}）。",
     "{label_en} in {year} is {reported}, close to the school's earlier years "
     "({count} figures, median {median})."},
    {MessageId::kHistoryUnusual,
     "{label}{year}年{reported}，与本校往年相差较大：往年{count}个数的中位数为"
     "{median}，常见范围{range}。",
     "{label_en} in {year} is {reported}, far from the school's earlier years: "
     "the median of {count} figures is {median}, usual is {range}."},
    {MessageId::kPeersUsual,
     "{label}{year}年{reported}，与同类学校相近（{count}所学校，中位数"
     "{median}）。",
     "{label_en} in {year} is {reported}, close to other schools ({count} "
     "schools, median {median})."},
    {MessageId::kPeersUnusual,
     "{label}{year}年{reported}，与同类学校相差较大：{count}所学校的中位数为"
     "{median}，常见范围{range}。",
     "{label_en} in {year} is {reported}, far from other schools: the median "
     "of "
     "{count} schools is {median}, usual is {range}."},
    {MessageId::kOutlierFew, "可比的数不足{least}个，未作比较。",
     "Fewer than {least} figures to compare with."},
};

}  // namespace

std::span<const MessageRow> SubmissionMessages() { return kRows; }

}  // namespace nianbao::validation
