// Levels of awards and projects: 国家级, 省级 and the like.
#ifndef NIANBAO_SERVICES_INTAKE_READING_LEVELS_H_
#define NIANBAO_SERVICES_INTAKE_READING_LEVELS_H_

#include <string>

namespace nianbao::intake {

// A label without the level in it.
struct LeveledLabel {
  std::string label;
  // The level in normal form, such as "省级"; empty where the label has none.
  std::string level;
};

// Takes the level out of a label: 学生获国家级奖项 → 学生获奖项, 国家级.
LeveledLabel TakeLevel(const std::string& label);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_LEVELS_H_
