#include "services/metrics/questions/comparison.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/core/outlier.h"
#include "services/metrics/questions/school_choice.h"
#include "services/metrics/questions/school_standards.h"
#include "services/metrics/questions/school_values.h"
#include "services/metrics/rank_query.h"
#include "services/metrics/request_errors.h"
#include "services/metrics/statistics/ranks.h"
#include "services/metrics/statistics/statistics.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::OutlierTest;
using nianbao::metrics::v1::CompareSchoolRequest;
using nianbao::metrics::v1::CompareSchoolResponse;
using nianbao::metrics::v1::Comparison;
using nianbao::metrics::v1::PeerChoice;
using nianbao::metrics::v1::StatisticValue;

absl::Status SchoolNotFound(const std::string& school,
                            const std::string& edition) {
  return core::MakeError(
      absl::StatusCode::kNotFound,
      absl::StrCat("school \"", school, "\" is not in edition ", edition,
                   "; list the coverage to see its schools"),
      {.reason = "SCHOOL_NOT_FOUND",
       .metadata = {{"school", school}, {"edition", edition}}});
}

bool IsOutlier(const core::Catalogue& catalogue, const Indicator& indicator,
               const core::Rational& value,
               const std::vector<core::Rational>& peers) {
  for (const auto& [code, test] : catalogue.outlier_tests()) {
    const auto& codes = test->indicators();
    if (test->against() != OutlierTest::AGAINST_PEERS ||
        std::find(codes.begin(), codes.end(), indicator.code()) ==
            codes.end()) {
      continue;
    }
    const auto limits = core::OutlierLimits::Of(*test);
    const auto usual =
        limits.ok() ? limits->Usual(peers) : std::optional<core::UsualRange>();
    if (usual && !usual->range.Contains(value)) return true;
  }
  return false;
}

// A school and its peers.
class Comparer {
 public:
  Comparer(const Snapshot& snapshot, const EditionTable& table, std::size_t row)
      : snapshot_(snapshot),
        table_(table),
        row_(row),
        own_(snapshot, table, row),
        engine_(snapshot, table, SeriesEngine::Want::kBounds) {}

  absl::Status ChoosePeers(const PeerChoice& choice) {
    std::optional<core::Interval> sizes;
    FigureKey size = {SizeIndicator(snapshot_.catalogue()), table_.data_year()};
    if (!choice.size_percent().empty()) {
      NIANBAO_ASSIGN_OR_RETURN(sizes, SizesOf(choice.size_percent(), size));
    }
    const SchoolUnit& unit = table_.unit_of(row_);
    for (const std::size_t row : table_.by_code()) {
      const SchoolUnit& other = table_.unit_of(row);
      if (row == row_ || !table_.row(row).Counts() ||
          (choice.same_city() && other.city != unit.city) ||
          (choice.same_class() && other.school_class != unit.school_class)) {
        continue;
      }
      if (sizes) {
        const auto figure = engine_.Figures(size).ValueAt(row);
        if (!figure || !sizes->Contains(*figure)) continue;
      }
      peers_.push_back(static_cast<std::uint32_t>(row));
    }
    return absl::OkStatus();
  }

  int peers() const { return static_cast<int>(peers_.size()); }

  bool HasFigure(const Indicator& indicator) {
    return own_.Figure({indicator.code(), table_.data_year()}).has_value();
  }

  Comparison Compare(const Indicator& indicator) {
    Comparison comparison;
    comparison.set_indicator(indicator.code());
    comparison.set_unit(indicator.unit());
    const FigureKey key = {indicator.code(), table_.data_year()};
    const FigureSeries& series = engine_.Figures(key);
    const OrderedFigures figures(FigureKeys(series), peers_);
    comparison.set_reported(static_cast<int>(figures.size()));
    using Kinds = nianbao::metrics::v1::Statistic;
    const auto quartile = [&](Kinds::Kind kind) {
      Kinds asked;
      asked.set_kind(kind);
      return ComputeStatistic(*CheckStatistic(asked), figures,
                              indicator.decimals());
    };
    *comparison.mutable_median() = quartile(Kinds::KIND_MEDIAN);
    *comparison.mutable_lower_quartile() = quartile(Kinds::KIND_LOWER_QUARTILE);
    *comparison.mutable_upper_quartile() = quartile(Kinds::KIND_UPPER_QUARTILE);
    SetOwn(indicator, key, figures, comparison);
    SetRank(series, indicator, comparison);
    for (auto& state :
         StandardStates(snapshot_.catalogue(), own_, row_, indicator.code())) {
      *comparison.add_standards() = std::move(state);
    }
    return comparison;
  }

