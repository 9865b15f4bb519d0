#include "services/validation/award_tables.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

// A table of eleven rows: three first prizes with 1 + 2 pupils and a teacher,
// eight second prizes of one pupil each.
ReportBuilder Festival() {
  const auto pupils = [](const std::string& count) {
    return "[" + count + "|获奖学生数|||人|项目=赛项]";
  };
  std::vector<std::vector<std::string>> rows = {
      {"序号", "赛项", "类别", "奖项", "学生"},
      {"1", "焊接", "学生类", "市一等奖", pupils("1")},
      {"2", "钳工", "学生类", "市一等奖", pupils("2")},
      {"3", "教学", "教师类", "市一等奖", pupils("0")}};
  for (int i = 4; i <= 10; ++i) {
    rows.push_back(
        {std::to_string(i), "书法", "学生类", "市二等奖", pupils("1")});
  }
  rows.push_back({"11", "说课", "教师类", "市二等奖", pupils("1")});
  ReportBuilder report;
  report.Table(1, rows);
  return report;
}

std::string Count(const std::string& figure, const std::string& label,
                  const std::string& prize) {
  return "[" + figure + "|" + label + "||||等级=" + prize + "]";
}

std::vector<std::string> Awards(const std::string& text) {
  return Found(Festival().Text(text), FindAwardTables);
}

TEST(AwardTables, CountTheRowsOfEachPrize) {
  EXPECT_THAT(Awards("一等奖" + Count("3个", "获奖项数", "一等奖") +
                     "，二等奖" + Count("8个", "获奖项数", "二等奖") + "。"),
              ElementsAre("list consistent 3个 | 3行（序号1至3）：一等奖",
                          "list consistent 8个 | 8行（序号4至11）：二等奖",
                          "sum consistent 11 | 3+8=11"));
}

TEST(AwardTables, AddUpThePeopleOfEachPrize) {
  const auto checks = ChecksOf(
      Festival()
          .Text("一等奖学生" + Count("3人", "获奖学生数", "一等奖") +
                "，二等奖学生" + Count("8人", "获奖学生数", "二等奖") + "。")
          .Text("学生获奖[11人|学生市级以上获奖人数]。"),
      FindAwardTables);
  ASSERT_EQ(checks.size(), 4U);
  EXPECT_EQ(Shown(checks[0]), "sum consistent 3人 | 1+2+0=3人");
  EXPECT_EQ(Shown(checks[1]), "sum consistent 8人 | 1+1+1+1+1+1+1+1=8人");
  EXPECT_EQ(Shown(checks[2]), "sum consistent 11人 | 3+8=11人");
  EXPECT_EQ(Shown(checks[3]),
            "sum consistent 11人 | 1+2+0+1+1+1+1+1+1+1+1=11人");
}

TEST(AwardTables, CountTheRowsOfTeachers) {
  std::vector<std::vector<std::string>> rows = {{"赛项", "类别", "奖项"}};
  for (const char* prize : {"省一等奖", "省一等奖", "省二等奖"}) {
    rows.push_back({"教学设计", "教师组", prize});
  }
  rows.push_back({"钳工", "学生组", "省二等奖"});
  EXPECT_THAT(
      Found(ReportBuilder().Table(1, rows).Text(
                "一等奖教师" + Count("2人", "获奖教师数", "一等奖") +
                "，二等奖教师" + Count("1人", "获奖教师数", "二等奖") + "。"),
            FindAwardTables),
      ElementsAre("list consistent 2人 | 2行：一等奖",
                  "list consistent 1人 | 1行：二等奖"));
}

// Counts that miss the table for one prize may be of another event.
TEST(AwardTables, AreNotGuessed) {
  EXPECT_THAT(Awards("一等奖" + Count("3个", "获奖项数", "一等奖") +
                     "，二等奖" + Count("9个", "获奖项数", "二等奖") + "。"),
              IsEmpty());
  EXPECT_THAT(Awards("一等奖" + Count("3个", "获奖项数", "一等奖") + "。"),
              IsEmpty());
  // Another section counts other prizes.
  EXPECT_THAT(
      Found(Festival()
                .Heading("2", "教师")
                .Text("一等奖" + Count("3个", "获奖项数", "一等奖") +
                      "，二等奖" + Count("8个", "获奖项数", "二等奖") + "。"),
            FindAwardTables),
      IsEmpty());
}

// A total elsewhere is only taken where it is of the same people.
TEST(AwardTables, KnowWhoseTotalItIs) {
  EXPECT_THAT(
      Found(Festival()
                .Text("一等奖学生" + Count("3人", "获奖学生数", "一等奖") +
                      "，二等奖学生" + Count("8人", "获奖学生数", "二等奖") +
                      "。")
                .Text("教师获奖[11人|教师获奖人数]。"),
            FindAwardTables),
      Not(Contains("sum consistent 11人 | 3+8=11人")));
}

}  // namespace
}  // namespace nianbao::validation
