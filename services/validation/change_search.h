// Between which figures a stated change is.
#ifndef NIANBAO_SERVICES_VALIDATION_CHANGE_SEARCH_H_
#define NIANBAO_SERVICES_VALIDATION_CHANGE_SEARCH_H_

#include <vector>

#include "services/validation/change_checks.h"
#include "services/validation/passage.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// What the text offers for one change.
struct ChangeReading {
  // Pairs of figures, the likeliest first.
  std::vector<StatedChange> pairs;
  // Whether the first pair is stated beyond doubt.
  bool sure = false;
  // Whether the text says that it compares, with 比, 较 or 同比.
  bool compares = false;
};

// The figures for the change at `mention`. `last` is the pair of the change
// before it in the same group of sentences, which a second one such as
// "增长7.14%" shares; null for none.
ChangeReading ReadChange(const ReportView& view, const Passage& passage,
                         int mention, const StatedChange* last);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_CHANGE_SEARCH_H_
