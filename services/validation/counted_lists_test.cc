#include "services/validation/counted_lists.h"

#include <gmock/gmock.h>

#include "services/validation/counts.h"
#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> Counted(const std::string& text) {
  return Found(ReportBuilder().Text(text), FindCountedLists);
}

std::vector<std::string> Ordinal(const ReportBuilder& report) {
  return Found(report, FindOrdinalLists);
}

std::vector<int> Values(std::string_view text) {
  std::vector<int> values;
  for (const StatedCount& count : CountsIn(text)) values.push_back(count.value);
  return values;
}

TEST(Counts, AreSmallNumbersOfThings) {
  EXPECT_THAT(Values("四个方面、12 项、两大类、十二名、二十一位、三十家"),
              ElementsAre(4, 12, 2, 12, 21, 30));
  EXPECT_THAT(Values("“六共”机制和“三全”育人"), ElementsAre(6, 3));
}

TEST(Counts, AreNoOrdinalsDatesOrLargeNumbers) {
  EXPECT_THAT(Values("第三个、三个月、十余项、三百个、1.5个、2021年、近三个"),
              IsEmpty());
}

TEST(CountedLists, StandBeforeTheirCount) {
  EXPECT_THAT(Counted("学校设有护理、会计、电子商务等三个专业。"),
              ElementsAre("list consistent 三个 | 3个：护理、会计、"
                          "电子商务"));
  EXPECT_THAT(Counted("抓好政治、思想、作风及制度等四项建设。"), SizeIs(1));
  EXPECT_THAT(Counted("打造“匠心”“清风”两大品牌。"), SizeIs(1));
  EXPECT_THAT(Counted("从“认识、落实、成效”三个层面推进。"), SizeIs(1));
  EXPECT_THAT(Counted("其中，数控技术和旅游管理两个专业入选。"), SizeIs(1));
}

TEST(CountedLists, AreRefutedWhereTheyAreClosed) {
  EXPECT_THAT(Counted("甲一、乙二、丙三、丁四共5位教师晋升。"),
              ElementsAre("list contradicted 5位 | "
                          "4个：甲一、乙二、丙三、丁四"));
  // 等 may leave names out, but there can't be fewer than are named.
  EXPECT_THAT(Counted("开展心理周、劳动周、读书周、法治周等三大活动。"),
              ElementsAre("list contradicted 三大 | "
                          "4个：开展心理周、劳动周、读书周、法治周"));
}

TEST(CountedLists, AreLeftAloneWhereTheyMayGoOn) {
  EXPECT_THAT(Counted("建筑、机械、旅游、电商等9支队伍参加省赛。"), IsEmpty());
}

// Ranks and phases are no counts, and not every 与 joins two names.
TEST(CountedLists, AreListsOnly) {
  EXPECT_THAT(Counted("系省示范学校、省二级职业学校。"), IsEmpty());
  EXPECT_THAT(Counted("二期室外工程：绿化、给水均已招标。"), IsEmpty());
  EXPECT_THAT(Counted("全年与境外2所职业院校交流。"), IsEmpty());
  EXPECT_THAT(Counted("围绕目标、打造平台、促成三方协同。"), IsEmpty());
  EXPECT_THAT(Counted("学校由城东和老城2个校区组成。"),
              ElementsAre("list consistent 2个 | 2个：城东和老城"));
}

TEST(CountedLists, RatherNameThingsThanTell) {
  EXPECT_THAT(Counted("搭建三类平台：建设规划中心、实训中心、创业中心，创建"
                      "互通共享的学习空间，全面提高综合素质。"),
              ElementsAre("list consistent 三类 | 3个：建设规划中心、"
                          "实训中心、创业中心"));
}

// The nearest count is meant, never a set phrase or a paper.
TEST(OrdinalLists, BelongToTheNearestCount) {
  EXPECT_THAT(
      Ordinal(ReportBuilder().Text("树立“两个意识”，抓好两项工作。一是建校，"
                                   "二是办学。")),
      ElementsAre("list consistent 两项 | 2个：一是建校、二是办学"));
  EXPECT_THAT(
      Ordinal(ReportBuilder().Text("落实两个文件的精神。一是建校，二是办学。")),
      IsEmpty());
}

