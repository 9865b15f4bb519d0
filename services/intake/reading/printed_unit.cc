#include "services/intake/reading/printed_unit.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace nianbao::intake {
namespace {

bool Ends(const std::string& text, std::string_view tail) {
  return text.size() >= tail.size() &&
         std::string_view(text).substr(text.size() - tail.size()) == tail;
}

bool EndsWithAny(const std::string& text,
                 std::initializer_list<std::string_view> tails) {
  return std::any_of(tails.begin(), tails.end(),
                     [&](std::string_view tail) { return Ends(text, tail); });
}

// The unit of a figure that prints none, by the label's last word: 教职工246
// counts persons, 教学班78 single things.
std::string UnitByLabel(const std::string& label) {
  for (const std::string unit : {"学时", "课时", "人次"}) {
    if (EndsWithAny(label, {unit, unit + "数", unit + "总数"})) return unit;
  }
  if (EndsWithAny(label,
                  {"人数", "人员", "在校生", "毕业生", "新生", "招生", "学生",
                   "男生", "女生", "住校生", "教师", "教职工", "教职员工",
                   "职工", "班主任", "党员", "团员", "工程师", "技师"})) {
    return "人";
  }
  if (EndsWithAny(label, {"教学班", "班级", "班级数", "专业数", "专业"})) {
    return "个";
  }
  return EndsWithAny(label, {"率", "满意度", "占比"}) ? "%" : "";
}

bool SpeaksOfMoney(const std::string& words) {
  for (const std::string_view word :
       {"资", "经费", "费", "元", "收入", "支出", "款", "产值", "价值"}) {
    if (words.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

void CompleteUnit(const Label& label, nianbao::fact::v1::Figure& figure) {
  const bool ratio = figure.value().find_first_of(":/") != std::string::npos;
  if (figure.unit().empty() && !ratio) {
    figure.set_unit(UnitByLabel(label.left));
    if (figure.unit().empty() && figure.hedge() != 0) figure.set_unit("个");
  }
  const bool bare = figure.unit() == "万" || figure.unit() == "亿";
  if (bare && SpeaksOfMoney(label.left + label.right)) {
    figure.set_unit(figure.unit() + "元");
  }
}

}  // namespace nianbao::intake
