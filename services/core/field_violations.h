// Several wrong fields in one error.
#ifndef NIANBAO_SERVICES_CORE_FIELD_VIOLATIONS_H_
#define NIANBAO_SERVICES_CORE_FIELD_VIOLATIONS_H_

namespace nianbao::core {

// Metadata of an error whose key begins so are fields with what is wrong with
// each: "violation facts[0,3-7].period" → "missing". Over the wire they are
// field violations of google.rpc.BadRequest. Such an error has no "field".
inline constexpr char kViolationPrefix[] = "violation ";

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_FIELD_VIOLATIONS_H_
