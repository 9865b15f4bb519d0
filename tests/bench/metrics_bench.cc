// Times indicators, aggregates and ranks over many schools, nothing cached, by
// what the service itself runs on.
//
// usage: metrics_bench FOLDER RUNS
//   FOLDER has data.csv (school, prefecture, county, year, then indicators) and
//   metrics.json. Prints one JSON object.
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/core/fact_table.h"
#include "services/metrics/aggregate_groups.h"
#include "services/metrics/columns/series_engine.h"
#include "services/metrics/school_groups.h"
#include "services/metrics/snapshot/snapshot_builder.h"
#include "services/metrics/statistics/ordered_figures.h"
#include "services/metrics/statistics/ranks.h"
#include "tests/testing/made_catalogue.h"

namespace nianbao::bench {
namespace {

using metrics::EditionTable;
using metrics::SchoolGroup;
using metrics::SeriesEngine;
using metrics::Snapshot;
using metrics::SnapshotBuilder;
using metrics::v1::QueryAggregatesRequest;
using metrics::v1::QueryAggregatesResponse;
using Json = nlohmann::json;

constexpr std::size_t kKeys = 4;
// The most that a catalogue allows; enough for check sums over all groups.
constexpr int kDecimals = 6;

double Seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_nsec) * 1e-9;
}

// A metric as a formula of the catalogue's language, with an example.
testing::DerivedIndicator IndicatorOf(const Json& metric) {
  testing::DerivedIndicator made;
  std::string code = metric["id"].get<std::string>();
  for (char& c : code) c = static_cast<char>(std::tolower(c));
  made.code = code;
  made.decimals = kDecimals;
  const int scale = metric["scale"].get<int>();
  if (metric["kind"] == "ratio") {
    const auto top = metric["num"].get<std::string>();
    const auto bottom = metric["den"].get<std::string>();
    made.formula = absl::StrCat(scale, " * ", top, " / ", bottom);
    made.inputs = {top + "=1", bottom + "=1"};
  } else {
    const auto code_of = metric["col"].get<std::string>();
    made.formula = absl::StrCat(scale, " * (", code_of, " - ", code_of,
                                "@-1) / ", code_of, "@-1");
    made.inputs = {code_of + "=2", code_of + "@-1=1"};
  }
  made.value = absl::StrCat(scale, ".", std::string(kDecimals, '0'));
  return made;
}

std::string RegionsText() {
  std::string text = "regions { code: \"330000\" name: \"省\" }\n";
  for (int city = 1; city <= 11; ++city) {
    const std::string number = absl::StrCat(city < 10 ? "0" : "", city);
    absl::StrAppend(&text, "regions { code: \"33", number, "00\" name: \"市",
                    city, "\" parent: \"330000\" }\n");
  }
  return text;
}

// Everything that is measured, and what it is made of.
struct Material {
  std::unique_ptr<const core::Catalogue> catalogue;
  std::vector<std::string> metrics;
  std::shared_ptr<const Snapshot> snapshot;
  double load_seconds = 0;
};

SnapshotBuilder::Change ChangeOf(const std::vector<std::string>& head,
                                 const std::vector<std::string>& row,
                                 std::int64_t revision) {
  SnapshotBuilder::Change change;
  auto& submission = *change.mutable_submission();
  submission.set_edition(row[3]);
  submission.set_school("33000" + row[0].substr(1));
  submission.set_name(absl::StrCat("editions/", row[3], "/submissions/",
                                   submission.school(), "/versions/1"));
  submission.set_region(absl::StrCat("33", row[1].substr(1), "00"));
  submission.set_version(1);
  submission.set_revision(revision);
  change.set_revision(revision);
  for (std::size_t i = kKeys; i < head.size(); ++i) {
    if (row[i].empty()) continue;
    auto& fact = *change.add_facts();
    fact.set_id(absl::StrCat("f", i));
    fact.set_concept_code(head[i]);
    fact.mutable_figure()->set_value(row[i]);
    fact.set_period(row[3] + "年");
    fact.set_fact_class(fact::v1::FACT_CLASS_OWN);
    fact.set_origin(fact::v1::ORIGIN_TABLE);
  }
  return change;
}

Material Load(const std::string& folder) {
  std::ifstream data(folder + "/data.csv");
  std::string line;
  if (!std::getline(data, line)) {
    std::cerr << "metrics_bench: no rows in " << folder << "/data.csv\n";
    std::exit(2);
  }
  const std::vector<std::string> head = absl::StrSplit(line, ',');
  Material material;
  std::string text = absl::StrCat(testing::EditionText(2020),
                                  testing::EditionText(2021), RegionsText());
  for (std::size_t i = kKeys; i < head.size(); ++i) {
    absl::StrAppend(&text, testing::CollectedText(head[i], "人", 2));
  }
  for (const Json& metric :
       Json::parse(std::ifstream(folder + "/metrics.json"))) {
    const auto made = IndicatorOf(metric);
    material.metrics.push_back(made.code);
    absl::StrAppend(&text, testing::DerivedText(made));
  }
  material.catalogue = testing::MakeCatalogue(text);
  SnapshotBuilder builder(*material.catalogue);
  std::int64_t revision = 0;
  while (std::getline(data, line)) {
    const std::vector<std::string> row = absl::StrSplit(line, ',');
    const auto change = ChangeOf(head, row, ++revision);
    const double begin = Seconds();
    builder.Apply(change);
    material.load_seconds += Seconds() - begin;
  }
  const double begin = Seconds();
  material.snapshot = builder.Build(revision);
  material.load_seconds += Seconds() - begin;
  return material;
}

