#include "services/report/renderers/html/source_words.h"

#include <map>

#include "services/report/formula_words.h"

namespace nianbao::report::html {
namespace {

using nianbao::document::v1::Notice;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::ORIGIN_TABLE;

std::string FormulaOf(const Fact& fact, const PageIndex& index) {
  std::map<std::string, std::string> labels;
  for (const std::string& id : fact.derivation().inputs()) {
    const Fact* input = index.FindFact(id);
    if (input != nullptr) labels[input->concept_code()] = input->label();
  }
  return FormulaInWords(fact.derivation().formula(),
                        [&](const std::string& code) { return labels[code]; });
}

std::string FigureWithUnit(const Fact& fact) {
  const std::string& text = fact.figure().text();
  const std::string& unit = fact.figure().unit();
  const bool shown = unit.empty() || text.find(unit) != std::string::npos;
  return shown ? text : text + unit;
}

}  // namespace

std::string LabelOf(const Fact& fact) {
  std::string dimensions;
  for (const auto& dimension : fact.dimensions()) {
    dimensions += (dimensions.empty() ? "" : "，") + dimension.value();
  }
  return dimensions.empty() ? fact.label()
                            : fact.label() + "（" + dimensions + "）";
}

std::string OriginOf(const Fact& fact, const PageIndex& index) {
  if (!fact.derivation().formula().empty()) {
    return "计算：" + FormulaOf(fact, index);
  }
  const auto& place = fact.place();
  std::string words;
  if (place.line() > 0) {
    words = "原文第 " + std::to_string(place.line()) + " 行";
  } else if (place.page() > 0) {
    words = "原文第 " + std::to_string(place.page()) + " 页";
  } else {
    words = place.block().empty() ? "直接填报" : "原文";
  }
  return fact.origin() == ORIGIN_TABLE ? words + "，表格" : words;
}

std::string TooltipOf(const Fact& fact, const PageIndex& index) {
  std::string words = LabelOf(fact) + "：" + FigureWithUnit(fact);
  if (!fact.period().empty()) words += "（" + fact.period() + "）";
  return words + "\n" + OriginOf(fact, index);
}

std::string FindingName(const FindingEntry& finding) {
  const std::string number = std::to_string(finding.number);
  switch (finding.kind) {
    case Notice::KIND_ERROR:
      return "错误 " + number;
    case Notice::KIND_QUERY:
      return "疑问 " + number;
    default:
      return "提示 " + number;
  }
}

}  // namespace nianbao::report::html
