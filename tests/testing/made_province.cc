#include "tests/testing/made_province.h"

#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/core/fact_table.h"
#include "tests/testing/made_years.h"

namespace nianbao::testing {
namespace {

using nianbao::intake::v1::Organisation;
using nianbao::intake::v1::SubmitFactsRequest;

// Words of numbers that must not be alike.
enum Topic : std::uint64_t { kUsual = 1, kBlank, kMissing, kDrift };

// A number for a topic of a school.
std::uint64_t NumberOf(std::uint64_t seed, Topic topic,
                       const std::string& school, std::uint64_t which) {
  std::uint64_t code = 0;
  for (const char digit : school) {
    code = 10 * code + static_cast<std::uint64_t>(digit - '0');
  }
  return MadeNumber(MadeNumber(seed + topic, code), which);
}

bool Happens(std::uint64_t number, int thousandths) {
  return number % 1000 < static_cast<std::uint64_t>(thousandths);
}

// A whole number of units of the last digit, as it is printed.
std::string Printed(std::int64_t units, int decimals) {
  if (decimals == 0) return absl::StrCat(units);
  const std::string text = absl::StrFormat("%0*d", decimals + 1, units);
  const std::size_t whole = text.size() - static_cast<std::size_t>(decimals);
  return absl::StrCat(text.substr(0, whole), ".", text.substr(whole));
}

Organisation::Level LevelOf(const std::string& region) {
  if (absl::EndsWith(region, "0000")) return Organisation::LEVEL_PROVINCE;
  return absl::EndsWith(region, "00") ? Organisation::LEVEL_CITY
                                      : Organisation::LEVEL_COUNTY;
}

// A region that is its own successor goes on changed.
void SetEnding(const nianbao::catalogue::v1::Region& from, Organisation& to) {
  if (from.valid_to().empty()) return;
  const int count = from.successors_size();
  if (count == 1 && from.successors(0) == from.code()) {
    to.set_ending(Organisation::ENDING_CHANGED);
    return;
  }
  to.set_ending(count == 0   ? Organisation::ENDING_CLOSED
                : count == 1 ? Organisation::ENDING_MERGED
                             : Organisation::ENDING_SPLIT);
  *to.mutable_successors() = from.successors();
}

std::string LastDay(int year) { return absl::StrCat(year, "-12-31"); }

}  // namespace

std::vector<Organisation> RegionsOf(const core::Catalogue& catalogue) {
  std::vector<Organisation> regions;
  for (const auto& [code, entries] : catalogue.regions()) {
    for (const auto* entry : entries) {
      Organisation& region = regions.emplace_back();
      region.set_name(absl::StrCat("organisations/", code));
      region.set_code(code);
      region.set_level(LevelOf(code));
      region.set_title(entry->name());
      region.set_parent(entry->parent());
      region.set_valid_from(entry->valid_from());
      region.set_valid_to(entry->valid_to());
      SetEnding(*entry, region);
    }
  }
  return regions;
}

MadeProvince::MadeProvince(ProvinceShape shape)
    : shape_(std::move(shape)), tree_(MadeYears(shape_).Take()) {
  for (const MadeEdition& edition : shape_.editions) {
    auto& schools = schools_.emplace_back();
    for (const auto* entry : tree_.SchoolsOn(LastDay(edition.data_year))) {
      schools.push_back(entry->code());
    }
  }
}

SubmitFactsRequest MadeProvince::Request(std::size_t edition,
                                         const std::string& school) const {
  const MadeEdition& of = shape_.editions.at(edition);
  SubmitFactsRequest request;
  request.set_edition(of.code);
  request.set_school(school);
  if (const auto* entry = tree_.Find(school, LastDay(of.data_year))) {
    request.set_region(entry->parent());
    request.set_school_title(entry->title());
    request.set_school_class(entry->school_class());
  }
  if (Happens(NumberOf(shape_.seed, kMissing, school, edition),
              shape_.missing_schools)) {
    return request;
  }
  for (std::size_t i = 0; i < shape_.indicators.size(); ++i) {
    AddFact(edition, i, request);
  }
  return request;
}

void MadeProvince::AddFact(std::size_t edition, std::size_t which,
                           SubmitFactsRequest& request) const {
  const MadeIndicator& indicator = shape_.indicators[which];
  const std::string& school = request.school();
  const std::uint64_t in_edition = 1000 * which + edition;
  if (Happens(NumberOf(shape_.seed, kBlank, school, in_edition),
              shape_.blank_facts)) {
    return;
  }
  const auto span =
      static_cast<std::uint64_t>(indicator.most - indicator.least + 1);
  const auto usual = static_cast<std::int64_t>(
      NumberOf(shape_.seed, kUsual, school, which) % span);
  const auto drift = static_cast<std::int64_t>(
      NumberOf(shape_.seed, kDrift, school, in_edition) % 201);
  // At most a tenth more or less than usual.
  const std::int64_t units =
      indicator.least + usual + usual * (drift - 100) / 1000;
  auto& fact = *request.add_facts();
  fact.set_concept_code(indicator.code);
  fact.set_period(core::PeriodOfYear(shape_.editions[edition].data_year));
  auto& figure = *fact.mutable_figure();
  figure.set_value(Printed(units, indicator.decimals));
  figure.set_unit(indicator.unit);
  figure.set_text(absl::StrCat(figure.value(), indicator.unit));
}

std::vector<SubmitFactsRequest> MadeProvince::Requests(
    std::size_t edition) const {
  std::vector<SubmitFactsRequest> requests;
  for (const std::string& school : SchoolsOf(edition)) {
    SubmitFactsRequest request = Request(edition, school);
    if (request.facts_size() > 0) requests.push_back(std::move(request));
  }
  return requests;
}

}  // namespace nianbao::testing
