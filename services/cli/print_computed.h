// Computed indicators, printed for people.
#ifndef NIANBAO_SERVICES_CLI_PRINT_COMPUTED_H_
#define NIANBAO_SERVICES_CLI_PRINT_COMPUTED_H_

#include <string>

#include "nianbao/metrics/v1/metrics.pb.h"
#include "services/cli/paint.h"

namespace nianbao::cli {

// The computed figures, how the school stands to each standard, and what could
// not be computed, with the reason.
std::string ComputedText(
    const nianbao::metrics::v1::ComputeIndicatorsResponse& computed,
    const PrintStyle& style);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_PRINT_COMPUTED_H_
