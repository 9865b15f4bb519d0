// Making checks: operands, figures as printed, intervals and words.
#ifndef NIANBAO_SERVICES_VALIDATION_CHECK_MAKER_H_
#define NIANBAO_SERVICES_VALIDATION_CHECK_MAKER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/document/v1/document.pb.h"
#include "nianbao/validation/v1/validation.pb.h"
#include "services/core/interval.h"
#include "services/core/verdict.h"
#include "services/validation/datum.h"
#include "services/validation/messages.h"

namespace nianbao::validation {

using nianbao::validation::v1::Check;
using Checks = std::vector<Check>;

// The figure as printed with its unit: "36.19%", "51.00平方米".
std::string Printed(const nianbao::fact::v1::Fact& fact);
std::string Printed(const Datum& datum);

// The number alone, as it goes into a formula: "138500" for 13.85万平方米 where
// `unit` is 平方米.
std::string NumberIn(const core::Quantity& quantity, std::string_view unit);

// Label and figure, such as "专任教师总数268人".
Arg Named(std::string_view name, const Datum& datum);

// The severity of a stated relation's verdict.
nianbao::catalogue::v1::Severity SeverityOf(core::Verdict verdict);

// A number that stands in the text without being a fact, such as 四 of
// 四个方面.
struct TextFigure {
  nianbao::document::v1::Place place;
  std::string text;
  std::string value;
  std::string label;
};

// Builds one check. The first operand is the figure judged.
class CheckMaker {
 public:
  explicit CheckMaker(std::string_view kind);

  CheckMaker& Operand(const Datum& datum, std::string_view role);
  // A figure of the text that is no fact.
  CheckMaker& Operand(const TextFigure& figure, std::string_view role);
  // Sets the verdict and the severity of a stated relation.
  CheckMaker& Verdict(core::Verdict verdict);
  CheckMaker& Severity(nianbao::catalogue::v1::Severity severity);
  CheckMaker& Reported(std::string text,
                       const std::optional<core::Interval>& interval);
  CheckMaker& Computed(std::string text,
                       const std::optional<core::Interval>& interval);
  CheckMaker& Message(MessageId id, const Args& args);
  CheckMaker& Instruction(MessageId id);
  CheckMaker& Reason(MessageId id, const Args& args);

  // The check; its message tells the lines of its figures.
  Check Done() const;

 private:
  Check check_;
};

// Adds an operand to a check.
void AddOperand(const nianbao::fact::v1::Fact& fact, std::string_view role,
                Check& check);

// Appends to the message on which lines the operands stand.
void AddLines(Check& check);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_CHECK_MAKER_H_
