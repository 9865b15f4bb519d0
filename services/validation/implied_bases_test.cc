#include "services/validation/implied_bases.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"
#include "services/validation/shares.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> AtCampus(const std::string& share) {
  return Found(ReportBuilder()
                   .Text("在校生[3486人|全日制在校生数|students]，其中东湖校区"
                         "[2310人|全日制在校生数（东湖校区）]，南山校区"
                         "[1176人|南山校区全日制在校生数]。")
                   .Text("住校生[2594人|住校生数]，其中东湖校区"
                         "[1702人|住校生数（东湖校区）]，占该校区学生的[" +
                         share + "|占比]。"),
               FindShares);
}

TEST(ImpliedBases, AreOfThePlaceOfThePart) {
  EXPECT_THAT(AtCampus("73.68%"),
              ElementsAre("share consistent 73.68% | 1702÷2310=73.68%"));
  EXPECT_THAT(AtCampus("48.82%"),
              ElementsAre("share contradicted 48.82% | 1702÷2310=73.68%"));
}

std::vector<std::string> OfWomen(const std::string& men,
                                 const std::string& share) {
  return Found(
      ReportBuilder().Text("学生[2146人|学生]。男孩子[" + men +
                           "人|在校男生数]，女孩子[943人|在校女生数]，女生占[" +
                           share + "|女生占比]。"),
      FindShares);
}

// 女生 is the 943人 of 在校女生数, and men and women are all there are.
TEST(ImpliedBases, AreWhatAlternativesMakeUp) {
  EXPECT_THAT(OfWomen("1203", "43.94%"),
              ElementsAre("share consistent 43.94% | 943÷2146=43.94%"));
  EXPECT_THAT(OfWomen("1203", "43.49%"),
              ElementsAre("share contradicted 43.49% | 943÷2146=43.94%"));
  // They make up nothing.
  EXPECT_THAT(OfWomen("1103", "43.49%"),
              ElementsAre("share undecided 43.49% | "));
}

}  // namespace
}  // namespace nianbao::validation
