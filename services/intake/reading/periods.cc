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

struct Relative {
  std::u32string_view word;
  int shift;
};

// Longest first.
constexpr Relative kRelative[] = {
    {U"上年同期", -1}, {U"去年同期", -1}, {U"上一学年", -1}, {U"上一年度", -1},
    {U"上年度", -1},   {U"上学年", -1},   {U"上一年", -1},   {U"上一届", -1},
    {U"上年末", -1},   {U"上年", -1},     {U"去年", -1},     {U"上届", -1},
    {U"本年度", 0},    {U"今年", 0}};

// 上年, 去年同期, 今年
std::optional<PeriodMention> RelativeAt(const Chars& text, int at) {
  for (const Relative& relative : kRelative) {
    if (!text.HasAt(at, relative.word)) continue;
    const int end = at + static_cast<int>(relative.word.size());
    return PeriodMention{at,           end,   text.Text(at, end),
                         std::nullopt, false, relative.shift};
  }
  return std::nullopt;
}

// Whether a change starts from the period: 由2020年的1000兆升级到…
bool IsStart(const Chars& text, const PeriodMention& mention) {
  int end = mention.begin;
  while (end > 0 && IsSpace(text[end - 1])) --end;
  const int next = SkipSpaces(text, mention.end);
  return (text[end - 1] == U'由' || text[end - 1] == U'从') &&
         (text[next] == U'的' || IsDigit(text[next]));
}

// "2020学年" a year earlier is "2019学年".
std::string Shifted(std::string period, int years) {
  constexpr std::size_t kDigits = 4;
  for (std::size_t at = 0; at + kDigits <= period.size(); ++at) {
    const bool year =
        std::all_of(period.begin() + static_cast<std::ptrdiff_t>(at),
                    period.begin() + static_cast<std::ptrdiff_t>(at + kDigits),
                    [](char c) { return c >= '0' && c <= '9'; });
    if (!year) continue;
    const int shifted = std::stoi(period.substr(at, kDigits)) + years;
    period.replace(at, kDigits, std::to_string(shifted));
    at += kDigits - 1;
  }
  return period;
}

// The start of the sentence, which a semicolon does not end here.
int FullSentenceBegin(const Chars& text, int at) {
  while (at > 0 && text[at - 1] != U'。') --at;
  return at;
}

// Whether a figure follows at once: 2020年84368册, 2020年是731人.
bool NamesOneFigure(const Chars& text, const PeriodMention& mention) {
  int at = SkipSpaces(text, mention.end);
  if (text[at] == U'是') return IsDigit(text[SkipSpaces(text, at + 1)]);
  const int first = at;
  while (IsDigit(text[at])) ++at;
  return at > first && text[SkipSpaces(text, at)] != U'月';
}

// 2018学年、2019学年
bool Lists(const Chars& text, const PeriodMention& a, const PeriodMention& b) {
  const char32_t between = text[a.end];
  return b.begin == a.end + 1 && (between == U'、' || between == U'和');
}

bool IsComparison(const Chars& text, int begin) {
  int end = begin;
  while (end > 0 && IsSpace(text[end - 1])) --end;
  for (const std::u32string_view word : {U"比", U"较", U"与", U"同", U"低于",
                                         U"高于", U"相较", U"相比", U"对比"}) {
    if (text.EndsAt(end, word)) return true;
  }
  return false;
}

}  // namespace

std::vector<PeriodMention> FindPeriods(const Chars& text, bool relative) {
  std::vector<PeriodMention> mentions;
  for (int at = 0; at < text.size(); ++at) {
    auto mention = YearAt(text, at);
    if (mention) {
      mention = WithEnd(text, *mention);
    } else {
      mention = RecentYearsAt(text, at);
      if (!mention && relative) mention = RelativeAt(text, at);
    }
    if (!mention) continue;
    // 2020年为689人 only says what the figure before is compared with.
    mention->comparison = IsComparison(text, at) ||
                          (mention->year && text[mention->end] == U'为');
    mention->from = IsStart(text, *mention);
    mention->bare = mention->year && NamesOneFigure(text, *mention);
    if (!mentions.empty() && Lists(text, mentions.back(), *mention)) {
      mention->listed = mentions.back().listed = true;
    }
    at = mention->end - 1;
    mentions.push_back(*mention);
  }
  return mentions;
}

PeriodScopes::PeriodScopes(const Chars& text, int data_year)
    : text_(text), data_year_(data_year), mentions_(FindPeriods(text, true)) {}

bool PeriodScopes::Reaches(const PeriodMention& mention, int at,
                           bool changed) const {
  if (mention.end > at) return false;
  const bool same_clause = mention.begin >= ClauseBegin(text_, at);
  if (mention.comparison && changed) return false;
  if (mention.from || (mention.shift && *mention.shift < 0)) {
    return same_clause && !changed && TouchesFigure(mention, at);
  }
  if (mention.comparison) return same_clause;
  if (mention.bare && IsYearBefore(mention)) {
    return changed ? SaidBefore(mention, at) : same_clause;
  }
  const bool ended = mention.begin < SentenceBegin(text_, at);
  if (mention.listed && ended && mention.year != data_year_) return false;
  return same_clause || HoldsAt(mention, at);
}

