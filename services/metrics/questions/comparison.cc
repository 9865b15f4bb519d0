#include "services/metrics/questions/comparison.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/core/outlier.h"
#include "services/metrics/questions/school_choice.h"
#include "services/metrics/questions/school_standards.h"
#include "services/metrics/questions/school_values.h"
#include "services/metrics/questions/standing.h"
#include "services/metrics/request_errors.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::catalogue::v1::OutlierTest;
using nianbao::metrics::v1::CompareSchoolRequest;
using nianbao::metrics::v1::CompareSchoolResponse;
using nianbao::metrics::v1::Comparison;
using nianbao::metrics::v1::PeerChoice;
using nianbao::metrics::v1::StatisticValue;

constexpr int kPercentileDecimals = 2;

absl::Status SchoolNotFound(const std::string& school,
                            const std::string& edition) {
  return core::MakeError(
      absl::StatusCode::kNotFound,
      absl::StrCat("school \"", school, "\" is not in edition ", edition,
                   "; list the coverage to see its schools"),
      {.reason = "SCHOOL_NOT_FOUND",
       .metadata = {{"school", school}, {"edition", edition}}});
}

std::string TextOf(const std::optional<core::Rational>& value, int decimals) {
  return value ? core::Decimal::Round(*value, decimals).ToString() : "";
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
        own_(snapshot, table, row) {}

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
      auto peer = std::make_unique<SchoolValues>(snapshot_, table_, row);
      if (sizes) {
        const auto figure = peer->Figure(size);
        if (!figure || !sizes->Contains(figure->value)) continue;
      }
      peers_.push_back(std::move(peer));
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
    std::vector<core::Quantity> others;
    for (auto& peer : peers_) {
      if (auto figure = peer->Figure(key)) others.push_back(*std::move(figure));
    }
    comparison.set_reported(static_cast<int>(others.size()));
    std::vector<core::Rational> sorted;
    for (const auto& other : others) sorted.push_back(other.value);
    std::sort(sorted.begin(), sorted.end());
    SetQuantile(sorted, {1, 4}, indicator,
                *comparison.mutable_lower_quartile());
    SetQuantile(sorted, {1, 2}, indicator, *comparison.mutable_median());
    SetQuantile(sorted, {3, 4}, indicator,
                *comparison.mutable_upper_quartile());
    SetOwn(indicator, key, others, sorted, comparison);
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

  static void SetQuantile(const std::vector<core::Rational>& sorted,
                          const core::Rational& p, const Indicator& indicator,
                          StatisticValue& value) {
    value.set_count(static_cast<int>(sorted.size()));
    if (sorted.empty()) return;
    value.set_value(TextOf(LinearQuantile(sorted, p), indicator.decimals()));
  }

  void SetOwn(const Indicator& indicator, const FigureKey& key,
              const std::vector<core::Quantity>& others,
              const std::vector<core::Rational>& sorted,
              Comparison& comparison) {
    auto& rank = *comparison.mutable_rank();
    rank.set_school(own_.school().school);
    rank.set_title(own_.school().title);
    rank.set_ranked(static_cast<int>(others.size()));
    const auto before = own_.Figure({key.indicator, key.year - 1});
    if (before) {
      comparison.set_previous(TextOf(before->value, indicator.decimals()));
    }
    const auto own = own_.Figure(key);
    if (!own) return;
    comparison.set_value(TextOf(own->value, indicator.decimals()));
    comparison.set_outlier(
        IsOutlier(snapshot_.catalogue(), indicator, own->value, sorted));
    const int blanks = peers() - static_cast<int>(others.size());
    const Standing standing = StandingOf(*own, others, blanks);
    rank.set_value(comparison.value());
    rank.set_rank(standing.rank);
    rank.set_best_rank(standing.best);
    rank.set_worst_rank(standing.worst);
    rank.set_ranked(static_cast<int>(others.size()) + 1);
    rank.set_percentile(TextOf(standing.percentile, kPercentileDecimals));
    rank.set_least_percentile(
        TextOf(standing.least_percentile, kPercentileDecimals));
    rank.set_greatest_percentile(
        TextOf(standing.greatest_percentile, kPercentileDecimals));
  }

  const Snapshot& snapshot_;
  const EditionTable& table_;
  const std::size_t row_;
  SchoolValues own_;
  std::vector<std::unique_ptr<SchoolValues>> peers_;
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
