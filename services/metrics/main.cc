// nianbao-metrics: metrics as a server of its own.
#include <string>
#include <vector>

#include "services/metrics/metrics_module.h"
#include "services/platform/program.h"

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return nianbao::platform::RunProgram(
      {"nianbao-metrics", "127.0.0.1:8703",
       nianbao::platform::StartModule(nianbao::metrics::MetricsModule::Create)},
      arguments);
}
