#include "services/intake/reading/number_words.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace nianbao::intake {
namespace {

constexpr std::u32string_view kDigitWords = U"零一二三四五六七八九";
constexpr std::u32string_view kFormalWords = U"〇壹贰叁肆伍陆柒捌玖";

// 廿 and 卅; 0 for any other character.
std::int64_t Tens(char32_t c) { return c == U'廿' ? 20 : c == U'卅' ? 30 : 0; }

bool IsNumberWord(char32_t c) {
  return DigitWord(c) >= 0 || SmallUnit(c) > 0 || LargeUnit(c) > 0 ||
         Tens(c) > 0;
}

// Adds up number words from left to right.
class Sum {
 public:
  void Add(char32_t c) {
    if (DigitWord(c) >= 0) {
      AddDigit(DigitWord(c));
    } else if (SmallUnit(c) > 0) {
      AddSmallUnit(SmallUnit(c));
    } else if (Tens(c) > 0) {
      AddTens(Tens(c));
    } else {
      AddLargeUnit(LargeUnit(c));
    }
    first_ = false;
  }

  bool valid() const { return valid_; }

  // 一千二 is 1200: a last digit counts in the unit below the one before it.
  std::int64_t Total() const {
    std::int64_t tail = std::max<std::int64_t>(digit_, 0);
    if (!zero_ && unit_ >= 100) tail *= unit_ / 10;
    return high_ + low_ + part_ + tail;
  }

 private:
  void AddDigit(int digit) {
    if (digit_ > 0) valid_ = false;
    if (digit == 0) zero_ = true;
    digit_ = digit;
  }

  // Units fall from left to right below each 万 and 亿; only 十 may stand
  // without a digit behind another.
  void AddSmallUnit(std::int64_t unit) {
    const bool bare = digit_ < 0 && !first_ && unit > 10;
    if (unit >= below_ || digit_ == 0 || bare) valid_ = false;
    part_ += (digit_ < 0 ? 1 : digit_) * unit;
    Reached(unit, unit);
  }

  void AddTens(std::int64_t tens) {
    if (below_ <= 10 || digit_ > 0) valid_ = false;
    part_ += tens;
    Reached(10, 10);
  }

  void AddLargeUnit(std::int64_t unit) {
    const bool hundred_millions = unit > 10000;
    if (hundred_millions ? high_ > 0 : low_ > 0) valid_ = false;
    std::int64_t amount = part_ + std::max<std::int64_t>(digit_, 0);
    if (hundred_millions) amount += low_;
    if (amount == 0) {
      if (!first_) valid_ = false;
      amount = 1;
    }
    part_ = 0;
    if (valid_ && hundred_millions) {
      high_ = amount * unit;
      low_ = 0;
    } else if (valid_) {
      low_ = amount * unit;
    }
    Reached(unit, 10000);
  }

  void Reached(std::int64_t unit, std::int64_t below) {
    unit_ = unit;
    below_ = below;
    digit_ = -1;
    zero_ = false;
  }

