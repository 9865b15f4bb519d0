#include "services/metrics/aggregate_key.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/metrics/hash.h"
#include "services/metrics/paging.h"

namespace nianbao::metrics {
namespace {

using nianbao::metrics::v1::QueryAggregatesRequest;

constexpr std::size_t kCatalogueDigits = 16;
constexpr std::size_t kLongestList = 80;

const char* NameOf(QueryAggregatesRequest::GroupBy group_by) {
  switch (group_by) {
    case QueryAggregatesRequest::GROUP_BY_PREFECTURE:
      return "prefecture";
    case QueryAggregatesRequest::GROUP_BY_COUNTY:
      return "county";
    case QueryAggregatesRequest::GROUP_BY_SCHOOL_CLASS:
      return "class";
    case QueryAggregatesRequest::GROUP_BY_SCHOOL:
      return "school";
    default:
      return "all";
  }
}

template <typename Codes>
void SortOnce(Codes& codes) {
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
}

// The query with one way to say each thing.
std::string NormalForm(const QueryAggregatesRequest& request) {
  QueryAggregatesRequest normal = request;
  normal.clear_min_revision();
  normal.set_page_size(static_cast<int>(PageSize(request.page_size())));
  if (normal.has_filter()) {
    auto& filter = *normal.mutable_filter();
    SortOnce(*filter.mutable_regions());
    SortOnce(*filter.mutable_school_classes());
    SortOnce(*filter.mutable_schools());
    if (filter.ByteSizeLong() == 0) normal.clear_filter();
  }
  normal.DiscardUnknownFields();
  // No map in it: equal messages have equal bytes.
  return normal.SerializeAsString();
}

// The indicators for people to read, as far as they are short.
std::string CodesOf(const QueryAggregatesRequest& request) {
  std::string list = absl::StrJoin(request.indicators(), "+");
  if (list.size() <= kLongestList) return list;
  return absl::StrCat(request.indicators_size(), "-indicators");
}

}  // namespace

std::string AggregateKey(const QueryAggregatesRequest& request,
                         const DataVersion& version,
                         const std::string& catalogue_revision) {
  return absl::StrCat(
      "nianbao:v2:aggregate:", catalogue_revision.substr(0, kCatalogueDigits),
      ":", request.edition(), ":r", version.revision, "-",
      absl::Hex(version.stamp, absl::kZeroPad16), ":",
      NameOf(request.group_by()), ":", CodesOf(request), ":",
      HashDigits(absl::StrCat(catalogue_revision, " ", NormalForm(request))));
}

}  // namespace nianbao::metrics
