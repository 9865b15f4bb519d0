#include "services/metrics/region_groups.h"

#include <cstddef>
#include <map>
#include <set>
#include <utility>

namespace nianbao::metrics {
namespace {

using nianbao::intake::v1::Submission;
using nianbao::metrics::v1::QueryAggregatesRequest;

constexpr char kAllSchools[] = "全部学校";
constexpr char kNoRegion[] = "地区不明";
constexpr std::size_t kRegionDigits = 6;
constexpr std::size_t kProvinceDigits = 2;
constexpr std::size_t kPrefectureDigits = 4;

// The code of the region around `region` that its first `digits` name; empty
// where the catalogue has none.
std::string RegionAround(const core::Catalogue& catalogue,
                         const std::string& region, std::size_t digits) {
  if (region.size() != kRegionDigits) return "";
  std::string code = region.substr(0, digits);
  code.resize(kRegionDigits, '0');
  return catalogue.FindRegion(code) == nullptr ? "" : code;
}

// The province's name where all schools are in one that is known.
std::string TitleOfAll(const core::Catalogue& catalogue,
                       const std::vector<Submission>& submissions) {
  std::set<std::string> provinces;
  for (const Submission& submission : submissions) {
    provinces.insert(
        RegionAround(catalogue, submission.region(), kProvinceDigits));
  }
  if (provinces.size() != 1 || provinces.begin()->empty()) return kAllSchools;
  return catalogue.FindRegion(*provinces.begin())->name();
}

}  // namespace

std::vector<RegionGroup> GroupByRegion(
    const core::Catalogue& catalogue,
    const std::vector<Submission>& submissions,
    QueryAggregatesRequest::GroupBy group_by) {
  if (group_by == QueryAggregatesRequest::GROUP_BY_UNSPECIFIED) {
    RegionGroup all;
    all.title = TitleOfAll(catalogue, submissions);
    for (const Submission& each : submissions) all.submissions.push_back(&each);
    return {std::move(all)};
  }
  const std::size_t digits =
      group_by == QueryAggregatesRequest::GROUP_BY_PREFECTURE
          ? kPrefectureDigits
          : kRegionDigits;
  std::map<std::string, RegionGroup> by_region;
  for (const Submission& each : submissions) {
    const std::string code = RegionAround(catalogue, each.region(), digits);
    by_region[code].submissions.push_back(&each);
  }
  std::vector<RegionGroup> groups;
  auto unknown = by_region.extract("");
  for (auto& [code, group] : by_region) {
    group.region = code;
    group.title = catalogue.FindRegion(code)->name();
    groups.push_back(std::move(group));
  }
  if (!unknown.empty()) {
    unknown.mapped().title = kNoRegion;
    groups.push_back(std::move(unknown.mapped()));
  }
  return groups;
}

}  // namespace nianbao::metrics
