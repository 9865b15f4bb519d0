#include "services/metrics/nearest_code.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace nianbao::metrics {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(NearestCodes, FindsACodeWithTypingErrors) {
  EXPECT_THAT(NearestCodes("full_time_studnets",
                           {"full_time_students", "full_time_teachers"}),
              ElementsAre("full_time_students"));
}

TEST(NearestCodes, FindsLongerCodesThatContainIt) {
  EXPECT_THAT(NearestCodes("students", {"new_students", "area"}),
              ElementsAre("new_students"));
}

TEST(NearestCodes, PutsTheLikeliestFirstAndAtMostThree) {
  EXPECT_THAT(NearestCodes("area", {"area_d", "area_bb", "areas", "area_c"}),
              ElementsAre("areas", "area_c", "area_d"));
}

TEST(NearestCodes, SuggestsNothingForWhatIsLikeNone) {
  EXPECT_THAT(NearestCodes("xyz", {"students", "area"}), IsEmpty());
  EXPECT_THAT(NearestCodes("", {"students"}), IsEmpty());
  EXPECT_THAT(NearestCodes(std::string(100000, 's'), {"students"}), IsEmpty());
}

}  // namespace
}  // namespace nianbao::metrics
