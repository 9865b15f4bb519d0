#include "tests/testing/made_years.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"

namespace nianbao::testing {
namespace {

using nianbao::intake::v1::Organisation;

constexpr int kProvince = 330000;
constexpr int kYearDays = 365;

}  // namespace

std::uint64_t MadeNumber(std::uint64_t seed, std::uint64_t word) {
  std::uint64_t mixed = seed * 0x9e3779b97f4a7c15 + word + 0x632be59bd9b4e019;
  for (const std::uint64_t factor :
       {0xbf58476d1ce4e5b9u, 0x94d049bb133111ebu}) {
    mixed = (mixed ^ (mixed >> 30)) * factor;
  }
  return mixed ^ (mixed >> 31);
}

MadeYears::MadeYears(const ProvinceShape& shape) : shape_(shape) {
  MakeRegions();
  for (int i = 0; i < shape_.schools; ++i) Open();
  for (auto& [code, entry] : now_) {
    if (entry.level() == Organisation::LEVEL_SCHOOL) entry.clear_valid_from();
  }
  for (std::size_t i = 1; i < shape_.editions.size(); ++i) {
    for (int year = shape_.editions[i - 1].data_year + 1;
         year <= shape_.editions[i].data_year; ++year) {
      PlayYear(year);
    }
  }
}

std::vector<Organisation> MadeYears::Take() {
  for (const auto& [code, entry] : now_) past_.push_back(entry);
  std::sort(past_.begin(), past_.end(),
            [](const Organisation& one, const Organisation& other) {
              return std::tie(one.code(), one.valid_from()) <
                     std::tie(other.code(), other.valid_from());
            });
  return std::move(past_);
}

std::uint64_t MadeYears::Draw(std::uint64_t below) {
  return MadeNumber(shape_.seed, ++drawn_) % below;
}

void MadeYears::AddRegion(Organisation::Level level, int code, int parent) {
  Organisation region;
  region.set_level(level);
  region.set_code(absl::StrCat(code));
  if (parent != 0) region.set_parent(absl::StrCat(parent));
  Begin(region);
}

void MadeYears::MakeRegions() {
  for (const Organisation& region : shape_.regions) {
    const bool always =
        region.valid_from().empty() && region.valid_to().empty();
    if (always) now_[region.code()] = region;
    if (always) codes_[region.level()].push_back(region.code());
    if (!always) past_.push_back(region);
  }
  if (shape_.regions.empty()) {
    AddRegion(Organisation::LEVEL_PROVINCE, kProvince, 0);
    for (int i = 0; i < shape_.cities; ++i) {
      AddRegion(Organisation::LEVEL_CITY, kProvince + 100 * (i + 1), kProvince);
    }
    for (int i = 0; i < shape_.counties; ++i) {
      const int city = kProvince + 100 * (i % shape_.cities + 1);
      AddRegion(Organisation::LEVEL_COUNTY, city + 2 + i / shape_.cities, city);
    }
  }
  province_digits_ = codes_[Organisation::LEVEL_PROVINCE].front().substr(0, 2);
}

void MadeYears::PlayYear(int year) {
  const auto schools = codes_[Organisation::LEVEL_SCHOOL].size();
  const auto counties = codes_[Organisation::LEVEL_COUNTY].size();
  std::vector<std::pair<int, Change>> changes;
  const auto plan = [&](Change change, std::size_t of, int thousandths) {
    // What is left of a thousand decides by chance.
    const auto count =
        (of * static_cast<std::size_t>(thousandths) + Draw(1000)) / 1000;
    for (std::size_t i = 0; i < count; ++i) {
      changes.emplace_back(static_cast<int>(Draw(kYearDays)), change);
    }
  };
  plan(Change::kOpen, schools, shape_.opened);
  plan(Change::kClose, schools, shape_.closed);
  plan(Change::kRename, schools, shape_.renamed);
  plan(Change::kMove, schools, shape_.moved);
  plan(Change::kMerge, schools, shape_.merged);
  plan(Change::kSplit, schools, shape_.split);
  plan(Change::kCounty, shape_.regions.empty() ? counties : 0,
       shape_.merged_counties);
  std::sort(changes.begin(), changes.end());
  for (const auto& [day, change] : changes) {
    const absl::CivilDay civil = absl::CivilDay(year, 1, 1) + day;
    const std::string text = absl::FormatCivilTime(civil);
    if (text != day_) touched_.clear();
    day_ = text;
    day_before_ = absl::FormatCivilTime(civil - 1);
    Play(change);
  }
}

void MadeYears::Play(Change change) {
  if (change == Change::kOpen) {
    Open();
    return;
  }
  if (change == Change::kCounty) return MergeCounty();
  const std::string school = Any(Organisation::LEVEL_SCHOOL);
  if (school.empty()) return;
  if (change == Change::kClose) End(school, Organisation::ENDING_CLOSED, {});
  if (change == Change::kRename) Rename(school);
  if (change == Change::kMove) MoveTo(school, AnyHome());
  if (change == Change::kMerge) Merge(school);
  if (change == Change::kSplit) Split(school);
}

std::string MadeYears::Any(Organisation::Level level) {
  const std::vector<std::string>& codes = codes_[level];
  for (int tries = 0; tries < 20 && !codes.empty(); ++tries) {
    const std::string& code = codes[Draw(codes.size())];
    if (touched_.count(code) == 0) return code;
  }
  return "";
}

// Most schools stand in a county, some are run by a city or the province.
std::string MadeYears::AnyHome() {
  const std::uint64_t draw = Draw(100);
  const auto level = draw < 2    ? Organisation::LEVEL_PROVINCE
                     : draw < 12 ? Organisation::LEVEL_CITY
                                 : Organisation::LEVEL_COUNTY;
  const std::vector<std::string>& codes = codes_[level];
  return codes[Draw(codes.size())];
}

std::string MadeYears::Open() {
  Organisation school;
  school.set_level(Organisation::LEVEL_SCHOOL);
  school.set_code(
      absl::StrFormat("36%s%06d", province_digits_, ++next_school_));
  school.set_parent(AnyHome());
  if (!shape_.school_classes.empty() && Draw(5) == 0) {
    school.set_school_class(
        shape_.school_classes[Draw(shape_.school_classes.size())]);
  }
  Begin(school);
  return school.code();
}

void MadeYears::Begin(Organisation entry) {
  if (entry.title().empty()) {
    const bool school = entry.level() == Organisation::LEVEL_SCHOOL;
    entry.set_title(
        absl::StrCat(school ? "虚构职业学校" : "虚构地区", ++next_title_));
  }
  entry.set_name(absl::StrCat("organisations/", entry.code()));
  entry.set_valid_from(day_);
  entry.clear_valid_to();
  entry.clear_ending();
  entry.clear_successors();
  touched_.insert(entry.code());
  codes_[entry.level()].push_back(entry.code());
  now_[entry.code()] = std::move(entry);
}

Organisation MadeYears::End(const std::string& code,
                            Organisation::Ending ending,
                            const std::vector<std::string>& successors) {
  Organisation entry = now_.at(code);
  now_.erase(code);
  auto& codes = codes_[entry.level()];
  codes.erase(std::find(codes.begin(), codes.end(), code));
  touched_.insert(code);
  entry.set_valid_to(day_before_);
  entry.set_ending(ending);
  for (const auto& successor : successors) entry.add_successors(successor);
  past_.push_back(entry);
  return entry;
}

void MadeYears::MoveTo(const std::string& school, const std::string& parent) {
  if (now_.at(school).parent() == parent) return;
  Organisation entry = End(school, Organisation::ENDING_CHANGED, {});
  entry.set_parent(parent);
  Begin(std::move(entry));
}

void MadeYears::Rename(const std::string& school) {
  Organisation entry = End(school, Organisation::ENDING_CHANGED, {});
  entry.clear_title();
  Begin(std::move(entry));
}

void MadeYears::Merge(const std::string& school) {
  touched_.insert(school);
  // Two of three go into a school that there is, the others make a new one.
  const bool anew = Draw(3) == 0;
  const std::string other = Any(Organisation::LEVEL_SCHOOL);
  if (other.empty()) return;
  const std::string into = anew ? Open() : other;
  End(school, Organisation::ENDING_MERGED, {into});
  touched_.insert(into);
  if (anew) End(other, Organisation::ENDING_MERGED, {into});
}

void MadeYears::Split(const std::string& school) {
  const bool goes_on = Draw(2) == 0;
  const std::string other = Open();
  const std::string one = goes_on ? school : Open();
  Organisation entry = End(school, Organisation::ENDING_SPLIT, {one, other});
  if (goes_on) Begin(std::move(entry));
}

void MadeYears::MergeCounty() {
  const std::string county = Any(Organisation::LEVEL_COUNTY);
  if (county.empty()) return;
  std::vector<std::string> schools;
  for (const auto& [code, entry] : now_) {
    if (entry.parent() == county) schools.push_back(code);
  }
  std::string into;
  for (const std::string& code : codes_[Organisation::LEVEL_COUNTY]) {
    const bool neighbour = now_.at(code).parent() == now_.at(county).parent();
    if (neighbour && code != county && touched_.count(code) == 0) into = code;
  }
  const bool busy = std::any_of(
      schools.begin(), schools.end(),
      [&](const std::string& code) { return touched_.count(code) > 0; });
  if (into.empty() || busy) return;
  touched_.insert(into);
  for (const std::string& school : schools) MoveTo(school, into);
  End(county, Organisation::ENDING_MERGED, {into});
}

}  // namespace nianbao::testing
