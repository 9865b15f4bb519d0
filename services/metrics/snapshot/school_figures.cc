#include "services/metrics/snapshot/school_figures.h"

#include <cstdint>
#include <utility>

#include "services/core/unit.h"
#include "services/metrics/printed_figures.h"

namespace nianbao::metrics {
namespace {

using nianbao::catalogue::v1::MEASURE_RATIO;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::fact::v1::FACT_CLASS_UNSPECIFIED;
using nianbao::fact::v1::ORIGIN_TABLE;

constexpr std::size_t kMostDigits = 15;

PartFigure PartOf(const FigureKey& key, const Fact& fact, FigureCell cell) {
  PartFigure part;
  part.key = key;
  for (const auto& dimension : fact.dimensions()) {
    part.dimensions.emplace_back(dimension.name(), dimension.value());
  }
  if (cell.plain) {
    part.quantity = core::ToQuantity(*cell.plain);
  } else if (cell.odd != nullptr) {
    part.quantity = *cell.odd;
  }
  part.fact = fact.id();
  return part;
}

}  // namespace

const FigureReader::Concept* FigureReader::Find(const std::string& code) {
  const auto found = concepts_.find(code);
  if (found != concepts_.end()) {
    return found->second.indicator == nullptr ? nullptr : &found->second;
  }
  Concept about;
  about.indicator = catalogue_.FindIndicator(code);
  if (about.indicator != nullptr) {
    const core::Unit unit = core::FindUnit(about.indicator->unit());
    about.counts = unit.counting && !unit.scaled;
  }
  const Concept& added = concepts_.emplace(code, about).first->second;
  return added.indicator == nullptr ? nullptr : &added;
}

std::optional<core::PlainDecimal> FigureReader::Digits(
    const Concept& about, const nianbao::fact::v1::Figure& figure) {
  const bool in_unit = figure.unit().empty() ||
                       figure.unit() == about.indicator->unit() ||
                       about.indicator->measure() == MEASURE_RATIO;
  const std::string& text = figure.value();
  if (!in_unit || figure.hedge() != 0 || text.empty() ||
      text.size() > kMostDigits) {
    return std::nullopt;
  }
  std::int64_t digits = 0;
  int decimals = -1;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits = digits * 10 + (c - '0');
      if (decimals >= 0) ++decimals;
    } else if (c == '.' && decimals < 0 && &c != &text.front() &&
               &c != &text.back()) {
      decimals = 0;
    } else {
      return std::nullopt;
    }
  }
  const bool whole = decimals < 0;
  return core::PlainDecimalOf(digits, whole ? 0 : decimals,
                              whole && about.counts);
}

FigureCell FigureReader::CellOf(const Concept& about, const Fact& fact) {
  FigureCell cell;
  cell.fact = fact.id();
  cell.plain = Digits(about, fact.figure());
  if (cell.plain) return cell;
  const auto quantity = QuantityIn(*about.indicator, fact.figure());
  if (!quantity) return cell;
  cell.plain = core::PlainDecimalOf(*quantity);
  if (!cell.plain) {
    cell.odd = std::make_shared<const core::Quantity>(*quantity);
  }
  return cell;
}

SchoolFigures FigureReader::Read(const core::Facts& facts) {
  // Table figures stand before those of running text.
  absl::flat_hash_map<FigureKey, const Fact*> principal;
  std::vector<PartFigure> parts;
  SchoolFigures figures;
  for (const Fact& fact : facts) {
    if (fact.fact_class() != FACT_CLASS_OWN &&
        fact.fact_class() != FACT_CLASS_UNSPECIFIED) {
      continue;
    }
    const Concept* about = Find(fact.concept_code());
    const auto year =
        about == nullptr ? std::nullopt : core::YearOf(fact.period());
    if (!year) continue;
    FigureKey key = {fact.concept_code(), *year};
    if (!core::IsWhole(fact)) {
      parts.push_back(PartOf(key, fact, CellOf(*about, fact)));
      continue;
    }
    const auto [at, added] = principal.try_emplace(std::move(key), &fact);
    if (!added && fact.origin() == ORIGIN_TABLE &&
        at->second->origin() != ORIGIN_TABLE) {
      at->second = &fact;
    }
  }
  for (const auto& [key, fact] : principal) {
    figures.whole.emplace(key, CellOf(*Find(key.indicator), *fact));
  }
  if (!parts.empty()) {
    figures.parts =
        std::make_shared<const std::vector<PartFigure>>(std::move(parts));
  }
  return figures;
}

}  // namespace nianbao::metrics
