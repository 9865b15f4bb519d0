#include "services/validation/label_key.h"

#include <gmock/gmock.h>

namespace nianbao::validation {
namespace {

TEST(LabelKey, IsEqualForWordingsOfOneThing) {
  const std::string key = LabelKey("全日制在校生数");
  EXPECT_EQ(LabelKey("2021年 全日制在校生总数"), key);
  EXPECT_EQ(LabelKey("学校现有全日制在校生"), key);
  EXPECT_EQ(LabelKey("“双师型”教师数"), LabelKey("双师型教师"));
  EXPECT_EQ(LabelKey("专任老师"), LabelKey("专任教师总数"));
  EXPECT_EQ(LabelKey("毕业学生"), LabelKey("2020届毕业生总数"));
}

// 招生数 alone keeps its 生, so that 甲学部招生数 must, too.
TEST(LabelKey, EndsAlikeWithAndWithoutMoreInFront) {
  EXPECT_EQ(MatchKeys(LabelKey("招生数"), LabelKey("甲学部招生数")),
            KeyMatch::kEnding);
  EXPECT_EQ(MatchKeys(LabelKey("女生"), LabelKey("在校女生数")),
            KeyMatch::kEnding);
}

TEST(LabelKey, KeepsWhatTellsFiguresApart) {
  EXPECT_NE(LabelKey("培训人数"), LabelKey("培训人次"));
  EXPECT_NE(LabelKey("专任教师"), LabelKey("专业教师"));
  EXPECT_NE(LabelKey("升学率"), LabelKey("升学人数"));
}

TEST(LabelKey, DropsBracketedRemarks) {
  EXPECT_EQ(LabelKey("就业（含升学）人数"), LabelKey("就业人数"));
}

TEST(MatchKeys, TellsEqualFromEnding) {
  EXPECT_EQ(MatchKeys("专任教师", "专任教师"), KeyMatch::kEqual);
  EXPECT_EQ(MatchKeys("专任教师", "体育课专任教师"), KeyMatch::kEnding);
  EXPECT_EQ(MatchKeys("体育课专任教师", "专任教师"), KeyMatch::kNone);
  EXPECT_EQ(MatchKeys("", "专任教师"), KeyMatch::kNone);
}

}  // namespace
}  // namespace nianbao::validation
