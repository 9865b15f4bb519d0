// Pairs of counts that come again in other words.
#ifndef NIANBAO_SERVICES_VALIDATION_ECHOED_FIGURES_H_
#define NIANBAO_SERVICES_VALIDATION_ECHOED_FIGURES_H_

#include <vector>

#include "services/validation/report_view.h"

namespace nianbao::validation {

// Own counts that no indicator names and that stand beside each other in two
// blocks with the same values and nouns: 11 and 12 of "11个专业试点12项证书"
// and "11个专业参与了12个证书的试点". One value alone may be chance. Each group
// has the places of one of the two counts.
std::vector<std::vector<const Datum*>> EchoedFigures(const ReportView& view);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_ECHOED_FIGURES_H_