  // Amounts of 亿, of 万 and below, as far as they are closed by their unit.
  std::int64_t high_ = 0;
  std::int64_t low_ = 0;
  std::int64_t part_ = 0;
  // A digit without a unit so far; -1 for none.
  std::int64_t digit_ = -1;
  // The last unit, and the one that the next must stay below.
  std::int64_t unit_ = 0;
  std::int64_t below_ = 10000;
  // Whether 零 stands behind the last unit.
  bool zero_ = false;
  bool first_ = true;
  bool valid_ = true;
};

// The value of words [begin, end) without the one at `left_out`; empty where
// they make no number.
std::string ValueOf(const Chars& text, int begin, int end, int left_out = -1) {
  Sum sum;
  for (int at = begin; at < end; ++at) {
    if (at != left_out) sum.Add(text[at]);
  }
  return sum.valid() ? std::to_string(sum.Total()) : "";
}

// Where two digits stand side by side in [begin, end): the first of them.
int FindDigitPair(const Chars& text, int begin, int end) {
  for (int at = begin; at + 1 < end; ++at) {
    if (DigitWord(text[at]) > 0 && DigitWord(text[at + 1]) > 0) return at;
  }
  return -1;
}

// 两三, 七八 and 三五 stand for a range; 五四 and 一二 are names.
bool IsRangePair(const Chars& text, int pair, bool alone) {
  const int low = DigitWord(text[pair]);
  const int high = DigitWord(text[pair + 1]);
  if (low == 3 && high == 5) return true;
  return high == low + 1 && !(alone && low == 1);
}

Numeral NameOf(const Chars& text, int at, int end) {
  Numeral name{end, "", true, ""};
  name.name = true;
  for (int i = at; i < end; ++i) {
    const int digit = DigitWord(text[i]);
    if (digit >= 0) name.value += static_cast<char>('0' + digit);
  }
  return name;
}

// 几百, 数十: amounts that name no number. 数 closes a label in 人数百余.
int VagueEnd(const Chars& text, int at) {
  constexpr std::u32string_view kCounted =
      U"人总个次册台套项篇家名生员师班校户部座位务程件目口例";
  if (text[at] != U'几' && text[at] != U'数') return at;
  if (text[at] == U'数' &&
      kCounted.find(text[at - 1]) != std::u32string_view::npos) {
    return at;
  }
  int end = at + 1;
  while (SmallUnit(text[end]) > 0 || LargeUnit(text[end]) > 0) ++end;
  const bool share = text.HasAt(end, U"分之");
  return end > at + 1 && !share ? end : at;
}

// 九十八点五: the decimals behind 点; a time of day has minutes there.
void ReadDecimals(const Chars& text, Numeral& number) {
  if (text[number.end] != U'点' || !number.high.empty()) return;
  int end = number.end + 1;
  std::string decimals;
  for (; DigitWord(text[end]) >= 0; ++end) {
    decimals += static_cast<char>('0' + DigitWord(text[end]));
  }
  const bool minutes = SmallUnit(text[end]) > 0 && SmallUnit(text[end]) <= 10;
  if (decimals.empty() || minutes) return;
  number.value += "." + decimals;
  number.end = end;
}

}  // namespace

int DigitWord(char32_t c) {
  if (c == U'两') return 2;
  std::size_t at = kDigitWords.find(c);
  if (at == std::u32string_view::npos) at = kFormalWords.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

std::int64_t SmallUnit(char32_t c) {
  if (c == U'十' || c == U'拾') return 10;
  if (c == U'百' || c == U'佰') return 100;
  return c == U'千' || c == U'仟' ? 1000 : 0;
}

std::int64_t LargeUnit(char32_t c) {
  return c == U'万' ? 10000 : c == U'亿' ? 100000000 : 0;
}

std::optional<Numeral> WordsAt(const Chars& text, int at) {
  const int vague = VagueEnd(text, at);
  if (vague > at) return NameOf(text, at, vague);
  int end = at;
  while (IsNumberWord(text[end])) ++end;
  if (end == at) return std::nullopt;
  const int pair = FindDigitPair(text, at, end);
  const bool several = pair >= 0 && FindDigitPair(text, pair + 1, end) >= 0;
  const bool range =
      pair >= 0 && !several && IsRangePair(text, pair, end - at == 2);
  if (pair >= 0 && !range) return NameOf(text, at, end);
  Numeral number{end, ValueOf(text, at, end, range ? pair + 1 : -1), true, ""};
  if (range) {
    number.high = ValueOf(text, at, end, pair);
    number.split = pair + 1;
  }
  if (number.value.empty() || (range && number.high.empty())) {
    return NameOf(text, at, end);
  }
  number.bare = end == at + 1 && DigitWord(text[at]) < 0 && text[at] != U'十' &&
                text[at] != U'拾' && Tens(text[at]) == 0;
  ReadDecimals(text, number);
  return number;
}

}  // namespace nianbao::intake
