// Bounds of money, age or score that tell which persons are counted.
#ifndef NIANBAO_SERVICES_INTAKE_READING_GROUP_BOUNDS_H_
#define NIANBAO_SERVICES_INTAKE_READING_GROUP_BOUNDS_H_

#include <string>
#include <vector>

#include "services/intake/reading/chars.h"
#include "services/intake/reading/figure_scanner.h"

namespace nianbao::intake {

// Whether the number only tells which persons are counted: 239人起薪高于3000元,
// 2000元以上人数.
bool BoundsGroup(const Chars& text, const Number& number);

// The words behind counted persons `number` that bound them by `next`: 起薪介于
// 2001元和3000元之间. Empty where they do not.
std::u32string GroupWithin(const Chars& text, const Number& number,
                           const Number& next);

// The words before counted persons that bound them, where `left` is what stands
// between the bound and the figure: 起薪在2501元至3500元之间的. Empty where
// they do not.
std::u32string GroupAhead(const Chars& text, const std::vector<Number>& numbers,
                          std::size_t index, const std::u32string& left);

}  // namespace nianbao::intake

#endif  // NIANBAO_SERVICES_INTAKE_READING_GROUP_BOUNDS_H_
