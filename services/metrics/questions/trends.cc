#include "services/metrics/questions/trends.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/metrics/questions/definition_breaks.h"
#include "services/metrics/questions/school_choice.h"
#include "services/metrics/questions/school_total.h"
#include "services/metrics/request_errors.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::metrics::v1::Break;
using nianbao::metrics::v1::ListTrendsRequest;
using nianbao::metrics::v1::ListTrendsResponse;
using nianbao::metrics::v1::Trend;
using nianbao::metrics::v1::TrendPoint;

constexpr int kMostIndicators = 100;
constexpr int kGrowthDecimals = 2;
constexpr std::size_t kNamedSplits = 3;

// The schools of an edition that the question is about.
struct Era {
  const EditionTable* table = nullptr;
  std::vector<std::size_t> rows;
  // For each of these the rows of the era before that belong to it.
  std::vector<std::vector<std::size_t>> before;
  // Names of schools of the era before that were split since.
  std::vector<std::string> split;
  std::vector<std::unique_ptr<SchoolValues>> values;
};

bool IsHeirOfSplit(const core::OrganisationTree& tree,
                   const std::string& school,
                   const std::set<std::string>& later) {
  return std::any_of(
      tree.entries().begin(), tree.entries().end(), [&](const auto& entry) {
        return entry.code() == school &&
               std::any_of(entry.successors().begin(), entry.successors().end(),
                           [&](const auto& s) { return later.count(s) != 0; });
      });
}

// Links the rows of an era to those of the era before, which may lie outside
// the filter: a school that was merged into one of the filter belongs to it.
void Link(const Snapshot& snapshot, const Era& before, Era& era) {
  std::map<std::string, std::size_t> place;
  std::set<std::string> codes;
  for (std::size_t i = 0; i < era.rows.size(); ++i) {
    const std::string& code = era.table->row(era.rows[i]).school;
    place[code] = i;
    codes.insert(code);
  }
  era.before.resize(era.rows.size());
  const std::set<std::size_t> chosen(before.rows.begin(), before.rows.end());
  for (const std::size_t row : before.table->by_code()) {
    const SchoolRow& school = before.table->row(row);
    if (!school.Counts()) continue;
    const std::string heir = snapshot.tree().Heir(
        school.school, before.table->day(), era.table->day());
    const auto at = place.find(heir);
    if (at != place.end()) {
      era.before[at->second].push_back(row);
    } else if (heir.empty() &&
               (chosen.count(row) != 0 ||
                IsHeirOfSplit(snapshot.tree(), school.school, codes))) {
      era.split.push_back(school.title.empty() ? school.school : school.title);
    }
  }
}

void AddSplit(const Era& era, TrendPoint& point) {
  if (era.split.empty()) return;
  const std::vector<std::string> named(
      era.split.begin(),
      era.split.begin() + static_cast<std::ptrdiff_t>(
                              std::min(kNamedSplits, era.split.size())));
  Break& told = *point.add_breaks();
  told.set_kind(Break::KIND_SPLIT);
  told.mutable_reason()->set_zh(absl::StrCat(
      era.split.size(), " 所学校已分立，数据无法接续：",
      absl::StrJoin(named, "、"), named.size() < era.split.size() ? "等" : ""));
  told.mutable_reason()->set_en(absl::StrCat(
      era.split.size(),
      " split, so that figures can't be followed: ", absl::StrJoin(named, ", "),
      named.size() < era.split.size() ? " and others" : ""));
}

// One indicator over the eras.
class TrendMaker {
 public:
  TrendMaker(const Snapshot& snapshot, const Indicator& indicator,
             std::vector<Era>& eras)
      : snapshot_(snapshot), indicator_(indicator), eras_(eras) {}

  absl::StatusOr<Trend> Make() {
    Trend trend;
    trend.set_indicator(indicator_.code());
    trend.set_unit(indicator_.unit());
    for (std::size_t i = 0; i < eras_.size(); ++i) {
      NIANBAO_RETURN_IF_ERROR(AddPoint(i, *trend.add_points()));
    }
    return trend;
  }

 private:
  std::string Rounded(const core::Rational& value) const {
    return core::Decimal::Round(value, indicator_.decimals()).ToString();
  }

  absl::Status AddPoint(std::size_t at, TrendPoint& point) {
    Era& era = eras_[at];
    const auto& edition = era.table->edition();
    point.set_edition(edition.code());
    point.set_year(edition.data_year());
    NIANBAO_ASSIGN_OR_RETURN(
        const SchoolTotal total,
        SchoolTotal::Create(snapshot_.catalogue(),
                            {indicator_.code(), edition.data_year()}));
    SchoolSums sums;
    for (auto& school : era.values) total.Add(*school, sums);
    point.set_reported(sums.sums.reported);
    point.set_missing(sums.sums.missing);
    const auto value = total.ValueOf(sums);
    if (value) point.set_value(Rounded(*value));
    values_.push_back(value);
    AddMean(at, point);
    if (at == 0) return absl::OkStatus();
    const auto& before = eras_[at - 1].table->edition();
    for (const Break& told : DefinitionBreaks(indicator_, before, edition)) {
      *point.add_breaks() = told;
    }
    AddSplit(era, point);
    return AddChange(total, at, point);
  }

