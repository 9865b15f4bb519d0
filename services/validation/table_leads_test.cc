#include "services/validation/table_leads.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Totals(const std::string& stated,
                                const std::string& words = "分类如下：",
                                const std::string& head = "到账（万元）") {
  return Found(
      ReportBuilder()
          .Text("全年到账培训费[" + stated + "|培训到账]，" + words)
          .Table(1, {{"类别", "班次", head},
                     {"职工", "[42|班次|||班次]", "[148.2|到账|||万元]"},
                     {"农民", "[15|班次|||班次]", "[168.2|到账|||万元]"},
                     {"合计", "[57|班次|||班次]", "[316.4|到账|||万元]"}}),
      FindLedTotals);
}

TEST(TableLeads, ComeToTheTablesTotal) {
  EXPECT_THAT(Totals("316.4万元"),
              ElementsAre("same_concept consistent 316.4万元 | 316.4万元"));
  EXPECT_THAT(Totals("361.4万元"),
              ElementsAre("same_concept contradicted 361.4万元 | 316.4万元"));
}

TEST(TableLeads, MayBeOfSomethingElse) {
  // No slip makes one of the other.
  EXPECT_THAT(Totals("825.5万元"), IsEmpty());
  EXPECT_THAT(Totals("361.4万元", "比上年多。"), IsEmpty());
  EXPECT_THAT(Totals("361.4万元", "分类如下：", "支出（万元）"), IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation
