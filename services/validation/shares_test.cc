#include "services/validation/shares.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using nianbao::catalogue::v1::SEVERITY_ERROR;
using nianbao::catalogue::v1::SEVERITY_NOTE;
using nianbao::catalogue::v1::SEVERITY_UNSPECIFIED;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Shares(const std::string& text) {
  return Found(ReportBuilder().Text(text), FindShares);
}

TEST(Shares, HoldWhereTheBaseIsNamed) {
  EXPECT_THAT(Shares("[268人|专任教师总数]，专业教师[138人|专业教师数]，"
                     "占专任教师的[51.49%|占比]。"),
              ElementsAre("share consistent 51.49% | 138÷268=51.49%"));
}

// Cut off instead of rounded: one whole of the paragraph gives all digits but
// the last, and no other comes near.
TEST(Shares, AreOffInTheLastDigitOfTheOnlyWholeThatComesNear) {
  const auto share = [](const std::string& rate) {
    return Shares(
        "毕业生[640人|毕业生数]，就业[629人|就业学生数]，就业率"
        "[98.28%|就业率]；直接就业[301人|直接就业人数]，直接就业率"
        "[" +
        rate + "%|直接就业率]。");
  };
  EXPECT_THAT(share("47.85"),
              ElementsAre("share consistent 98.28% | 629÷640=98.28%",
                          "share consistent 47.85% | 301÷629=47.85%"));
  EXPECT_THAT(share("47.86"),
              ElementsAre("share consistent 98.28% | 629÷640=98.28%",
                          "share rounded_differently 47.86% | "
                          "301÷629=47.85%"));
  // A coarse percentage comes near many.
  EXPECT_THAT(share("47.8"),
              ElementsAre("share consistent 98.28% | 629÷640=98.28%"));
}

TEST(Shares, ContradictTheOnlyWholeThatGovernsThePart) {
  const auto checks =
      ChecksOf(ReportBuilder().Text(
                   "学校专任教师数为[268人|专任教师总数|teachers]，取得高级职称"
                   "教师人数为[96人|高级职称教师人数]，比例达"
                   "[36.19%|比例]。"),
               FindShares);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(Shown(checks[0]), "share contradicted 36.19% | 96÷268=35.82%");
  EXPECT_EQ(checks[0].severity(), SEVERITY_ERROR);
  EXPECT_EQ(
      checks[0].message().zh(),
      "占比与人数不符：高级职称教师人数96人占专任教师总数268人，写作36.19%；"
      "96÷268=35.82%，而36.19%只能来自[36.185, "
      "36.195]之间的比例，相差0.37个百分点。（第1行）");
  EXPECT_EQ(
      checks[0].message().en(),
      "The share does not fit the counts: 高级职称教师人数 96人 of Full-time "
      "teachers 268人 is printed as 36.19%; 96÷268=35.82%, but 36.19% "
      "stands for a share within [36.185, 36.195], 0.37 points off. (line 1)");
  EXPECT_EQ(checks[0].operands(0).role(), "share");
  EXPECT_EQ(checks[0].operands(2).value(), "268");
}

// 约 before a part was held to within a tenth, and refuted a share that is a
// little more off.
TEST(Shares, AreNotRefutedByAnApproximatePartOrWhole) {
  const auto shares = [](const std::string& whole, const std::string& part) {
    return ChecksOf(
        ReportBuilder().Text("总收入[" + whole + "万元|总收入]，其中拨款[" +
                             part + "万元|拨款]，占总收入的[20%|占比]。"),
        FindShares);
  };
  for (const auto& checks :
       {shares("708.2", "近208"), shares("约708", "208")}) {
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(Shown(checks[0]), "share undecided 20% | ");
    EXPECT_EQ(checks[0].reason().zh(), "所用数字是约数。");
  }
  EXPECT_EQ(Shown(shares("708.2", "208").front()),
            "share contradicted 20% | 208÷708.2=29.37%");
}

