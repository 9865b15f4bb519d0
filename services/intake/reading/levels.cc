#include "services/intake/reading/levels.h"

#include <array>
#include <string_view>

namespace nianbao::intake {
namespace {

struct Level {
  std::string_view word;
  std::string_view normal;
};

// Longest first.
constexpr std::array<Level, 20> kLevels = {
    {{"国家级及以上", "国家级"}, {"国家级以上", "国家级"},
     {"县级及以上", "县级以上"}, {"校级及以上", "校级以上"},
     {"县级以上", "县级以上"},   {"校级以上", "校级以上"},
     {"市县级", "市县级"},       {"省级及以上", "省级以上"},
     {"市级及以上", "市级以上"}, {"国家级", "国家级"},
     {"省级以上", "省级以上"},   {"市级以上", "市级以上"},
     {"地市级", "地市级"},       {"省部级", "省级"},
     {"区县级", "县级"},         {"省级", "省级"},
     {"市级", "地市级"},         {"县级", "县级"},
     {"校级", "校级"},           {"院级", "院级"}}};

}  // namespace

LeveledLabel TakeLevel(const std::string& label) {
  for (const Level& level : kLevels) {
    const std::size_t at = label.find(level.word);
    if (at == std::string::npos) continue;
    std::string rest = label;
    rest.erase(at, level.word.size());
    return {rest, std::string(level.normal)};
  }
  return {label, ""};
}

}  // namespace nianbao::intake
