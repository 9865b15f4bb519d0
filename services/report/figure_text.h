// How a report prints the figure of a fact.
#ifndef NIANBAO_SERVICES_REPORT_FIGURE_TEXT_H_
#define NIANBAO_SERVICES_REPORT_FIGURE_TEXT_H_

#include <optional>
#include <string>

#include "nianbao/fact/v1/fact.pb.h"

namespace nianbao::report {

// The figure in `unit` without the unit's name, as a table prints it: digits
// as they were printed, with 万 or 亿 where the figure has it, converted
// exactly where it has another unit of the same kind, and with the words of its
// hedge. A figure that does not convert keeps its own unit's name.
std::string FigureText(const nianbao::fact::v1::Figure& figure,
                       const std::string& unit);

// The exact decimal of a figure in `unit` for a chart; N of a ratio N:1.
// Nothing where it is no number or does not convert.
std::optional<std::string> ChartValue(const nianbao::fact::v1::Figure& figure,
                                      const std::string& unit);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_FIGURE_TEXT_H_
