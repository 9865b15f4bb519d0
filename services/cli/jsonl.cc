#include "services/cli/jsonl.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <set>

namespace nianbao::cli {
namespace {

using Json = nlohmann::ordered_json;

using nianbao::document::v1::Place;
using nianbao::fact::v1::Fact;
using nianbao::fact::v1::Interval;
using nianbao::validation::v1::Check;

// More than an object of ours has.
constexpr std::size_t kMostKeys = 16;

// The lower-case tail of an enum value's name: VERDICT_CONSISTENT → consistent.
std::string Tail(const std::string& name, std::size_t prefix) {
  std::string tail = name.substr(prefix);
  std::transform(tail.begin(), tail.end(), tail.begin(),
                 [](unsigned char c) { return std::tolower(c); });
  return tail;
}

Json Optional(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json PlaceOf(const Place& place) {
  return {{"block", place.block()},
          {"row", place.row()},
          {"column", place.column()},
          {"page", place.page()}};
}

Json HedgeOf(const Fact& fact) {
  if (fact.figure().hedge() == nianbao::fact::v1::HEDGE_UNSPECIFIED) {
    return nullptr;
  }
  return Tail(nianbao::fact::v1::Hedge_Name(fact.figure().hedge()), 6);
}

Json DimensionsOf(const Fact& fact) {
  Json dimensions = Json::object();
  for (const auto& dimension : fact.dimensions()) {
    dimensions[dimension.name()] = dimension.value();
  }
  return dimensions;
}

Json IntervalOf(const Interval& interval) {
  if (interval.lower().empty() && interval.upper().empty()) return nullptr;
  return {{"lower", Optional(interval.lower())},
          {"upper", Optional(interval.upper())},
          {"lower_open", interval.lower_open()},
          {"upper_open", interval.upper_open()}};
}

Json VerdictOf(const Check& check) {
  if (check.verdict() == nianbao::validation::v1::VERDICT_UNSPECIFIED) {
    return nullptr;
  }
  return Tail(nianbao::validation::v1::Verdict_Name(check.verdict()), 8);
}

Json SeverityOf(const Check& check) {
  if (check.severity() == nianbao::catalogue::v1::SEVERITY_UNSPECIFIED) {
    return nullptr;
  }
  return Tail(nianbao::catalogue::v1::Severity_Name(check.severity()), 9);
}

void AddOperands(const Check& check, Json& json) {
  Json values = Json::array();
  Json facts = Json::array();
  std::set<int> lines;
  for (const auto& operand : check.operands()) {
    values.push_back(operand.value());
    if (!operand.fact().empty()) facts.push_back(operand.fact());
    if (operand.place().line() > 0) lines.insert(operand.place().line());
  }
  json["values"] = std::move(values);
  json["lines"] = lines;
  json["facts"] = std::move(facts);
}

// Keeps invalid UTF-8 from ending the program; texts are valid by contract.
std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string FactLine(const Fact& fact, bool with_class) {
  Json json = Json::object();
  // An object that grows copies all its keys.
  json.get_ref<Json::object_t&>().reserve(kMostKeys);
  if (fact.place().line() > 0) {
    json["line"] = fact.place().line();
  } else {
    json["place"] = PlaceOf(fact.place());
  }
  json["value"] = fact.figure().value();
  json["text"] = fact.figure().text();
  json["unit"] = fact.figure().unit();
  json["label"] = fact.label();
  json["indicator"] = Optional(fact.concept_code());
  json["period"] = Optional(fact.period());
  json["dims"] = DimensionsOf(fact);
  json["hedge"] = HedgeOf(fact);
  json["where"] = Tail(nianbao::fact::v1::Origin_Name(fact.origin()), 7);
  json["fact"] = fact.id();
  if (with_class) {
    json["class"] =
        Tail(nianbao::fact::v1::FactClass_Name(fact.fact_class()), 11);
  }
  return Dump(json);
}

std::string CheckLine(const Check& check) {
  Json json;
  json["kind"] = check.kind();
  json["verdict"] = VerdictOf(check);
  json["reported"] = check.reported();
  json["computed"] = check.computed();
  json["reported_interval"] = IntervalOf(check.reported_interval());
  json["computed_interval"] = IntervalOf(check.computed_interval());
  AddOperands(check, json);
  json["rule"] = Optional(check.rule());
  json["severity"] = SeverityOf(check);
  json["message"] = check.message().zh();
  json["reason"] = Optional(check.reason().zh());
  Json hints = Json::array();
  for (const auto& hint : check.hints()) hints.push_back(hint.zh());
  json["hints"] = std::move(hints);
  return Dump(json);
}

}  // namespace nianbao::cli
