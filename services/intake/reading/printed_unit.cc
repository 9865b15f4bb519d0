#include "services/intake/reading/printed_unit.h"

#include <string>
#include <string_view>

namespace nianbao::intake {
namespace {

bool Ends(const std::string& text, std::string_view tail) {
  return text.size() >= tail.size() &&
         std::string_view(text).substr(text.size() - tail.size()) == tail;
}

// The unit of a figure that prints none, by the label's last word.
std::string UnitByLabel(const std::string& label) {
  for (const std::string_view unit : {"学时", "课时", "人次"}) {
    if (Ends(label, unit)) return std::string(unit);
  }
  if (Ends(label, "人数") || Ends(label, "人员")) return "人";
  return Ends(label, "率") ? "%" : "";
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
  const bool ratio = figure.value().find(':') != std::string::npos;
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
