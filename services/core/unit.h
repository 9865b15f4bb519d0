// Units of figures and exact conversions between them.
#ifndef NIANBAO_SERVICES_CORE_UNIT_H_
#define NIANBAO_SERVICES_CORE_UNIT_H_

#include <optional>
#include <string>
#include <string_view>

#include "services/core/rational.h"

namespace nianbao::core {

// What a unit measures and how large it is.
struct Unit {
  // Units convert into each other only where their dimensions are equal. A
  // unit that is not known is a dimension of its own.
  std::string dimension;
  // Size in the dimension's base unit.
  Rational factor = 1;
  // Whether it counts people or things, so that whole numbers are exact.
  bool counting = true;
  // Whether 万 or 亿 stands in it, which takes the exactness away.
  bool scaled = false;
};

// The unit of that name in normal form; 名 and 位 are 人, 万元 is 10000 元.
Unit FindUnit(std::string_view name);

// By what a number in `from` is multiplied to be in `to`; nothing where they
// measure different things.
std::optional<Rational> ConversionFactor(std::string_view from,
                                         std::string_view to);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_UNIT_H_
