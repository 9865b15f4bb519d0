// Periods that a text names, and which of them a figure belongs to.
#ifndef NIANBAO_SERVICES_INTAKE_READING_PERIODS_H_
#define NIANBAO_SERVICES_INTAKE_READING_PERIODS_H_

#include <optional>
#include <string>
#include <vector>

#include "services/intake/reading/chars.h"

namespace nianbao::intake {

// A period that a text names. Places are characters.
struct PeriodMention {
  int begin = 0;
  int end = 0;
  // Normal form: "2021年", "2020学年", "2020下半年至2021上半年", "近五年".
  std::string period;
  // The first year named; nothing for 近五年.
  std::optional<int> year;
  // Whether figures are compared with it: 比2020年, 较2020年.
  bool comparison = false;
};

// All periods that the text names, in order.
std::vector<PeriodMention> FindPeriods(const Chars& text);

// The period of figures by place, for one paragraph.
class PeriodScopes {
 public:
  // Years before `data_year` − 1 hold only in the clause that names them.
  PeriodScopes(const Chars& text, int data_year);

  // The period of a figure at character `at`. With `changed`, the figure says
  // by how much something changed, so a year of comparison is not its own.
  std::string At(int at, bool changed) const;

  // The mention that At follows; null where the edition's data year holds.
  const PeriodMention* MentionAt(int at, bool changed) const;

  // The last period of comparison named in [begin, end); empty for none.
  std::string ComparedIn(int begin, int end) const;

 private:
  bool Reaches(const PeriodMention& mention, int at, bool changed) const;

  const Chars& text_;
  int data_year_;
  std::vector<PeriodMention> mentions_;
};

// The period that a table's head or heading names; empty where none.
std::string PeriodIn(const std::string& text);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_PERIODS_H_
