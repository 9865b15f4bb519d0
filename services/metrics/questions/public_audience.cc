#include "services/metrics/questions/public_audience.h"

#include <algorithm>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/core/errors.h"
#include "services/metrics/columns/series_engine.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::PARTITION_EXHAUSTIVE;
using nianbao::catalogue::v1::ROLLUP_FORMULA;
using nianbao::catalogue::v1::ROLLUP_SUM;
using nianbao::metrics::v1::QueryAggregatesRequest;
using nianbao::metrics::v1::QueryAggregatesResponse;
using nianbao::metrics::v1::Statistic;

constexpr int kFewestForOrder = 10;

absl::Status NotPublic(const std::string& what) {
  return core::MakeError(
      absl::StatusCode::kInvalidArgument,
      absl::StrCat(what,
                   " would tell of single schools; the public may ask for "
                   "totals, means, medians and quartiles"),
      {.reason = "NOT_PUBLIC", .metadata = {{"field", what}}});
}

// A place in the order of figures, which is some school's figure.
bool IsOrderStatistic(Statistic::Kind kind) {
  return kind == Statistic::KIND_MEDIAN ||
         kind == Statistic::KIND_LOWER_QUARTILE ||
         kind == Statistic::KIND_UPPER_QUARTILE;
}

bool IsRolledUp(const Indicator* indicator) {
  return indicator != nullptr && (indicator->rollup() == ROLLUP_SUM ||
                                  indicator->rollup() == ROLLUP_FORMULA);
}

bool IsWhole(const Indicator* indicator) {
  return indicator != nullptr && indicator->partition() == PARTITION_EXHAUSTIVE;
}

// The figures of the same year that a formula rests on.
std::vector<std::string> InputsOf(const core::Catalogue& catalogue,
                                  const Indicator& indicator) {
  std::vector<std::string> inputs;
  if (indicator.rollup() != ROLLUP_FORMULA) return inputs;
  for (const auto& reference :
       catalogue.FormulaOf(indicator.code()).references()) {
    // Last year's figures are told in another edition, so they count as known.
    if (reference.years_back == 0 && !reference.each) {
      inputs.push_back(reference.code);
    }
  }
  return inputs;
}

// Pairs of indicators that tell of each other.
std::multimap<std::string, std::string> TiesOf(
    const core::Catalogue& catalogue) {
  std::multimap<std::string, std::string> ties;
  const auto tie = [&ties](const std::string& a, const std::string& b) {
    ties.emplace(a, b);
    ties.emplace(b, a);
  };
  for (const auto& [code, indicator] : catalogue.indicators()) {
    if (!IsRolledUp(indicator)) continue;
    const auto* whole = catalogue.FindIndicator(indicator->part_of());
    if (IsWhole(whole) && IsRolledUp(whole)) tie(code, whole->code());
    for (const auto& input : InputsOf(catalogue, *indicator)) tie(code, input);
  }
  return ties;
}

// Figures of one edition as the public plan wants them.
class MeasureReader {
 public:
  MeasureReader(const Snapshot& snapshot, const EditionTable& table,
                const std::vector<std::size_t>& rows)
      : catalogue_(snapshot.catalogue()),
        rows_(rows),
        year_(table.data_year()),
        engine_(snapshot, table, SeriesEngine::Want::kValues) {}

  PublicMeasure Read(const Indicator& indicator) {
    PublicMeasure measure;
    measure.additive = indicator.rollup() == ROLLUP_SUM;
    for (const std::size_t row : rows_) {
      std::optional<core::Rational> figure;
      if (measure.additive) {
        figure = engine_.Figures({indicator.code(), year_}).ValueAt(row);
      } else if (IsReported({indicator.code(), year_}, row)) {
        figure = 1;
      }
      measure.figures.push_back(std::move(figure));
    }
    return measure;
  }

 private:
  // As Rollup has it.
  bool IsReported(const FigureKey& key, std::size_t row) {
    const Indicator& indicator = *catalogue_.FindIndicator(key.indicator);
    if (indicator.rollup() == ROLLUP_SUM) {
      return !engine_.Figures(key).IsBlank(row);
    }
    const bool any_will_do =
        indicator.missing() == nianbao::catalogue::v1::MISSING_POLICY_ZERO;
    for (const auto& reference :
         catalogue_.FormulaOf(key.indicator).references()) {
      if (IsReported({reference.code, key.year - reference.years_back}, row) ==
          any_will_do) {
        return any_will_do;
      }
    }
    return !any_will_do;
  }

  const core::Catalogue& catalogue_;
  const std::vector<std::size_t>& rows_;
  const int year_;
  SeriesEngine engine_;
};

