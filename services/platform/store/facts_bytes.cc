#include "services/platform/store/facts_bytes.h"

#include <utility>

#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "google/protobuf/wire_format_lite.h"
#include "nianbao/intake/v1/intake.pb.h"

namespace nianbao::platform {
namespace {

using google::protobuf::internal::WireFormatLite;
using nianbao::intake::v1::StreamFactsResponse;

constexpr std::uint32_t kFactTag =
    WireFormatLite::MakeTag(StreamFactsResponse::kFactsFieldNumber,
                            WireFormatLite::WIRETYPE_LENGTH_DELIMITED);

}  // namespace

std::string SerializeMessage(const google::protobuf::Message& message) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

// Written fact by fact, because a message that holds them would be a copy.
std::string SerializeFacts(const core::Facts& facts) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  for (const auto& fact : facts) {
    coded.WriteTag(kFactTag);
    coded.WriteVarint32(static_cast<std::uint32_t>(fact.ByteSizeLong()));
    fact.SerializeWithCachedSizes(&coded);
  }
  coded.Trim();
  return bytes;
}

bool ParseFacts(const std::string& bytes, core::Facts& facts) {
  StreamFactsResponse holder;
  if (!holder.ParseFromString(bytes)) return false;
  facts = std::move(*holder.mutable_facts());
  return true;
}

}  // namespace nianbao::platform
