#include "services/validation/areas.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Areas(const std::string& whole) {
  return Found(ReportBuilder().Text("东校区占地[120亩|东校区占地面积]，西校区"
                                    "占地[31亩|西校区占地面积]。校园面积[" +
                                    whole + "平方米|校园占地面积]。"),
               FindAreas);
}

// 151 mu, each part rounded, are 100000 to 101333 square metres.
TEST(Areas, OfCampusesMakeUpTheSiteInAnotherUnit) {
  EXPECT_THAT(Areas("100620"), ElementsAre("sum consistent 100620平方米 | "
                                           "80000+20666.67=100666.67平方米"));
}

TEST(Areas, ThatMissItAreNotGuessed) { EXPECT_THAT(Areas("99000"), IsEmpty()); }

}  // namespace
}  // namespace nianbao::validation
