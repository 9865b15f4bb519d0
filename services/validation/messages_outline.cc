// Sentences of the outline, and of codes and names.
#include "services/validation/message_tables.h"

namespace nianbao::validation {
namespace {

constexpr MessageRow kRows[] = {
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

}  // namespace

std::span<const MessageRow> OutlineMessages() { return kRows; }

}  // namespace nianbao::validation
