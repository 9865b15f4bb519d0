#include "services/validation/stage_orders.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Stages(const std::string& text) {
  return Found(ReportBuilder().Text(text), FindStageOrders);
}

TEST(StageOrders, HoldFromWhoCameToWhoGotThrough) {
  EXPECT_THAT(Stages("高考报名[210人|报名人数]，上线[198人|上线人数]。"),
              ElementsAre("order consistent 198人 | 198人≤210人"));
  EXPECT_THAT(Stages("现有教职工[96人|教职工]，专任教师[88人|专任教师]。"),
              ElementsAre("order consistent 88人 | 88人≤96人"));
}

TEST(StageOrders, HoldForEachPartInABracket) {
  EXPECT_THAT(Stages("升学[310人|升学人数]（其中高考报名[260人|报名人数]，上线"
                     "[255人|上线人数]），就业[90人|就业人数]。"),
              ElementsAre("order consistent 260人 | 260人≤310人",
                          "order consistent 255人 | 255人≤310人",
                          "order consistent 255人 | 255人≤260人"));
}

TEST(StageOrders, HoldForNewOnesOfAStock) {
  EXPECT_THAT(Stages("共建校外基地[36家|校外基地数]。新增[5家|新增数]校外"
                     "实习单位。"),
              ElementsAre("order consistent 5家 | 5家≤36家"));
  EXPECT_THAT(Stages("共建校外基地[36家|校外基地数]。新增[5家|新增数]企业。"),
              IsEmpty());
}

// More than there are may be of others: it is no order, and no mistake.
TEST(StageOrders, AreNotContradicted) {
  EXPECT_THAT(Stages("高考报名[210人|报名人数]，上线[298人|上线人数]。"),
              IsEmpty());
  EXPECT_THAT(Stages("教职工[96人|教职工]，学生[1988人|学生]。"), IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation
