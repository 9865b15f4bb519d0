// Kinds of checks, and what people call them.
#ifndef NIANBAO_SERVICES_CORE_CHECK_KIND_H_
#define NIANBAO_SERVICES_CORE_CHECK_KIND_H_

#include <span>
#include <string_view>

namespace nianbao::core {

// A kind of relation that figures are held against.
struct CheckKind {
  // Check.kind, such as "stock_flow".
  std::string_view code;
  // What such a check is about: "年末数与增减数".
  std::string_view about_zh;
  // What is wrong where it is contradicted.
  std::string_view wrong_zh;
  std::string_view wrong_en;
};

// All kinds; a new kind is one row.
std::span<const CheckKind> CheckKinds();

// The kind of that code; null where there is none.
const CheckKind* FindCheckKind(std::string_view code);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_CHECK_KIND_H_
