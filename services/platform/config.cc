#include "services/platform/config.h"

#include <unistd.h>

#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/platform/nearest_name.h"

namespace nianbao::platform {
namespace {

using nianbao::config::v1::ServerConfig;

constexpr char kFileVariable[] = "NIANBAO_CONFIG";

// Variables that tests and scripts use.
bool IsOfTests(const std::string& variable) {
  return variable == "NIANBAO_BIN" || variable == "NIANBAO_REPORTS" ||
         variable == "NIANBAO_KEYS" || variable == "NIANBAO_SCORER" ||
         variable == "NIANBAO_UPDATE_GOLDEN" ||
         absl::StartsWith(variable, "NIANBAO_TEST_");
}

absl::Status Unknown(const std::string& what, const std::string& name,
                     const std::vector<std::string>& known) {
  const std::string nearest = NearestName(name, known);
  return core::MakeError(absl::StatusCode::kInvalidArgument,
                         absl::StrCat("unknown ", what, " ", name,
                                      "; did you mean ", nearest, "?"),
                         {.reason = "UNKNOWN_CONFIG_KEY",
                          .metadata = {{"name", name}, {"nearest", nearest}}});
}

std::vector<std::string> VariableNames() {
  std::vector<std::string> names = {kFileVariable};
  for (const ConfigKey& key : ConfigKeys()) names.push_back(key.variable);
  return names;
}

std::vector<std::string> FlagNames() {
  std::vector<std::string> names = {"--config", "--help", "--port-file"};
  for (const ConfigKey& key : ConfigKeys()) {
    names.push_back(absl::StrCat("--", key.name));
  }
  return names;
}

// A flag with its value, such as {"cache.redis", "127.0.0.1:6379"}.
using Flag = std::pair<std::string, std::string>;

// Takes the flag at `at` off the arguments: "--name=value" or "--name value".
absl::StatusOr<Flag> TakeFlag(const std::vector<std::string>& arguments,
                              std::size_t& at) {
  const std::string& argument = arguments[at++];
  const std::size_t equals = argument.find('=');
  const std::string name = argument.substr(0, equals);
  bool known = false;
  for (const std::string& flag : FlagNames()) known |= flag == name;
  if (!known) {
    const bool flag = absl::StartsWith(name, "-");
    return Unknown(flag ? "flag" : "argument", name, FlagNames());
  }
  if (name == "--help") return Flag("help", "");
  if (equals != std::string::npos) {
    return Flag(name.substr(2), argument.substr(equals + 1));
  }
  if (at < arguments.size()) return Flag(name.substr(2), arguments[at++]);
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat("flag ", name, ": its value is missing; write ", name,
                   "=VALUE"),
      {.reason = "BAD_CONFIG_VALUE", .metadata = {{"name", name}}});
}

absl::StatusOr<std::vector<Flag>> ReadFlags(
    const std::vector<std::string>& arguments) {
  std::vector<Flag> flags;
  std::size_t at = 0;
  while (at < arguments.size()) {
    NIANBAO_ASSIGN_OR_RETURN(Flag flag, TakeFlag(arguments, at));
    flags.push_back(std::move(flag));
  }
  return flags;
}

// The value of the last flag of that name.
std::optional<std::string> ValueOf(const std::vector<Flag>& flags,
                                   const std::string& name) {
  std::optional<std::string> value;
  for (const Flag& flag : flags) {
    if (flag.first == name) value = flag.second;
  }
  return value;
}

std::string FileOf(const std::vector<Flag>& flags,
                   const Environment& environment) {
  if (const auto flag = ValueOf(flags, "config")) return *flag;
  const auto variable = environment.find(kFileVariable);
  return variable == environment.end() ? "" : variable->second;
}

absl::Status ApplyFlags(const std::vector<Flag>& flags, ServerConfig& config) {
  for (const auto& [name, value] : flags) {
    if (name == "config" || name == "port-file" || name == "help") continue;
    NIANBAO_RETURN_IF_ERROR(
        SetConfigKey(name, value, absl::StrCat("flag --", name), config));
  }
  return absl::OkStatus();
}

}  // namespace

Environment ProcessEnvironment() {
  Environment variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) continue;
    variables[text.substr(0, equals)] = text.substr(equals + 1);
  }
  return variables;
}

absl::Status ApplyEnvironment(const Environment& environment,
                              ServerConfig& config) {
  std::map<std::string, std::string> keys;
  for (const ConfigKey& key : ConfigKeys()) keys[key.variable] = key.name;
  for (const auto& [name, value] : environment) {
    if (!absl::StartsWith(name, "NIANBAO_") || IsOfTests(name)) continue;
    if (name == kFileVariable) continue;
    const auto key = keys.find(name);
    if (key == keys.end()) {
      return Unknown("environment variable", name, VariableNames());
    }
    NIANBAO_RETURN_IF_ERROR(
        SetConfigKey(key->second, value,
                     absl::StrCat("environment variable ", name), config));
  }
  return absl::OkStatus();
}

absl::StatusOr<Invocation> ReadInvocation(
    const ServerConfig& defaults, const std::vector<std::string>& arguments,
    const Environment& environment) {
  NIANBAO_ASSIGN_OR_RETURN(const std::vector<Flag> flags, ReadFlags(arguments));
  Invocation invocation;
  invocation.config = defaults;
  invocation.help = ValueOf(flags, "help").has_value();
  if (invocation.help) return invocation;
  const std::string file = FileOf(flags, environment);
  if (!file.empty()) {
    NIANBAO_RETURN_IF_ERROR(ApplyConfigFile(file, invocation.config));
  }
  NIANBAO_RETURN_IF_ERROR(ApplyEnvironment(environment, invocation.config));
  NIANBAO_RETURN_IF_ERROR(ApplyFlags(flags, invocation.config));
  NIANBAO_RETURN_IF_ERROR(CheckConfig(invocation.config));
  invocation.port_file = ValueOf(flags, "port-file").value_or("");
  return invocation;
}

std::string HelpText(const std::string& program, const ServerConfig& defaults) {
  std::string text = absl::StrCat(
      "Usage: ", program, " [--KEY=VALUE ...]\n\n",
      "A key is taken from its flag, else from its environment variable, else "
      "from\nthe file, else its default stands.\n\n",
      "  --config=FILE     file of keys in protobuf text format (",
      kFileVariable, ")\n",
      "  --port-file=FILE  file to write the port to once it listens\n",
      "  --help            this text\n\n");
  for (const ConfigKey& key : ConfigKeys()) {
    const std::string value =
        key.name == "address" ? defaults.address() : key.default_value;
    absl::StrAppend(&text, "  --", key.name, "  (", key.variable, ")\n      ",
                    key.description,
                    " Default: ", value.empty() ? "empty" : value, "\n");
  }
  return text;
}

}  // namespace nianbao::platform