bool PeriodScopes::IsYearBefore(const PeriodMention& mention) const {
  return mention.period == core::PeriodOfYear(data_year_ - 1);
}

// Whether a sentence goes from an earlier year to that of the mention: 2019年为
// 85%，2020年84%，下降1个百分点.
bool PeriodScopes::SaidBefore(const PeriodMention& mention, int at) const {
  const int sentence = SentenceBegin(text_, at);
  return std::any_of(mentions_.begin(), mentions_.end(),
                     [&](const PeriodMention& m) {
                       return m.year && *m.year < *mention.year &&
                              m.begin >= sentence && m.end <= mention.begin;
                     });
}

// Whether the period goes on behind its clause: the data year's and the school
// years' do, the year before ends with its sentence.
bool PeriodScopes::HoldsAt(const PeriodMention& mention, int at) const {
  for (int i = ClauseBegin(text_, mention.begin); i < mention.begin; ++i) {
    // In 8人参加2020年省培训 the year only belongs to the training.
    if (IsDigit(text_[i])) return false;
  }
  if (!mention.year) return !SpeaksOfYear(mention.end, at);
  if (*mention.year < data_year_ - 1 || *mention.year > data_year_) {
    return false;
  }
  return !IsYearBefore(mention) ||
         mention.begin >= FullSentenceBegin(text_, at);
}

// 近五年培训4732人。全年完成8460人次: whether a later sentence up to `at`
// speaks of the report's year again.
bool PeriodScopes::SpeaksOfYear(int begin, int at) const {
  constexpr std::u32string_view kYear[] = {U"全年", U"当年", U"本年", U"年内",
                                           U"今年"};
  for (int i = begin; i < at; ++i) {
    if (text_[i] != U'。') continue;
    for (const std::u32string_view word : kYear) {
      if (text_.HasAt(i + 1, word)) return true;
    }
  }
  return false;
}

// Whether no other figure stands between the period and character `at`.
bool PeriodScopes::TouchesFigure(const PeriodMention& mention, int at) const {
  for (int i = mention.end; i < at; ++i) {
    if (IsDigit(text_[i])) return false;
  }
  return true;
}

// Whether a sentence says a later year than that of `found` before a change:
// 2021年招生1146人，2020年1088人，增长5.33%.
bool PeriodScopes::IsLater(const PeriodMention& mention,
                           const PeriodMention& found, int at) const {
  const int sentence = SentenceBegin(text_, at);
  return mention.year && found.year && *mention.year > *found.year &&
         *mention.year <= data_year_ && mention.begin >= sentence &&
         mention.end <= at && !mention.comparison && !mention.from;
}

std::string PeriodScopes::At(int at, bool changed) const {
  return PeriodAt(at, changed, false);
}

const PeriodMention* PeriodScopes::MentionAt(int at, bool changed) const {
  return MentionFor(at, changed, false);
}

// The mention that holds at `at`; with `named`, of those that name their years.
const PeriodMention* PeriodScopes::MentionFor(int at, bool changed,
                                              bool named) const {
  const auto found = std::find_if(
      mentions_.rbegin(), mentions_.rend(), [&](const PeriodMention& m) {
        return !(named && m.shift) && Reaches(m, at, changed);
      });
  if (found == mentions_.rend()) return nullptr;
  if (!changed) return &*found;
  const auto later = std::find_if(
      mentions_.rbegin(), mentions_.rend(),
      [&](const PeriodMention& m) { return IsLater(m, *found, at); });
  return later == mentions_.rend() ? &*found : &*later;
}

std::string PeriodScopes::PeriodAt(int at, bool changed, bool named) const {
  const PeriodMention* mention = MentionFor(at, changed, named);
  return mention == nullptr ? core::PeriodOfYear(data_year_)
                            : Resolved(*mention);
}

// 上年 is the year before that of which the text speaks there.
std::string PeriodScopes::Resolved(const PeriodMention& mention) const {
  if (!mention.shift) return mention.period;
  if (*mention.shift == 0) return core::PeriodOfYear(data_year_);
  return Shifted(PeriodAt(mention.begin, true, true), *mention.shift);
}

std::vector<std::string> PeriodScopes::Enumerated(int end, int count) const {
  const int begin = SentenceBegin(text_, end);
  std::vector<std::string> periods;
  for (const PeriodMention& mention : mentions_) {
    if (mention.begin < begin || mention.end > end) continue;
    periods.push_back(Resolved(mention));
  }
  if (static_cast<int>(periods.size()) != count) periods.clear();
  return periods;
}

std::string PeriodScopes::ComparedIn(int begin, int end) const {
  std::string period;
  for (const PeriodMention& mention : mentions_) {
    const bool inside = mention.begin >= begin && mention.end <= end;
    if (inside && mention.comparison) period = Resolved(mention);
  }
  return period;
}

std::string PeriodIn(const std::string& text) {
  const Chars chars(text);
  const auto mentions = FindPeriods(chars);
  return mentions.empty() ? "" : mentions.front().period;
}

}  // namespace nianbao::intake