// What stands before a count need not be what it counts.
TEST(CountedLists, AreNotGuessed) {
  EXPECT_THAT(Counted("面向高一、高二、高三年级开设2个专业。"), IsEmpty());
  EXPECT_THAT(Counted("与甲公司、乙公司、丙公司共建2个基地。"), IsEmpty());
  EXPECT_THAT(
      Counted("拥有[5个|省示范专业]省示范专业、[2个|骨干专业]骨干专业、3个"
              "基地。"),
      IsEmpty());
  EXPECT_THAT(Counted("市优秀教师、市先进个人的甲一一、乙二等2人。"),
              IsEmpty());
}

TEST(CountedLists, StandInBracketsBehindTheirCount) {
  EXPECT_THAT(Counted("三个基本图形（圆形、方形、三角形）作为器材。"),
              ElementsAre("list consistent 三个 | "
                          "3个：圆形、方形、三角形"));
  EXPECT_THAT(Counted("以“三共”（共同招生，共同培养，共同评价）为基础。"),
              SizeIs(1));
  EXPECT_THAT(Counted("四个校区（东校区、西校区、南校区）。"),
              ElementsAre("list contradicted 四个 | "
                          "3个：东校区、西校区、南校区"));
  EXPECT_THAT(Counted("四个校区（东校区、西校区、南校区等）。"), IsEmpty());
  EXPECT_THAT(Counted("四个校区（其中东校区、西校区、南校区为新建）。"),
              IsEmpty());
}

TEST(CountedLists, StandBehindWordsThatNameThem) {
  EXPECT_THAT(Counted("设有三个学部，分别是机电部、财经部和信息部。"),
              SizeIs(1));
  EXPECT_THAT(Counted("设有三个学部：机电部、财经部、信息部。"), SizeIs(1));
  EXPECT_THAT(Counted("设有四个学部，分别是机电部、财经部、信息部。"),
              ElementsAre("list contradicted 四个 | "
                          "3个：机电部、财经部、信息部"));
  EXPECT_THAT(Counted("设有四个学部，包括机电部、财经部、信息部。"), IsEmpty());
}

TEST(OrdinalLists, CountTheirItems) {
  EXPECT_THAT(Ordinal(ReportBuilder()
                          .Text("着重抓好三项工作。")
                          .Text("一是建立团校，开展教育。二是成立小组。三是"
                                "加强宣传。")),
              ElementsAre("list consistent 三项 | "
                          "3个：一是建立团校、二是成立小组、三是加强宣传"));
  EXPECT_THAT(Ordinal(ReportBuilder().Text(
                  "着重抓好四项工作：一是建校；二是建组；三是宣传。")),
              ElementsAre("list contradicted 四项 | "
                          "3个：一是建校、二是建组、三是宣传"));
}

TEST(OrdinalLists, AreLeftAloneWhereTheCountStandsApart) {
  EXPECT_THAT(Ordinal(ReportBuilder().Text(
                  "成立四个小组，落实责任。一是建校；二是建组；三是宣传。")),
              IsEmpty());
  EXPECT_THAT(Ordinal(ReportBuilder().Text(
                  "着重抓好四项工作：一是建校；二是建组；三是宣传。此外还有"
                  "评比。")),
              IsEmpty());
}

TEST(OrdinalLists, KnowPairs) {
  EXPECT_THAT(Ordinal(ReportBuilder().Text(
                  "建立两条网络，一条是联系网络；另一条是报告网络。")),
              SizeIs(1));
}

TEST(OrdinalLists, AreNumberedParagraphs) {
  EXPECT_THAT(Ordinal(ReportBuilder()
                          .Text("二、三大领域反哺")
                          .Text("1. 反哺学校。共享场地。")
                          .Text("2. 反哺社区。送教上门。")
                          .Text("3. 反哺社会。开通热线。")
                          .Text("三、两类平台")),
              SizeIs(1));
  EXPECT_THAT(Ordinal(ReportBuilder()
                          .Text("二、四大领域反哺")
                          .Text("1. 反哺学校。")
                          .Text("2. 反哺社区。")
                          .Text("3. 反哺社会。")),
              IsEmpty());
}

TEST(TableNumbers, RunOn) {
  const auto numbers = [](const std::string& last) {
    return Found(
        ReportBuilder().Table(
            1,
            {{"序号", "专业"}, {"1", "护理"}, {"2", "会计"}, {last, "电商"}}),
        FindTableNumbers);
  };
  EXPECT_THAT(numbers("3"), ElementsAre("list consistent 3 | 3行"));
  EXPECT_THAT(numbers("4"), ElementsAre("list undecided 4 | 3行"));
}

}  // namespace
}  // namespace nianbao::validation
