// The words that make a percentage a share.
#ifndef NIANBAO_SERVICES_VALIDATION_SHARE_FORM_H_
#define NIANBAO_SERVICES_VALIDATION_SHARE_FORM_H_

#include <optional>
#include <string>
#include <string_view>

namespace nianbao::validation {

// What the clause in front of a percentage says.
struct ShareForm {
  // Whose share it is; empty where it follows its count at once.
  std::string subject;
  // Of what; empty where that is not named.
  std::string base;
  // The stem of a rate, such as 合格 of 合格率; empty for 占 and 比例.
  std::string stem;
};

// Reads clauses such as "占专任教师的", "占比", "合格率", "本科占升学人数的"
// and "兼职教师占专业教师的比例为"; nothing where the clause states no share.
std::optional<ShareForm> ReadShareForm(std::string_view clause);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_SHARE_FORM_H_
