// Where a figure comes from, in words.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_HTML_SOURCE_WORDS_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_HTML_SOURCE_WORDS_H_

#include <string>

#include "nianbao/fact/v1/fact.pb.h"
#include "services/report/renderers/html/page_index.h"

namespace nianbao::report::html {

// The fact's label with its dimensions, such as "在校生数（护理，女）".
std::string LabelOf(const nianbao::fact::v1::Fact& fact);

// "原文第 476 行，表格", or the formula of a computed fact in words.
std::string OriginOf(const nianbao::fact::v1::Fact& fact,
                     const PageIndex& index);

// Label, figure, period and origin in one text, for the figure's tooltip.
std::string TooltipOf(const nianbao::fact::v1::Fact& fact,
                      const PageIndex& index);

// "错误 1", as the finding's own box is headed.
std::string FindingName(const FindingEntry& finding);

}  // namespace nianbao::report::html

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_HTML_SOURCE_WORDS_H_
