#include "services/intake/reading/link_score.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "services/core/fact_table.h"
#include "services/core/unit.h"
#include "services/intake/reading/chars.h"

namespace nianbao::intake {
namespace {

using nianbao::catalogue::v1::Indicator;
using nianbao::fact::v1::Figure;
using nianbao::intake::v1::NumberReading;

constexpr int kSameUnit = 15;
constexpr int kConvertedUnit = 12;
constexpr int kNoUnit = 8;
constexpr int kHome = 5;
constexpr int kFittingPeriod = 5;
constexpr int kInEdition = 5;
// A core of fewer characters says too little: 专业 is not 专业数.
constexpr std::size_t kShortestCore = 3;

bool IsRatio(const Figure& figure) {
  return figure.value().find(':') != std::string::npos;
}

// Points for the unit; zero where the figure cannot be converted.
int UnitPoints(const Indicator& indicator, const Figure& figure) {
  const bool ratio =
      indicator.measure() == nianbao::catalogue::v1::MEASURE_RATIO;
  if (ratio || IsRatio(figure)) {
    return ratio && IsRatio(figure) ? kSameUnit : 0;
  }
  if (figure.unit() == indicator.unit()) return kSameUnit;
  return core::ConversionFactor(figure.unit(), indicator.unit())
             ? kConvertedUnit
             : 0;
}

// Whether the period is longer than from one year to the next, such as
// 近三年 or 2016年至2020年: a sum over years is no year's figure.
bool SpansYears(const std::string& period) {
  constexpr std::string_view kRecent = "近";
  if (period.compare(0, kRecent.size(), kRecent) == 0) return true;
  std::vector<int> years;
  int digits = 0;
  int number = 0;
  for (const char c : period + " ") {
    const bool digit = c >= '0' && c <= '9';
    if (digit && digits < 5) {
      number = number * 10 + (c - '0');
      ++digits;
    } else if (!digit) {
      if (digits == 4) years.push_back(number);
      digits = 0;
      number = 0;
    }
  }
  return years.size() > 1 && years.back() - years.front() > 1;
}

// A single year fits all kinds; a school year those that count one.
bool PeriodFits(const Indicator& indicator, const std::string& period) {
  if (period.empty()) return false;
  if (core::YearOf(period)) return true;
  return indicator.period() ==
             nianbao::catalogue::v1::PERIOD_KIND_SCHOOL_YEAR ||
         indicator.period() == nianbao::catalogue::v1::PERIOD_KIND_SURVEY;
}

}  // namespace

LinkCandidate ScoreOf(const Indicator& indicator, const std::string& wording,
                      int words, const LinkFigure& figure) {
  LinkCandidate candidate{&indicator, &wording, 0,
                          NumberReading::REFUSAL_UNSPECIFIED};
  const bool bare = figure.figure.unit().empty() && !IsRatio(figure.figure);
  const int unit = bare ? kNoUnit : UnitPoints(indicator, figure.figure);
  if (unit == 0) {
    candidate.refusal = NumberReading::REFUSAL_UNIT;
    return candidate;
  }
  if (SpansYears(figure.period)) {
    candidate.refusal = NumberReading::REFUSAL_PERIOD;
    return candidate;
  }
  candidate.score = words + unit;
  if (figure.place != nullptr && figure.place->IsHome(indicator.code())) {
    candidate.score += kHome;
  }
  if (PeriodFits(indicator, figure.period)) candidate.score += kFittingPeriod;
  if (core::Catalogue::RevisionOf(indicator, figure.edition) != nullptr) {
    candidate.score += kInEdition;
  }
  return candidate;
}

int Likeness(const std::string& a, const std::string& b) {
  const std::u32string x = Fold(a);
  const std::u32string y = Fold(b);
  if (x.size() < 2 || y.size() < 2) return 0;
  const auto pairs = [](const std::u32string& text) {
    std::vector<std::u32string> found;
    for (std::size_t at = 0; at + 2 <= text.size(); ++at) {
      found.push_back(text.substr(at, 2));
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  };
  const auto left = pairs(x);
  const auto right = pairs(y);
  std::vector<std::u32string> common;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(common));
  return static_cast<int>(200 * common.size() / (left.size() + right.size()));
}

std::string WithoutQuantity(const std::string& key) {
  constexpr std::array<std::string_view, 8> kQuantities = {
      "总人数", "总数", "人数", "总量", "总额", "数量", "总计", "数"};
  for (const std::string_view tail : kQuantities) {
    if (key.size() <= tail.size() ||
        key.compare(key.size() - tail.size(), tail.size(), tail) != 0) {
      continue;
    }
    const std::string core = key.substr(0, key.size() - tail.size());
    return Fold(core).size() < kShortestCore ? key : core;
  }
  return key;
}

}  // namespace nianbao::intake
