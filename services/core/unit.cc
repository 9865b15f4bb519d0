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

// Pay is compared as an amount: its label says per what it is paid.
// Whether a TB is 1000 or 1024 GB is not said in print, so they never convert.
constexpr std::array<KnownUnit, 43> kUnits = {{
    {"人", "人", 1, 1, true},
    {"名", "人", 1, 1, true},
    {"位", "人", 1, 1, true},
    {"元", "元", 1, 1, false},
    {"元/月", "元", 1, 1, false},
    {"平方米", "平方米", 1, 1, false},
    {"㎡", "平方米", 1, 1, false},
    {"m²", "平方米", 1, 1, false},
    {"m2", "平方米", 1, 1, false},
    {"亩", "平方米", 2000, 3, false},
    {"公顷", "平方米", 10000, 1, false},
    {"平方公里", "平方米", 1000000, 1, false},
    {"%", "%", 1, 1, false},
    {"‰", "%", 1, 10, false},
    {"成", "%", 10, 1, false},
    {"百分点", "百分点", 1, 1, false},
    {"个百分点", "百分点", 1, 1, false},
    {"倍", "倍", 1, 1, false},
    {"折", "%", 10, 1, false},
    {"番", "番", 1, 1, false},
    {"分", "分", 1, 1, false},
    {"秒", "小时", 1, 3600, false},
    {"分钟", "小时", 1, 60, false},
    {"小时", "小时", 1, 1, false},
    {"学时", "学时", 1, 1, false},
    {"课时", "学时", 1, 1, false},
    {"天", "天", 1, 1, false},
    {"周", "天", 7, 1, false},
    {"月", "月", 1, 1, false},
    {"年", "月", 12, 1, false},
    {"Mbps", "Mbps", 1, 1, false},
    {"Gbps", "Mbps", 1000, 1, false},
    {"MB", "MB", 1, 1, false},
    {"GB", "GB", 1, 1, false},
    {"TB", "TB", 1, 1, false},
    {"米", "米", 1, 1, false},
    {"千米", "米", 1000, 1, false},
    {"公里", "米", 1000, 1, false},
    {"千克", "千克", 1, 1, false},
    {"公斤", "千克", 1, 1, false},
    {"吨", "千克", 1000, 1, false},
    {"千瓦", "千瓦", 1, 1, false},
    {"", "", 1, 1, true},
}};

struct Multiplier {
  std::string_view prefix;
  int exponent;
};

// Longer ones first. 千 alone is read only before a known unit: a
// 千卡 is no thousand 卡.
constexpr std::array<Multiplier, 8> kMultipliers = {{{"万亿", 12},
                                                     {"千亿", 11},
                                                     {"百亿", 10},
                                                     {"千万", 7},
                                                     {"百万", 6},
                                                     {"亿", 8},
                                                     {"万", 4},
                                                     {"千", 3}}};

const KnownUnit* FindKnown(std::string_view name) {
  for (const KnownUnit& known : kUnits) {
    if (known.name == name) return &known;
  }
  return nullptr;
}

Unit Describe(const KnownUnit& known) {
  return {std::string(known.dimension),
          Rational(known.numerator, known.denominator), known.counting, false};
}

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

}  // namespace

Unit FindUnit(std::string_view name) {
  if (const KnownUnit* known = FindKnown(name)) return Describe(*known);
  for (const Multiplier& multiplier : kMultipliers) {
    if (!StartsWith(name, multiplier.prefix)) continue;
    const std::string_view rest = name.substr(multiplier.prefix.size());
    const KnownUnit* known = FindKnown(rest);
    if (known == nullptr && multiplier.prefix == "千") continue;
    Unit unit = known != nullptr ? Describe(*known)
                                 : Unit{std::string(rest), 1, true, false};
    unit.factor *= PowerOfTen(multiplier.exponent);
    unit.scaled = true;
    return unit;
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
