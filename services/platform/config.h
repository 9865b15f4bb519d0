// A server's configuration: defaults < file < environment < flags.
#ifndef NIANBAO_SERVICES_PLATFORM_CONFIG_H_
#define NIANBAO_SERVICES_PLATFORM_CONFIG_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nianbao/config/v1/config.pb.h"
#include "services/platform/config_keys.h"

namespace nianbao::platform {

// Environment variables by name.
using Environment = std::map<std::string, std::string>;

// The process's environment.
Environment ProcessEnvironment();

// How a server is to run.
struct Invocation {
  nianbao::config::v1::ServerConfig config;
  // Where to write the port it listens at; empty for nowhere.
  std::string port_file;
  // Whether only the help text is asked for.
  bool help = false;
};

// What the flags, the environment and the file that --config or NIANBAO_CONFIG
// names make of `defaults`. InvalidArgument for an unknown flag, key or
// NIANBAO_ variable, with the nearest known name, and for values that do not
// fit; errors of the file begin with file:line:column. NotFound where the file
// can't be read. The NIANBAO_ variables of tests are passed over.
absl::StatusOr<Invocation> ReadInvocation(
    const nianbao::config::v1::ServerConfig& defaults,
    const std::vector<std::string>& arguments, const Environment& environment);

// Lists every flag with its default and description.
std::string HelpText(const std::string& program,
                     const nianbao::config::v1::ServerConfig& defaults);

// Sets what the file at `path` sets. Errors as in ReadInvocation.
absl::Status ApplyConfigFile(const std::string& path,
                             nianbao::config::v1::ServerConfig& config);

// Sets what NIANBAO_ variables set. Errors as in ReadInvocation.
absl::Status ApplyEnvironment(const Environment& environment,
                              nianbao::config::v1::ServerConfig& config);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CONFIG_H_