TEST(Shares, NoteATruncatedDigit) {
  const auto checks =
      ChecksOf(ReportBuilder().Text("毕业生[1664人|毕业生总数]，升入高校"
                                    "[1409人|升学人数]，占比[84.67%|占比]。"),
               FindShares);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(Shown(checks[0]),
            "share rounded_differently 84.67% | 1409÷1664=84.68%");
  EXPECT_EQ(checks[0].severity(), SEVERITY_NOTE);
}

TEST(Shares, TakeTheFittingOneOfSeveralWholes) {
  EXPECT_THAT(Shares("教职工[296人|教职工]，其中编内[278人|编内]，专任教师"
                     "[268人|专任教师]。专业教师[138人|专业教师]，占比例达"
                     "[51.49%|占比]。"),
              ElementsAre("share consistent 51.49% | 138÷268=51.49%"));
}

TEST(Shares, StayOpenWhereNoneOfSeveralWholesFits) {
  const auto checks = ChecksOf(
      ReportBuilder().Text("教职工[296人|教职工]，专任教师[268人|专任教师]。"
                           "某类教师[100人|某类教师]，占比[60.1%|占比]。"),
      FindShares);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(Shown(checks[0]), "share undecided 60.1% | ");
  EXPECT_EQ(checks[0].severity(), SEVERITY_UNSPECIFIED);
  EXPECT_EQ(checks[0].reason().zh(),
            "以专任教师268人、教职工296人为总数都不吻合，占比的总数未写明。");
}

// 51 of 156 is no share of it: 156 is itself a part.
TEST(Shares, DoNotTakeAnotherPartForTheWhole) {
  EXPECT_THAT(
      Shares("具有中高级职称的[156人|中高级]，占比[76.10%|占比]，高级职称"
             "[51人|高级职称]，占比[25.37%|占比]。"),
      ElementsAre("share undecided 76.10% | ", "share undecided 25.37% | "));
}

TEST(Shares, MatchRatesToWhatTheyAreRatesOf) {
  EXPECT_THAT(
      Shares("教职工[294人|教职工]，完成接种[280人|完成接种]，完成率"
             "[95.23%|完成率]；后勤[154人|后勤]，完成接种[149人|完成接种]，"
             "完成率[96.75%|完成率]。"),
      ElementsAre("share rounded_differently 95.23% | 280÷294=95.24%",
                  "share consistent 96.75% | 149÷154=96.75%"));
  // 对口就业率 is not the rate of the employed.
  EXPECT_THAT(Shares("毕业生[1664人|毕业生]，就业[1615人|就业人数]，对口就业率"
                     "[91%|对口就业率]。"),
              IsEmpty());
  // A rate that follows another rate has no count.
  EXPECT_THAT(
      Shares("实习[691人|实习]，其中本地就业[429人|本地就业]，本地就业率"
             "[62%|本地就业率]，实习率[100%|实习率]。"),
      ElementsAre("share consistent 62% | 429÷691=62.08%"));
}

TEST(Shares, MatchPercentagesInTurn) {
  EXPECT_THAT(Shares("在校生[3686人|在校生]，男生[2138人|男生]、女生"
                     "[1548人|女生]，分别占[58.00%|占]和[42.00%|占]。"),
              ElementsAre("share consistent 58.00% | 2138÷3686=58%",
                          "share consistent 42.00% | 1548÷3686=42%"));
}

TEST(Shares, LookPastBracketsAndOtherUnits) {
  EXPECT_THAT(
      Shares(
          "毕业学生数[1125人|毕业学生数]，升学人数为[685人|升学人数]（其中报名"
          "[559人|报名]，上线[559人|上线]），占毕业学生比例为[60.88%|占比]。"),
      ElementsAre("share rounded_differently 60.88% | 685÷1125=60.89%"));
  EXPECT_THAT(Shares("直接就业[565人|直接就业人数]。有[326人|起薪]起薪介于"
                     "[2001元|起薪]和[3000元|起薪]之间，占直接就业学生"
                     "[57.70%|占比]。"),
              ElementsAre("share consistent 57.70% | 326÷565=57.7%"));
}

