// `nianbao serve`.
#ifndef NIANBAO_SERVICES_CLI_SERVE_COMMAND_H_
#define NIANBAO_SERVICES_CLI_SERVE_COMMAND_H_

#include <string>
#include <vector>

namespace nianbao::cli {

// Serves all four services as allinone::Serve does with `arguments`. Where
// nothing says where the catalogue is, it is sought as for other commands. To
// be called before the process has other threads.
int RunServe(const std::vector<std::string>& arguments);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_SERVE_COMMAND_H_