MeasureTies TiesAmong(const core::Catalogue& catalogue,
                      const std::map<std::string, std::size_t>& measures) {
  MeasureTies ties;
  std::map<std::string, std::vector<std::size_t>> parts;
  for (const auto& [code, index] : measures) {
    const Indicator& indicator = *catalogue.FindIndicator(code);
    const auto* whole = catalogue.FindIndicator(indicator.part_of());
    if (IsWhole(whole) && measures.count(whole->code()) != 0) {
      parts[whole->code()].push_back(index);
    }
    MeasureTies::Formula formula = {index, {}};
    for (const std::string& input : InputsOf(catalogue, indicator)) {
      const auto found = measures.find(input);
      if (found != measures.end()) formula.inputs.push_back(found->second);
    }
    if (!formula.inputs.empty()) ties.formulas.push_back(std::move(formula));
  }
  for (auto& [whole, of_whole] : parts) {
    ties.sums.push_back({measures.at(whole), std::move(of_whole)});
  }
  return ties;
}

}  // namespace

absl::Status CheckPublic(const QueryAggregatesRequest& request) {
  if (!request.bin_ends().empty()) return NotPublic("bin_ends");
  if (request.filter().has_range()) return NotPublic("filter.range");
  for (const Statistic& statistic : request.statistics()) {
    if (statistic.kind() != Statistic::KIND_MEAN &&
        !IsOrderStatistic(statistic.kind())) {
      return NotPublic(Statistic::Kind_Name(statistic.kind()));
    }
  }
  return absl::OkStatus();
}

std::vector<std::string> TiedIndicators(const core::Catalogue& catalogue,
                                        const std::vector<std::string>& codes) {
  const auto ties = TiesOf(catalogue);
  std::set<std::string> tied;
  std::vector<std::string> waiting = codes;
  while (!waiting.empty()) {
    const std::string code = std::move(waiting.back());
    waiting.pop_back();
    if (!IsRolledUp(catalogue.FindIndicator(code)) ||
        !tied.insert(code).second) {
      continue;
    }
    const auto [first, last] = ties.equal_range(code);
    for (auto at = first; at != last; ++at) waiting.push_back(at->second);
  }
  return {tied.begin(), tied.end()};
}

PublicAudience::PublicAudience(const Snapshot& snapshot,
                               const EditionTable& table,
                               const std::vector<std::string>& indicators) {
  std::vector<std::size_t> rows;
  std::vector<SchoolPlace> places;
  place_of_.resize(table.rows());
  for (const std::size_t row : table.by_code()) {
    if (!table.row(row).Counts()) continue;
    place_of_[row] = rows.size();
    rows.push_back(row);
    const SchoolUnit& unit = table.unit_of(row);
    places.push_back({unit.city, unit.county, unit.school_class});
  }
  const core::Catalogue& catalogue = snapshot.catalogue();
  MeasureReader reader(snapshot, table, rows);
  std::vector<PublicMeasure> measures;
  for (const std::string& code : TiedIndicators(catalogue, indicators)) {
    measure_of_[code] = measures.size();
    measures.push_back(reader.Read(*catalogue.FindIndicator(code)));
  }
  cells_ =
      PublicCells::Plan(places, measures, TiesAmong(catalogue, measure_of_));
}

void PublicAudience::Apply(const QueryAggregatesRequest& request,
                           const std::vector<std::uint32_t>& rows,
                           QueryAggregatesResponse::Group& group) const {
  std::vector<std::size_t> schools;
  for (const std::uint32_t row : rows) {
    if (place_of_[row]) schools.push_back(*place_of_[row]);
  }
  std::sort(schools.begin(), schools.end());
  for (auto& aggregate : *group.mutable_aggregates()) {
    const auto measure = measure_of_.find(aggregate.indicator());
    if (measure == measure_of_.end() ||
        cells_->Withholds(schools, measure->second)) {
      QueryAggregatesResponse::Aggregate withheld;
      withheld.set_indicator(aggregate.indicator());
      withheld.set_unit(aggregate.unit());
      withheld.set_suppressed(true);
      aggregate = std::move(withheld);
      continue;
    }
    for (int i = 0; i < aggregate.statistics_size(); ++i) {
      if (aggregate.reported() < kFewestForOrder &&
          IsOrderStatistic(request.statistics(i).kind())) {
        aggregate.mutable_statistics(i)->Clear();
      }
    }
  }
}

absl::Status SuppressForPublic(const AggregateMaterial& material,
                               QueryAggregatesResponse& response) {
  const auto& prepared = material.prepared;
  NIANBAO_RETURN_IF_ERROR(CheckPublic(prepared.request));
  const auto& asked = prepared.request.indicators();
  const PublicAudience audience(*prepared.snapshot, *prepared.table,
                                {asked.begin(), asked.end()});
  for (std::size_t i = 0; i < material.groups.size(); ++i) {
    audience.Apply(prepared.request, material.groups[i].rows,
                   *response.mutable_groups(static_cast<int>(i)));
  }
  return absl::OkStatus();
}

}  // namespace nianbao::metrics
