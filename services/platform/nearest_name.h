// Suggestions for misspelt names.
#ifndef NIANBAO_SERVICES_PLATFORM_NEAREST_NAME_H_
#define NIANBAO_SERVICES_PLATFORM_NEAREST_NAME_H_

#include <string>
#include <string_view>
#include <vector>

namespace nianbao::platform {

// The name of `known` that takes the fewest edits to make from `name`; the
// first of equals. Empty where there is none.
std::string NearestName(std::string_view name,
                        const std::vector<std::string>& known);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_NEAREST_NAME_H_
