#include "services/validation/cohort_figures.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "services/core/fact_table.h"
#include "services/validation/slips.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::PERIOD_KIND_COHORT;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::validation::v1::VERDICT_CONSISTENT;
using nianbao::validation::v1::VERDICT_CONTRADICTED;

using Figures = std::vector<const Datum*>;

// Figures of one indicator by year.
struct ByYear {
  std::map<int, Figures> of_cohort;
  // By the year in which the school year starts.
  std::map<int, Figures> of_school_year;
};

bool HasValue(const Figures& figures, const Datum& like) {
  return std::any_of(figures.begin(), figures.end(),
                     [&like](const Datum* figure) {
                       return figure->quantity.value == like.quantity.value &&
                              figure->quantity.unit == like.quantity.unit;
                     });
}

// The same indicator counted by cohort in one place and by school year in
// another.
Check CohortCheck(const Datum& cohort, const Datum& school_year, bool fits) {
  CheckMaker maker("same_concept");
  const std::string printed = Printed(cohort);
  const std::string other = Printed(school_year);
  maker.Operand(cohort, "place")
      .Operand(school_year, "place")
      .Verdict(fits ? VERDICT_CONSISTENT : VERDICT_CONTRADICTED)
      .Reported(fits ? printed : printed + " / " + other,
                cohort.quantity.rounded)
      .Computed(printed + (fits ? "=" : "≠") + other,
                school_year.quantity.rounded)
      .Message(fits ? MessageId::kCohortFits : MessageId::kCohortWrong,
               {{"label", cohort.fact->label(), cohort.label_en},
                {"year", std::to_string(*cohort.year)},
                {"period", school_year.fact->period()},
                {"cohort", printed},
                {"figure", other}});
  if (!fits) maker.Instruction(MessageId::kCohortInstruction);
  return maker.Done();
}

void Judge(const Datum& school_year, const Figures& cohort,
           const Figures& before, Checks& checks) {
  // A place that agrees shows that the school year is named by its start.
  const bool shown =
      HasValue(cohort, school_year) && !HasValue(before, school_year);
  for (const Datum* figure : cohort) {
    if (figure->quantity.unit != school_year.quantity.unit) continue;
    const bool fits = figure->quantity.value == school_year.quantity.value;
    const bool apart =
        figure->fact->place().block() != school_year.fact->place().block();
    if (fits || (shown && apart && CanBeSlip(*figure, school_year))) {
      checks.push_back(CohortCheck(*figure, school_year, fits));
    }
  }
}

void JudgeAll(const ByYear& years, Checks& checks) {
  static const Figures kNone;
  const auto of = [&years](int year) -> const Figures& {
    const auto found = years.of_cohort.find(year);
    return found == years.of_cohort.end() ? kNone : found->second;
  };
  for (const auto& [start, figures] : years.of_school_year) {
    for (const Datum* figure : figures) {
      Judge(*figure, of(start + 1), of(start), checks);
    }
  }
}

}  // namespace

void FindCohortFigures(const ReportView& view, const core::Catalogue& catalogue,
                       Checks& checks) {
  std::map<std::string, ByYear> indicators;
  for (const Datum& datum : view.data().all()) {
    if (!IsLinked(datum) || !IsWholeDatum(datum) || IsHedged(datum) ||
        datum.fact->fact_class() != FACT_CLASS_OWN) {
      continue;
    }
    const auto* indicator = catalogue.FindIndicator(datum.code);
    if (indicator == nullptr || indicator->period() != PERIOD_KIND_COHORT) {
      continue;
    }
    ByYear& years = indicators[datum.code];
    if (const auto start = core::SchoolYearOf(datum.fact->period())) {
      years.of_school_year[*start].push_back(&datum);
    } else if (datum.year) {
      years.of_cohort[*datum.year].push_back(&datum);
    }
  }
  for (const auto& [code, years] : indicators) JudgeAll(years, checks);
}

}  // namespace nianbao::validation
