// Every aggregate and rank of a made province against SQL on PostgreSQL.
#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "gtest/gtest.h"
#include "services/metrics/aggregate_query.h"
#include "services/metrics/rank_query.h"
#include "services/metrics/snapshot/snapshot_builder.h"
#include "services/platform/cache/memory_aggregate_cache.h"
#include "tests/contract/metrics_oracle_sql.h"
#include "tests/testing/made_catalogue.h"
#include "tests/testing/made_province.h"
#include "tests/testing/manual_clock.h"
#include "tests/testing/postgres_server.h"
#include "tests/testing/postgres_sql.h"

namespace nianbao {
namespace {

using metrics::v1::ListRanksRequest;
using metrics::v1::QueryAggregatesRequest;
using metrics::v1::QueryAggregatesResponse;
using metrics::v1::Statistic;
using testing::SqlRows;

constexpr std::int64_t kCacheBytes = std::int64_t{1} << 30;
constexpr int kYears[] = {2017, 2018, 2019, 2020, 2021};

// An indicator as SQL over the columns of "inputs": the inputs that a school
// must report, its formula over them or their sums, and half of what its last
// digit spans over the columns of one school.
struct OracleIndicator {
  std::string code;
  int decimals;
  std::vector<std::string> inputs;
  std::string formula;
  std::string low;
  std::string high;
};

std::vector<OracleIndicator> Indicators() {
  return {
      {"students", 0, {"students"}, "{students}", "students", "students"},
      {"income",
       2,
       {"income"},
       "{income}",
       "income - income_half",
       "income + income_half"},
      {"area", 2, {"area"}, "{area}", "area - area_half", "area + area_half"},
      {"ratio",
       3,
       {"students", "teachers"},
       "{students} / nullif({teachers}, 0)",
       "students / nullif(teachers, 0)",
       "students / nullif(teachers, 0)"},
      {"growth",
       2,
       {"students", "students1"},
       "({students} - {students1}) / nullif({students1}, 0) * 100",
       "(students - students1) / nullif(students1, 0) * 100",
       "(students - students1) / nullif(students1, 0) * 100"},
      {"three",
       2,
       {"income", "income1", "income2"},
       "({income} + {income1} + {income2}) / 3",
       "",
       ""},
      {"per_head",
       2,
       {"income", "students"},
       "{income} * 10000 / nullif({students}, 0)",
       "(income - income_half) * 10000 / nullif(students, 0)",
       "(income + income_half) * 10000 / nullif(students, 0)"},
  };
}

std::string CatalogueText() {
  std::string text;
  for (const int year : kYears) text += testing::EditionText(year);
  return absl::StrCat(
      text, testing::CollectedText("students", "人", 0),
      testing::CollectedText("teachers", "人", 0),
      testing::CollectedText("income", "万元", 2),
      testing::CollectedText("area", "平方米", 2),
      testing::DerivedText({"ratio",
                            "students / teachers",
                            "",
                            3,
                            "ROLLUP_FORMULA",
                            false,
                            {"students=1", "teachers=4"},
                            "0.250"}),
      testing::DerivedText({"growth",
                            "(students - students@-1) / students@-1 * 100",
                            "%",
                            2,
                            "ROLLUP_FORMULA",
                            false,
                            {"students=2", "students@-1=1"},
                            "100.00"}),
      testing::DerivedText({"three",
                            "mean(income, income@-1, income@-2)",
                            "万元",
                            2,
                            "ROLLUP_FORMULA",
                            false,
                            {"income=1", "income@-1=2", "income@-2=3"},
                            "2.00"}),
      testing::DerivedText({"per_head",
                            "income * 10000 / students",
                            "元",
                            2,
                            "ROLLUP_FORMULA",
                            false,
                            {"income=1", "students=4"},
                            "2500.00"}));
}

testing::ProvinceShape Shape() {
  testing::ProvinceShape shape;
  shape.schools = 300;
  shape.cities = 6;
  shape.counties = 20;
  for (const int year : kYears) {
    shape.editions.push_back({absl::StrCat(year), year});
  }
  shape.indicators = {{"students", "人", 0, 0, 900},
                      {"teachers", "人", 0, 0, 40},
                      {"income", "万元", 2, 1, 900000},
                      {"area", "平方米", 2, 1, 9000}};
  shape.school_classes = {"arts", "general"};
  shape.merged = 50;
  shape.split = 25;
  return shape;
}

// Statistics that are asked for, and the same in SQL over the figures `x`.
struct OracleStatistic {
  Statistic::Kind kind;
  metrics::v1::PercentileMethod method;
  std::string number;
  std::string sql;
  bool share = false;
};

std::vector<OracleStatistic> Statistics() {
  using metrics::v1::PERCENTILE_METHOD_EXCLUSIVE;
  using metrics::v1::PERCENTILE_METHOD_LINEAR;
  using metrics::v1::PERCENTILE_METHOD_NEAREST_RANK;
  return {
      {Statistic::KIND_MEAN, {}, "", "avg(v)"},
      {Statistic::KIND_MEDIAN, {}, "", "percentile(x, 0.5, 1)"},
      {Statistic::KIND_LOWER_QUARTILE, PERCENTILE_METHOD_EXCLUSIVE, "",
       "percentile(x, 0.25, 2)"},
      {Statistic::KIND_UPPER_QUARTILE, PERCENTILE_METHOD_NEAREST_RANK, "",
       "percentile(x, 0.75, 3)"},
      {Statistic::KIND_PERCENTILE, PERCENTILE_METHOD_LINEAR, "97.5",
       "percentile(x, 0.975, 1)"},
      {Statistic::KIND_LEAST, {}, "", "min(v)"},
      {Statistic::KIND_GREATEST, {}, "", "max(v)"},
      {Statistic::KIND_SHARE_AT_LEAST,
       {},
       "20",
       "100::numeric(80, 40) * count(*) filter (where v >= 20) / "
       "nullif(count(v), 0)",
       true},
      {Statistic::KIND_SHARE_AT_MOST,
       {},
       "20",
       "100::numeric(80, 40) * count(*) filter (where v <= 20) / "
       "nullif(count(v), 0)",
       true},
  };
}

std::string SumsIn(const OracleIndicator& indicator, bool sums) {
  std::string sql = indicator.formula;
  for (const std::string& input : indicator.inputs) {
    sql = absl::StrReplaceAll(
        sql, {{absl::StrCat("{", input, "}"),
               sums ? absl::StrCat("sum(", input,
                                   ") filter (where reported)::numeric(80, 40)")
                    : absl::StrCat(input, "::numeric(80, 40)")}});
  }
  return absl::StrReplaceAll(sql, {{" filter (where reported)::numeric(80, 40)",
                                    " filter (where reported)"}});
}

// SQL's quotients end after forty decimals: what is exactly a half must be one
// again before it is rounded. No other figure here comes so near to a half.
std::string Shown(const std::string& value, int decimals) {
  return absl::StrCat("coalesce(round(round(", value, ", 30), ", decimals,
                      ")::text, '')");
}

class MetricsOracle : public ::testing::Test {
 protected:
  void SetUp() override {
    auto server = testing::PostgresServer::Start({"fsync=off", "jit=off"});
    ASSERT_TRUE(server.ok()) << server.status();
    server_ = *std::move(server);
    auto sql = testing::PostgresSql::Open(server_->connection());
    ASSERT_TRUE(sql.ok()) << sql.status();
    sql_ = *std::move(sql);
    LoadOracle();
    LoadSnapshot();
  }

