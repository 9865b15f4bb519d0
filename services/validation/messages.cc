#include "services/validation/messages.h"

#include <string_view>
#include <utility>

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::Text;

struct Sentence {
  MessageId id;
  std::string_view zh;
  std::string_view en;
};

// One row for each sentence; "{name}" is a place for a value.
constexpr Sentence kSentences[] = {
    {MessageId::kLine, "（第{lines}行）", " (line {lines})"},
    {MessageId::kLines, "（见第{lines}行）", " (see lines {lines})"},

    {MessageId::kShareFits, "{part}占{whole}的{share}：{formula}，相符。",
     "{part} of {whole} is {share}: {formula}, which fits."},
    {MessageId::kShareRounded,
     "占比末位有出入：{part}占{whole}，写作{share}；{formula}。",
     "The last digit of the share is off: {part} of {whole} is printed as "
     "{share}; {formula}."},
    {MessageId::kShareWrong,
     "占比与人数不符：{part}占{whole}，写作{share}；{formula}，"
     "而{share}只能来自{reported}之间的比例。",
     "The share does not fit the counts: {part} of {whole} is printed as "
     "{share}; {formula}, but {share} stands for a share within {reported}."},
    {MessageId::kShareUndecided, "{part}占比{share}：未能确定以什么为总数。",
     "{part} is {share} of something that the text does not settle."},
    {MessageId::kShareHintFigure, "{formula}，占比应写{figure}",
     "{formula}; the share should read {figure}"},
    {MessageId::kShareHintPart, "若{figure}无误，人数应为{count}",
     "if {figure} is right, the count should be {count}"},
    {MessageId::kShareHintLastYear, "可能用了上年的{whole}作分母：{formula}",
     "last year's {whole} may have been the base: {formula}"},
    {MessageId::kShareReasonBases,
     "以{bases}为总数都不吻合，占比的总数未写明。",
     "None of {bases} fits as the whole, and the text names no base."},
    {MessageId::kShareReasonNoBase, "占比的总数未写明。",
     "The text does not state the whole."},
    {MessageId::kShareInstruction, "核对人数、总数和占比，三者必须一致。",
     "Check the part, the whole and the share; the three must fit."},

    {MessageId::kSumFits, "{whole}由{items}组成：{formula}，相符。",
     "{whole} is made up of {items}: {formula}, which fits."},
    {MessageId::kSharesFit, "{items}合计100%：{formula}，相符。",
     "{items} make 100%: {formula}, which fits."},
    {MessageId::kSharesWrong,
     "各部分占比之和不是100%：{items}；{formula}（另一年恰为100%）。",
     "The shares do not make 100%: {items}; {formula} (in another year they "
     "do)."},
    {MessageId::kSumWrong,
     "分项之和与总数不符：{whole}，分项为{items}；{formula}，相差{gap}。",
     "The parts do not add up: {whole}, parts {items}; {formula}, {gap} off."},
    {MessageId::kSumUndecided,
     "分项之和超过总数：{whole}，分项为{items}；{formula}，多出{gap}。",
     "The parts exceed the whole: {whole}, parts {items}; {formula}, {gap} "
     "more."},
    {MessageId::kSumHintOne, "若其余数字无误，{item}应为{figure}",
     "if the other figures are right, {item} should be {figure}"},
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
    {MessageId::kFlowReason, "可能还有未写出的增减。",
     "There may be changes that the text leaves out."},
    {MessageId::kLevelFits, "{stated}与名单各行之和相符：{formula}。",
     "{stated} is what the rows of the list make: {formula}."},
    {MessageId::kLevelWrong,
     "{stated}与名单不符：名单中{level}各行之和为{formula}。",
     "{stated} is not what the list has: its rows of {level} make {formula}."},
    {MessageId::kLevelInstruction, "核对正文与名单，改正其一。",
     "Check the text and the list, and correct one of them."},

    {MessageId::kRateFits, "{rate}：{formula}，相符。",
     "{rate}: {formula}, which fits."},
    {MessageId::kRateRounded, "{rate}末位有出入：{formula}。",
     "The last digit of {rate} is off: {formula}."},
    {MessageId::kRateWrong, "{rate}与表中人数不符：{formula}（其余各行相符）。",
     "{rate} does not fit the counts of its row: {formula} (the other rows "
     "fit)."},
    {MessageId::kRateAttainable, "{rate}可由{whole}的整数人数得出：{formula}。",
     "{whole} gives a whole number for {rate}: {formula}."},
    {MessageId::kRateUnattainable,
     "{rate}不能由{whole}的整数人数得出：{formula}（其余各行均能）。",
     "No whole number of {whole} gives {rate}: {formula} (in the other rows "
     "one does)."},

    {MessageId::kRangeFits, "{mean}在表中各数范围{range}之内，相符。",
     "{mean} lies within {range} of the table."},
    {MessageId::kRangeUndecided, "{mean}不在表中各数范围{range}之内。",
     "{mean} lies outside {range} of the table."},
    {MessageId::kRangeReason, "表格是否包括全部、口径是否相同未写明。",
     "Whether the table is complete and counts the same is not stated."},
    {MessageId::kGapFits, "{gap}：{formula}，相符。",
     "{gap}: {formula}, which fits."},
    {MessageId::kGapWrong, "{gap}与{all}、{have}不符：{formula}。",
     "{gap} does not fit {all} and {have}: {formula}."},
    {MessageId::kGapInstruction, "核对现有数、应有数和缺口。",
     "Check what there is, what is needed and what is missing."},
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
    {MessageId::kOrderUndecided, "{relation}：未能判定。",
     "{relation} is undecided."},
    {MessageId::kOrderReason, "两个数字的口径或单位是否相同未写明。",
     "Whether both figures are of the same kind is not stated."},
    {MessageId::kOrderInstruction, "核对两个数字和比较的说法。",
     "Check both figures and the comparison."},

    {MessageId::kChangeFits, "{now}比{before}变化{change}：{formula}，相符。",
     "{now} against {before} changed by {change}: {formula}, which fits."},
    {MessageId::kChangeRounded,
     "变化的末位有出入：{now}比{before}，写作{change}；{formula}。",
     "The last digit of the change is off: {now} against {before} is printed "
     "as {change}; {formula}."},
    {MessageId::kChangeWrong,
     "变化与两年数字不符：{now}比{before}，写作{change}；{formula}。",
     "The change does not fit the two figures: {now} against {before} is "
     "printed as {change}; {formula}."},
    {MessageId::kChangeUndecided, "{label}：变化{change}无法核对。",
     "{label}: the change of {change} can't be checked."},
    {MessageId::kChangeHintFigure, "{formula}，应写{figure}",
     "{formula}; it should read {figure}"},
    {MessageId::kChangeHintNewBase, "可能误以{now}作分母，应以{before}作分母",
     "{now} may have been the base instead of {before}"},
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
    {MessageId::kPerHeadReason, "以哪一年、哪一时点的学生数为分母未写明。",
     "Which students divide, of which year and date, is not stated."},
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
    {MessageId::kSameHintSwapped,
     "{odd}与{figure}数字相同、次序不同，可能是笔误",
     "{odd} and {figure} have the same digits in another order"},
    {MessageId::kSameHintScale, "{odd}与{figure}只差位数，可能用错了单位",
     "{odd} and {figure} differ by a power of ten; the unit may be wrong"},
    {MessageId::kSameHintMost, "另{count}处均为{figure}",
     "{count} other places say {figure}"},
    {MessageId::kSameReasonLabel, "名称相同，但统计范围和时间是否相同未写明。",
     "The names are the same; whether scope and date are is not stated."},
    {MessageId::kSameReasonHedge, "其中有约数，不能据此判定。",
     "One of them is approximate and settles nothing."},
    {MessageId::kSameReasonFar, "两数相差较大，可能统计范围不同。",
     "The figures are far apart; they may be of different things."},
    {MessageId::kSameInstruction, "查明哪一个数字正确，并使各处一致。",
     "Find out which figure is right and use it everywhere."},

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
    {MessageId::kRuleHintFigure, "若其余数字无误，{title}应为{figure}",
     "if the other figures are right, {title} should be {figure}"},
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

    {MessageId::kStandardMet, "{title}：{reported}，达标（{limit}）。",
     "{title}: {reported} meets the standard ({limit})."},
    {MessageId::kStandardMissed, "{title}：{reported}，未达标（{limit}）。",
     "{title}: {reported} misses the standard ({limit})."},
    {MessageId::kStandardBlank, "{title}：{year}年未填报所用数字，未判定。",
     "{title}: its figures for {year} are not in the report."},
    {MessageId::kStandardInstruction,
     "核对数字；如属实，请说明未达标的原因和措施。",
     "Check the figure; if it is right, explain why the standard is missed."},
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
    {MessageId::kCodeFormerName, "{table}：“{printed}”是旧名，现称“{name}”。",
     "{table}: {printed} is a former name of {name}."},
    {MessageId::kCodeUnknownName, "{table}中没有“{printed}”。",
     "{table} has no {printed}."},
    {MessageId::kCodeUnknown, "{table}中没有代码{printed}。",
     "{table} has no code {printed}."},
    {MessageId::kCodeOtherName,
     "{table}中代码{code}是“{name}”，表中写作“{printed}”。",
     "In {table}, code {code} is {name}; the table says {printed}."},
    {MessageId::kCodeInstruction, "按现行目录核对代码和名称。",
     "Check code and name against the list in force."},
    {MessageId::kOutlineMissing, "缺少规定的部分：{title}。",
     "A required section is missing: {title}."},
    {MessageId::kOutlineInstruction,
     "按年度报告提纲补写该部分，或改用规定的标题。",
     "Add the section, or give it the heading that the outline asks for."},
    {MessageId::kOutlineRenamed, "提纲中的“{title}”在报告中写作“{printed}”。",
     "The outline's {title} is headed {printed} in the report."},
    {MessageId::kOutlineRenamedInstruction,
     "内容相同的，建议改用提纲的标题，便于审核。",
     "Where the content is the same, take the outline's heading."},
    {MessageId::kOutlineOrder,
     "“{title}”排在“{before}”之后，与提纲的次序相反。",
     "{title} stands behind {before}; the outline has them the other way "
     "round."},
    {MessageId::kOutlineOrderInstruction, "按提纲的次序调整章节。",
     "Put the sections into the outline's order."},
    {MessageId::kOutlineEmpty, "“{title}”只有标题，没有内容。",
     "{title} has a heading but no content."},
    {MessageId::kOutlineEmptyInstruction, "补写该部分的内容；没有的请写明。",
     "Write the section, or say that there is nothing to report."},
    {MessageId::kOutlineNoTable, "没有找到“{caption}”。",
     "The table {caption} was not found."},
    {MessageId::kOutlineNoTableInstruction,
     "按本版的表样附上该表，没有数据的格留空。",
     "Append the table as the edition has it; leave cells without data empty."},
    {MessageId::kOutlineBlankRows,
     "“{caption}”有{count}行没有{year}年的数：{rows}。",
     "{count} rows of {caption} have no figure for {year}: {rows}."},
    {MessageId::kOutlineBlankRowsInstruction,
     "核对是漏填还是确无数据；确无数据的留空，不要填0。",
     "Check whether they were forgotten; leave them empty where there is no "
     "data, do not write 0."},
};

std::string Filled(std::string_view sentence, const Args& args,
                   std::string Arg::* language) {
  std::string text;
  while (!sentence.empty()) {
    const std::size_t open = sentence.find('{');
    const std::size_t close = sentence.find('}');
    text += sentence.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::string_view name = sentence.substr(open + 1, close - open - 1);
    for (const Arg& arg : args) {
      if (arg.name == name) text += arg.*language;
    }
    sentence.remove_prefix(close + 1);
  }
  return text;
}

}  // namespace

Text Say(MessageId id, const Args& args) {
  Text text;
  for (const Sentence& sentence : kSentences) {
    if (sentence.id != id) continue;
    text.set_zh(Filled(sentence.zh, args, &Arg::zh));
    text.set_en(Filled(sentence.en, args, &Arg::en));
    break;
  }
  return text;
}

}  // namespace nianbao::validation
