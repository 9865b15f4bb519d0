#include "services/core/organisation_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace nianbao::core {
namespace {

using nianbao::intake::v1::Organisation;
using ::testing::ElementsAre;

// An entry: days "from..to", either end left out where it is open.
Organisation Entry(Organisation::Level level, const std::string& code,
                   const std::string& parent, const std::string& days) {
  Organisation entry;
  entry.set_code(code);
  entry.set_level(level);
  entry.set_title("名" + code + "/" + days);
  entry.set_parent(parent);
  const std::size_t dots = days.find("..");
  entry.set_valid_from(days.substr(0, dots));
  entry.set_valid_to(days.substr(dots + 2));
  return entry;
}

Organisation School(const std::string& code, const std::string& parent,
                    const std::string& days) {
  return Entry(Organisation::LEVEL_SCHOOL, code, parent, days);
}

Organisation Ends(Organisation entry, Organisation::Ending ending,
                  std::initializer_list<const char*> successors = {}) {
  entry.set_ending(ending);
  for (const char* code : successors) entry.add_successors(code);
  return entry;
}

// A province with two cities; its schools change as each test has it.
OrganisationTree Province(std::vector<Organisation> schools) {
  schools.push_back(Entry(Organisation::LEVEL_PROVINCE, "330000", "", ".."));
  schools.push_back(Entry(Organisation::LEVEL_CITY, "330100", "330000", ".."));
  schools.push_back(Entry(Organisation::LEVEL_CITY, "330200", "330000", ".."));
  schools.push_back(Ends(
      Entry(Organisation::LEVEL_COUNTY, "330103", "330100", "..2021-04-08"),
      Organisation::ENDING_MERGED, {"330105"}));
  schools.push_back(
      Entry(Organisation::LEVEL_COUNTY, "330105", "330100", ".."));
  return OrganisationTree(std::move(schools));
}

std::vector<std::string> Codes(
    const std::vector<const Organisation*>& entries) {
  std::vector<std::string> codes;
  for (const Organisation* entry : entries) codes.push_back(entry->code());
  return codes;
}

TEST(OrganisationTree, FindsTheEntryThatHoldsOnTheDay) {
  const auto tree = Province({
      School("3633000001", "330200", "2020-09-01.."),
      Ends(School("3633000001", "330100", "2018-09-01..2019-08-31"),
           Organisation::ENDING_CHANGED),
  });
  EXPECT_EQ(tree.Find("3633000001", "2018-08-31"), nullptr);
  EXPECT_EQ(tree.Find("3633000001", "2018-09-01")->parent(), "330100");
  EXPECT_EQ(tree.Find("3633000001", "2019-08-31")->parent(), "330100");
  EXPECT_EQ(tree.Find("3633000001", "2019-12-31"), nullptr);
  EXPECT_EQ(tree.Find("3633000001", "2020-09-01")->parent(), "330200");
  EXPECT_EQ(tree.Find("3633000002", "2020-09-01"), nullptr);
  EXPECT_EQ(tree.Last("3633000001")->valid_from(), "2020-09-01");
  EXPECT_EQ(tree.Last("3633000002"), nullptr);
}

TEST(OrganisationTree, AnEmptyTreeFindsNothing) {
  const OrganisationTree tree;
  EXPECT_EQ(tree.Find("3633000001", "2020-01-01"), nullptr);
  EXPECT_EQ(tree.Last("3633000001"), nullptr);
  EXPECT_TRUE(tree.SchoolsOn("2020-01-01").empty());
  EXPECT_EQ(tree.Heir("3633000001", "2020-01-01", "2021-01-01"), "3633000001");
}

TEST(OrganisationTree, FindsWhatStandsAboveEvenWhereALevelIsLeftOut) {
  const auto tree = Province({School("3633000001", "330105", ".."),
                              School("3633000002", "330200", "..")});
  const auto above = [&](const char* code, Organisation::Level level) {
    const Organisation* found = tree.Above(code, level, "2022-12-31");
    return found == nullptr ? "none" : found->code();
  };
  EXPECT_EQ(above("3633000001", Organisation::LEVEL_SCHOOL), "3633000001");
  EXPECT_EQ(above("3633000001", Organisation::LEVEL_COUNTY), "330105");
  EXPECT_EQ(above("3633000001", Organisation::LEVEL_CITY), "330100");
  EXPECT_EQ(above("3633000001", Organisation::LEVEL_PROVINCE), "330000");
  EXPECT_EQ(above("3633000002", Organisation::LEVEL_COUNTY), "none");
  EXPECT_EQ(above("3633000002", Organisation::LEVEL_CITY), "330200");
  EXPECT_EQ(above("330200", Organisation::LEVEL_COUNTY), "none");
}

TEST(OrganisationTree, KnowsWhatStandsBelowOnADayAndOnSomeDay) {
  const auto tree = Province({
      Ends(School("3633000001", "330103", "..2021-04-08"),
           Organisation::ENDING_CHANGED),
      School("3633000001", "330200", "2021-04-09.."),
  });
  EXPECT_TRUE(tree.IsBelow("3633000001", "330100", "2021-04-08"));
  EXPECT_FALSE(tree.IsBelow("3633000001", "330100", "2021-04-09"));
  EXPECT_TRUE(tree.IsBelow("3633000001", "330000", "2021-04-09"));
  EXPECT_FALSE(tree.IsBelow("330100", "330100", "2021-04-09"));
  const auto& entries = tree.entries();
  const auto range = tree.EntriesOf("3633000001");
  EXPECT_TRUE(tree.WasBelow(entries[range.begin], "330100"));
  EXPECT_FALSE(tree.WasBelow(entries[range.begin], "330200"));
  EXPECT_TRUE(tree.WasBelow(entries[range.begin + 1], "330200"));
  EXPECT_FALSE(tree.WasBelow(entries[range.begin + 1], "330100"));
}

TEST(OrganisationTree, ListsTheSchoolsOfADayInTheOrderOfTheirCodes) {
  const auto tree = Province({School("3633000003", "330100", "2019-01-01.."),
                              School("3633000001", "330100", "..2018-12-31"),
                              School("3633000002", "330100", "..")});
  EXPECT_THAT(Codes(tree.SchoolsOn("2018-12-31")),
              ElementsAre("3633000001", "3633000002"));
  EXPECT_THAT(Codes(tree.SchoolsOn("2019-01-01")),
              ElementsAre("3633000002", "3633000003"));
}

TEST(OrganisationTree, FollowsFiguresThroughMergersAndNewNames) {
  const auto tree = Province({
      Ends(School("3633000001", "330100", "..2018-08-31"),
           Organisation::ENDING_MERGED, {"3633000002"}),
      Ends(School("3633000002", "330100", "..2019-08-31"),
           Organisation::ENDING_CHANGED),
      Ends(School("3633000002", "330200", "2019-09-01..2020-08-31"),
           Organisation::ENDING_MERGED, {"3633000003"}),
      School("3633000003", "330200", "2020-09-01.."),
  });
  EXPECT_EQ(tree.Heir("3633000001", "2017-12-31", "2017-12-31"), "3633000001");
  EXPECT_EQ(tree.Heir("3633000001", "2017-12-31", "2018-08-31"), "3633000001");
  EXPECT_EQ(tree.Heir("3633000001", "2017-12-31", "2018-09-01"), "3633000002");
  EXPECT_EQ(tree.Heir("3633000001", "2017-12-31", "2019-12-31"), "3633000002");
  EXPECT_EQ(tree.Heir("3633000001", "2017-12-31", "2020-12-31"), "3633000003");
  EXPECT_EQ(tree.Heir("3633000002", "2019-12-31", "2020-12-31"), "3633000003");
  // Nothing is followed backwards, and what is not known stays itself.
  EXPECT_EQ(tree.Heir("3633000002", "2019-12-31", "2017-12-31"), "3633000002");
  EXPECT_EQ(tree.Heir("3633000001", "2019-12-31", "2020-12-31"), "3633000001");
}

TEST(OrganisationTree, LosesFiguresInASplitEvenWhereTheSchoolGoesOn) {
  const auto tree = Province({
      Ends(School("3633000001", "330100", "..2018-08-31"),
           Organisation::ENDING_SPLIT, {"3633000001", "3633000002"}),
      School("3633000001", "330100", "2018-09-01.."),
      School("3633000002", "330100", "2018-09-01.."),
  });
  EXPECT_EQ(tree.Heir("3633000001", "2017-12-31", "2018-12-31"), "");
  EXPECT_EQ(tree.Heir("3633000001", "2018-12-31", "2019-12-31"), "3633000001");
}

TEST(OrganisationTree, AClosedSchoolStaysItselfEvenWhereItOpensAgain) {
  const auto tree = Province({
      Ends(School("3633000001", "330100", "..2018-08-31"),
           Organisation::ENDING_CLOSED),
      Ends(School("3633000001", "330100", "2019-09-01..2020-08-31"),
           Organisation::ENDING_MERGED, {"3633000002"}),
      School("3633000002", "330100", ".."),
  });
  EXPECT_EQ(tree.Heir("3633000001", "2017-12-31", "2018-12-31"), "3633000001");
  EXPECT_EQ(tree.Heir("3633000001", "2017-12-31", "2020-12-31"), "3633000001");
  EXPECT_EQ(tree.Heir("3633000001", "2019-12-31", "2020-12-31"), "3633000002");
}

}  // namespace
}  // namespace nianbao::core
