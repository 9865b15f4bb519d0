#include "services/metrics/questions/school_choice.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/metrics/questions/school_values.h"
#include "services/metrics/request_errors.h"

namespace nianbao::metrics {
namespace {

using nianbao::metrics::v1::SchoolFilter;

constexpr int kUsualPage = 1000;
constexpr int kLargestPage = 10000;

bool LiesIn(const Snapshot& snapshot, const EditionTable& table,
            std::size_t row, const std::set<std::string>& regions) {
  const SchoolUnit& unit = table.unit_of(row);
  for (const std::string& code :
       {table.row(row).region, unit.county, unit.city, unit.province}) {
    if (!code.empty() && regions.count(code) != 0) return true;
  }
  const auto around =
      snapshot.catalogue().RegionsAround(table.row(row).region, table.day());
  return std::any_of(around.begin(), around.end(), [&](const auto& code) {
    return regions.count(code) != 0;
  });
}

bool LiesIn(const Snapshot& snapshot, const EditionTable& table,
            std::size_t row, const SchoolFilter::Range& range) {
  SchoolValues values(snapshot, table, row);
  const auto figure = values.Figure({range.indicator(), table.data_year()});
  if (!figure) return false;
  return (range.least().empty() ||
          figure->value >= core::Decimal::Parse(range.least())->value()) &&
         (range.most().empty() ||
          figure->value <= core::Decimal::Parse(range.most())->value());
}

absl::Status CheckBound(const std::string& field, const std::string& bound) {
  if (bound.empty() || core::Decimal::Parse(bound).ok()) {
    return absl::OkStatus();
  }
  return BadField(field, absl::StrCat("\"", bound, "\""),
                  "a decimal such as 1200.5, or nothing");
}

}  // namespace

absl::Status CheckFilter(const core::Catalogue& catalogue,
                         const SchoolFilter& filter) {
  if (!filter.has_range()) return absl::OkStatus();
  const SchoolFilter::Range& range = filter.range();
  if (catalogue.FindIndicator(range.indicator()) == nullptr) {
    return UnknownIndicator(catalogue, range.indicator());
  }
  NIANBAO_RETURN_IF_ERROR(CheckBound("filter.range.least", range.least()));
  return CheckBound("filter.range.most", range.most());
}

std::vector<std::size_t> ChooseRows(const Snapshot& snapshot,
                                    const EditionTable& table,
                                    const SchoolFilter& filter) {
  const std::set<std::string> regions(filter.regions().begin(),
                                      filter.regions().end());
  const std::set<std::string> classes(filter.school_classes().begin(),
                                      filter.school_classes().end());
  const std::set<std::string> schools(filter.schools().begin(),
                                      filter.schools().end());
  std::vector<std::size_t> rows;
  for (const std::size_t row : table.by_code()) {
    if ((!schools.empty() && schools.count(table.row(row).school) == 0) ||
        (!classes.empty() &&
         classes.count(table.unit_of(row).school_class) == 0) ||
        (!regions.empty() && !LiesIn(snapshot, table, row, regions)) ||
        (filter.has_range() && !LiesIn(snapshot, table, row, filter.range()))) {
      continue;
    }
    rows.push_back(row);
  }
  return rows;
}

std::vector<std::size_t> ChooseCounting(const Snapshot& snapshot,
                                        const EditionTable& table,
                                        const SchoolFilter& filter) {
  std::vector<std::size_t> rows = ChooseRows(snapshot, table, filter);
  rows.erase(
      std::remove_if(rows.begin(), rows.end(),
                     [&](std::size_t row) { return !table.row(row).Counts(); }),
      rows.end());
  return rows;
}

absl::StatusOr<const EditionTable*> TableOf(const Snapshot& snapshot,
                                            const std::string& edition) {
  const EditionTable* table = snapshot.Find(edition);
  if (table == nullptr) return UnknownEdition(snapshot.catalogue(), edition);
  return table;
}

absl::StatusOr<std::size_t> LargePageSize(int asked) {
  if (asked < 0) {
    return BadField("page_size", absl::StrCat(asked),
                    "zero for the usual size, or more");
  }
  return static_cast<std::size_t>(asked == 0 ? kUsualPage
                                             : std::min(asked, kLargestPage));
}

}  // namespace nianbao::metrics
