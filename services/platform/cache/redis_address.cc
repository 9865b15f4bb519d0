#include "services/platform/cache/redis_address.h"

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/core/errors.h"

namespace nianbao::platform {
namespace {

constexpr int kLargestPort = 65535;

bool IsBracketed(const std::string& host) {
  return host.size() > 2 && host.front() == '[' && host.back() == ']';
}

}  // namespace

absl::StatusOr<RedisAddress> ParseRedisAddress(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  RedisAddress address;
  if (colon != std::string::npos) {
    address.host = text.substr(0, colon);
    const bool is_number =
        absl::SimpleAtoi(text.substr(colon + 1), &address.port);
    if (!is_number) address.port = 0;
  }
  const bool bracketed = IsBracketed(address.host);
  if (bracketed) address.host = address.host.substr(1, address.host.size() - 2);
  const bool plain = address.host.find_first_of(":[]") == std::string::npos;
  if (address.host.empty() || (!bracketed && !plain) || address.port < 1 ||
      address.port > kLargestPort) {
    return core::MakeError(
        absl::StatusCode::kInvalidArgument,
        absl::StrCat("redis \"", text,
                     "\" is not an address; write host:port such as "
                     "\"127.0.0.1:6379\" or \"[::1]:6379\""),
        {.reason = "BAD_ADDRESS", .metadata = {{"address", text}}});
  }
  return address;
}

}  // namespace nianbao::platform