// What one run took and found.
struct Run {
  double metrics = 0;
  double aggregates = 0;
  double ranks = 0;
  double bands = 0;
  std::size_t values = 0;
  std::int64_t rank_sum = 0;
  std::vector<QueryAggregatesResponse> responses;
};

QueryAggregatesRequest RequestOf(const Material& material,
                                 const std::string& edition) {
  using metrics::v1::Statistic;
  QueryAggregatesRequest request;
  request.set_edition(edition);
  request.set_group_by(QueryAggregatesRequest::GROUP_BY_PREFECTURE);
  for (const std::string& metric : material.metrics) {
    request.add_indicators(metric);
  }
  for (const auto kind :
       {Statistic::KIND_MEDIAN, Statistic::KIND_LOWER_QUARTILE,
        Statistic::KIND_UPPER_QUARTILE}) {
    request.add_statistics()->set_kind(kind);
  }
  return request;
}

void RankAll(const Material& material, const std::vector<SchoolGroup>& groups,
             SeriesEngine& engine, Run& run) {
  for (const std::string& metric : material.metrics) {
    const metrics::FigureKeys keys(
        engine.Figures({metric, engine.table().data_year()}));
    for (const SchoolGroup& group : groups) {
      const auto ranks =
          metrics::PlainRanks(metrics::OrderedFigures(keys, group.rows),
                              metrics::v1::RANK_ORDER_UNSPECIFIED,
                              metrics::v1::RANK_TIES_UNSPECIFIED);
      run.values += ranks.size();
      for (const auto& rank : ranks) run.rank_sum += rank.rank;
    }
  }
}

void BandAll(const Material& material, const std::vector<SchoolGroup>& groups,
             const EditionTable& table) {
  SeriesEngine engine(*material.snapshot, table, SeriesEngine::Want::kBounds);
  for (const std::string& metric : material.metrics) {
    const auto& series = engine.Figures({metric, table.data_year()});
    for (const SchoolGroup& group : groups) {
      metrics::RankFigures(series, group.rows,
                           metrics::v1::RANK_ORDER_UNSPECIFIED,
                           metrics::v1::RANK_TIES_UNSPECIFIED);
    }
  }
}

Run RunOnce(const Material& material, bool bands) {
  Run run;
  for (const char* edition : {"2020", "2021"}) {
    const EditionTable& table = *material.snapshot->Find(edition);
    const auto request = RequestOf(material, edition);
    const double begin = Seconds();
    SeriesEngine engine(*material.snapshot, table, SeriesEngine::Want::kValues);
    for (const std::string& metric : material.metrics) {
      engine.Figures({metric, table.data_year()});
    }
    const double computed = Seconds();
    const auto groups = metrics::GroupSchools(
        *material.snapshot, table, table.by_code(), request.group_by());
    auto response = metrics::AggregateGroups(request, groups, engine);
    const double aggregated = Seconds();
    RankAll(material, groups, engine, run);
    const double ranked = Seconds();
    if (bands) BandAll(material, groups, table);
    run.metrics += computed - begin;
    run.aggregates += aggregated - computed;
    run.ranks += ranked - aggregated;
    run.bands += Seconds() - ranked;
    if (!response.ok()) {
      std::cerr << response.status() << "\n";
      std::exit(2);
    }
    run.responses.push_back(*std::move(response));
  }
  return run;
}

double Number(const std::string& text) {
  return text.empty() ? 0 : std::strtod(text.c_str(), nullptr);
}

Json ChecksOf(const Run& run) {
  double sums[4] = {0, 0, 0, 0};
  for (const auto& response : run.responses) {
    for (const auto& group : response.groups()) {
      for (const auto& aggregate : group.aggregates()) {
        sums[0] += Number(aggregate.value());
        for (int i = 0; i < 3; ++i) {
          sums[i + 1] += Number(aggregate.statistics(i).value());
        }
      }
    }
  }
  return {{"sum_weighted", sums[0]},  {"sum_median", sums[1]},
          {"sum_p25", sums[2]},       {"sum_p75", sums[3]},
          {"sum_rank", run.rank_sum}, {"metric_values", run.values}};
}

double Median(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  return numbers[numbers.size() / 2];
}

int Main(const std::string& folder, int runs) {
  const Material material = Load(folder);
  std::vector<double> taken[4];
  Run run;
  for (int i = 0; i < runs; ++i) {
    run = RunOnce(material, /*bands=*/i < 3);
    taken[0].push_back(run.metrics);
    taken[1].push_back(run.aggregates);
    taken[2].push_back(run.ranks);
    if (i < 3) taken[3].push_back(run.bands);
  }
  const Json result = {
      {"metrics", Median(taken[0])},   {"aggregates", Median(taken[1])},
      {"ranks", Median(taken[2])},     {"bands", Median(taken[3])},
      {"load", material.load_seconds}, {"bytes", material.snapshot->Bytes()},
      {"checks", ChecksOf(run)}};
  std::cout << result.dump(1) << "\n";
  return 0;
}

}  // namespace
}  // namespace nianbao::bench

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: metrics_bench FOLDER RUNS\n";
    return 2;
  }
  return nianbao::bench::Main(argv[1], std::atoi(argv[2]));
}
