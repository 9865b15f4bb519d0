#include "services/intake/readers/sheet/date_print.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <string_view>

namespace nianbao::intake {
namespace {

using Kind = FormatToken::Kind;

constexpr std::int64_t kLastDay = 2958465;  // the end of 9999
constexpr std::int64_t kDaySeconds = 86400;
constexpr std::int64_t kDaysTo1904 = 1462;

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> kDays = {
    "Sunday",   "Monday", "Tuesday", "Wednesday",
    "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> kChineseDays = {
    "日", "一", "二", "三", "四", "五", "六"};

// A moment as people count it.
struct Moment {
  std::chrono::year_month_day date;
  unsigned int week_day = 0;
  std::int64_t days = 0;
  std::int64_t seconds = 0;  // of the day
};

// Spreadsheets count a 29 February 1900 that never was.
std::int64_t RealDay(std::int64_t day) { return day < 60 ? day + 1 : day; }

std::optional<Moment> MomentOf(const core::Rational& serial, bool from_1904) {
  if (serial < 0 || serial > kLastDay) return std::nullopt;
  const core::Rational rounded =
      serial * kDaySeconds + core::Rational(core::Integer(1), core::Integer(2));
  const auto total = core::Floor(rounded).convert_to<std::int64_t>();
  Moment moment;
  moment.days = total / kDaySeconds;
  moment.seconds = total % kDaySeconds;
  const std::int64_t day =
      from_1904 ? moment.days + kDaysTo1904 : RealDay(moment.days);
  const std::chrono::sys_days start =
      std::chrono::year(1899) / std::chrono::December / 30;
  const std::chrono::sys_days date = start + std::chrono::days(day);
  moment.date = std::chrono::year_month_day(date);
  moment.week_day = std::chrono::weekday(date).c_encoding();
  return moment;
}

std::string Padded(std::int64_t number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

// Whether tokens[at], a run of m, means minutes: hours stand before it or
// seconds behind it.
bool MeansMinutes(const std::vector<FormatToken>& tokens, std::size_t at) {
  const auto is_time = [](const FormatToken& token) {
    return token.kind == Kind::kDate || token.kind == Kind::kElapsed;
  };
  for (std::size_t i = at; i > 0; --i) {
    if (!is_time(tokens[i - 1])) continue;
    if (tokens[i - 1].text[0] == 'h') return true;
    break;
  }
  for (std::size_t i = at + 1; i < tokens.size(); ++i) {
    if (is_time(tokens[i])) return tokens[i].text[0] == 's';
  }
  return false;
}

std::string PrintMonth(const Moment& moment, std::size_t width) {
  const unsigned int month = static_cast<unsigned int>(moment.date.month());
  const std::string_view name = kMonths[month - 1];
  if (width <= 2) return Padded(month, width);
  if (width == 4) return std::string(name);
  return std::string(name.substr(0, width == 3 ? 3 : 1));
}

std::string PrintDay(const Moment& moment, char letter, std::size_t width) {
  if (letter == 'a') {
    const std::string_view name = kChineseDays[moment.week_day];
    return (width > 3 ? "星期" : "") + std::string(name);
  }
  const std::string_view name = kDays[moment.week_day];
  if (width > 2) return std::string(width == 3 ? name.substr(0, 3) : name);
  return Padded(static_cast<unsigned int>(moment.date.day()), width);
}

std::string PrintYear(const Moment& moment, char letter, std::size_t width) {
  const int year = static_cast<int>(moment.date.year());
  const bool is_short = letter == 'y' && width <= 2;
  return is_short ? Padded(year % 100, 2) : std::to_string(year);
}

std::string PrintHalf(const Moment& moment, const std::string& text) {
  const bool morning = moment.seconds < kDaySeconds / 2;
  if (text == "am/pm") return morning ? "AM" : "PM";
  if (text == "a/p") return morning ? "A" : "P";
  return morning ? "上午" : "下午";
}

bool IsHalf(const std::string& text) {
  return text.find('/') != std::string::npos;
}

class DatePrinter {
 public:
  DatePrinter(const Moment& moment, const FormatSection& section)
      : moment_(moment), tokens_(section.tokens) {
    for (const FormatToken& token : tokens_) {
      halves_ = halves_ || (token.kind == Kind::kDate && IsHalf(token.text));
    }
  }

  std::string Print() const {
    std::string text;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const FormatToken& token = tokens_[i];
      if (token.kind == Kind::kDate) {
        text += PrintToken(i);
      } else if (token.kind == Kind::kElapsed) {
        text += PrintElapsed(token.text);
      } else if (token.kind == Kind::kLiteral) {
        text += token.text;
      }
    }
    return text;
  }

 private:
  std::string PrintToken(std::size_t at) const {
    const std::string& text = tokens_[at].text;
    const std::size_t width = text.size();
    if (IsHalf(text)) return PrintHalf(moment_, text);
    switch (text[0]) {
      case 'y':
      case 'e':
        return PrintYear(moment_, text[0], width);
      case 'd':
      case 'a':
        return PrintDay(moment_, text[0], width);
      case 'h':
        return Padded(Hour(), width > 1 ? 2 : 1);
      case 's':
        return Padded(moment_.seconds % 60, width > 1 ? 2 : 1);
      default:
        return MeansMinutes(tokens_, at)
                   ? Padded(moment_.seconds / 60 % 60, width > 1 ? 2 : 1)
                   : PrintMonth(moment_, width);
    }
  }

  std::int64_t Hour() const {
    const std::int64_t hour = moment_.seconds / 3600;
    if (!halves_) return hour;
    return hour % 12 == 0 ? 12 : hour % 12;
  }

  std::string PrintElapsed(const std::string& text) const {
    const std::int64_t seconds = moment_.days * kDaySeconds + moment_.seconds;
    const std::int64_t unit = text[0] == 'h' ? 3600 : text[0] == 'm' ? 60 : 1;
    return Padded(seconds / unit, text.size());
  }

  const Moment& moment_;
  const std::vector<FormatToken>& tokens_;
  // Whether hours are counted twice to twelve.
  bool halves_ = false;
};

}  // namespace

std::optional<std::string> PrintDate(const core::Rational& serial,
                                     const FormatSection& section,
                                     bool from_1904) {
  const auto moment = MomentOf(serial, from_1904);
  if (!moment) return std::nullopt;
  return DatePrinter(*moment, section).Print();
}

}  // namespace nianbao::intake
