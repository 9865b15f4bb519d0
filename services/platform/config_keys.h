// The keys of a server's configuration: name, default and description.
#ifndef NIANBAO_SERVICES_PLATFORM_CONFIG_KEYS_H_
#define NIANBAO_SERVICES_PLATFORM_CONFIG_KEYS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "nianbao/config/v1/config.pb.h"

namespace nianbao::platform {

// A key of nianbao.config.v1.ServerConfig.
struct ConfigKey {
  // Dotted path of the field, such as "cache.redis".
  std::string name;
  // Environment variable that sets it, such as "NIANBAO_CACHE_REDIS".
  std::string variable;
  std::string default_value;
  std::string description;
};

// All keys in the order of the message's fields.
std::vector<ConfigKey> ConfigKeys();

// Sets `key`, which must be one of ConfigKeys. InvalidArgument where `value`
// does not fit the field; the message begins with `source`, such as
// "flag --cache.redis".
absl::Status SetConfigKey(const std::string& key, const std::string& value,
                          const std::string& source,
                          nianbao::config::v1::ServerConfig& config);

// The configuration of all defaults.
nianbao::config::v1::ServerConfig DefaultConfig();

// OK where every value can be worked with; InvalidArgument names the first
// key that can't, what it is and what it may be.
absl::Status CheckConfig(const nianbao::config::v1::ServerConfig& config);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CONFIG_KEYS_H_
