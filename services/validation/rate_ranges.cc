#include "services/validation/rate_ranges.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "services/core/verdict.h"
#include "services/validation/arithmetic.h"

namespace nianbao::validation {
namespace {

using core::Interval;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_UNDECIDED;

constexpr std::size_t kFewestParts = 3;

using Parts = std::vector<const Datum*>;

// Rates of parts by indicator, year and the one dimension that tells them
// apart, such as 专业. A table that a page break cut has several blocks.
std::map<std::pair<std::string, int>, Parts> PartsByRate(const Data& data) {
  std::map<std::pair<std::string, int>, Parts> groups;
  for (const Datum& datum : data.all()) {
    const auto& fact = *datum.fact;
    if (fact.concept_code().empty() || !datum.year || datum.change ||
        !IsPercent(datum) || fact.origin() != ORIGIN_TABLE ||
        fact.fact_class() != FACT_CLASS_OWN || fact.dimensions_size() != 1) {
      continue;
    }
    groups[{fact.concept_code(), *datum.year}].push_back(&datum);
  }
  return groups;
}

bool AreOfOneDimension(const Parts& parts) {
  return std::all_of(parts.begin(), parts.end(), [&](const Datum* part) {
    return part->fact->dimensions(0).name() ==
           parts.front()->fact->dimensions(0).name();
  });
}

Interval RangeOf(const Parts& parts) {
  Interval least = parts.front()->quantity.rounded;
  Interval most = least;
  for (const Datum* part : parts) {
    least = core::Min(least, part->quantity.rounded);
    most = core::Max(most, part->quantity.rounded);
  }
  return core::Clip({least.lower, most.upper}, Interval::Closed(0, 100));
}

void Judge(const Datum& overall, const Parts& parts, Checks& checks) {
  const Outcome mean = MeanOf(parts, overall.quantity.decimals);
  const bool plain = JudgeOutcome(overall.quantity, mean) == VERDICT_CONSISTENT;
  const Interval range = RangeOf(parts);
  const bool inside = core::Meets(overall.quantity.rounded, range);
  const std::string range_text =
      core::ToText(range, overall.quantity.decimals + 1);
  CheckMaker maker("mean");
  maker.Operand(overall, "mean");
  for (const Datum* part : parts) maker.Operand(*part, "member");
  maker.Verdict(inside ? VERDICT_CONSISTENT : VERDICT_UNDECIDED)
      .Reported(Printed(overall), overall.quantity.rounded)
      .Computed(plain ? mean.formula : range_text,
                plain ? mean.interval : range)
      .Message(plain    ? MessageId::kMeanFits
               : inside ? MessageId::kRangeFits
                        : MessageId::kRangeUndecided,
               {Named("mean", overall),
                {"formula", mean.formula},
                {"range", range_text}});
  if (!inside) maker.Reason(MessageId::kRangeReason, {});
  checks.push_back(maker.Done());
}

}  // namespace

void FindRateRanges(const ReportView& view, Checks& checks) {
  for (const auto& [rate, parts] : PartsByRate(view.data())) {
    if (parts.size() < kFewestParts || !AreOfOneDimension(parts)) continue;
    const Datum* overall = view.data().Principal(rate.first, rate.second);
    if (overall == nullptr || !IsPercent(*overall) || IsHedged(*overall)) {
      continue;
    }
    Judge(*overall, parts, checks);
  }
}

}  // namespace nianbao::validation
