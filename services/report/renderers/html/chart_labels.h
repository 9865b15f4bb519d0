// Labels of a chart's categories.
#ifndef NIANBAO_SERVICES_REPORT_RENDERERS_HTML_CHART_LABELS_H_
#define NIANBAO_SERVICES_REPORT_RENDERERS_HTML_CHART_LABELS_H_

#include <cstddef>
#include <string>
#include <vector>

namespace nianbao::report::html {

// `text` in at most three lines of at most `width` characters; where that is
// too little, the last line ends in "…". At least one line.
std::vector<std::string> LabelLines(const std::string& text, std::size_t width);

}  // namespace nianbao::report::html

#endif  // NIANBAO_SERVICES_REPORT_RENDERERS_HTML_CHART_LABELS_H_
