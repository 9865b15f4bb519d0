#include "tests/round_trip/made_material.h"

#include <set>
#include <string>

#include "services/core/sentence_template.h"

namespace nianbao::testing {
namespace {

using catalogue::v1::Edition;
using catalogue::v1::Indicator;
using catalogue::v1::Section;
using fact::v1::Fact;

// SplitMix64: small, and the same everywhere, unlike std::'s distributions.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  // A number from zero to `count` - 1.
  std::uint64_t Below(std::uint64_t count) { return Next() % count; }
  // True once in `count` times.
  bool OnceIn(std::uint64_t count) { return Below(count) == 0; }

 private:
  std::uint64_t Next() {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return mixed ^ (mixed >> 31);
  }

  std::uint64_t state_;
};

// A whole number of one to five digits.
std::string Whole(Dice& dice) {
  std::uint64_t limit = 10;
  for (std::uint64_t digits = dice.Below(5); digits > 0; --digits) limit *= 10;
  return std::to_string(dice.Below(limit));
}

std::string Fraction(Dice& dice, int decimals) {
  std::string text = decimals > 0 ? "." : "";
  for (; decimals > 0; --decimals) text += std::to_string(dice.Below(10));
  return text;
}

std::string PercentText(Dice& dice, int decimals) {
  if (dice.OnceIn(8)) return "100" + std::string(decimals > 0 ? ".00" : "");
  return std::to_string(dice.Below(100)) + Fraction(dice, decimals);
}

std::string ValueOf(const Indicator& indicator, Dice& dice) {
  const int decimals = indicator.formula().empty()
                           ? static_cast<int>(dice.Below(3))
                           : indicator.decimals();
  switch (indicator.measure()) {
    case catalogue::v1::MEASURE_COUNT:
      return Whole(dice);
    case catalogue::v1::MEASURE_PERCENT:
      return PercentText(dice, decimals);
    case catalogue::v1::MEASURE_RATIO:
      return std::to_string(1 + dice.Below(40)) + Fraction(dice, decimals) +
             ":1";
    default:
      return Whole(dice) + Fraction(dice, decimals);
  }
}

// Now and then a collected figure is said to be about or more than that much.
void HedgeNowAndThen(Dice& dice, const Indicator& indicator,
                     fact::v1::Figure& figure) {
  const bool ratio = indicator.measure() == catalogue::v1::MEASURE_RATIO;
  if (ratio || !indicator.formula().empty() || !dice.OnceIn(8)) return;
  const bool whole = figure.value().find('.') == std::string::npos;
  if (whole && dice.OnceIn(2)) {
    figure.set_hedge(fact::v1::HEDGE_MORE);
    figure.set_text(figure.value() + "余" + figure.unit());
    return;
  }
  figure.set_hedge(fact::v1::HEDGE_ABOUT);
  figure.set_text("约" + figure.text());
}

// Now and then a figure is printed in 万 of its unit.
void Coarsen(Dice& dice, const Indicator& indicator, fact::v1::Figure& figure) {
  const bool plain = indicator.unit() == "元" || indicator.unit() == "册";
  if (!plain || !indicator.formula().empty() || !dice.OnceIn(3)) return;
  figure.set_unit("万" + figure.unit());
  figure.set_text(figure.value() + figure.unit());
}

Fact FactOf(const Edition& edition, const Indicator& indicator,
            const std::string& value, int year) {
  Fact fact;
  fact.set_concept_code(indicator.code());
  fact.set_label(core::Catalogue::TitleIn(indicator, edition.code()));
  fact.mutable_figure()->set_value(value);
  fact.mutable_figure()->set_unit(indicator.unit());
  fact.mutable_figure()->set_text(value + indicator.unit());
  fact.set_period(core::PeriodOfYear(year));
  fact.set_fact_class(fact::v1::FACT_CLASS_OWN);
  fact.set_origin(indicator.formula().empty() ? fact::v1::ORIGIN_TABLE
                                              : fact::v1::ORIGIN_COMPUTED);
  return fact;
}

void AddCodes(const Section& section, std::set<std::string>& codes) {
  for (const auto& part : section.parts()) {
    const auto pieces = core::ParseSentence(part.sentence());
    if (!pieces.ok()) continue;
    for (const auto& piece : *pieces) codes.insert(piece.code);
  }
  for (const auto& inner : section.sections()) AddCodes(inner, codes);
}

// Everything that the edition can print, in code order.
std::set<std::string> CodesOf(const core::Catalogue& catalogue,
                              const Edition& edition) {
  std::set<std::string> codes;
  for (const auto* indicator : catalogue.TableOf(edition.code())) {
    codes.insert(indicator->code());
  }
  for (const auto* indicator : catalogue.DerivedOf(edition.code())) {
    codes.insert(indicator->code());
  }
  for (const auto& section : edition.sections()) AddCodes(section, codes);
  return codes;
}

}  // namespace

report::Material MakeMaterial(const core::Catalogue& catalogue,
                              const Edition& edition, std::uint64_t seed) {
  Dice dice(seed);
  report::Material material;
  const std::uint64_t blank = 2 + dice.Below(30);
  int number = 0;
  for (const std::string& code : CodesOf(catalogue, edition)) {
    const Indicator* indicator = catalogue.FindIndicator(code);
    if (indicator == nullptr) continue;
    std::string value = ValueOf(*indicator, dice);
    for (int year = edition.data_year() - 1; year <= edition.data_year();
         ++year) {
      if (!dice.OnceIn(10)) value = ValueOf(*indicator, dice);
      if (dice.OnceIn(blank)) continue;
      Fact fact = FactOf(edition, *indicator, value, year);
      Coarsen(dice, *indicator, *fact.mutable_figure());
      HedgeNowAndThen(dice, *indicator, *fact.mutable_figure());
      fact.set_id("f" + std::to_string(++number));
      if (indicator->formula().empty()) {
        *material.facts.Add() = fact;
      } else {
        *material.computed.add_facts() = fact;
      }
    }
  }
  return material;
}

}  // namespace nianbao::testing
