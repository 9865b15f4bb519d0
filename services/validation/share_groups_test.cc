#include "services/validation/share_groups.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"
#include "services/validation/shares.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;

// What follows from the shares of a text.
std::vector<std::string> Groups(const std::string& text) {
  auto shown = Found(ReportBuilder().Text(text),
                     [](const ReportView& view, Checks& checks) {
                       Checks shares;
                       FindShares(view, shares);
                       const auto count = static_cast<long>(shares.size());
                       FindShareGroups(view, shares);
                       checks.assign(shares.begin() + count, shares.end());
                     });
  return shown;
}

std::string Pay(const std::string& high, const std::string& share) {
  return "直接就业[500人|直接就业人数]。其中[320人|起薪较低人数]起薪不足"
         "3000元，占直接就业学生的[64.00%|占比]；有[" +
         high + "人|起薪较高人数]更高，占直接就业学生的[" + share + "%|占比]。";
}

TEST(ShareGroups, MakeUpTheWholeThatTheirBaseNames) {
  EXPECT_THAT(Groups(Pay("180", "36.00")),
              ElementsAre("sum consistent 500人 | 320+180=500人",
                          "sum consistent 64.00%、36.00% | 64+36=100%"));
}

// Shares of one whole need not be all of it.
TEST(ShareGroups, NeedNotBeAll) {
  EXPECT_THAT(Groups(Pay("150", "30.00")),
              ElementsAre("order consistent 320人 | 320人≤500人",
                          "order consistent 150人 | 150人≤500人"));
}

}  // namespace
}  // namespace nianbao::validation
