#include "services/core/validity.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"

namespace nianbao::core {
namespace {

constexpr std::size_t kDayCharacters = 10;

bool Parse(std::string_view text, absl::CivilDay& day) {
  return text.size() == kDayCharacters &&
         absl::ParseCivilTime(absl::string_view(text.data(), text.size()),
                              &day) &&
         absl::FormatCivilTime(day) == absl::string_view(text.data(), 10);
}

}  // namespace

bool IsDay(std::string_view text) {
  absl::CivilDay day;
  return Parse(text, day);
}

std::string NextDay(std::string_view day) {
  absl::CivilDay civil;
  if (!Parse(day, civil)) return "";
  return absl::FormatCivilTime(civil + 1);
}

std::string StatisticDay(int data_year) {
  return absl::StrCat(data_year, "-09-01");
}

}  // namespace nianbao::core
