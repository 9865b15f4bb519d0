// Checks of a stated count against the things that are listed.
#ifndef NIANBAO_SERVICES_VALIDATION_COUNT_CHECKS_H_
#define NIANBAO_SERVICES_VALIDATION_COUNT_CHECKS_H_

#include <string>
#include <vector>

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"
#include "services/validation/text_blocks.h"

namespace nianbao::validation {

// What is listed, with how many things that is.
struct Listed {
  int count = 0;
  std::vector<std::string> items;
  // Where the list starts and ends where that is in other blocks.
  std::vector<nianbao::document::v1::Place> places;
  // How many there are at least, where a word may join two names or stand in
  // one; zero where that is certain.
  int least = 0;
};

// A check of kind "list": consistent, or contradicted where the count
// differs.
Check CountCheck(const ReportView& view, const CountInText& stated,
                 const Listed& listed);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_COUNT_CHECKS_H_
