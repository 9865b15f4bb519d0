// Reading a composed report gives back exactly the facts it was composed from.
#include <cstdint>
#include <string>

#include "gtest/gtest.h"
#include "services/intake/reading/fact_reader.h"
#include "services/intake/reading/reading_test_base.h"
#include "services/report/compose.h"
#include "tests/round_trip/made_material.h"
#include "tests/round_trip/statements.h"

namespace nianbao::testing {
namespace {

// Of each edition; together about ten seconds of an unoptimised build.
constexpr std::uint64_t kSeeds = 50;

class RoundTripTest : public ::testing::TestWithParam<std::string> {};

TEST_P(RoundTripTest, ComposedReportReadsAsItsFacts) {
  const auto& catalogue = intake::TestCatalogue();
  static const intake::FactReader reader(catalogue);
  const auto& edition = *catalogue.FindEdition(GetParam());
  report::v1::Order order;
  order.set_kind(report::v1::REPORT_KIND_SCHOOL);
  order.set_edition(GetParam());
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto material = MakeMaterial(catalogue, edition, seed);
    const auto composed = report::Compose(catalogue, order, material);
    ASSERT_TRUE(composed.ok()) << composed.status();
    const auto sources = report::SourcesOf(catalogue, order, material);
    ASSERT_TRUE(sources.ok()) << sources.status();
    const auto read = reader.Read(edition, *composed, false);
    const std::string differences =
        DifferencesOf(ComposedStatements(catalogue, *composed, *sources),
                      ReadStatements(catalogue, read, *composed));
    EXPECT_TRUE(differences.empty())
        << "edition " << GetParam() << ", seed " << seed << differences;
  }
}

INSTANTIATE_TEST_SUITE_P(Editions, RoundTripTest,
                         ::testing::Values("2020", "2021", "2024"),
                         [](const auto& edition) {
                           return "Of" + edition.param;
                         });

}  // namespace
}  // namespace nianbao::testing
