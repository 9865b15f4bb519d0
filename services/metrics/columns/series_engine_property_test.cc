// Series of many schools against the graph and rollup of one.
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "services/core/fact_table.h"
#include "services/metrics/columns/column_rollup.h"
#include "services/metrics/columns/series_engine.h"
#include "services/metrics/printed_figures.h"
#include "services/metrics/test_record.h"
#include "tests/testing/made_catalogue.h"
#include "tests/testing/metrics_catalogue.h"

namespace nianbao::metrics {
namespace {

using fact::v1::Fact;
using nianbao::metrics::v1::QueryAggregatesRequest;
using testing::CollectedText;
using testing::DerivedText;

// Formulas of every shape, over counts and amounts.
std::string CatalogueText() {
  return absl::StrCat(
      testing::EditionText(2019), testing::EditionText(2020),
      testing::EditionText(2021), CollectedText("a", "人", 0),
      CollectedText("b", "人", 0), CollectedText("c", "平方米", 2),
      CollectedText("d", "万元", 2),
      DerivedText({"ratio",
                   "a / b",
                   "",
                   3,
                   "ROLLUP_FORMULA",
                   false,
                   {"a=1", "b=4"},
                   "0.250"}),
      DerivedText({"growth",
                   "(a - a@-1) / a@-1 * 100",
                   "%",
                   2,
                   "ROLLUP_FORMULA",
                   false,
                   {"a=2", "a@-1=1"},
                   "100.00"}),
      DerivedText({"three",
                   "mean(c, c@-1, c@-2)",
                   "平方米",
                   2,
                   "ROLLUP_FORMULA",
                   false,
                   {"c=1", "c@-1=2", "c@-2=3"},
                   "2.00"}),
      DerivedText(
          {"total", "sum(a, b)", "人", 0, "ROLLUP_SUM", true, {"a=1"}, "1"}),
      DerivedText({"share",
                   "c / total * 100",
                   "%",
                   1,
                   "ROLLUP_FORMULA",
                   false,
                   {"c=1", "a=3", "b=1"},
                   "25.0"}),
      DerivedText({"both",
                   "c * d + -a",
                   "",
                   2,
                   "",
                   false,
                   {"c=2", "d=3", "a=1"},
                   "5.00"}),
      DerivedText({"least",
                   "min(c, d, 0.5) / max(a, b)",
                   "",
                   3,
                   "",
                   false,
                   {"c=2", "d=3", "a=1", "b=2"},
                   "0.250"}),
      DerivedText({"over",
                   "ratio / (d - c)",
                   "",
                   3,
                   "",
                   false,
                   {"a=1", "b=1", "d=3", "c=1"},
                   "0.500"}));
}

const char* const kIndicators[] = {"a",     "b",      "c",     "d",
                                   "ratio", "growth", "three", "total",
                                   "share", "both",   "least", "over"};

class SeriesEngineProperty : public ::testing::Test {
 protected:
  int Below(int end) {
    return static_cast<int>(random_() % static_cast<unsigned>(end));
  }

  std::string Number() {
    switch (Below(8)) {
      case 0:
        return "0";
      case 1:
        return absl::StrCat(Below(1000), ".", Below(10), Below(10));
      case 2:
        return absl::StrCat("-", Below(100));
      case 3:
        // Too long for products of fixed width.
        return absl::StrCat(100000000 + Below(1000), "00000000");
      default:
        return absl::StrCat(Below(300));
    }
  }

  std::vector<Fact> Facts(int year) {
    std::vector<Fact> facts;
    for (const char* code : kIndicators) {
      const auto& indicator = *catalogue_->FindIndicator(code);
      const bool derived = !indicator.formula().empty();
      for (int back = 0; back < 3; ++back) {
        if (Below(derived || back > 0 ? 5 : 10) >= (derived    ? 1
                                                    : back > 0 ? 2
                                                               : 9)) {
          continue;
        }
        Fact fact = testing::MakeFact(absl::StrCat("f", facts.size() + 1), code,
                                      Number(), indicator.unit(), year - back);
        if (Below(12) == 0) {
          fact.mutable_figure()->set_hedge(
              static_cast<fact::v1::Hedge>(1 + Below(7)));
        }
        if (Below(20) == 0) fact.mutable_figure()->set_unit("公里");
        if (Below(6) == 0) fact.set_origin(fact::v1::ORIGIN_TEXT);
        facts.push_back(std::move(fact));
        if (Below(15) == 0) facts.push_back(facts.back());
      }
    }
    return facts;
  }