 private:
  absl::StatusOr<core::Interval> SizesOf(const std::string& percent,
                                         const FigureKey& size) {
    const auto width = core::Decimal::Parse(percent);
    if (!width.ok() || width->value() < 0) {
      return BadField("peers.size_percent", absl::StrCat("\"", percent, "\""),
                      "a percentage such as 30, or nothing for any size");
    }
    const auto own = own_.Figure(size);
    if (!own) {
      return core::MakeError(
          absl::StatusCode::kFailedPrecondition,
          absl::StrCat("the size of school ", own_.school().school,
                       " is not known (\"", size.indicator,
                       "\" is blank); leave out size_percent"),
          {.reason = "SIZE_UNKNOWN",
           .metadata = {{"school", own_.school().school},
                        {"indicator", size.indicator}}});
    }
    const core::Rational by = own->value * width->value() / 100;
    return core::Interval::Closed(own->value - by, own->value + by);
  }

  void SetOwn(const Indicator& indicator, const FigureKey& key,
              const OrderedFigures& figures, Comparison& comparison) {
    const auto before = own_.Figure({key.indicator, key.year - 1});
    if (before) {
      comparison.set_previous(
          core::Decimal::Round(before->value, indicator.decimals()).ToString());
    }
    const auto own = own_.Figure(key);
    if (!own) return;
    comparison.set_value(
        core::Decimal::Round(own->value, indicator.decimals()).ToString());
    std::vector<core::Rational> others;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      others.push_back(figures.At(i));
    }
    comparison.set_outlier(
        IsOutlier(snapshot_.catalogue(), indicator, own->value, others));
  }

  void SetRank(const FigureSeries& series, const Indicator& indicator,
               Comparison& comparison) const {
    std::vector<std::uint32_t> rows = peers_;
    rows.push_back(static_cast<std::uint32_t>(row_));
    const auto ranks =
        RankFigures(series, rows, nianbao::metrics::v1::RANK_ORDER_UNSPECIFIED,
                    nianbao::metrics::v1::RANK_TIES_UNSPECIFIED);
    int ranked = 0;
    for (const FigureRank& rank : ranks) {
      if (rank.rank > 0) ++ranked;
      if (rank.row != row_) continue;
      *comparison.mutable_rank() =
          ToSchoolRank(rank, series, table_, indicator);
    }
    comparison.mutable_rank()->set_ranked(ranked);
  }

  const Snapshot& snapshot_;
  const EditionTable& table_;
  const std::size_t row_;
  SchoolValues own_;
  SeriesEngine engine_;
  std::vector<std::uint32_t> peers_;
};

}  // namespace

std::string SizeIndicator(const core::Catalogue& catalogue) {
  std::map<std::string, int> uses;
  for (const auto& [code, indicator] : catalogue.indicators()) {
    if (indicator->formula().empty() ||
        indicator->measure() != nianbao::catalogue::v1::MEASURE_PER_HEAD) {
      continue;
    }
    for (const auto& reference : catalogue.FormulaOf(code).references()) {
      if (catalogue.FindIndicator(reference.code)->measure() ==
          nianbao::catalogue::v1::MEASURE_COUNT) {
        ++uses[reference.code];
      }
    }
  }
  const auto most = std::max_element(
      uses.begin(), uses.end(),
      [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == uses.end() ? "" : most->first;
}

absl::StatusOr<CompareSchoolResponse> CompareSchool(
    const Snapshot& snapshot, const CompareSchoolRequest& request) {
  const core::Catalogue& catalogue = snapshot.catalogue();
  NIANBAO_ASSIGN_OR_RETURN(const EditionTable* table,
                           TableOf(snapshot, request.edition()));
  const auto row = table->Find(request.school());
  if (!row) return SchoolNotFound(request.school(), request.edition());
  Comparer comparer(snapshot, *table, *row);
  NIANBAO_RETURN_IF_ERROR(comparer.ChoosePeers(request.peers()));
  CompareSchoolResponse response;
  for (const std::string& code : request.indicators()) {
    const Indicator* indicator = catalogue.FindIndicator(code);
    if (indicator == nullptr) return UnknownIndicator(catalogue, code);
    *response.add_comparisons() = comparer.Compare(*indicator);
  }
  if (request.indicators().empty()) {
    for (const auto& [code, indicator] : catalogue.indicators()) {
      if (!comparer.HasFigure(*indicator)) continue;
      *response.add_comparisons() = comparer.Compare(*indicator);
    }
  }
  response.set_peers(comparer.peers());
  response.set_revision(snapshot.revision());
  response.set_catalogue_revision(catalogue.revision());
  return response;
}

}  // namespace nianbao::metrics
