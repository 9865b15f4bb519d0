#include "services/intake/reading/phrases.h"

#include "gtest/gtest.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

std::string Noun(std::u32string_view words) {
  return ToUtf8(NounPhrase(std::u32string(words)));
}

TEST(NounPhrase, LeavesOutAgentsAndVerbsOfHaving) {
  EXPECT_EQ(Noun(U"学校另聘请行业企业兼职教师"), "行业企业兼职教师");
  EXPECT_EQ(Noun(U"党总支下设党支部"), "党支部");
  EXPECT_EQ(Noun(U"联合会评出四星级社团"), "四星级社团");
}

TEST(NounPhrase, KeepsVerbsThatTellCountsApart) {
  EXPECT_EQ(Noun(U"团委按名额发展新团员"), "发展新团员");
  EXPECT_EQ(Noun(U"公开招聘新教师"), "招聘新教师");
  EXPECT_EQ(Noun(U"全年举办讲座"), "举办讲座");
}

TEST(NounPhrase, LeavesOutWhatOnlyDescribesALongNoun) {
  EXPECT_EQ(Noun(U"直接就业的毕业生平均月收入"), "毕业生平均月收入");
  EXPECT_EQ(Noun(U"参加社团的学生"), "参加社团的学生");
}

TEST(CountedPhrase, PutsThePredicateBeforeItsNoun) {
  EXPECT_EQ(ToUtf8(CountedPhrase(U"学生参加劳动周", false)), "参加劳动周学生");
  EXPECT_EQ(ToUtf8(CountedPhrase(U"班级全部配备正副班主任", false)), "班级");
  EXPECT_EQ(ToUtf8(CountedPhrase(U"教室安装一体机", true)), "教室");
}

TEST(LeaningOf, TellsWordsThatDoNotStandForThemselves) {
  EXPECT_EQ(LeaningOf(U"", "人"), Leaning::kEmpty);
  EXPECT_EQ(LeaningOf(U"省级及以上", "项"), Leaning::kValue);
  EXPECT_EQ(LeaningOf(U"2021级", "人"), Leaning::kValue);
  EXPECT_EQ(LeaningOf(U"合格", "人"), Leaning::kAttribute);
  EXPECT_EQ(LeaningOf(U"参加学生", "人"), Leaning::kAttribute);
  EXPECT_EQ(LeaningOf(U"每人每年", "元"), Leaning::kPerHead);
  EXPECT_EQ(LeaningOf(U"住校生", "人"), Leaning::kNone);
}

TEST(TopicOf, LeavesTheActivity) {
  EXPECT_EQ(ToUtf8(TopicOf(U"参加职业技能鉴定")), "职业技能鉴定");
  EXPECT_EQ(ToUtf8(TopicOf(U"参加岗位实习的学生")), "岗位实习");
}

}  // namespace
}  // namespace nianbao::intake
