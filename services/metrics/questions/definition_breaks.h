// What sets an indicator apart from itself in another edition.
#ifndef NIANBAO_SERVICES_METRICS_QUESTIONS_DEFINITION_BREAKS_H_
#define NIANBAO_SERVICES_METRICS_QUESTIONS_DEFINITION_BREAKS_H_

#include <vector>

#include "nianbao/catalogue/v1/catalogue.pb.h"
#include "nianbao/metrics/v1/trends.pb.h"

namespace nianbao::metrics {

// Breaks between two editions that the catalogue knows of: the indicator is not
// part of one of them, or has another title, note or row of a table there. An
// indicator without any revision is the same in all.
std::vector<nianbao::metrics::v1::Break> DefinitionBreaks(
    const nianbao::catalogue::v1::Indicator& indicator,
    const nianbao::catalogue::v1::Edition& before,
    const nianbao::catalogue::v1::Edition& after);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_QUESTIONS_DEFINITION_BREAKS_H_
