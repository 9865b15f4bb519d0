// To which schools and reports a rule applies.
#ifndef NIANBAO_SERVICES_CORE_RULE_SCOPE_H_
#define NIANBAO_SERVICES_CORE_RULE_SCOPE_H_

#include <string>

#include "nianbao/catalogue/v1/catalogue.pb.h"

namespace nianbao::core {

// What decides which rules apply to a report.
struct RuleScope {
  // Code of the edition.
  std::string edition = {};
  // Code of the school's class; empty where it is not known.
  std::string school_class = {};
  // Level of the report.
  std::string level = "school";
};

// Why a rule does not apply.
enum class Applicability {
  kApplies,
  kOtherEdition,
  kOtherClass,
  // The rule is for some classes, and the school's is not known.
  kUnknownClass,
  kOtherLevel,
};

// Whether `rule` applies in `scope`.
Applicability ApplicabilityOf(const nianbao::catalogue::v1::Rule& rule,
                              const RuleScope& scope);

// Whether some report is in the scope of both rules, and whether all reports in
// the scope of `inner` are in that of `outer`.
bool ScopesMeet(const nianbao::catalogue::v1::Rule& a,
                const nianbao::catalogue::v1::Rule& b);
bool ScopeContains(const nianbao::catalogue::v1::Rule& outer,
                   const nianbao::catalogue::v1::Rule& inner);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_RULE_SCOPE_H_
