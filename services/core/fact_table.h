// Facts by what they are about.
#ifndef NIANBAO_SERVICES_CORE_FACT_TABLE_H_
#define NIANBAO_SERVICES_CORE_FACT_TABLE_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "google/protobuf/repeated_ptr_field.h"
#include "nianbao/fact/v1/fact.pb.h"

namespace nianbao::core {

using Facts = google::protobuf::RepeatedPtrField<nianbao::fact::v1::Fact>;

// The year that a period names where it names exactly one, such as 2021 for
// "2021年", "2021届" or "2021年8月"; nothing for ranges such as "2019年以来"
// and words. A school
// year "2020学年" is another period than the year 2020.
std::optional<int> YearOf(std::string_view period);

// The plain period of a year: "2021年".
std::string PeriodOfYear(int year);

// Whether the fact has no dimension that sets it apart from the concept's
// figure for the whole school.
bool IsWhole(const nianbao::fact::v1::Fact& fact);

// The year in which a school year starts: 2019 for "2019学年" and
// "2019-2020学年"; nothing for other periods.
std::optional<int> SchoolYearOf(std::string_view period);

// Facts by concept and year. Holds pointers into the facts given.
class FactTable {
 public:
  // `data_year` is the year of which the report tells; zero where that is not
  // known. What the report states of a concept for school years only, stands
  // for the data year by the newest of those that begin in it or the year
  // before.
  explicit FactTable(const Facts& facts, int data_year = 0);

  // The fact that stands for the whole school: own, without dimensions, from a
  // table before running text, the first in document order. Null for a blank.
  const nianbao::fact::v1::Fact* Principal(std::string_view concept_code,
                                           int year) const;

  // All own facts of the concept and year in document order.
  const std::vector<const nianbao::fact::v1::Fact*>& Of(
      std::string_view concept_code, int year) const;

  // The fact of that id; null where there is none.
  const nianbao::fact::v1::Fact* Find(std::string_view id) const;

  // Years for which there are linked facts, newest first.
  std::vector<int> Years() const;

 private:
  using ByConcept = std::map<std::pair<std::string, int>,
                             std::vector<const nianbao::fact::v1::Fact*>>;

  void FillDataYear(const ByConcept& school_years, int data_year);

  ByConcept by_concept_;
  std::map<std::string, const nianbao::fact::v1::Fact*, std::less<>> by_id_;
};

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_FACT_TABLE_H_
