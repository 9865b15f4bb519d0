#include "services/validation/told_cells.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Told(const std::string& text) {
  return Found(ReportBuilder()
                   .Table(1, {{"", "市级以上获奖"},
                              {"教师", "[8|市级以上获奖|||人|项目=教师]"},
                              {"学生", "[17|市级以上获奖|||人|项目=学生]"}})
                   .Text(text),
               FindToldCells);
}

TEST(ToldCells, AgreeWithATextThatHasAllOfTheirName) {
  EXPECT_THAT(Told("学生[17人|学生市级以上书画比赛获奖人数]。"),
              ElementsAre("same_concept consistent 17人 | 17人=17人"));
}

TEST(ToldCells, AreNotGuessed) {
  // Of teachers, not of students.
  EXPECT_THAT(Told("教师[17人|教师市级以上书画比赛获奖人数]。"), IsEmpty());
  EXPECT_THAT(Told("学生[18人|学生市级以上书画比赛获奖人数]。"), IsEmpty());
  // Which of two is meant is open.
  EXPECT_THAT(Told("学生[17人|学生市级以上书画比赛获奖人数]，"
                   "[17人|学生市级以上歌咏比赛获奖人数]。"),
              IsEmpty());
}

}  // namespace
}  // namespace nianbao::validation
