#include "services/metrics/questions/school_standards.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/decimal.h"
#include "services/core/errors.h"
#include "services/core/standards.h"
#include "services/core/validity.h"
#include "services/metrics/attainment.h"
#include "services/metrics/questions/school_choice.h"
#include "services/metrics/request_errors.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::Standard;
using nianbao::metrics::v1::Attainment;
using nianbao::metrics::v1::GetStandardAttainmentRequest;
using nianbao::metrics::v1::GetStandardAttainmentResponse;
using nianbao::metrics::v1::StandardCount;
using nianbao::metrics::v1::StandardState;

constexpr int kShareDecimals = 2;

std::vector<const Standard*> Applicable(const core::Catalogue& catalogue,
                                        const EditionTable& table,
                                        std::size_t row) {
  return core::ApplicableStandards(
      catalogue, {core::StatisticDay(table.data_year()), table.row(row).region,
                  table.unit_of(row).school_class});
}

Attainment::State JudgeSchool(const core::Catalogue& catalogue,
                              const Standard& standard, SchoolValues& school) {
  const core::Relation& relation = catalogue.RelationOf(standard.code());
  return metrics::StateOf(relation,
                          IndicatorGraph::Operands(
                              relation.references(), school.table().data_year(),
                              [&school](const FigureKey& key) {
                                return school.graph().FigurePrintedFirst(key);
                              }));
}

// Counts of a group by standard.
using Counts = std::map<std::string, StandardCount>;

void Count(const Standard& standard, Attainment::State state,
           const std::string& school, bool name, StandardCount& count) {
  count.set_standard(standard.code());
  *count.mutable_title() = standard.title();
  count.set_schools(count.schools() + 1);
  if (state == Attainment::STATE_ATTAINED) {
    count.set_attained(count.attained() + 1);
  } else if (state == Attainment::STATE_MISSED) {
    count.set_missed(count.missed() + 1);
    if (name) count.add_missing_schools(school);
  } else {
    count.set_open(count.open() + 1);
  }
}

std::string ShareOf(int part, int whole) {
  return core::Decimal::Round(core::Rational(part * 100, whole), kShareDecimals)
      .ToString();
}

absl::StatusOr<std::set<std::string>> AskedStandards(
    const core::Catalogue& catalogue,
    const GetStandardAttainmentRequest& request) {
  std::set<std::string> asked;
  for (const std::string& code : request.standards()) {
    if (catalogue.standards().count(code) == 0) {
      std::vector<std::string> known;
      for (const auto& [each, standard] : catalogue.standards()) {
        known.push_back(each);
      }
      return BadField("standards", absl::StrCat("\"", code, "\""),
                      absl::StrCat("one of: ", absl::StrJoin(known, ", ")));
    }
    asked.insert(code);
  }
  return asked;
}

void AddCounts(const std::map<std::string, Counts>& by_region,
               GetStandardAttainmentResponse& response) {
  std::vector<StandardCount> counts;
  for (const auto& [region, of_region] : by_region) {
    for (const auto& [code, count] : of_region) counts.push_back(count);
  }
  std::stable_sort(
      counts.begin(), counts.end(),
      [](const auto& a, const auto& b) { return a.standard() < b.standard(); });
  for (StandardCount& count : counts) {
    if (count.schools() > 0) {
      count.set_least_share(ShareOf(count.attained(), count.schools()));
      count.set_greatest_share(
          ShareOf(count.attained() + count.open(), count.schools()));
    }
    *response.add_counts() = std::move(count);
  }
}

}  // namespace

std::vector<StandardState> StandardStates(const core::Catalogue& catalogue,
                                          SchoolValues& school, std::size_t row,
                                          const std::string& indicator) {
  std::vector<StandardState> states;
  for (const Standard* standard : Applicable(catalogue, school.table(), row)) {
    const auto& references =
        catalogue.RelationOf(standard->code()).references();
    const bool about = std::any_of(
        references.begin(), references.end(),
        [&](const auto& reference) { return reference.code == indicator; });
    if (!about) continue;
    const auto state = JudgeSchool(catalogue, *standard, school);
    StandardState told;
    told.set_standard(standard->code());
    *told.mutable_title() = standard->title();
    told.set_attained(state == Attainment::STATE_ATTAINED);
    told.set_open(state == Attainment::STATE_OPEN);
    states.push_back(std::move(told));
  }
  return states;
}

absl::StatusOr<GetStandardAttainmentResponse> GetStandardAttainment(
    const Snapshot& snapshot, const GetStandardAttainmentRequest& request) {
  const core::Catalogue& catalogue = snapshot.catalogue();
  NIANBAO_ASSIGN_OR_RETURN(const EditionTable* table,
                           TableOf(snapshot, request.edition()));
  NIANBAO_RETURN_IF_ERROR(CheckFilter(catalogue, request.filter()));
  NIANBAO_ASSIGN_OR_RETURN(const std::set<std::string> asked,
                           AskedStandards(catalogue, request));
  // All schools stand under no region, which comes first.
  std::map<std::string, Counts> by_region;
  for (const std::string& code : asked) {
    const Standard& standard = *catalogue.standards().at(code);
    by_region[""][code].set_standard(code);
    *by_region[""][code].mutable_title() = standard.title();
  }
  for (const std::size_t row :
       ChooseCounting(snapshot, *table, request.filter())) {
    SchoolValues school(snapshot, *table, row);
    for (const Standard* standard : Applicable(catalogue, *table, row)) {
      if (!asked.empty() && asked.count(standard->code()) == 0) continue;
      const auto state = JudgeSchool(catalogue, *standard, school);
      const std::string& code = school.school().school;
      Count(*standard, state, code, request.name_schools(),
            by_region[""][standard->code()]);
      const std::string& city = table->unit_of(row).city;
      if (!request.by_prefecture() || city.empty()) continue;
      StandardCount& count = by_region[city][standard->code()];
      count.set_region(city);
      Count(*standard, state, code, request.name_schools(), count);
    }
  }
  GetStandardAttainmentResponse response;
  AddCounts(by_region, response);
  response.set_revision(snapshot.revision());
  response.set_catalogue_revision(catalogue.revision());
  return response;
}

}  // namespace nianbao::metrics
