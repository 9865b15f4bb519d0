#include "services/validation/told_cells.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::fact::v1::ORIGIN_TABLE;
using nianbao::fact::v1::ORIGIN_TEXT;
using nianbao::validation::v1::VERDICT_CONSISTENT;

// Smaller counts come twice by chance.
constexpr int kLeast = 5;
// Shorter names say too little.
constexpr std::size_t kLeastCharacters = 6;

bool IsCandidate(const Datum& datum) {
  return datum.code.empty() && !datum.change && !IsHedged(datum) &&
         !IsPercent(datum) && datum.fact->fact_class() == FACT_CLASS_OWN &&
         datum.quantity.value >= kLeast;
}

// What the figure is of: its label and its dimensions, without the words that
// only say that it counts.
std::string NameOf(const Datum& datum) {
  std::string name = datum.fact->label();
  for (const auto& dimension : datum.fact->dimensions()) {
    name += dimension.value();
  }
  name = Compact(name);
  std::string kept;
  for (const std::string_view character : Characters(name)) {
    if (!HasAny(character, {"个", "人", "数", "项", "的", "总", "名"})) {
      kept += character;
    }
  }
  return kept;
}

// Figures of which a check of the kind tells.
std::set<std::string> ToldIn(const Checks& checks) {
  std::set<std::string> told;
  for (const Check& check : checks) {
    if (check.kind() != "same_concept") continue;
    for (const auto& operand : check.operands()) told.insert(operand.fact());
  }
  return told;
}

Check ToldCheck(const Datum& cell, const Datum& told) {
  const std::string printed = Printed(cell);
  return CheckMaker("same_concept")
      .Operand(cell, "place")
      .Operand(told, "place")
      .Verdict(VERDICT_CONSISTENT)
      .Reported(printed, cell.quantity.rounded)
      .Computed(printed + "=" + Printed(told), told.quantity.rounded)
      .Message(MessageId::kSameFits, {{"label", told.fact->label()},
                                      {"period", told.fact->period()},
                                      {"count", "2"},
                                      {"figure", printed}})
      .Done();
}

// The only figure of the text that repeats the cell; null where there is none
// or several do.
const Datum* ToldBy(const std::vector<const Datum*>& texts, const Datum& cell) {
  const std::string name = NameOf(cell);
  if (Characters(name).size() < kLeastCharacters) return nullptr;
  const Datum* only = nullptr;
  for (const Datum* text : texts) {
    if (text->quantity.value != cell.quantity.value ||
        text->quantity.unit != cell.quantity.unit || !SamePeriod(*text, cell) ||
        CharactersMissing(name, NameOf(*text)) > 0) {
      continue;
    }
    if (only != nullptr) return nullptr;
    only = text;
  }
  return only;
}

}  // namespace

void FindToldCells(const ReportView& view, Checks& checks) {
  const std::set<std::string> told = ToldIn(checks);
  std::vector<const Datum*> texts;
  std::vector<const Datum*> cells;
  for (const Datum& datum : view.data().all()) {
    if (!IsCandidate(datum) || told.count(datum.fact->id()) > 0) continue;
    if (datum.fact->origin() == ORIGIN_TEXT) texts.push_back(&datum);
    if (datum.fact->origin() == ORIGIN_TABLE) cells.push_back(&datum);
  }
  for (const Datum* cell : cells) {
    if (const Datum* text = ToldBy(texts, *cell)) {
      checks.push_back(ToldCheck(*cell, *text));
    }
  }
}

}  // namespace nianbao::validation
