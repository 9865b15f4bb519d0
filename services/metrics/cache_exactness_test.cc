// A changed fact makes exactly those answers new that depend on it.
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/metrics/aggregate_query.h"
#include "services/metrics/test_record.h"
#include "tests/testing/made_catalogue.h"
#include "tests/testing/metrics_catalogue.h"

namespace nianbao::metrics {
namespace {

using fact::v1::Fact;
using nianbao::metrics::v1::QueryAggregatesRequest;
using nianbao::metrics::v1::Statistic;
using ::testing::IsEmpty;
using testing::MakeFact;

constexpr char kOne[] = "3300000001";
constexpr char kTwo[] = "3300000002";

// Keeps values for ever and says which keys were computed.
class CountingCache final : public core::AggregateCache {
 public:
  absl::StatusOr<std::optional<std::string>> Get(
      const std::string& key) override {
    const auto found = values_.find(key);
    if (found == values_.end()) return std::optional<std::string>();
    return std::optional<std::string>(found->second);
  }
  absl::Status Put(const std::string& key, const std::string& value) override {
    values_[key] = value;
    ++computed;
    return absl::OkStatus();
  }
  std::string Name() const override { return "counting"; }

  int computed = 0;

 private:
  std::map<std::string, std::string> values_;
};

class CacheExactness : public ::testing::Test {
 protected:
  CacheExactness() {
    for (const char* edition : {"2020", "2021"}) {
      const int year = std::stoi(edition);
      record_.Add(kOne, "330801", Facts(year), edition, "arts");
      record_.Add(kTwo, "330301", Facts(year), edition, "general");
    }
    for (const char* edition : {"2020", "2021"}) {
      for (const char* indicator : {"a", "b", "ratio", "growth"}) {
        for (const char* scope :
             {"all", "330800", "330300", kOne, kTwo, "arts", "general"}) {
          Ask(edition, indicator, scope, /*median=*/false);
          Ask(edition, indicator, scope, /*median=*/true);
        }
      }
    }
    Answer();
    cache_.computed = 0;
  }

  static std::vector<Fact> Facts(int year, const std::string& a = "100",
                                 const std::string& ratio = "") {
    std::vector<Fact> facts = {MakeFact("f1", "a", a, "人", year),
                               MakeFact("f2", "b", "10", "人", year)};
    if (!ratio.empty())
      facts.push_back(MakeFact("f3", "ratio", ratio, "", year));
    return facts;
  }

  void Ask(const std::string& edition, const std::string& indicator,
           const std::string& scope, bool median) {
    QueryAggregatesRequest request;
    request.set_edition(edition);
    request.add_indicators(indicator);
    if (scope.size() == 6) request.mutable_filter()->add_regions(scope);
    if (scope.size() == 10) request.mutable_filter()->add_schools(scope);
    if (scope == "arts" || scope == "general") {
      request.mutable_filter()->add_school_classes(scope);
    }
    if (median) request.add_statistics()->set_kind(Statistic::KIND_MEDIAN);
    queries_.emplace_back(absl::StrCat(edition, " ", indicator, " ", scope,
                                       median ? " median" : ""),
                          request);
  }

  // Asks all queries again; names of those that were computed.
  std::set<std::string> Answer() {
    std::set<std::string> computed;
    for (const auto& [name, request] : queries_) {
      const int before = cache_.computed;
      const auto response = query_.Run(request);
      EXPECT_TRUE(response.ok()) << response.status();
      if (cache_.computed > before) computed.insert(name);
      // The answer is the one that nothing cached would give.
      const auto prepared = query_.Prepare(request, absl::ZeroDuration());
      auto fresh = query_.Compute(*prepared);
      fresh->set_snapshot_revision(response->snapshot_revision());
      EXPECT_EQ(fresh->SerializeAsString(), response->SerializeAsString())
          << name;
    }
    return computed;
  }

  // Names of these queries for each scope that has the first school.
  static std::set<std::string> OfFirst(const std::vector<std::string>& heads,
                                       bool total = true) {
    std::set<std::string> names;
    for (const std::string& head : heads) {
      for (const char* scope : {"all", "330800", kOne, "arts"}) {
        if (total) names.insert(absl::StrCat(head, " ", scope));
        names.insert(absl::StrCat(head, " ", scope, " median"));
      }
    }
    return names;
  }

  std::unique_ptr<const core::Catalogue> catalogue_ =
      testing::MakeCatalogue(absl::StrCat(
          testing::EditionText(2020), testing::EditionText(2021),
          "regions { code: \"330000\" name: \"省\" }"
          "regions { code: \"330300\" name: \"甲市\" parent: \"330000\" }"
          "regions { code: \"330301\" name: \"甲县\" parent: \"330300\" }"
          "regions { code: \"330800\" name: \"乙市\" parent: \"330000\" }"
          "regions { code: \"330801\" name: \"乙县\" parent: \"330800\" }",
          testing::CollectedText("a", "人", 0),
          testing::CollectedText("b", "人", 0),
          testing::DerivedText({"ratio",
                                "a / b",
                                "",
                                2,
                                "ROLLUP_FORMULA",
                                false,
                                {"a=1", "b=4"},
                                "0.25"}),
          testing::DerivedText({"growth",
                                "(a - a@-1) / a@-1 * 100",
                                "%",
                                2,
                                "ROLLUP_FORMULA",
                                false,
                                {"a=2", "a@-1=1"},
                                "100.00"})));
  const IndicatorPlans plans_{*catalogue_};
  TestRecord record_{*catalogue_};
  CountingCache cache_;
  const AggregateQuery query_{
      {*catalogue_, record_.store(), cache_, plans_, {}}};
  std::vector<std::pair<std::string, QueryAggregatesRequest>> queries_;
};

TEST_F(CacheExactness, NothingChangedIsNothingComputed) {
  EXPECT_THAT(Answer(), IsEmpty());
}

TEST_F(CacheExactness, AChangedFactMakesNewWhatIsMadeOfIt) {
  record_.Add(kOne, "330801", Facts(2021, "120"), "2021", "arts");
  EXPECT_EQ(Answer(), OfFirst({"2021 a", "2021 ratio", "2021 growth"}));
}

TEST_F(CacheExactness, LastYearsFigureReachesThisYearsGrowth) {
  record_.Add(kOne, "330801", Facts(2020, "120"), "2020", "arts");
  // 2020 has no year before, but its growth rests on the figure all the same.
  EXPECT_EQ(Answer(),
            OfFirst({"2020 a", "2020 ratio", "2020 growth", "2021 growth"}));
}

TEST_F(CacheExactness, APrintedRatioIsNoPartOfATotal) {
  record_.Add(kOne, "330801", Facts(2021, "100", "9.5"), "2021", "arts");
  EXPECT_EQ(Answer(), OfFirst({"2021 ratio"}, /*total=*/false));
}

TEST_F(CacheExactness, TheSameFactsAgainChangeNothing) {
  record_.Add(kOne, "330801", Facts(2021), "2021", "arts");
  EXPECT_THAT(Answer(), IsEmpty());
}

TEST_F(CacheExactness, ANewSchoolChangesWhatItBelongsTo) {
  record_.Add("3300000003", "330801", {}, "2021", "arts");
  std::set<std::string> expected;
  for (const char* indicator : {"a", "b", "ratio", "growth"}) {
    for (const char* scope : {"all", "330800", "arts"}) {
      for (const char* median : {"", " median"}) {
        expected.insert(absl::StrCat("2021 ", indicator, " ", scope, median));
      }
    }
  }
  EXPECT_EQ(Answer(), expected);
}

}  // namespace
}  // namespace nianbao::metrics
