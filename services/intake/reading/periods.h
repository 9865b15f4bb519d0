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
  // Years that it lies behind the text's own: −1 for 上年, 0 for 今年; nothing
  // for a period named by its year.
  std::optional<int> shift = std::nullopt;
  // Whether a change starts from it: 由2020年的.
  bool from = false;
  // Whether it stands right before its figure: 2020年84368册, 2020年是731人.
  bool bare = false;
  // Whether it is one of several that are listed: 2019年、2020年分别为.
  bool listed = false;
};

// All periods that the text names by a year or as recent years, in order; with
// `relative`, also 上年, 今年 and the like.
std::vector<PeriodMention> FindPeriods(const Chars& text,
                                       bool relative = false);

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

  // The `count` periods enumerated just before character `end`, in order;
  // empty where the sentence enumerates another number of them.
  std::vector<std::string> Enumerated(int end, int count) const;

  // The last period of comparison named in [begin, end); empty for none.
  std::string ComparedIn(int begin, int end) const;

 private:
  bool Reaches(const PeriodMention& mention, int at, bool changed) const;
  bool HoldsAt(const PeriodMention& mention, int at) const;
  bool IsYearBefore(const PeriodMention& mention) const;
  bool SaidBefore(const PeriodMention& mention, int at) const;
  bool SpeaksOfYear(int begin, int at) const;
  bool TouchesFigure(const PeriodMention& mention, int at) const;
  bool IsLater(const PeriodMention& mention, const PeriodMention& found,
               int at) const;
  const PeriodMention* MentionFor(int at, bool changed, bool named) const;
  std::string PeriodAt(int at, bool changed, bool named) const;
  std::string Resolved(const PeriodMention& mention) const;

  const Chars& text_;
  int data_year_;
  std::vector<PeriodMention> mentions_;
};

// The period that a table's head or heading names; empty where none.
std::string PeriodIn(const std::string& text);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_PERIODS_H_
