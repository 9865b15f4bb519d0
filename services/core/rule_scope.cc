#include "services/core/rule_scope.h"

#include <algorithm>

namespace nianbao::core {
namespace {

using nianbao::catalogue::v1::Rule;
using Codes = google::protobuf::RepeatedPtrField<std::string>;

bool Holds(const Codes& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// Empty lists are lists of everything.
bool Meet(const Codes& a, const Codes& b) {
  return a.empty() || b.empty() ||
         std::any_of(a.begin(), a.end(),
                     [&](const std::string& code) { return Holds(b, code); });
}

bool Contains(const Codes& outer, const Codes& inner) {
  if (outer.empty()) return true;
  return !inner.empty() &&
         std::all_of(inner.begin(), inner.end(), [&](const std::string& code) {
           return Holds(outer, code);
         });
}

}  // namespace

Applicability ApplicabilityOf(const Rule& rule, const RuleScope& scope) {
  if (!rule.editions().empty() && !Holds(rule.editions(), scope.edition)) {
    return Applicability::kOtherEdition;
  }
  if (!rule.levels().empty() && !Holds(rule.levels(), scope.level)) {
    return Applicability::kOtherLevel;
  }
  if (rule.school_classes().empty()) return Applicability::kApplies;
  if (scope.school_class.empty()) return Applicability::kUnknownClass;
  return Holds(rule.school_classes(), scope.school_class)
             ? Applicability::kApplies
             : Applicability::kOtherClass;
}

bool ScopesMeet(const Rule& a, const Rule& b) {
  return Meet(a.editions(), b.editions()) && Meet(a.levels(), b.levels()) &&
         Meet(a.school_classes(), b.school_classes());
}

bool ScopeContains(const Rule& outer, const Rule& inner) {
  return Contains(outer.editions(), inner.editions()) &&
         Contains(outer.levels(), inner.levels()) &&
         Contains(outer.school_classes(), inner.school_classes());
}

}  // namespace nianbao::core
