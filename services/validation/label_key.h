// Labels of figures, made comparable.
#ifndef NIANBAO_SERVICES_VALIDATION_LABEL_KEY_H_
#define NIANBAO_SERVICES_VALIDATION_LABEL_KEY_H_

#include <string>
#include <string_view>

namespace nianbao::validation {

// What is left of a label when everything that does not tell figures apart is
// taken away: spaces, marks, bracketed remarks, years, words such as 学校现有
// in front and 人数, 总数, 学生 behind. "2021年全日制在校生总数" and
// "全日制在校生" have the same key.
std::string LabelKey(std::string_view label);

// How well a label's key answers a name's key.
enum class KeyMatch {
  kNone,
  // The name is the end of the label: 在校 for 全日制在校.
  kEnding,
  kEqual,
};
KeyMatch MatchKeys(std::string_view name_key, std::string_view label_key);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_LABEL_KEY_H_
