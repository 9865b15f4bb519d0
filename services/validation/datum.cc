#include "services/validation/datum.h"

#include <algorithm>
#include <tuple>

#include "services/core/unit.h"
#include "services/validation/label_key.h"
#include "services/validation/text_scan.h"

namespace nianbao::validation {
namespace {

using nianbao::fact::v1::Fact;
using nianbao::fact::v1::FACT_CLASS_OTHER_PARTY;
using nianbao::fact::v1::FACT_CLASS_OWN;

constexpr std::string_view kDirection = "方向";
constexpr std::string_view kChangeSuffix = "变化";
constexpr std::string_view kGrowthSuffix = "增长率";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Labels that any group of people has; they name no indicator.
bool IsAnyone(std::string_view key) {
  return key == "学生" || key == "教师" || key == "人员" || key == "教职工";
}

int DirectionOf(std::string_view word) {
  if (HasAny(word, {"减", "降", "落", "缩", "少"})) return -1;
  return HasAny(word, {"平"}) ? 0 : 1;
}

void ReadDirection(Datum& datum) {
  for (const auto& dimension : datum.fact->dimensions()) {
    if (dimension.name() != kDirection) continue;
    datum.change = true;
    datum.direction = DirectionOf(dimension.value());
  }
  if (EndsWithAny(datum.fact->label(), {kChangeSuffix})) datum.change = true;
}

std::optional<Datum> MakeDatum(const Fact& fact, const Terms& terms) {
  auto quantity = core::QuantityOf(fact.figure());
  if (!quantity.ok()) return std::nullopt;
  Datum datum;
  datum.fact = &fact;
  datum.quantity = *std::move(quantity);
  datum.year = core::YearOf(fact.period());
  ReadDirection(datum);
  const std::string label(
      StripEnd(fact.label(), {kChangeSuffix, kGrowthSuffix}));
  datum.key = LabelKey(datum.change ? label : fact.label());
  datum.code = fact.concept_code();
  if (datum.code.empty() && !datum.change && core::IsWhole(fact) &&
      !IsAnyone(datum.key)) {
    datum.code = terms.CodeOf(datum.key);
  }
  const auto english = terms.english.find(fact.concept_code());
  datum.label_en =
      english == terms.english.end() ? fact.label() : english->second;
  return datum;
}

auto PlaceOf(const Datum* datum) {
  const auto& place = datum->fact->place();
  return std::make_tuple(place.row(), place.column(), place.begin());
}

// Figures of others are part of sentences, requirements and plans are not.
bool IsStated(const Fact& fact) {
  return fact.fact_class() == FACT_CLASS_OWN ||
         fact.fact_class() == FACT_CLASS_OTHER_PARTY;
}

template <typename Map>
const std::vector<const Datum*>& ListIn(const Map& map, std::string_view key) {
  static const std::vector<const Datum*> kNone;
  const auto found = map.find(key);
  return found == map.end() ? kNone : found->second;
}

std::string DimensionOf(const Datum& datum) {
  return core::FindUnit(datum.quantity.unit).dimension;
}

}  // namespace

bool IsLinked(const Datum& datum) {
  return !datum.fact->concept_code().empty();
}

bool IsWholeDatum(const Datum& datum) {
  return !datum.change && core::IsWhole(*datum.fact);
}

bool IsHedged(const Datum& datum) {
  return datum.fact->figure().hedge() != nianbao::fact::v1::HEDGE_UNSPECIFIED;
}

std::optional<core::Quantity> InUnit(const core::Quantity& quantity,
                                     std::string_view unit) {
  // Most figures have the unit asked for already.
  if (quantity.unit == unit) return quantity;
  return core::Convert(quantity, unit);
}

core::Quantity InOnes(const core::Quantity& quantity) {
  const core::Unit unit = core::FindUnit(quantity.unit);
  if (!unit.scaled) return quantity;
  return core::Convert(quantity, unit.dimension).value_or(quantity);
}

bool Comparable(const Datum& a, const Datum& b) {
  if (a.quantity.unit == b.quantity.unit) return true;
  return core::ConversionFactor(a.quantity.unit, b.quantity.unit).has_value();
}

bool IsPercent(const Datum& datum) { return DimensionOf(datum) == "%"; }

bool IsPercentPoint(const Datum& datum) {
  return DimensionOf(datum) == "百分点";
}

bool IsCount(const Datum& datum) {
  const bool ratio =
      datum.fact->figure().value().find(':') != std::string::npos;
  return core::FindUnit(datum.quantity.unit).counting && !IsPercent(datum) &&
         !IsPercentPoint(datum) && !ratio;
}

std::string PeriodBefore(const std::string& period) {
  if (period.size() < 4 ||
      !std::all_of(period.begin(), period.begin() + 4, IsDigit)) {
    return "";
  }
  return std::to_string(std::stoi(period.substr(0, 4)) - 1) + period.substr(4);
}

bool SamePeriod(const Datum& a, const Datum& b) {
  if (a.year && b.year) return *a.year == *b.year;
  return a.fact->period() == b.fact->period();
}

Data::Data(const core::Facts& facts, const Terms& terms, int data_year)
    : table_(facts, data_year) {
  all_.reserve(static_cast<std::size_t>(facts.size()));
  for (const Fact& fact : facts) {
    if (auto datum = MakeDatum(fact, terms)) all_.push_back(*std::move(datum));
  }
  for (const Datum& datum : all_) {
    const Fact& fact = *datum.fact;
    by_id_[fact.id()] = &datum;
    if (!fact.place().block().empty() && IsStated(fact)) {
      by_block_[fact.place().block()].push_back(&datum);
    }
    if (fact.fact_class() == FACT_CLASS_OWN && IsWholeDatum(datum)) {
      by_key_[datum.key].push_back(&datum);
    }
  }
  for (auto& [block, data] : by_block_) {
    std::stable_sort(data.begin(), data.end(),
                     [](auto* a, auto* b) { return PlaceOf(a) < PlaceOf(b); });
  }
}

const Datum* Data::Find(std::string_view fact_id) const {
  const auto found = by_id_.find(fact_id);
  return found == by_id_.end() ? nullptr : found->second;
}

const std::vector<const Datum*>& Data::InBlock(std::string_view block) const {
  return ListIn(by_block_, block);
}

const std::vector<const Datum*>& Data::WithKey(std::string_view key) const {
  return ListIn(by_key_, key);
}

const Datum* Data::Principal(std::string_view code, int year) const {
  const Fact* fact = table_.Principal(code, year);
  return fact == nullptr ? nullptr : Find(fact->id());
}

}  // namespace nianbao::validation
