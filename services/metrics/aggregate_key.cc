#include "services/metrics/aggregate_key.h"

#include <openssl/evp.h>

#include <array>
#include <cstddef>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"

namespace nianbao::metrics {
namespace {

using nianbao::metrics::v1::QueryAggregatesRequest;

constexpr std::size_t kHashDigits = 32;
constexpr std::size_t kCatalogueDigits = 16;
constexpr std::size_t kLongestList = 120;

// The first half of SHA-256 in hexadecimal digits: uploaders choose some of
// the hashed bytes, so it must not be easy to make two alike.
std::string HashOf(const std::string& bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(),
             nullptr);
  const absl::string_view raw(reinterpret_cast<const char*>(digest.data()),
                              size);
  return absl::BytesToHexString(raw).substr(0, kHashDigits);
}

// All that intake says of the submissions, in their order.
std::string BytesOf(const core::SubmissionList& list) {
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream out(&stream);
    out.SetSerializationDeterministic(true);
    for (const auto& submission : list.submissions) {
      out.WriteVarint64(submission.ByteSizeLong());
      submission.SerializeToCodedStream(&out);
    }
  }
  return bytes;
}

const char* NameOf(QueryAggregatesRequest::GroupBy group_by) {
  switch (group_by) {
    case QueryAggregatesRequest::GROUP_BY_PREFECTURE:
      return "prefecture";
    case QueryAggregatesRequest::GROUP_BY_COUNTY:
      return "county";
    default:
      return "all";
  }
}

std::string CodesOf(const QueryAggregatesRequest& request) {
  std::string list = absl::StrJoin(request.indicators(), "+");
  if (list.size() <= kLongestList) return list;
  return absl::StrCat("#", HashOf(list));
}

}  // namespace

std::string AggregateKey(const QueryAggregatesRequest& request,
                         const core::SubmissionList& list,
                         const std::string& catalogue_revision) {
  return absl::StrCat(
      "nianbao:v1:aggregate:", catalogue_revision.substr(0, kCatalogueDigits),
      ":", request.edition(), ":r", list.revision, "-", HashOf(BytesOf(list)),
      ":", NameOf(request.group_by()), ":", CodesOf(request));
}

}  // namespace nianbao::metrics
