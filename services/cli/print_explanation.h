// Explanations of a reading as text for people.
#ifndef NIANBAO_SERVICES_CLI_PRINT_EXPLANATION_H_
#define NIANBAO_SERVICES_CLI_PRINT_EXPLANATION_H_

#include <string>

#include "nianbao/intake/v1/explanation.pb.h"
#include "services/cli/paint.h"

namespace nianbao::cli {

// The text of a paragraph or row, its clauses, and each number with what it
// became and why.
std::string ExplanationText(const nianbao::intake::v1::Explanation& explanation,
                            const PrintStyle& style);

}  // namespace nianbao::cli

#endif  // NIANBAO_SERVICES_CLI_PRINT_EXPLANATION_H_
