// What the names in a text stand for.
#ifndef NIANBAO_SERVICES_VALIDATION_NAMES_H_
#define NIANBAO_SERVICES_VALIDATION_NAMES_H_

#include <string_view>
#include <vector>

#include "services/validation/passage.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Where a name stands.
struct NamePlace {
  const ReportView& view;
  const Passage& passage;
  // The mention behind the name.
  int mention;
};

// What a name may stand for.
struct NameMeaning {
  // The best class of answers: in this passage before the report, whole labels
  // before endings, nearest first.
  std::vector<const Datum*> data;

  // Whether all answers have one value.
  bool Sure() const;
};

// The counts and amounts that `name` may mean, of the period of `like`, or of
// the year that the name itself tells.
NameMeaning MeaningOf(std::string_view name, const NamePlace& place,
                      const Datum& like);

// The mention in the passage, at or before `mention`, that `name` means best;
// -1 for none.
int MentionNamed(std::string_view name, const Passage& passage, int mention);

// The same figure a year before: of the same concept, or of the same label;
// null where the report does not state it.
const Datum* YearBefore(const ReportView& view, const Datum& datum);

// The figure of that concept or label in a year; null where there is none.
const Datum* InYear(const ReportView& view, const Datum& datum, int year);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_NAMES_H_
