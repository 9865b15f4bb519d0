// The all-in-one as a program.
#ifndef NIANBAO_SERVICES_ALLINONE_SERVE_H_
#define NIANBAO_SERVICES_ALLINONE_SERVE_H_

#include <string>
#include <vector>

namespace nianbao::allinone {

// Serves with the configuration of `arguments` (flags, without the program's
// name), the environment and a file, until SIGTERM or SIGINT, and gives the
// exit code: 0 when stopped by a signal, 1 where it could not start, 2 for a
// wrong configuration or catalogue. `program` names it in messages. To be
// called before the process has other threads.
int Serve(const std::string& program,
          const std::vector<std::string>& arguments);

}  // namespace nianbao::allinone

#endif  // NIANBAO_SERVICES_ALLINONE_SERVE_H_
