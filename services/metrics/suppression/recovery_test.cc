// Tries to compute withheld figures from those that are told, over random
// provinces, with exact arithmetic.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <random>

#include "services/metrics/suppression/attacker.h"
#include "services/metrics/suppression/public_cells.h"

namespace nianbao::metrics {
namespace {

using core::Rational;

constexpr std::size_t kWhole = 0;
constexpr std::size_t kParts[] = {1, 2};
constexpr std::size_t kOther = 3;
constexpr std::size_t kRatio = 4;

// A province with a whole of two parts, another figure, and the ratio of the
// whole to it. Unknown to the attacker are both parts and the other figure of
// each school.
class Case {
 public:
  Case(unsigned seed, int most_schools) : random_(seed) {
    const int schools = Pick(3, most_schools);
    const int cities = Pick(1, 3);
    measures_.assign(5, {true, {}});
    measures_[kRatio].additive = false;
    for (int i = 0; i < schools; ++i) AddSchool(cities);
    ties_.sums.push_back({kWhole, {kParts[0], kParts[1]}});
    ties_.formulas.push_back({kRatio, {kWhole, kOther}});
    cells_ = std::make_unique<PublicCells>(
        PublicCells::Plan(schools_, measures_, ties_));
  }

  const PublicCells& cells() const { return *cells_; }
  std::size_t measures() const { return measures_.size(); }

  std::vector<Rational> RowOf(std::size_t group, std::size_t measure) const {
    std::vector<Rational> row(schools_.size() * 3, 0);
    for (const std::size_t school : cells_->groups()[group].schools) {
      if (!measures_[measure].figures[school]) continue;
      if (measure == kRatio) {
        const Rational ratio = Total(group, kWhole) / Total(group, kOther);
        row[school * 3] = row[school * 3 + 1] = 1;
        row[school * 3 + 2] = -ratio;
        continue;
      }
      if (measure == kWhole || measure == kParts[0]) row[school * 3] = 1;
      if (measure == kWhole || measure == kParts[1]) row[school * 3 + 1] = 1;
      if (measure == kOther) row[school * 3 + 2] = 1;
    }
    return row;
  }

  // Everything that is told, as sums of unknowns.
  std::vector<KnownSum> Told() const {
    std::vector<KnownSum> told;
    for (std::size_t group = 0; group < cells_->groups().size(); ++group) {
      for (std::size_t measure = 0; measure < measures_.size(); ++measure) {
        if (!cells_->groups()[group].told || cells_->withheld(group, measure) ||
            Count(group, measure) == 0) {
          continue;
        }
        told.push_back({RowOf(group, measure), measure == kRatio
                                                   ? Rational(0)
                                                   : Total(group, measure)});
      }
    }
    return told;
  }

  int Count(std::size_t group, std::size_t measure) const {
    int count = 0;
    for (const std::size_t school : cells_->groups()[group].schools) {
      if (measures_[measure].figures[school]) ++count;
    }
    return count;
  }

  Rational Total(std::size_t group, std::size_t measure) const {
    Rational total = 0;
    for (const std::size_t school : cells_->groups()[group].schools) {
      const auto& figure = measures_[measure].figures[school];
      if (figure) total += *figure;
    }
    return total;
  }

 private:
  int Pick(int least, int most) {
    return least + static_cast<int>(random_() %
                                    static_cast<unsigned>(most - least + 1));
  }

  void AddSchool(int cities) {
    const std::string city =
        std::string(1, static_cast<char>('A' + Pick(0, cities - 1)));
    const int county = Pick(0, 3);
    schools_.push_back({city, county == 0 ? "" : city + std::to_string(county),
                        std::string(1, static_cast<char>('a' + Pick(0, 2)))});
    const bool blank = Pick(0, 7) == 0;
    const bool large = Pick(0, 9) == 0;
    std::vector<std::optional<Rational>> figures(5);
    if (!blank) {
      figures[kParts[0]] = Pick(0, 90) * (large ? 50 : 1);
      figures[kParts[1]] = Pick(10, 90);
      figures[kWhole] = *figures[kParts[0]] + *figures[kParts[1]];
      figures[kOther] = Pick(5, 40);
      figures[kRatio] = *figures[kWhole] / *figures[kOther];
    }
    for (std::size_t i = 0; i < figures.size(); ++i) {
      measures_[i].figures.push_back(figures[i]);
    }
  }

  std::mt19937 random_;
  std::vector<SchoolPlace> schools_;
  std::vector<PublicMeasure> measures_;
  MeasureTies ties_;
  std::unique_ptr<PublicCells> cells_;
};

TEST(Recovery, NoWithheldFigureFollowsFromThoseThatAreTold) {
  int withheld = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    const Case province(seed, 18);
    const auto told = province.Told();
    const PublicCells& cells = province.cells();
    for (std::size_t group = 0; group < cells.groups().size(); ++group) {
      for (std::size_t m = 0; m < province.measures(); ++m) {
        if (!cells.withheld(group, m)) continue;
        ++withheld;
        EXPECT_FALSE(Follows(told, province.RowOf(group, m)))
            << "province " << seed << ", group " << group << ", measure " << m;
      }
    }
  }
  EXPECT_GT(withheld, 500);
}

// True values that fit all that is told leave a figure of fewer than three
// schools open by a tenth of its own amount at least, as the rule for dominant
// schools has it.
TEST(Recovery, NoSmallFigureIsHemmedIn) {
  int tried = 0;
  for (unsigned seed = 1001; seed <= 1040; ++seed) {
    const Case province(seed, 9);
    const auto told = province.Told();
    if (told.empty()) continue;
    const PublicCells& cells = province.cells();
    for (std::size_t group = 0; group < cells.groups().size(); ++group) {
      for (const std::size_t m : {kWhole, kParts[0], kParts[1], kOther}) {
        const int count = province.Count(group, m);
        if (count == 0 || count >= kFewestPublicSchools) continue;
        auto row = province.RowOf(group, m);
        const auto most = Greatest(told, row);
        for (Rational& each : row) each = -each;
        const auto least = Greatest(told, row);
        ++tried;
        if (!most || !least) continue;  // without bound
        EXPECT_GE((*most + *least) * 10, province.Total(group, m))
            << "province " << seed << ", group " << group << ", measure " << m;
      }
    }
  }
  EXPECT_GT(tried, 100);
}

// Without complements the small figures would follow: the test can see.
TEST(Recovery, TheAttackerFindsASmallFigureWithoutComplements) {
  // Three counties of one city, the first of them withheld and nothing else.
  const std::vector<KnownSum> told = {
      {{1, 1, 1}, 60}, {{0, 1, 0}, 20}, {{0, 0, 1}, 30}};
  EXPECT_TRUE(Follows(told, {1, 0, 0}));
  EXPECT_FALSE(Follows({told[0], told[1]}, {1, 0, 0}));
  EXPECT_EQ(Greatest({told[0], told[1]}, {1, 0, 0}), Rational(40));
}

}  // namespace
}  // namespace nianbao::metrics
