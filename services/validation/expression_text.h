// Expressions of the catalogue as people write them.
#ifndef NIANBAO_SERVICES_VALIDATION_EXPRESSION_TEXT_H_
#define NIANBAO_SERVICES_VALIDATION_EXPRESSION_TEXT_H_

#include <functional>
#include <string>
#include <string_view>

#include "services/core/expression.h"

namespace nianbao::validation {

// What to write for a reference.
using ReferenceText = std::function<std::string(const core::Reference&)>;

// `expression` with its references replaced and signs as in print: × ÷ − and +
// for sums. "sum(a, b) / c" becomes "(a+b)÷c".
std::string ExpressionText(std::string_view expression,
                           const ReferenceText& reference_text);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_EXPRESSION_TEXT_H_