  SqlRows Ask(const std::string& statement) {
    auto rows = sql_->Run(statement);
    EXPECT_TRUE(rows.ok()) << rows.status() << "\n" << statement;
    return rows.ok() ? *std::move(rows) : SqlRows();
  }

  void Put(const std::string& table, const SqlRows& rows) {
    const absl::Status status = sql_->Load(table, rows);
    ASSERT_TRUE(status.ok()) << status;
  }

  void LoadOracle() {
    Ask(testing::kOracleSchema);
    SqlRows orgs;
    for (const auto& org : province_.organisations()) {
      orgs.push_back(
          {org.code(), absl::StrCat(static_cast<int>(org.level())), org.title(),
           org.parent(), org.school_class(), org.valid_from(), org.valid_to(),
           absl::StrCat(static_cast<int>(org.ending())),
           absl::StrCat("{", absl::StrJoin(org.successors(), ","), "}")});
    }
    Put("org", orgs);
    SqlRows editions;
    SqlRows filed;
    SqlRows facts;
    for (std::size_t i = 0; i < std::size(kYears); ++i) {
      editions.push_back({absl::StrCat(kYears[i]), absl::StrCat(kYears[i])});
      for (const auto& request : province_.Requests(i)) {
        filed.push_back({request.edition(), request.school()});
        for (const auto& fact : request.facts()) {
          facts.push_back({request.edition(), request.school(),
                           fact.concept_code(), fact.figure().value(),
                           fact.figure().unit() == "人" ? "t" : "f"});
        }
      }
    }
    Put("edition", editions);
    Put("filed", filed);
    Put("fact", facts);
    Ask(testing::kOracleViews);
    Ask("analyze");
  }

