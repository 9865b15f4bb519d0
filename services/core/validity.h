// Days on which definitions hold, written like "2021-04-09".
#ifndef NIANBAO_SERVICES_CORE_VALIDITY_H_
#define NIANBAO_SERVICES_CORE_VALIDITY_H_

#include <string>
#include <string_view>

namespace nianbao::core {

// Whether the text is a day of the calendar in that form.
bool IsDay(std::string_view text);

// The day behind `day`, which must be one.
std::string NextDay(std::string_view day);

// The day for which a report counts what it counts at a date, students and
// staff: the first of September of its data year.
std::string StatisticDay(int data_year);

// Days from the first to the last, both in it; empty ends are open.
struct Validity {
  std::string_view from;
  std::string_view to;

  bool Holds(std::string_view day) const {
    return (from.empty() || from <= day) && (to.empty() || day <= to);
  }

  // Whether some day lies in both.
  bool Meets(const Validity& other) const {
    return (from.empty() || other.to.empty() || from <= other.to) &&
           (to.empty() || other.from.empty() || other.from <= to);
  }
};

// The days of a definition that has `valid_from` and `valid_to`.
template <typename Element>
Validity ValidityOf(const Element& element) {
  return {element.valid_from(), element.valid_to()};
}

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_VALIDITY_H_
