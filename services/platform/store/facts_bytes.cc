#include "services/platform/store/facts_bytes.h"

#include <utility>

#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "google/protobuf/wire_format_lite.h"
#include "nianbao/intake/v1/intake.pb.h"

namespace nianbao::platform {
namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedOutputStream;
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

// Written fact by fact into place, because a message that holds them would be a
// copy. Facts have no maps, so that the bytes are always the same.
std::string SerializeFacts(const core::Facts& facts) {
  std::size_t size = 0;
  for (const auto& fact : facts) {
    size += WireFormatLite::TagSize(StreamFactsResponse::kFactsFieldNumber,
                                    WireFormatLite::TYPE_MESSAGE) +
            WireFormatLite::LengthDelimitedSize(fact.ByteSizeLong());
  }
  std::string bytes(size, '\0');
  auto* at = reinterpret_cast<std::uint8_t*>(bytes.data());
  for (const auto& fact : facts) {
    at = CodedOutputStream::WriteTagToArray(kFactTag, at);
    at = CodedOutputStream::WriteVarint32ToArray(
        static_cast<std::uint32_t>(fact.GetCachedSize()), at);
    at = fact.SerializeWithCachedSizesToArray(at);
  }
  return bytes;
}

bool ParseFacts(const std::string& bytes, core::Facts& facts) {
  StreamFactsResponse holder;
  if (!holder.ParseFromString(bytes)) return false;
  facts = std::move(*holder.mutable_facts());
  return true;
}

}  // namespace nianbao::platform
