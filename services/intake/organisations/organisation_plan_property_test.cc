// Imports of made provinces with rows left out, spoilt and doubled: what would
// be stored fits together on every day, asked in the slow way.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/core/organisation_tree.h"
#include "services/core/validity.h"
#include "services/intake/organisations/organisation_plan.h"
#include "services/intake/organisations/organisations_test_base.h"
#include "tests/testing/made_province.h"
#include "tests/testing/made_years.h"

namespace nianbao::intake {
namespace {

using nianbao::intake::v1::Organisation;
using nianbao::testing::MadeNumber;
using nianbao::testing::MadeProvince;
using nianbao::testing::ProvinceShape;

// A row of a file as made, or spoilt.
OrganisationFile FileOf(const std::vector<Organisation>& entries) {
  OrganisationFile file;
  for (const Organisation& entry : entries) {
    OrganisationRow& row = file.rows.emplace_back();
    row.entry = entry;
    row.cells.row = static_cast<int>(file.rows.size()) + 1;
  }
  return file;
}

std::string KeyOf(const Organisation& entry) {
  return entry.code() + "/" + entry.valid_from();
}

using Entries = std::map<std::string, Organisation>;

Entries After(const Entries& before, const OrganisationPlan& plan) {
  Entries entries = before;
  for (const Organisation& entry : plan.entries) entries[KeyOf(entry)] = entry;
  return entries;
}

// What is wrong with the entries; empty where they fit together.
std::string Misfit(const Entries& entries) {
  std::vector<Organisation> list;
  std::set<std::string> days = {"1900-01-01", "2100-01-01"};
  for (const auto& [key, entry] : entries) {
    list.push_back(entry);
    if (!entry.valid_from().empty()) days.insert(entry.valid_from());
    if (!entry.valid_to().empty()) {
      days.insert(entry.valid_to());
      days.insert(core::NextDay(entry.valid_to()));
    }
  }
  for (const std::string& day : days) {
    std::map<std::string, const Organisation*> holding;
    for (const Organisation& entry : list) {
      if (!core::ValidityOf(entry).Holds(day)) continue;
      if (!holding.emplace(entry.code(), &entry).second) {
        return absl::StrCat(day, " twice ", KeyOf(entry));
      }
    }
    for (const auto& [code, entry] : holding) {
      if (entry->level() == Organisation::LEVEL_PROVINCE) continue;
      const auto parent = holding.find(entry->parent());
      if (parent == holding.end() ||
          parent->second->level() <= entry->level()) {
        return absl::StrCat(day, " no parent ", KeyOf(*entry));
      }
    }
    for (const Organisation& entry : list) {
      if (entry.valid_to().empty() || core::NextDay(entry.valid_to()) != day) {
        continue;
      }
      for (const auto& successor : entry.successors()) {
        if (holding.count(successor) == 0) {
          return absl::StrCat(day, " no successor ", KeyOf(entry));
        }
      }
      if (entry.ending() == Organisation::ENDING_CHANGED &&
          holding.count(entry.code()) == 0) {
        return absl::StrCat(day, " does not go on ", KeyOf(entry));
      }
    }
  }
  return "";
}

ProvinceShape Shape(std::uint64_t seed) {
  ProvinceShape shape;
  shape.seed = seed;
  shape.schools = 40;
  shape.cities = 3;
  shape.counties = 9;
  shape.editions = {{"2019", 2019}, {"2020", 2020}, {"2021", 2021}};
  shape.merged = shape.split = shape.moved = shape.closed = 80;
  shape.merged_counties = 200;
  return shape;
}

// Rows of the province of which some are left out, spoilt, doubled or changed.
std::vector<Organisation> Spoilt(const MadeProvince& province,
                                 std::uint64_t seed) {
  std::vector<Organisation> entries;
  std::uint64_t draw = 0;
  for (const Organisation& made : province.organisations()) {
    Organisation entry = made;
    const std::uint64_t what = MadeNumber(seed, ++draw) % 40;
    if (what == 0) continue;
    if (what == 1) entries.push_back(entry);
    if (what == 2) entry.set_parent("330199");
    if (what == 3 && entry.valid_to().empty() &&
        entry.valid_from() < "2021-06-30") {
      entry.set_valid_to("2021-06-30");
      entry.set_ending(Organisation::ENDING_CLOSED);
    }
    const bool late = entry.valid_to().empty() || entry.valid_to() > "2020";
    if (what == 4 && late) entry.set_valid_from("2019-03-01");
    entries.push_back(entry);
  }
  for (std::size_t i = 1; i < entries.size(); ++i) {
    std::swap(entries[i], entries[MadeNumber(seed, ++draw) % i]);
  }
  return entries;
}

TEST(OrganisationPlanProperty, AcceptsAWholeProvinceAtOnce) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const MadeProvince province(Shape(seed));
    const OrganisationPlan plan =
        PlanImport({}, FileOf(province.organisations()));
    EXPECT_EQ(plan.rejected.size(), 0u);
    EXPECT_EQ(plan.added, static_cast<int>(province.organisations().size()));
    EXPECT_EQ(Misfit(After({}, plan)), "") << seed;
  }
}

TEST(OrganisationPlanProperty, WhatIsLeftOfSpoiltFilesFitsTogether) {
  std::size_t rejected = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const MadeProvince province(Shape(seed));
    // Into an empty registry, then another spoilt file over what is there.
    Entries entries;
    for (const std::uint64_t round : {100 + seed, 200 + seed}) {
      std::vector<Organisation> stored;
      for (const auto& [key, entry] : entries) stored.push_back(entry);
      const OrganisationFile file = FileOf(Spoilt(province, round));
      const OrganisationPlan plan = PlanImport(stored, file);
      rejected += plan.rejected.size();
      std::set<int> rows;
      for (const auto& row : plan.rejected) rows.insert(row.row());
      // Each row is stored, unchanged or rejected, once.
      EXPECT_EQ(plan.entries.size() + rows.size() +
                    static_cast<std::size_t>(plan.unchanged),
                file.rows.size());
      entries = After(entries, plan);
      ASSERT_EQ(Misfit(entries), "") << seed;
      // The same file again changes nothing and has the same rows rejected.
      stored.clear();
      for (const auto& [key, entry] : entries) stored.push_back(entry);
      const OrganisationPlan again = PlanImport(stored, file);
      EXPECT_EQ(again.entries.size(), 0u) << seed;
      EXPECT_EQ(again.rejected.size(), plan.rejected.size()) << seed;
    }
  }
  EXPECT_GT(rejected, 500u);
}

}  // namespace
}  // namespace nianbao::intake
