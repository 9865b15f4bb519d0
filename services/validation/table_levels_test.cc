#include "services/validation/table_levels.h"

#include <gmock/gmock.h>

#include "services/validation/report_builder.h"

namespace nianbao::validation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Levels(const std::string& second,
                                const std::string& words = "名单见下：",
                                const std::string& first = "6人") {
  const auto cell = [](const std::string& figure, const std::string& level) {
    return "[" + figure + "|获奖学生数|||人|等级=" + level + "]";
  };
  return Found(
      ReportBuilder()
          .Text("其中一等奖[" + first + "|获奖学生数||||等级=一等奖" +
                "]，二等奖[" + second + "|获奖学生数||||等级=二等奖]。" + words)
          .Table(1, {{"赛项", "奖项", "人数"},
                     {"甲", "市一等奖", cell("2", "市一等奖")},
                     {"乙", "市一等奖", cell("4", "市一等奖")},
                     {"丙", "市二等奖", cell("5", "市二等奖")},
                     {"丁", "市二等奖", cell("3", "市二等奖")}}),
      FindTableLevels);
}

TEST(TableLevels, AddUpTheRowsOfTheLevel) {
  EXPECT_THAT(Levels("8人"), ElementsAre("sum consistent 6人 | 2+4=6人",
                                         "sum consistent 8人 | 5+3=8人"));
}

// One slip among levels that otherwise fit: the list has them all.
TEST(TableLevels, ContradictOneThatTheListDoesNotMake) {
  EXPECT_THAT(Levels("9人"), ElementsAre("sum consistent 6人 | 2+4=6人",
                                         "sum contradicted 9人 | 5+3=8人"));
}

// A list that fits nowhere shows a part, and one that the text does not lead to
// is of something else.
TEST(TableLevels, AreNotGuessed) {
  EXPECT_THAT(Levels("9人", "名单见下：", "7人"), IsEmpty());
  EXPECT_THAT(Levels("9人", ""), IsEmpty());
  // So far off it is another count.
  EXPECT_THAT(Levels("28人"), ElementsAre("sum consistent 6人 | 2+4=6人"));
}

}  // namespace
}  // namespace nianbao::validation
