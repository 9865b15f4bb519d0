// What a cached value carries to show that it is whole.
#ifndef NIANBAO_SERVICES_PLATFORM_CACHE_CACHE_ENVELOPE_H_
#define NIANBAO_SERVICES_PLATFORM_CACHE_CACHE_ENVELOPE_H_

#include <string>

namespace nianbao::platform {

// `value` with a seal behind it: version, length, and a checksum of value and
// key. The seal stands at the end so that it is taken off without a copy.
std::string Seal(const std::string& key, const std::string& value);

// Takes the seal off `value`. False where there is none, where bytes are
// missing, added or changed, or where it was sealed under another key; `value`
// is then of no use. It guards against damage, not against forgery.
bool Unseal(const std::string& key, std::string& value);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_CACHE_CACHE_ENVELOPE_H_
