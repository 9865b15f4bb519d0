// nianbao-validation: validation as a server of its own.
#include <string>
#include <vector>

#include "services/platform/program.h"
#include "services/validation/validation_module.h"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return nianbao::platform::RunProgram(
      {"nianbao-validation", "127.0.0.1:8702",
       nianbao::platform::StartModule(
           nianbao::validation::ValidationModule::Create)},
      arguments);
}
