#include "services/validation/rate_ranges.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Ranges(const std::string& overall, int parts = 3) {
  std::vector<std::vector<std::string>> rows{{"专业", "对口率"}};
  const std::string names[] = {"护理", "会计", "电商"};
  const std::string rates[] = {"90%", "95%", "97%"};
  for (int i = 0; i < parts; ++i) {
    rows.push_back(
        {names[i], "[" + rates[i] + "|对口率|match|||专业=" + names[i] + "]"});
  }
  return Found(ReportBuilder()
                   .Text("对口率[" + overall + "|对口率|match]。")
                   .Table(1, rows),
               FindRateRanges);
}

TEST(RateRanges, HoldTheOverallRate) {
  EXPECT_THAT(Ranges("94%"),
              ElementsAre("mean consistent 94% | (90+95+97)÷3=94%"));
  EXPECT_THAT(Ranges("96%"), ElementsAre("mean consistent 96% | [89.5, 97.5]"));
}

TEST(RateRanges, AskWhereTheOverallRateLiesOutside) {
  EXPECT_THAT(Ranges("99%"), ElementsAre("mean undecided 99% | [89.5, 97.5]"));
}

TEST(RateRanges, NeedSeveralParts) { EXPECT_THAT(Ranges("99%", 2), IsEmpty()); }

}  // namespace
}  // namespace nianbao::validation