  void AddMean(std::size_t at, TrendPoint& point) const {
    constexpr std::size_t kYears = 3;
    if (at + 1 < kYears) return;
    core::Rational sum = 0;
    for (std::size_t i = at + 1 - kYears; i <= at; ++i) {
      if (!values_[i]) return;
      sum += *values_[i];
    }
    point.set_three_year_mean(Rounded(sum / kYears));
  }

  absl::Status AddChange(const SchoolTotal& total, std::size_t at,
                         TrendPoint& point) {
    Era& era = eras_[at];
    const EditionTable& before = *eras_[at - 1].table;
    NIANBAO_ASSIGN_OR_RETURN(
        const SchoolTotal earlier,
        SchoolTotal::Create(snapshot_.catalogue(),
                            {indicator_.code(), before.data_year()}));
    SchoolSums now;
    SchoolSums then;
    for (std::size_t i = 0; i < era.values.size(); ++i) {
      if (era.before[i].empty() || !total.IsReported(*era.values[i])) continue;
      std::vector<std::unique_ptr<SchoolValues>> schools;
      for (const std::size_t row : era.before[i]) {
        schools.push_back(
            std::make_unique<SchoolValues>(snapshot_, before, row));
      }
      const bool all = std::all_of(
          schools.begin(), schools.end(),
          [&](const auto& school) { return earlier.IsReported(*school); });
      if (!all) continue;
      total.Add(*era.values[i], now);
      for (auto& school : schools) earlier.Add(*school, then);
    }
    point.set_compared(now.sums.reported);
    const auto value = total.ValueOf(now);
    const auto base = earlier.ValueOf(then);
    if (!value || !base) return absl::OkStatus();
    const core::Rational change = *value - *base;
    point.set_change(Rounded(change));
    if (*base != 0 &&
        indicator_.measure() != nianbao::catalogue::v1::MEASURE_PERCENT) {
      point.set_growth(
          core::Decimal::Round(change / *base * 100, kGrowthDecimals)
              .ToString());
    }
    return absl::OkStatus();
  }

  const Snapshot& snapshot_;
  const Indicator& indicator_;
  std::vector<Era>& eras_;
  std::vector<std::optional<core::Rational>> values_;
};

absl::StatusOr<std::vector<Era>> ErasOf(const Snapshot& snapshot,
                                        const ListTrendsRequest& request) {
  std::map<int, const EditionTable*> tables;
  for (const std::string& edition : request.editions()) {
    NIANBAO_ASSIGN_OR_RETURN(const EditionTable* table,
                             TableOf(snapshot, edition));
    tables[table->data_year()] = table;
  }
  if (request.editions().empty()) {
    for (const auto& [code, table] : snapshot.tables()) {
      tables[table->data_year()] = table.get();
    }
  }
  std::vector<Era> eras;
  for (const auto& [year, table] : tables) {
    Era era;
    era.table = table;
    era.rows = ChooseCounting(snapshot, *table, request.filter());
    for (const std::size_t row : era.rows) {
      era.values.push_back(
          std::make_unique<SchoolValues>(snapshot, *table, row));
    }
    if (!eras.empty()) Link(snapshot, eras.back(), era);
    eras.push_back(std::move(era));
  }
  return eras;
}

}  // namespace

absl::StatusOr<ListTrendsResponse> ListTrends(
    const Snapshot& snapshot, const ListTrendsRequest& request) {
  const core::Catalogue& catalogue = snapshot.catalogue();
  if (request.indicators().empty() ||
      request.indicators_size() > kMostIndicators) {
    return BadField("the number of indicators",
                    absl::StrCat(request.indicators_size()),
                    absl::StrCat("1 to ", kMostIndicators, " codes"));
  }
  NIANBAO_RETURN_IF_ERROR(CheckFilter(catalogue, request.filter()));
  NIANBAO_ASSIGN_OR_RETURN(std::vector<Era> eras, ErasOf(snapshot, request));
  ListTrendsResponse response;
  for (const std::string& code : request.indicators()) {
    const Indicator* indicator = catalogue.FindIndicator(code);
    if (indicator == nullptr) return UnknownIndicator(catalogue, code);
    NIANBAO_ASSIGN_OR_RETURN(*response.add_trends(),
                             TrendMaker(snapshot, *indicator, eras).Make());
  }
  response.set_revision(snapshot.revision());
  response.set_catalogue_revision(catalogue.revision());
  return response;
}

}  // namespace nianbao::metrics
