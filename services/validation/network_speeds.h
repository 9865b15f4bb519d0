// Speeds of the school's network in words and in figures.
#ifndef NIANBAO_SERVICES_VALIDATION_NETWORK_SPEEDS_H_
#define NIANBAO_SERVICES_VALIDATION_NETWORK_SPEEDS_H_

#include "services/validation/check_maker.h"
#include "services/validation/report_view.h"

namespace nianbao::validation {

// Appends checks of kind "same_concept" for 万兆, 千兆 or 百兆 of a backbone
// (骨干, 主干) against a bandwidth of the backbone in figures. What is planned
// or under way is not compared.
void FindNetworkSpeeds(const ReportView& view, Checks& checks);

}  // namespace nianbao::validation

#endif  // NIANBAO_SERVICES_VALIDATION_NETWORK_SPEEDS_H_
