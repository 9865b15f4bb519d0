// A formula of the expression language in words.
#ifndef NIANBAO_SERVICES_REPORT_FORMULA_WORDS_H_
#define NIANBAO_SERVICES_REPORT_FORMULA_WORDS_H_

#include <functional>
#include <string>

namespace nianbao::report {

// The title of an indicator's code; empty where it is unknown.
using TitleOf = std::function<std::string(const std::string& code)>;

// `formula` with titles for codes and signs as people write them, such as
// "全日制在校生数 ÷ 专任教师总数"; "@-1" becomes "（上年）".
std::string FormulaInWords(const std::string& formula, const TitleOf& title);

}  // namespace nianbao::report

#endif  // NIANBAO_SERVICES_REPORT_FORMULA_WORDS_H_
