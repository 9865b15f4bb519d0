#include "services/core/fact_table.h"

#include <algorithm>
#include <set>

namespace nianbao::core {
namespace {

using nianbao::fact::v1::Fact;
using nianbao::fact::v1::FACT_CLASS_OWN;
using nianbao::fact::v1::ORIGIN_TABLE;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool EndsWith(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() &&
         text.substr(text.size() - suffix.size()) == suffix;
}

// Whether the words behind a year make it one end of a range: 2019年以来.
bool IsOpenRange(std::string_view tail) {
  for (const std::string_view word :
       {"以来", "起", "至今", "以前", "以后", "之前", "之后", "前", "后"}) {
    if (EndsWith(tail, word)) return true;
  }
  return false;
}

}  // namespace

std::optional<int> YearOf(std::string_view period) {
  if (period.size() < 4 ||
      !std::all_of(period.begin(), period.begin() + 4, IsDigit)) {
    return std::nullopt;
  }
  const std::string_view rest = period.substr(4);
  if (!StartsWith(rest, "年") && !StartsWith(rest, "届")) return std::nullopt;
  const std::string year(period.substr(0, 4));
  const std::string_view tail = rest.substr(3);
  if (IsOpenRange(tail)) return std::nullopt;
  for (std::size_t i = 0; i + 4 <= tail.size(); ++i) {
    if (std::all_of(tail.begin() + static_cast<long>(i),
                    tail.begin() + static_cast<long>(i) + 4, IsDigit)) {
      return std::nullopt;
    }
  }
  return std::stoi(year);
}

std::optional<int> SchoolYearOf(std::string_view period) {
  if (period.size() < 4 ||
      !std::all_of(period.begin(), period.begin() + 4, IsDigit) ||
      !EndsWith(period, "学年")) {
    return std::nullopt;
  }
  return std::stoi(std::string(period.substr(0, 4)));
}

std::string PeriodOfYear(int year) { return std::to_string(year) + "年"; }

bool IsWhole(const Fact& fact) { return fact.dimensions().empty(); }

FactTable::FactTable(const Facts& facts, int data_year) {
  ByConcept school_years;
  for (const Fact& fact : facts) {
    by_id_[fact.id()] = &fact;
    if (fact.concept_code().empty() || fact.fact_class() != FACT_CLASS_OWN) {
      continue;
    }
    if (const auto year = YearOf(fact.period())) {
      by_concept_[{fact.concept_code(), *year}].push_back(&fact);
    } else if (const auto start = SchoolYearOf(fact.period())) {
      school_years[{fact.concept_code(), *start}].push_back(&fact);
    }
  }
  if (data_year != 0) FillDataYear(school_years, data_year);
}

// Newest first: what is filled once stays.
void FactTable::FillDataYear(const ByConcept& school_years, int data_year) {
  for (const int start : {data_year, data_year - 1}) {
    for (const auto& [key, facts] : school_years) {
      if (key.second != start || Principal(key.first, data_year) != nullptr) {
        continue;
      }
      auto& filled = by_concept_[{key.first, data_year}];
      filled.insert(filled.end(), facts.begin(), facts.end());
    }
  }
}

const Fact* FactTable::Principal(std::string_view concept_code,
                                 int year) const {
  const Fact* first = nullptr;
  for (const Fact* fact : Of(concept_code, year)) {
    if (!IsWhole(*fact)) continue;
    if (fact->origin() == ORIGIN_TABLE) return fact;
    if (first == nullptr) first = fact;
  }
  return first;
}

const std::vector<const Fact*>& FactTable::Of(std::string_view concept_code,
                                              int year) const {
  static const std::vector<const Fact*> kNone;
  const auto found = by_concept_.find({std::string(concept_code), year});
  return found == by_concept_.end() ? kNone : found->second;
}

const Fact* FactTable::Find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

std::vector<int> FactTable::Years() const {
  std::set<int> years;
  for (const auto& [key, facts] : by_concept_) years.insert(key.second);
  return {years.rbegin(), years.rend()};
}

}  // namespace nianbao::core
