// Figures as they are printed, and how others would be printed in their place.
#ifndef NIANBAO_SERVICES_VALIDATION_PRINT_H_
#define NIANBAO_SERVICES_VALIDATION_PRINT_H_

#include <optional>
#include <string>

#include "nianbao/fact/v1/fact.pb.h"
#include "services/core/quantity.h"
#include "services/validation/check_maker.h"

namespace nianbao::validation {

// A figure at its place in the report.
struct Print {
  // As the first check that has it shows it.
  Check::Operand operand;
  // Digits, unit and hedge.
  nianbao::fact::v1::Figure figure;
  core::Quantity quantity;
  // Null for a number of the text that is no fact.
  const Datum* datum = nullptr;

  // Whether its digits could be replaced by others: no hedge, no fraction, not
  // of another submission.
  bool replaceable() const;
};

// The figure of an operand; `datum` is null for a number of the text that is no
// fact, and `unit` stands in where the figure has none. Nothing where its
// digits are no number.
std::optional<Print> PrintOf(const Check::Operand& operand, const Datum* datum,
                             const std::string& unit);

// `digits` in place of the print's digits: "1:15.92" where it is "1:16.2" and
// the digits are "15.92".
nianbao::fact::v1::Figure FigureWith(const Print& print,
                                     const std::string& digits);

// The digits that may be replaced: N of a ratio "1:N" or "N:1".
std::string DigitsOf(const Print& print);

// The figure as it would be printed with these digits: "80.30%", "42个", 五 for
// 四, with separators and sign where the print has them.
std::string TextWith(const Print& print, const std::string& digits);

// The same where a change goes the other way: 减少17人 for 17人 that were said
// to have been added.
std::string TurnedText(const Print& print, const std::string& digits);

// The same where only 万 has to come or go: 222.25万元 for 222.25元; empty
// where the digits differ by another factor or the unit stands in a head.
std::string TextInOtherUnit(const Print& print, const std::string& digits);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_PRINT_H_
