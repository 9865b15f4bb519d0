// The command line as a whole.
#ifndef NIANBAO_SERVICES_CLI_COMMAND_LINE_H_
#define NIANBAO_SERVICES_CLI_COMMAND_LINE_H_

#include <string>
#include <vector>

namespace nianbao::cli {

// Does what `arguments`, without the program's name, say, and gives the exit
// code: 0 where there are no errors, 1 where findings are errors, 2 where the
// arguments are wrong or something can't be read or written.
int RunCommandLine(const std::vector<std::string>& arguments);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_COMMAND_LINE_H_
