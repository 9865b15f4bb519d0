// Which standards a school has to meet.
#ifndef NIANBAO_SERVICES_CORE_STANDARDS_H_
#define NIANBAO_SERVICES_CORE_STANDARDS_H_

#include <map>
#include <string>
#include <vector>

#include "services/core/catalogue.h"

namespace nianbao::core {

// The table of a catalogue that has the classes of school.
inline constexpr char kSchoolClasses[] = "school_class";

// What decides which standards apply. An empty region or class is unknown: only
// standards for everywhere, or for all schools, apply then.
struct StandardScope {
  // Such as "2021-09-01".
  std::string day;
  // Six-digit region code.
  std::string region;
  // Code of the school's class.
  std::string school_class;
};

// The most specific standards of each requirement, by requirement. Only a
// catalogue that its self-check refuses has several for one.
std::map<std::string, std::vector<const nianbao::catalogue::v1::Standard*>>
MostSpecificStandards(const Catalogue& catalogue, const StandardScope& scope);

// The standard of each requirement that applies, in code order.
std::vector<const nianbao::catalogue::v1::Standard*> ApplicableStandards(
    const Catalogue& catalogue, const StandardScope& scope);

// What the standard is about: its requirement, or itself where it is alone.
const std::string& RequirementOf(
    const nianbao::catalogue::v1::Standard& standard);

}  // namespace nianbao::core

#endif  // NIANBAO_SERVICES_CORE_STANDARDS_H_