  void MakeRecord(int schools) {
    for (int year = 2019; year <= 2021; ++year) {
      for (int school = 0; school < schools; ++school) {
        if (Below(10) == 0) continue;
        record_.Add(absl::StrCat(3300000001 + school), "330100", Facts(year),
                    absl::StrCat(year));
      }
    }
  }

  void ExpectSame(const std::optional<core::Quantity>& expected,
                  const std::optional<core::Quantity>& found,
                  const std::string& where) {
    ASSERT_EQ(found.has_value(), expected.has_value()) << where;
    if (!expected) return;
    EXPECT_EQ(found->value, expected->value) << where;
    EXPECT_EQ(core::ToText(found->rounded, 20),
              core::ToText(expected->rounded, 20))
        << where;
  }

  std::mt19937 random_{20211125};
  std::unique_ptr<const core::Catalogue> catalogue_ =
      testing::MakeCatalogue(CatalogueText());
  TestRecord record_{*catalogue_};
};

TEST_F(SeriesEngineProperty, EachFigureIsTheOneOfTheGraph) {
  MakeRecord(150);
  const auto snapshot = record_.snapshot();
  for (const auto& [code, table] : snapshot->tables()) {
    SeriesEngine bounds(*snapshot, *table, SeriesEngine::Want::kBounds);
    SeriesEngine values(*snapshot, *table, SeriesEngine::Want::kValues);
    for (const char* indicator : kIndicators) {
      const FigureKey key = {indicator, table->data_year()};
      for (std::size_t row = 0; row < table->rows(); row += 3) {
        const std::string where =
            absl::StrCat(code, " ", indicator, " ", table->row(row).school);
        IndicatorGraph graph = GraphOf(*snapshot, *table, row);
        const auto expected = graph.Figure(key);
        ExpectSame(expected, bounds.Figures(key).At(row), where);
        const auto value = values.Figures(key).ValueAt(row);
        ASSERT_EQ(value.has_value(), expected.has_value()) << where;
        if (value) {
          EXPECT_EQ(*value, expected->value) << where;
        }
      }
    }
  }
}

TEST_F(SeriesEngineProperty, CollectedFiguresAreThePrincipalOnes) {
  for (int school = 0; school < 100; ++school) {
    const std::vector<Fact> made = Facts(2021);
    const core::Facts facts(made.begin(), made.end());
    const std::string code = absl::StrCat(3300000001 + school);
    record_.Add(code, "330100", made);
    const auto snapshot = record_.snapshot();
    const EditionTable& table = *snapshot->Find("2021");
    const core::FactTable by_concept(facts);
    const PrintedFigures printed(*catalogue_, by_concept);
    for (const char* indicator : kIndicators) {
      for (int year = 2019; year <= 2021; ++year) {
        const auto expected = printed.Find(indicator, year);
        const auto found =
            snapshot->Figure(table, *table.Find(code), {indicator, year});
        ExpectSame(expected.quantity, found.quantity, indicator);
        ASSERT_EQ(found.sources.size(), expected.fact == nullptr ? 0U : 1U);
        if (expected.fact != nullptr) {
          EXPECT_EQ(found.sources[0].fact, expected.fact->id());
        }
      }
    }
  }
}

TEST_F(SeriesEngineProperty, SumsOfGroupsAreThoseOfTheRollup) {
  MakeRecord(120);
  const auto snapshot = record_.snapshot();
  const EditionTable& table = *snapshot->Find("2021");
  SeriesEngine engine(*snapshot, table, SeriesEngine::Want::kValues);
  std::vector<SchoolGroup> groups(7);
  for (std::uint32_t row = 0; row < table.rows(); ++row) {
    groups[static_cast<std::size_t>(Below(7))].rows.push_back(row);
  }
  for (const char* code : kIndicators) {
    const auto rollup =
        Rollup::Create(*catalogue_, *catalogue_->FindIndicator(code), 2021);
    if (!rollup.ok()) continue;
    const auto sums = SumGroups(*rollup, engine, groups);
    const auto aggregates = RollUpGroups(*rollup, engine, groups);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      RollupSums expected;
      for (const std::uint32_t row : groups[i].rows) {
        IndicatorGraph graph = GraphOf(*snapshot, table, row);
        rollup->Add(graph, expected);
      }
      EXPECT_EQ(rollup->Result(sums[i]).SerializeAsString(),
                rollup->Result(expected).SerializeAsString())
          << code << " " << i;
      EXPECT_EQ(aggregates[i].SerializeAsString(),
                rollup->Result(expected).SerializeAsString())
          << code << " " << i;
    }
  }
}

}  // namespace
}  // namespace nianbao::metrics
