#include "services/intake/reading/periods.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "services/core/fact_table.h"
#include "services/intake/reading/clauses.h"

namespace nianbao::intake {
namespace {

int SkipSpaces(const Chars& text, int at) {
  while (IsSpace(text[at])) ++at;
  return at;
}

std::optional<int> FourDigits(const Chars& text, int at) {
  int year = 0;
  for (int i = 0; i < 4; ++i) {
    if (!IsDigit(text[at + i])) return std::nullopt;
    year = year * 10 + static_cast<int>(text[at + i] - U'0');
  }
  if (IsDigit(text[at + 4]) || IsDigit(text[at - 1])) return std::nullopt;
  if (year < 1900 || year > 2099) return std::nullopt;
  return year;
}

struct Suffix {
  std::u32string_view word;
  std::string_view normal;
};

// Longest first.
constexpr std::array<Suffix, 9> kSuffixes = {{{U"下半年", "下半年"},
                                              {U"上半年", "上半年"},
                                              {U"学年度", "学年"},
                                              {U"学年", "学年"},
                                              {U"年度", "年"},
                                              {U"年", "年"},
                                              {U"届", "年"},
                                              {U"下", "下半年"},
                                              {U"上", "上半年"}}};

// A year with what kind of year it is: 2021 年度, 2020 学年, 2020-2021学年.
std::optional<PeriodMention> YearAt(const Chars& text, int at) {
  const auto year = FourDigits(text, at);
  if (!year) return std::nullopt;
  int end = at + 4;
  std::string digits = std::to_string(*year);
  if (text[end] == U'-' && FourDigits(text, end + 1)) {
    digits += "-" + std::to_string(*FourDigits(text, end + 1));
    end += 5;
  }
  const int next = SkipSpaces(text, end);
  for (const Suffix& suffix : kSuffixes) {
    if (!text.HasAt(next, suffix.word)) continue;
    end = next + static_cast<int>(suffix.word.size());
    return PeriodMention{at, end, digits + std::string(suffix.normal), year,
                         false};
  }
  return std::nullopt;
}

// 2020下半年至2021上半年
PeriodMention WithEnd(const Chars& text, PeriodMention mention) {
  const int at = SkipSpaces(text, mention.end);
  if (text[at] != U'至' && text[at] != U'到') return mention;
  const auto other = YearAt(text, SkipSpaces(text, at + 1));
  if (!other) return mention;
  mention.period += "至" + other->period;
  mention.end = other->end;
  return mention;
}

std::optional<PeriodMention> RecentYearsAt(const Chars& text, int at) {
  if (text[at] != U'近' || text[at - 1] == U'附') return std::nullopt;
  constexpr std::u32string_view kNumbers =
      U"一二两三四五六七八九十几0123456789";
  int end = at + 1;
  while (kNumbers.find(text[end]) != std::u32string_view::npos) ++end;
  if (end == at + 1 || text[end] != U'年') return std::nullopt;
  return PeriodMention{at, end + 1, text.Text(at, end + 1), std::nullopt,
                       false};
}

bool IsComparison(const Chars& text, int begin) {
  int end = begin;
  while (end > 0 && IsSpace(text[end - 1])) --end;
  for (const std::u32string_view word :
       {U"比", U"较", U"与", U"同", U"相较", U"相比", U"对比"}) {
    if (text.EndsAt(end, word)) return true;
  }
  return false;
}

}  // namespace

std::vector<PeriodMention> FindPeriods(const Chars& text) {
  std::vector<PeriodMention> mentions;
  for (int at = 0; at < text.size(); ++at) {
    auto mention = YearAt(text, at);
    if (mention) {
      mention = WithEnd(text, *mention);
    } else {
      mention = RecentYearsAt(text, at);
    }
    if (!mention) continue;
    mention->comparison = IsComparison(text, at);
    at = mention->end - 1;
    mentions.push_back(*mention);
  }
  return mentions;
}

PeriodScopes::PeriodScopes(const Chars& text, int data_year)
    : text_(text), data_year_(data_year), mentions_(FindPeriods(text)) {}

bool PeriodScopes::Reaches(const PeriodMention& mention, int at,
                           bool changed) const {
  if (mention.end > at) return false;
  const int clause = ClauseBegin(text_, at);
  if (mention.comparison) return !changed && mention.begin >= clause;
  const bool current = !mention.year || (*mention.year >= data_year_ - 1 &&
                                         *mention.year <= data_year_);
  return current || mention.begin >= clause;
}

const PeriodMention* PeriodScopes::MentionAt(int at, bool changed) const {
  const auto found = std::find_if(
      mentions_.rbegin(), mentions_.rend(),
      [&](const PeriodMention& m) { return Reaches(m, at, changed); });
  return found == mentions_.rend() ? nullptr : &*found;
}

std::string PeriodScopes::At(int at, bool changed) const {
  const PeriodMention* mention = MentionAt(at, changed);
  return mention == nullptr ? core::PeriodOfYear(data_year_) : mention->period;
}

std::string PeriodScopes::ComparedIn(int begin, int end) const {
  std::string period;
  for (const PeriodMention& mention : mentions_) {
    const bool inside = mention.begin >= begin && mention.end <= end;
    if (inside && mention.comparison) period = mention.period;
  }
  return period;
}

std::string PeriodIn(const std::string& text) {
  const Chars chars(text);
  const auto mentions = FindPeriods(chars);
  return mentions.empty() ? "" : mentions.front().period;
}

}  // namespace nianbao::intake
