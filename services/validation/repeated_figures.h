// Figures that come again in the same words.
#ifndef NIANBAO_SERVICES_VALIDATION_REPEATED_FIGURES_H_
#define NIANBAO_SERVICES_VALIDATION_REPEATED_FIGURES_H_

#include <vector>

#include "services/validation/report_view.h"

namespace nianbao::validation {

// Own figures of running text that no indicator and no telling label names, in
// groups of the same value, unit, period and words around them, such as
// "学校推荐526人" in two sections. Each group stands in at least two blocks;
// they come in a fixed order.
std::vector<std::vector<const Datum*>> RepeatedFigures(const ReportView& view);

// Whether the data stand in at least two blocks.
bool InSeveralBlocks(const std::vector<const Datum*>& data);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_REPEATED_FIGURES_H_
