#include "services/intake/reading/linker.h"

#include <algorithm>

#include "services/core/unit.h"
#include "services/core/wording.h"

namespace nianbao::intake {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::fact::v1::Figure;

bool UnitFits(const Indicator& indicator, const Figure& figure) {
  const bool ratio = figure.value().find(':') != std::string::npos;
  if (indicator.measure() == nianbao::catalogue::v1::MEASURE_RATIO) {
    return ratio;
  }
  return !ratio && core::ConversionFactor(figure.unit(), indicator.unit());
}

}  // namespace

Linker::Linker(const core::Catalogue& catalogue) {
  for (const auto& [code, indicator] : catalogue.indicators()) {
    if (!indicator->formula().empty()) continue;
    by_name_[core::WordingKey(indicator->title().zh())].push_back(indicator);
    for (const std::string& wording : indicator->wordings()) {
      auto& named = by_name_[core::WordingKey(wording)];
      if (std::find(named.begin(), named.end(), indicator) == named.end()) {
        named.push_back(indicator);
      }
    }
    if (!indicator->part_of().empty()) {
      parts_[indicator->part_of()].push_back(indicator);
    }
  }
}

const Indicator* Linker::Find(const std::string& label,
                              const Figure& figure) const {
  const auto found = by_name_.find(core::WordingKey(label));
  if (found == by_name_.end()) return nullptr;
  for (const Indicator* indicator : found->second) {
    if (UnitFits(*indicator, figure)) return indicator;
  }
  return nullptr;
}

const Indicator* Linker::FindPart(const std::string& whole_code,
                                  const std::string& part) const {
  const auto found = parts_.find(whole_code);
  if (found == parts_.end()) return nullptr;
  const std::string name = core::WordingKey(part);
  for (const Indicator* indicator : found->second) {
    if (core::WordingKey(indicator->part_key().value()) == name)
      return indicator;
  }
  return nullptr;
}

const Indicator* Linker::FindByName(const std::string& label) const {
  const auto found = by_name_.find(core::WordingKey(label));
  return found == by_name_.end() || found->second.size() != 1
             ? nullptr
             : found->second.front();
}

}  // namespace nianbao::intake
