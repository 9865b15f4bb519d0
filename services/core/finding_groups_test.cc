#include "services/core/finding_groups.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::Severity;
using nianbao::catalogue::v1::SEVERITY_ERROR;
using nianbao::catalogue::v1::SEVERITY_NOTE;
using nianbao::catalogue::v1::SEVERITY_UNSPECIFIED;
using nianbao::validation::v1::Check;
using nianbao::validation::v1::Finding;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Check CheckOf(const std::string& id, Severity severity) {
  Check check;
  check.set_id(id);
  check.set_severity(severity);
  return check;
}

TEST(FindingGroups, HoldTheHeadAndItsConsequences) {
  const std::vector<Check> checks{CheckOf("c1", SEVERITY_ERROR),
                                  CheckOf("c2", SEVERITY_UNSPECIFIED),
                                  CheckOf("c3", SEVERITY_ERROR)};
  Finding finding;
  finding.set_id("d1");
  finding.set_head("c3");
  finding.add_consequences("c1");
  finding.set_severity(SEVERITY_ERROR);
  const auto groups = FindingGroups(checks, {finding});
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].head, &checks[2]);
  EXPECT_THAT(groups[0].consequences, ElementsAre(&checks[0]));
}

TEST(FindingGroups, StandGravestFirstAndOtherwiseInCheckOrder) {
  const std::vector<Check> checks{
      CheckOf("c1", SEVERITY_NOTE), CheckOf("c2", SEVERITY_ERROR),
      CheckOf("c3", SEVERITY_UNSPECIFIED), CheckOf("c4", SEVERITY_ERROR)};
  const auto groups = FindingGroups(checks, {});
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].finding.id(), "c2");
  EXPECT_EQ(groups[1].finding.id(), "c4");
  EXPECT_EQ(groups[2].finding.id(), "c1");
}

TEST(FindingGroups, LeaveOutWhatTheChecksDoNotHave) {
  Finding finding;
  finding.set_head("c9");
  EXPECT_THAT(FindingGroups({}, {finding}), IsEmpty());
}

}  // namespace
}  // namespace nianbao::core
