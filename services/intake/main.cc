// nianbao-intake: intake as a server of its own.
#include <string>
#include <vector>

#include "services/intake/intake_module.h"
#include "services/platform/program.h"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return nianbao::platform::RunProgram(
      {"nianbao-intake", "127.0.0.1:8701",
       nianbao::platform::StartModule(nianbao::intake::IntakeModule::Create)},
      arguments);
}
