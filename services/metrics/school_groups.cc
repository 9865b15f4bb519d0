#include "services/metrics/school_groups.h"

#include <map>
#include <set>
#include <utility>

#include "services/core/standards.h"

namespace nianbao::metrics {
namespace {

using nianbao::metrics::v1::QueryAggregatesRequest;

constexpr char kAllSchools[] = "全部学校";
constexpr char kNoRegion[] = "地区不明";
constexpr char kNoClass[] = "类型不明";

// The province's name where all schools are in one that is known.
std::string TitleOfAll(const Snapshot& snapshot, const EditionTable& table,
                       const std::vector<std::uint32_t>& rows) {
  std::set<std::size_t> units;
  for (const std::uint32_t row : rows) units.insert(table.row(row).unit);
  std::set<std::string> provinces;
  for (const std::size_t unit : units) {
    provinces.insert(table.units()[unit].province);
  }
  if (provinces.size() != 1 || provinces.begin()->empty()) return kAllSchools;
  return snapshot.RegionTitle(table, *provinces.begin());
}

std::string ClassTitle(const core::Catalogue& catalogue,
                       const std::string& code) {
  const auto* table = catalogue.FindCodeTable(core::kSchoolClasses);
  if (table == nullptr) return code;
  for (const auto& entry : table->entries()) {
    if (entry.code() == code) return entry.name();
  }
  return code;
}

std::string CodeOf(const SchoolUnit& unit,
                   QueryAggregatesRequest::GroupBy group_by) {
  switch (group_by) {
    case QueryAggregatesRequest::GROUP_BY_PREFECTURE:
      return unit.city;
    case QueryAggregatesRequest::GROUP_BY_COUNTY:
      return unit.county;
    default:
      return unit.school_class;
  }
}

std::vector<SchoolGroup> EachSchool(const EditionTable& table,
                                    const std::vector<std::uint32_t>& rows) {
  std::vector<SchoolGroup> groups;
  groups.reserve(rows.size());
  for (const std::uint32_t row : rows) {
    groups.push_back({table.row(row).school, table.row(row).title, {row}});
  }
  return groups;
}

}  // namespace

std::vector<SchoolGroup> GroupSchools(
    const Snapshot& snapshot, const EditionTable& table,
    const std::vector<std::uint32_t>& rows,
    QueryAggregatesRequest::GroupBy group_by) {
  if (group_by == QueryAggregatesRequest::GROUP_BY_UNSPECIFIED) {
    return {{"", TitleOfAll(snapshot, table, rows), rows}};
  }
  if (group_by == QueryAggregatesRequest::GROUP_BY_SCHOOL) {
    return EachSchool(table, rows);
  }
  const bool by_class =
      group_by == QueryAggregatesRequest::GROUP_BY_SCHOOL_CLASS;
  std::map<std::string, SchoolGroup> by_code;
  std::vector<SchoolGroup*> by_unit(table.units().size(), nullptr);
  for (const std::uint32_t row : rows) {
    SchoolGroup*& group = by_unit[table.row(row).unit];
    if (group == nullptr)
      group = &by_code[CodeOf(table.unit_of(row), group_by)];
    group->rows.push_back(row);
  }
  std::vector<SchoolGroup> groups;
  auto unknown = by_code.extract("");
  for (auto& [code, group] : by_code) {
    group.code = code;
    group.title = by_class ? ClassTitle(snapshot.catalogue(), code)
                           : snapshot.RegionTitle(table, code);
    groups.push_back(std::move(group));
  }
  if (!unknown.empty()) {
    unknown.mapped().title = by_class ? kNoClass : kNoRegion;
    groups.push_back(std::move(unknown.mapped()));
  }
  return groups;
}

}  // namespace nianbao::metrics
