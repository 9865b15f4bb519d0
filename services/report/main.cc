// nianbao-report: report as a server of its own.
#include <string>
#include <vector>

#include "services/platform/program.h"
#include "services/report/report_module.h"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return nianbao::platform::RunProgram(
      {"nianbao-report", "127.0.0.1:8704",
       nianbao::platform::StartModule(nianbao::report::ReportModule::Create)},
      arguments);
}