  void LoadSnapshot() {
    metrics::SnapshotBuilder builder(*catalogue_);
    std::int64_t revision = 0;
    for (std::size_t i = 0; i < std::size(kYears); ++i) {
      for (const auto& request : province_.Requests(i)) {
        metrics::SnapshotBuilder::Change change;
        auto& submission = *change.mutable_submission();
        submission.set_name(absl::StrCat("editions/", request.edition(),
                                         "/submissions/", request.school(),
                                         "/versions/1"));
        submission.set_edition(request.edition());
        submission.set_school(request.school());
        submission.set_region(request.region());
        submission.set_school_class(request.school_class());
        submission.set_school_title(request.school_title());
        submission.set_version(1);
        submission.set_revision(++revision);
        *change.mutable_facts() = request.facts();
        int id = 0;
        for (auto& fact : *change.mutable_facts()) {
          fact.set_id(absl::StrCat("f", ++id));
          fact.set_fact_class(fact::v1::FACT_CLASS_OWN);
        }
        builder.Apply(change);
      }
    }
    // Last, so that rows find their places afterwards.
    builder.SetOrganisations({province_.organisations(), ++revision});
    store_.Publish(builder.Build(revision));
  }

  // Lines "group|indicator|value|reported|missing|statistics…" of an answer.
  static std::vector<std::string> Lines(
      const QueryAggregatesResponse& response) {
    std::vector<std::string> lines;
    for (const auto& group : response.groups()) {
      for (const auto& aggregate : group.aggregates()) {
        std::string line = absl::StrCat(
            group.region(), "|", aggregate.indicator(), "|", aggregate.value(),
            "|", aggregate.reported(), "|", aggregate.missing());
        for (const auto& statistic : aggregate.statistics()) {
          absl::StrAppend(&line, "|", statistic.value());
        }
        lines.push_back(std::move(line));
      }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  std::vector<std::string> Expected(const std::string& edition,
                                    const std::string& group) {
    std::vector<std::string> lines;
    for (const OracleIndicator& indicator : Indicators()) {
      std::string reported;
      for (const std::string& input : indicator.inputs) {
        absl::StrAppend(&reported, reported.empty() ? "" : " and ", input,
                        " is not null");
      }
      std::string select =
          absl::StrCat("select ", group, ", ",
                       Shown(SumsIn(indicator, true), indicator.decimals),
                       ", count(*) filter (where reported), "
                       "count(*) filter (where not reported)");
      for (const OracleStatistic& statistic : Statistics()) {
        absl::StrAppend(
            &select, ", ",
            Shown(absl::StrReplaceAll(statistic.sql,
                                      {{"x,",
                                        "array_agg(v order by v) filter "
                                        "(where v is not null),"}}),
                  statistic.share ? 2 : indicator.decimals));
      }
      absl::StrAppend(&select, " from (select *, (", reported,
                      ") as reported, ", SumsIn(indicator, false),
                      " as v from inputs where edition = '", edition,
                      "') y group by ", group == "''" ? "()" : group);
      for (auto& row : Ask(select)) {
        row.insert(row.begin() + 1, indicator.code);
        lines.push_back(absl::StrJoin(row, "|"));
      }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  static QueryAggregatesRequest Request(
      const std::string& edition, QueryAggregatesRequest::GroupBy group_by) {
    QueryAggregatesRequest request;
    request.set_edition(edition);
    request.set_group_by(group_by);
    for (const OracleIndicator& indicator : Indicators()) {
      request.add_indicators(indicator.code);
    }
    for (const OracleStatistic& statistic : Statistics()) {
      auto& asked = *request.add_statistics();
      asked.set_kind(statistic.kind);
      asked.set_method(statistic.method);
      (statistic.share ? *asked.mutable_bound() : *asked.mutable_percent()) =
          statistic.number;
    }
    return request;
  }

  void ExpectAggregates(const metrics::AggregateQuery& query) {
    const std::pair<QueryAggregatesRequest::GroupBy, const char*> kGroups[] = {
        {QueryAggregatesRequest::GROUP_BY_UNSPECIFIED, "''"},
        {QueryAggregatesRequest::GROUP_BY_PREFECTURE, "city"},
        {QueryAggregatesRequest::GROUP_BY_COUNTY, "county"},
        {QueryAggregatesRequest::GROUP_BY_SCHOOL_CLASS, "class"},
        {QueryAggregatesRequest::GROUP_BY_SCHOOL, "school"}};
    for (const int year : kYears) {
      for (const auto& [group_by, column] : kGroups) {
        const auto answer = query.Run(Request(absl::StrCat(year), group_by));
        ASSERT_TRUE(answer.ok()) << answer.status();
        std::vector<std::string>& expected =
            expected_[{year, static_cast<int>(group_by)}];
        if (expected.empty()) expected = Expected(absl::StrCat(year), column);
        const std::vector<std::string> lines = Lines(*answer);
        ASSERT_EQ(lines.size(), expected.size()) << year << " " << column;
        for (std::size_t i = 0; i < lines.size(); ++i) {
          ASSERT_EQ(lines[i], expected[i]) << year << " " << column;
        }
        compared_ += lines.size();
      }
    }
  }

  std::unique_ptr<testing::PostgresServer> server_;
  std::unique_ptr<testing::PostgresSql> sql_;
  const testing::MadeProvince province_{Shape()};
  std::unique_ptr<const core::Catalogue> catalogue_ =
      testing::MakeCatalogue(CatalogueText());
  const metrics::IndicatorPlans plans_{*catalogue_};
  metrics::SnapshotStore store_;
  testing::ManualClock clock_;
  platform::CacheCounters counters_;
  std::map<std::pair<int, int>, std::vector<std::string>> expected_;
  std::size_t compared_ = 0;
};

TEST_F(MetricsOracle, AggregatesAreThoseOfSqlColdWarmAndWithTheCacheLost) {
  for (int cache_lost = 0; cache_lost < 2; ++cache_lost) {
    platform::MemoryAggregateCache cache({.max_entries = 100,
                                          .max_bytes = kCacheBytes,
                                          .max_value_bytes = kCacheBytes,
                                          .ttl = absl::Hours(1)},
                                         clock_, counters_);
    const metrics::AggregateQuery query(
        {*catalogue_, store_, cache, plans_, {}});
    for (int warm = 0; warm < 2; ++warm) ExpectAggregates(query);
  }
  RecordProperty("compared", static_cast<int>(compared_));
  EXPECT_GT(compared_, 4 * 5 * 7 * 300U);
}

TEST_F(MetricsOracle, RanksAndTheirBandsAreThoseOfSql) {
  const metrics::RankQuery query({*catalogue_, store_, plans_});
  std::size_t compared = 0;
  for (const OracleIndicator& indicator : Indicators()) {
    if (indicator.low.empty()) continue;
    for (const int year : kYears) {
      ListRanksRequest request;
      request.set_edition(absl::StrCat(year));
      request.set_indicator(indicator.code);
      request.set_within(metrics::v1::RANK_WITHIN_PREFECTURE);
      const auto answer = query.Run(request, absl::ZeroDuration());
      ASSERT_TRUE(answer.ok()) << answer.status();
      std::map<std::string, std::string> found;
      for (const auto& rank : answer->ranks()) {
        if (rank.rank() == 0) continue;
        found[rank.school()] = absl::StrJoin(
            {rank.group(), absl::StrCat(rank.rank()),
             absl::StrCat(rank.best_rank()), absl::StrCat(rank.worst_rank()),
             absl::StrCat(rank.ranked()), rank.percentile()},
            "|");
      }
      const std::string figures = absl::StrCat(
          "with f as (select school, city, ", SumsIn(indicator, false),
          " as v, ", indicator.low, " as low, ", indicator.high,
          " as high from inputs where edition = '", year, "') ");
      const SqlRows rows = Ask(absl::StrCat(
          figures,
          "select school, city, rank() over w, "
          "1 + (select count(*) from f g where g.city = f.city and "
          "g.low > f.high), "
          "1 + (select count(*) from f g where g.city = f.city and "
          "g.school <> f.school and (g.high > f.low or g.v is null)), "
          "count(*) over (partition by city), "
          "coalesce(round(100::numeric(80, 40) * "
          "((select count(*) from f g where g.city = f.city and g.v < f.v) + "
          "0.5 * (select count(*) from f g where g.city = f.city and "
          "g.v = f.v and g.school <> f.school)) / "
          "nullif(count(*) over (partition by city) - 1, 0), 2)::text, '') "
          "from f where v is not null "
          "window w as (partition by city order by v desc)"));
      ASSERT_EQ(found.size(), rows.size()) << indicator.code << " " << year;
      for (const auto& row : rows) {
        const std::vector<std::string> rest(row.begin() + 1, row.end());
        ASSERT_EQ(found[row[0]], absl::StrJoin(rest, "|"))
            << indicator.code << " " << year << " " << row[0];
        ++compared;
      }
    }
  }
  EXPECT_GT(compared, 5 * 5 * 200U);
}

}  // namespace
}  // namespace nianbao
