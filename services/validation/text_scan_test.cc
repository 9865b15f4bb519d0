#include "services/validation/text_scan.h"

#include <gmock/gmock.h>

namespace nianbao::validation {
namespace {

TEST(LastClause, StandsBehindTheLastMark) {
  EXPECT_EQ(LastClause("其中编内278人，编外"), "编外");
  EXPECT_EQ(LastClause("升入本科128人、升入高职"), "升入高职");
  EXPECT_EQ(LastClause("专任教师"), "专任教师");
}

TEST(LastClause, KeepsClosedBracketsAndLeavesOpenOnes) {
  EXPECT_EQ(LastClause("，就业（含升学）率"), "就业（含升学）率");
  EXPECT_EQ(LastClause("685人（其中报名"), "其中报名");
  EXPECT_EQ(LastClause("上线559人），占毕业生"), "占毕业生");
}

TEST(StripEnd, TakesWordsAgainAndAgain) {
  EXPECT_EQ(StripEnd("合格率达到为", {"达到", "为"}), "合格率");
  EXPECT_EQ(StripStart("其中而本科", {"其中", "而"}), "本科");
}

TEST(Compact, DropsSpacesOfAllKinds) {
  EXPECT_EQ(Compact(" 生 师\t比\xE3\x80\x80"), "生师比");
}

TEST(CharactersMissing, CountsWholeCharacters) {
  EXPECT_EQ(CharactersMissing("就业", "直接就业人数"), 0);
  EXPECT_EQ(CharactersMissing("对口就业", "就业人数"), 2);
}

}  // namespace
}  // namespace nianbao::validation
