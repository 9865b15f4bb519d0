#include "services/intake/reading/measures.h"

#include "gtest/gtest.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

std::string Named(std::u32string_view phrase, std::string_view unit) {
  return ToUtf8(Measured(std::u32string(phrase), unit));
}

TEST(Measured, SaysWhatTheUnitMeasures) {
  EXPECT_EQ(Named(U"兼职教师", "人"), "兼职教师数");
  EXPECT_EQ(Named(U"对口就业", "人"), "对口就业人数");
  EXPECT_EQ(Named(U"参加培训", "人次"), "参加培训人次");
  EXPECT_EQ(Named(U"工匠讲座", "场"), "工匠讲座场次");
  EXPECT_EQ(Named(U"助学金发放", "万元"), "助学金发放金额");
  EXPECT_EQ(Named(U"检测中心占地", "亩"), "检测中心占地面积");
}

TEST(Measured, LeavesPhrasesThatSayItThemselves) {
  EXPECT_EQ(Named(U"在校生总数", "人"), "在校生总数");
  EXPECT_EQ(Named(U"学校总收入", "万元"), "学校总收入");
  EXPECT_EQ(Named(U"通过率", "%"), "通过率");
  EXPECT_EQ(Named(U"总投资", "万元"), "总投资");
}

TEST(ShareName, NamesPartAndWhole) {
  EXPECT_EQ(ToUtf8(ShareName(U"男生", U"在校生")), "男生占比(占在校生)");
  EXPECT_EQ(ToUtf8(ShareName(U"实践课时", U"总课时")), "实践课时占总课时比例");
  EXPECT_EQ(ToUtf8(ShareName(U"男生", U"")), "男生占比");
  EXPECT_EQ(ToUtf8(ShareName(U"男生", U"全校")), "男生占比");
}

}  // namespace
}  // namespace nianbao::intake
