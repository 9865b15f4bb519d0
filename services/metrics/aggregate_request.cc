#include "services/metrics/aggregate_request.h"

#include "absl/strings/str_cat.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/metrics/paging.h"
#include "services/metrics/request_errors.h"
#include "services/metrics/statistics/statistics.h"

namespace nianbao::metrics {
namespace {

using nianbao::metrics::v1::QueryAggregatesRequest;

constexpr int kMostIndicators = 100;
constexpr int kMostStatistics = 20;
constexpr int kMostBins = 100;

absl::Status CheckCounts(const QueryAggregatesRequest& request) {
  if (request.indicators().empty() ||
      request.indicators_size() > kMostIndicators) {
    return BadField("the number of indicators",
                    absl::StrCat(request.indicators_size()),
                    absl::StrCat("1 to ", kMostIndicators, " codes"));
  }
  if (request.statistics_size() > kMostStatistics) {
    return BadField("the number of statistics",
                    absl::StrCat(request.statistics_size()),
                    absl::StrCat("at most ", kMostStatistics));
  }
  if (request.bin_ends_size() > kMostBins) {
    return BadField("the number of bin_ends",
                    absl::StrCat(request.bin_ends_size()),
                    absl::StrCat("at most ", kMostBins));
  }
  if (!request.bin_ends().empty() && request.indicators_size() != 1) {
    return BadField("the number of indicators",
                    absl::StrCat(request.indicators_size()),
                    "one where there are bin_ends");
  }
  return absl::OkStatus();
}

absl::Status CheckValues(const QueryAggregatesRequest& request) {
  if (!QueryAggregatesRequest::GroupBy_IsValid(request.group_by())) {
    return BadField("group_by",
                    absl::StrCat(static_cast<int>(request.group_by())),
                    "a level that this version knows");
  }
  if (!nianbao::metrics::v1::Audience_IsValid(request.audience())) {
    return BadField("audience",
                    absl::StrCat(static_cast<int>(request.audience())),
                    "an audience that this version knows");
  }
  if (request.min_revision() < 0) {
    return BadField("min_revision", absl::StrCat(request.min_revision()),
                    "zero or more");
  }
  for (const auto& statistic : request.statistics()) {
    NIANBAO_RETURN_IF_ERROR(CheckStatistic(statistic).status());
  }
  return BinEnds(request).status();
}

}  // namespace

absl::Status CheckAggregateRequest(const core::Catalogue& catalogue,
                                   const IndicatorPlans& plans,
                                   const QueryAggregatesRequest& request) {
  NIANBAO_RETURN_IF_ERROR(CheckCounts(request));
  NIANBAO_RETURN_IF_ERROR(CheckValues(request));
  NIANBAO_RETURN_IF_ERROR(CheckPage(request.page_size()));
  if (catalogue.FindEdition(request.edition()) == nullptr) {
    return UnknownEdition(catalogue, request.edition());
  }
  for (const std::string& code : request.indicators()) {
    const IndicatorPlan* plan = plans.Find(code);
    if (plan == nullptr) return UnknownIndicator(catalogue, code);
    NIANBAO_RETURN_IF_ERROR(plan->rollup);
  }
  return absl::OkStatus();
}

bool NeedsFigures(const QueryAggregatesRequest& request) {
  return !request.statistics().empty() || !request.bin_ends().empty();
}

absl::StatusOr<std::vector<core::Rational>> BinEnds(
    const QueryAggregatesRequest& request) {
  std::vector<core::Rational> ends;
  for (const std::string& text : request.bin_ends()) {
    const auto end = core::Decimal::Parse(text);
    if (!end.ok() || (!ends.empty() && end->value() <= ends.back())) {
      return BadField("bin_ends", absl::StrCat("\"", text, "\""),
                      "decimals in rising order");
    }
    ends.push_back(end->value());
  }
  return ends;
}

}  // namespace nianbao::metrics
