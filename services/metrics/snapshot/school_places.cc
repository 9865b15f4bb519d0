#include "services/metrics/snapshot/school_places.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace nianbao::metrics {
namespace {

using core::OrganisationTree;
using nianbao::intake::v1::Organisation;

constexpr std::size_t kRegionDigits = 6;
constexpr std::size_t kProvinceDigits = 2;
constexpr std::size_t kCityDigits = 4;

// The code of the region around `region` that its first `digits` name; empty
// where the catalogue has none.
std::string RegionAround(const core::Catalogue& catalogue,
                         const std::string& region, std::size_t digits) {
  if (region.size() != kRegionDigits) return "";
  std::string code = region.substr(0, digits);
  code.resize(kRegionDigits, '0');
  return catalogue.FindRegion(code) == nullptr ? "" : code;
}

SchoolUnit FiledUnit(const core::Catalogue& catalogue, const SchoolRow& row) {
  SchoolUnit unit;
  unit.province = RegionAround(catalogue, row.filed_region, kProvinceDigits);
  unit.city = RegionAround(catalogue, row.filed_region, kCityDigits);
  unit.county = RegionAround(catalogue, row.filed_region, kRegionDigits);
  unit.school_class = row.filed_class;
  return unit;
}

std::string Above(const OrganisationTree& tree, const std::string& code,
                  Organisation::Level level, const std::string& day) {
  const Organisation* found = tree.Above(code, level, day);
  return found == nullptr ? "" : found->code();
}

}  // namespace

SchoolUnit PlaceSchool(const core::Catalogue& catalogue,
                       const OrganisationTree& tree, const std::string& day,
                       SchoolRow& row) {
  const auto entries = tree.EntriesOf(row.school);
  row.registered = entries.begin != entries.end;
  const Organisation* entry =
      row.registered ? tree.Find(row.school, day) : nullptr;
  row.expected =
      entry != nullptr && entry->level() == Organisation::LEVEL_SCHOOL;
  if (!row.expected) {
    row.title = row.filed_title;
    row.region = row.filed_region;
    return FiledUnit(catalogue, row);
  }
  row.title = entry->title();
  SchoolUnit unit;
  unit.province = Above(tree, row.school, Organisation::LEVEL_PROVINCE, day);
  unit.city = Above(tree, row.school, Organisation::LEVEL_CITY, day);
  unit.county = Above(tree, row.school, Organisation::LEVEL_COUNTY, day);
  if (unit.city.empty()) unit.city = unit.province;
  if (unit.county.empty()) unit.county = unit.city;
  row.region = unit.county.empty() ? row.filed_region : unit.county;
  unit.school_class =
      entry->school_class().empty() ? row.filed_class : entry->school_class();
  return unit;
}

std::shared_ptr<const RowLinks> LinkRows(const OrganisationTree& tree,
                                         const EditionTable& later,
                                         const EditionTable& earlier) {
  auto links = std::make_shared<RowLinks>();
  links->rows.assign(later.rows(), RowLinks::kNone);
  links->units.resize(later.units().size());
  std::vector<std::set<std::size_t>> units(later.units().size());
  for (std::size_t i = 0; i < earlier.rows(); ++i) {
    if (!earlier.row(i).HasFiled()) continue;
    const std::string heir =
        tree.Heir(earlier.row(i).school, earlier.day(), later.day());
    const auto to = heir.empty() ? std::nullopt : later.Find(heir);
    if (!to) continue;
    const auto from = static_cast<std::int32_t>(i);
    std::int32_t& row = links->rows[*to];
    if (row == RowLinks::kNone) {
      row = from;
    } else {
      auto& several = links->several[*to];
      if (row >= 0) several.push_back(row);
      several.push_back(from);
      row = RowLinks::kSeveral;
    }
    units[later.row(*to).unit].insert(earlier.row(i).unit);
  }
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    links->units[unit].assign(units[unit].begin(), units[unit].end());
  }
  return links;
}

}  // namespace nianbao::metrics
