#include "services/intake/reading/linker.h"

#include <algorithm>
#include <string_view>

#include "services/core/unit.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::fact::v1::Figure;

bool IsMark(char32_t c) {
  constexpr std::u32string_view kMarks = U" \t\n,.;:、。“”‘’\"'()《》〈〉【】[]/-·";
  return kMarks.find(c) != std::u32string_view::npos;
}

bool UnitFits(const Indicator& indicator, const Figure& figure) {
  const bool ratio = figure.value().find(':') != std::string::npos;
  if (indicator.measure() == nianbao::catalogue::v1::MEASURE_RATIO) {
    return ratio;
  }
  return !ratio && core::ConversionFactor(figure.unit(), indicator.unit());
}

}  // namespace

std::string NormalLabel(const std::string& label) {
  std::u32string kept;
  for (const char32_t c : Fold(label)) {
    if (!IsMark(c)) kept += c;
  }
  return ToUtf8(kept);
}

Linker::Linker(const core::Catalogue& catalogue) {
  for (const auto& [code, indicator] : catalogue.indicators()) {
    if (!indicator->formula().empty()) continue;
    by_name_[NormalLabel(indicator->title().zh())].push_back(indicator);
    for (const std::string& wording : indicator->wordings()) {
      auto& named = by_name_[NormalLabel(wording)];
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
  const auto found = by_name_.find(NormalLabel(label));
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
  const std::string name = NormalLabel(part);
  for (const Indicator* indicator : found->second) {
    if (NormalLabel(indicator->part_key().value()) == name) return indicator;
  }
  return nullptr;
}

const Indicator* Linker::FindByName(const std::string& label) const {
  const auto found = by_name_.find(NormalLabel(label));
  return found == by_name_.end() || found->second.size() != 1
             ? nullptr
             : found->second.front();
}

}  // namespace nianbao::intake
