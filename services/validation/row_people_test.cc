#include "services/validation/row_people.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> People(const std::string& last,
                                const std::string& names = "子丑、寅卯") {
  const auto count = [](const std::string& figure) {
    return "[" + figure + "|获奖学生数|||人|项目=赛项]";
  };
  return Found(
      ReportBuilder().Table(
          1, {{"赛项", "选手", "指导教师", "人数"},
              {"焊接", "甲乙、丙丁", "戊己、庚辛", count("2")},
              {"钳工", "甲乙、丙丁、壬癸", "戊己", count("3")},
              {"书法", "甲乙", "戊己", count("1")},
              {"网络", "甲乙、丙丁、壬癸、子丑", "戊己、庚辛", count("4")},
              {"插花", names, "戊己", count(last)}}),
      FindRowPeople);
}

TEST(RowPeople, AreAsManyAsTheRowSays) {
  EXPECT_THAT(People("2"),
              ElementsAre("list consistent 2人 | 2个：甲乙、丙丁",
                          "list consistent 3人 | 3个：甲乙、丙丁、壬癸",
                          "list consistent 4人 | 4个：甲乙、丙丁、壬癸、子丑",
                          "list consistent 2人 | 2个：子丑、寅卯"));
}

// A row need not name them all.
TEST(RowPeople, AreUndecidedWhereARowDiffers) {
  EXPECT_EQ(People("5").back(), "list undecided 5人 | 2个：子丑、寅卯");
}

TEST(RowPeople, NeedRowsThatShowIt) {
  EXPECT_THAT(
      Found(ReportBuilder().Table(
                1, {{"班级", "班委", "人数"},
                    {"一班", "甲乙、丙丁", "[2|人数|||人|班级=一班]"},
                    {"二班", "甲乙、丙丁", "[40|人数|||人|班级=二班]"},
                    {"三班", "甲乙、丙丁", "[41|人数|||人|班级=三班]"}}),
            FindRowPeople),
      IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation
