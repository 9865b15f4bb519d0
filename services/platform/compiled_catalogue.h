// The catalogue that programs carry.
#ifndef NIANBAO_SERVICES_PLATFORM_COMPILED_CATALOGUE_H_
#define NIANBAO_SERVICES_PLATFORM_COMPILED_CATALOGUE_H_

#include <string_view>

namespace nianbao::platform {

// A catalogue without errors in the form that loads quickest.
struct CompiledCatalogue {
  // Of the folder that it was compiled from.
  std::string_view revision;
  // All definitions as one serialized message.
  std::string_view content;
};

// What deploy/catalogue held when the program was built.
CompiledCatalogue DeployedCatalogue();

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_COMPILED_CATALOGUE_H_