TEST(Shares, AllowHedges) {
  EXPECT_THAT(
      Shares("专任教师[232人|专任教师]，其中高级职称[84人|高级职称]，占专任"
             "教师的比例首次[超过36%|比例]。"),
      ElementsAre("share consistent 超过36% | 84÷232=36.21%"));
}

TEST(Shares, TakeAPartFromATable) {
  EXPECT_THAT(Found(ReportBuilder()
                        .Table(1, {{"", "2021年"},
                                   {"升学班人数", "[2911|升学班人数|||人]"},
                                   {"在校生", "[3686|在校生数|students||人]"}})
                        .Text("升学班学生占在校生的[78.97%|占比]。"),
                    FindShares),
              ElementsAre("share consistent 78.97% | 2911÷3686=78.97%"));
}

// Side by side, shares are of one base.
TEST(Shares, GoOnWithTheBaseOfTheShareBefore) {
  const std::string start =
      "在校生[2385人|在校生]。按性别，男生[1382人|男生]，占[57.95%|占]，女生"
      "[1003人|女生]，占[";
  EXPECT_THAT(Shares(start + "42.05%|占]。"),
              ElementsAre("share consistent 57.95% | 1382÷2385=57.95%",
                          "share consistent 42.05% | 1003÷2385=42.05%"));
  EXPECT_THAT(Shares(start + "42.50%|占]。"),
              ElementsAre("share consistent 57.95% | 1382÷2385=57.95%",
                          "share contradicted 42.50% | 1003÷2385=42.05%"));
}

TEST(Shares, FindTheBaseInFrontOfThePart) {
  EXPECT_THAT(
      Shares("公共课教师[84人|公共课教师]，专业课教师[108人|专业课教师]。"
             "专业课教师中具备双师素质的有[89人|双师]，占[82.40%|占]。"),
      ElementsAre("share rounded_differently 82.40% | 89÷108=82.41%"));
}

TEST(Shares, KeepToThisYearsWhole) {
  EXPECT_THAT(
      Shares("总收入[9136.52万元|总收入]，比2020年的"
             "[8640.75万元|总收入||2020年]增加[495.77万元|总收入变化||||"
             "方向=增加]；其中财政拨款[8512.30万元|财政拨款]，占[93.16%|占]。"),
      ElementsAre("share rounded_differently 93.16% | 8512.3÷9136.52=93.17%"));
}

TEST(Shares, KnowARateInOtherWordsByItsDigits) {
  EXPECT_THAT(Shares("参加考核[486人|参加考核]，取证[451人|取证]，通过率"
                     "[92.79%|通过率]。"),
              ElementsAre("share rounded_differently 92.79% | 451÷486=92.8%"));
  EXPECT_THAT(Shares("参加考核[486人|参加考核]，取证[451人|取证]，通过率"
                     "[90.11%|通过率]。"),
              IsEmpty());
}

// 60 or more is some share of anything.
TEST(Shares, LeaveOpenPartsAlone) {
  EXPECT_THAT(Shares("教师[205人|教师]，骨干[60人以上|骨干]，占[40.00%|占]。"),
              IsEmpty());
}

// 2020年's part is of 2020年's whole.
TEST(Shares, KeepYearsApart) {
  EXPECT_THAT(
      Found(ReportBuilder()
                .Text("在校生[3686人|在校生数|students]，上年"
                      "[3612人|在校生数|students|2020年]。")
                .Text("受处分[38人|受处分]，占在校生的[1.03%|占比]；2020年为"
                      "[49人|受处分||2020年]，占[1.36%|占比||2020年]。"),
            FindShares),
      ElementsAre("share consistent 1.03% | 38÷3686=1.03%",
                  "share consistent 1.36% | 49÷3612=1.36%"));
}

// The share of all members was once taken for that of the new ones.
TEST(Shares, OfAllAreNotOfNewcomers) {
  EXPECT_THAT(Found(ReportBuilder()
                        .Text("在校生[2385人|在校生数|students]。")
                        .Text("发展新团员[86人|团委发展新团员]，团员占在校生的"
                              "[21.3%|团员占]。"),
                    FindShares),
              IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation
