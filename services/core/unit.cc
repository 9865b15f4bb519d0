#include "services/core/unit.h"

#include <array>

namespace nianbao::core {
namespace {

struct KnownUnit {
  std::string_view name;
  std::string_view dimension;
  int numerator;
  int denominator;
  bool counting;
};

constexpr std::array<KnownUnit, 28> kUnits = {{
    {"人", "人", 1, 1, true},         {"名", "人", 1, 1, true},
    {"位", "人", 1, 1, true},         {"元", "元", 1, 1, false},
    {"平方米", "平方米", 1, 1, false}, {"㎡", "平方米", 1, 1, false},
    {"m2", "平方米", 1, 1, false},     {"亩", "平方米", 2000, 3, false},
    {"公顷", "平方米", 10000, 1, false}, {"%", "%", 1, 1, false},
    {"‰", "%", 1, 10, false},         {"成", "%", 10, 1, false},
    {"百分点", "百分点", 1, 1, false}, {"个百分点", "百分点", 1, 1, false},
    {"倍", "倍", 1, 1, false},         {"番", "番", 1, 1, false},
    {"小时", "小时", 1, 1, false},     {"学时", "学时", 1, 1, false},
    {"课时", "学时", 1, 1, false},     {"Mbps", "Mbps", 1, 1, false},
    {"Gbps", "Mbps", 1000, 1, false}, {"MB", "MB", 1, 1, false},
    {"GB", "MB", 1000, 1, false},     {"TB", "MB", 1000000, 1, false},
    {"米", "米", 1, 1, false},         {"千米", "米", 1000, 1, false},
    {"公里", "米", 1000, 1, false},   {"", "", 1, 1, false},
}};

struct Multiplier {
  std::string_view prefix;
  int exponent;
};

constexpr std::array<Multiplier, 3> kMultipliers = {
    {{"万亿", 12}, {"亿", 8}, {"万", 4}}};

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

}  // namespace

Unit FindUnit(std::string_view name) {
  for (const Multiplier& multiplier : kMultipliers) {
    if (!StartsWith(name, multiplier.prefix)) continue;
    Unit unit = FindUnit(name.substr(multiplier.prefix.size()));
    unit.factor *= PowerOfTen(multiplier.exponent);
    unit.scaled = true;
    return unit;
  }
  for (const KnownUnit& known : kUnits) {
    if (known.name == name) {
      return {std::string(known.dimension),
              Rational(known.numerator, known.denominator), known.counting,
              false};
    }
  }
  return {std::string(name), 1, true, false};
}

std::optional<Rational> ConversionFactor(std::string_view from,
                                         std::string_view to) {
  const Unit source = FindUnit(from);
  const Unit target = FindUnit(to);
  if (source.dimension != target.dimension) return std::nullopt;
  return Rational(source.factor / target.factor);
}

}  // namespace nianbao::core
