#include "services/metrics/school_scope.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/metrics/request_errors.h"

namespace nianbao::metrics {
namespace {

using nianbao::metrics::v1::SchoolFilter;

constexpr std::size_t kRegionDigits = 6;
constexpr std::size_t kSchoolDigits = 10;

bool IsCode(const std::string& text, std::size_t digits) {
  return text.size() == digits &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

absl::Status CheckCodes(const SchoolFilter& filter) {
  for (const std::string& region : filter.regions()) {
    if (!IsCode(region, kRegionDigits)) {
      return BadField("filter.regions", absl::StrCat("\"", region, "\""),
                      "codes of six digits");
    }
  }
  for (const std::string& school : filter.schools()) {
    if (!IsCode(school, kSchoolDigits)) {
      return BadField("filter.schools", absl::StrCat("\"", school, "\""),
                      "codes of ten digits");
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::optional<core::Rational>> BoundOf(const std::string& field,
                                                      const std::string& text) {
  if (text.empty()) return std::optional<core::Rational>();
  const auto bound = core::Decimal::Parse(text);
  if (!bound.ok()) {
    return BadField(field, absl::StrCat("\"", text, "\""), "a decimal");
  }
  return std::optional<core::Rational>(bound->value());
}

template <typename Codes>
bool Has(const Codes& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool Names(const SchoolFilter& filter, const SchoolUnit& unit) {
  return (filter.regions().empty() || Has(filter.regions(), unit.county) ||
          Has(filter.regions(), unit.city) ||
          Has(filter.regions(), unit.province)) &&
         (filter.school_classes().empty() ||
          Has(filter.school_classes(), unit.school_class));
}

}  // namespace

absl::StatusOr<SchoolScope> SchoolScope::Create(const IndicatorPlans& plans,
                                                const Snapshot& snapshot,
                                                const EditionTable& table,
                                                const SchoolFilter& filter) {
  NIANBAO_RETURN_IF_ERROR(CheckCodes(filter));
  SchoolScope scope(snapshot, table);
  if (filter.has_range()) {
    NIANBAO_RETURN_IF_ERROR(scope.SetRange(plans, filter.range()));
  }
  if (!filter.regions().empty() || !filter.school_classes().empty()) {
    scope.SelectUnits(filter);
  }
  if (!filter.schools().empty()) scope.SelectRows(filter);
  return scope;
}

absl::Status SchoolScope::SetRange(const IndicatorPlans& plans,
                                   const SchoolFilter::Range& range) {
  range_ = plans.Find(range.indicator());
  if (range_ == nullptr) {
    return UnknownIndicator(snapshot_.catalogue(), range.indicator());
  }
  NIANBAO_ASSIGN_OR_RETURN(least_,
                           BoundOf("filter.range.least", range.least()));
  NIANBAO_ASSIGN_OR_RETURN(most_, BoundOf("filter.range.most", range.most()));
  return absl::OkStatus();
}

void SchoolScope::SelectUnits(const SchoolFilter& filter) {
  units_.emplace();
  for (const SchoolUnit& unit : table_.units()) {
    units_->push_back(Names(filter, unit));
  }
}

void SchoolScope::SelectRows(const SchoolFilter& filter) {
  rows_.emplace();
  for (const std::string& school : filter.schools()) {
    const auto row = table_.Find(school);
    if (row) rows_->push_back(static_cast<std::uint32_t>(*row));
  }
  std::sort(rows_->begin(), rows_->end(),
            [this](std::uint32_t a, std::uint32_t b) {
              return table_.row(a).school < table_.row(b).school;
            });
  rows_->erase(std::unique(rows_->begin(), rows_->end()), rows_->end());
}

std::vector<std::uint32_t> SchoolScope::Rows(SeriesEngine& engine) const {
  const FigureSeries* range = nullptr;
  if (range_ != nullptr) {
    range = &engine.Figures({range_->indicator->code(), table_.data_year()});
  }
  std::vector<std::uint32_t> rows;
  for (const std::uint32_t at : rows_ ? *rows_ : table_.by_code()) {
    const SchoolRow& row = table_.row(at);
    if (!row.Counts() || (units_ && !(*units_)[row.unit])) continue;
    if (range == nullptr || IsInRange(*range, at)) rows.push_back(at);
  }
  return rows;
}

bool SchoolScope::IsInRange(const FigureSeries& series, std::size_t row) const {
  const auto value = series.ValueAt(row);
  return value && (!least_ || *value >= *least_) &&
         (!most_ || *value <= *most_);
}

DataVersion SchoolScope::Members() const {
  DataVersion version;
  if (rows_) {
    for (const std::uint32_t row : *rows_) {
      version.Include(table_.row(row).version);
    }
    return version;
  }
  if (!units_) return table_.members();
  for (std::size_t unit = 0; unit < units_->size(); ++unit) {
    if ((*units_)[unit]) version.Include(table_.MembersOf(unit));
  }
  return version;
}

DataVersion SchoolScope::VersionOf(const FigureRead& read) const {
  const FigureKey key = {read.indicator, table_.data_year() - read.years_back};
  DataVersion version;
  if (const FigureColumn* own = table_.Column(key)) {
    version.Include(OwnVersion(*own));
  }
  if (read.years_back == 0) return version;
  const EarlierTable* earlier = snapshot_.Earlier(table_, key.year);
  if (earlier == nullptr) return version;
  if (const FigureColumn* column = earlier->table->Column(key)) {
    version.Include(EarlierVersion(*earlier, *column));
  }
  return version;
}

DataVersion SchoolScope::OwnVersion(const FigureColumn& column) const {
  DataVersion version;
  if (rows_) {
    for (const std::uint32_t at : *rows_) {
      version.Include(table_.row(at).VersionOf(column.index()));
    }
    return version;
  }
  if (!units_) return column.newest();
  for (std::size_t unit = 0; unit < units_->size(); ++unit) {
    if ((*units_)[unit]) version.Include(column.VersionOf(unit));
  }
  return version;
}

DataVersion SchoolScope::EarlierVersion(const EarlierTable& earlier,
                                        const FigureColumn& column) const {
  DataVersion version;
  const RowLinks& links = *earlier.links;
  if (rows_) {
    for (const std::uint32_t at : *rows_) {
      if (links.rows[at] >= 0) {
        version.Include(
            earlier.table->row(static_cast<std::size_t>(links.rows[at]))
                .VersionOf(column.index()));
      } else if (links.rows[at] == RowLinks::kSeveral) {
        for (const std::int32_t part : links.several.at(at)) {
          version.Include(earlier.table->row(static_cast<std::size_t>(part))
                              .VersionOf(column.index()));
        }
      }
    }
    return version;
  }
  if (!units_) return column.newest();
  for (std::size_t unit = 0; unit < units_->size(); ++unit) {
    if (!(*units_)[unit]) continue;
    for (const std::size_t from : links.units[unit]) {
      version.Include(column.VersionOf(from));
    }
  }
  return version;
}

}  // namespace nianbao::metrics
