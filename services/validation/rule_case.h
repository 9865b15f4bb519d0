// One case of a relation of the catalogue: a year, or one figure of many.
#ifndef NIANBAO_SERVICES_VALIDATION_RULE_CASE_H_
#define NIANBAO_SERVICES_VALIDATION_RULE_CASE_H_

#include <optional>
#include <string>
#include <vector>

#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/catalogue.h"
#include "services/core/expression.h"
#include "services/core/fact_table.h"

namespace nianbao::validation {

// The figures that a relation asks for in one year: of the whole school, or,
// beside a given figure of a part, of that part where the report states it.
// Holds references, which must outlive it.
class RuleCase {
 public:
  // `given` stands for the reference `given_for` in place of the principal
  // fact; null for none.
  RuleCase(const core::Catalogue& catalogue, const core::FactTable& table,
           int year, const nianbao::fact::v1::Fact* given = nullptr,
           const core::Reference* given_for = nullptr);

  // The fact; null for a blank.
  const nianbao::fact::v1::Fact* FactOf(const core::Reference& reference) const;

  // The figure in the indicator's unit; nothing for a blank or a unit that does
  // not convert.
  std::optional<core::Quantity> QuantityOf(
      const core::Reference& reference) const;

  // Whether the fact is there but its unit does not fit.
  bool HasWrongUnit(const core::Reference& reference) const;

  // For relations.
  core::Lookup AsLookup() const;

  // The indicator's title, with the year where it is another than the case's.
  std::string TitleOf(const core::Reference& reference, bool english) const;

  // The number as formulas show it.
  std::string NumberOf(const core::Reference& reference) const;

  int year() const { return year_; }
  // The fact that stands in for a principal one; null for none.
  const nianbao::fact::v1::Fact* given() const { return given_; }

 private:
  // The figure of the same part, such as one 专业, where there is one.
  const nianbao::fact::v1::Fact* PartOf(const core::Reference& reference) const;

  const core::Catalogue& catalogue_;
  const core::FactTable& table_;
  const int year_;
  const nianbao::fact::v1::Fact* const given_;
  const core::Reference* const given_for_;
};

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_RULE_CASE_H_
