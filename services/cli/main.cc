// The command line.

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

#include "services/cli/command_line.h"
#include "services/cli/commands.h"
#include "services/cli/serve_command.h"

int main(int argc, char** argv) {
  // gRPC's core prints what our own errors say better.
  setenv("GRPC_VERBOSITY", "NONE", 0);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  try {
    if (!arguments.empty() && arguments.front() == "serve") {
      return nianbao::cli::RunServe({arguments.begin() + 1, arguments.end()});
    }
    return nianbao::cli::RunCommandLine(arguments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "nianbao: %s\n", error.what());
    return nianbao::cli::kExitFailed;
  }
}
