// Facts and messages as the store keeps them.
#ifndef NIANBAO_SERVICES_PLATFORM_STORE_FACTS_BYTES_H_
#define NIANBAO_SERVICES_PLATFORM_STORE_FACTS_BYTES_H_

#include <string>

#include "google/protobuf/message.h"
#include "services/core/fact_table.h"

namespace nianbao::platform {

// The same bytes for the same message.
std::string SerializeMessage(const google::protobuf::Message& message);

// Facts as a serialized StreamFactsResponse.
std::string SerializeFacts(const core::Facts& facts);

// The way back; false where the bytes are none.
bool ParseFacts(const std::string& bytes, core::Facts& facts);

}  // namespace nianbao::platform

#endif  // NIANBAO_SERVICES_PLATFORM_STORE_FACTS_BYTES_H_
