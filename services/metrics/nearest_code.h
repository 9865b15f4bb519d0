// What somebody who wrote an unknown code may have meant.
#ifndef NIANBAO_SERVICES_METRICS_NEAREST_CODE_H_
#define NIANBAO_SERVICES_METRICS_NEAREST_CODE_H_

#include <string>
#include <vector>

namespace nianbao::metrics {

// Up to three of `known` that are most like `code`, the likeliest first: they
// contain it, or are a few typing errors away. Empty where none is like it.
std::vector<std::string> NearestCodes(const std::string& code,
                                      const std::vector<std::string>& known);

}  // namespace nianbao::metrics

#endif  // NIANBAO_SERVICES_METRICS_NEAREST_CODE_H_
