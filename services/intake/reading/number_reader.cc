#include "services/intake/reading/number_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "services/core/unit.h"
#include "services/intake/reading/near_words.h"
#include "services/intake/reading/number_words.h"
#include "services/intake/reading/unit_words.h"

namespace nianbao::intake {
namespace {

using nianbao::fact::v1::Hedge;
using Words = std::u32string_view;

// Hedges that stand behind a number; the others stand before it.
constexpr std::array<Words, 17> kBehind = {
    U"余",   U"多",     U"有余", U"来",   U"以上", U"及以上",
    U"以下", U"及以下", U"以内", U"之内", U"左右", U"上下",
    U"前后", U"出头",   U"开外", U"之上", U"之下"};

// Hedges that widen a number only before its unit, or where nothing follows:
// 12人多次获奖 has none.
constexpr std::array<Words, 3> kBeforeUnit = {U"余", U"多", U"来"};

// Words that end like a hedge: 签约12家, 附近3所.
constexpr std::array<Words, 23> kNoHedges = {
    U"签约", U"合约", U"节约", U"预约", U"制约", U"公约", U"条约",  U"续约",
    U"违约", U"履约", U"相约", U"邀约", U"附近", U"最近", U"靠近",  U"就近",
    U"远近", U"亲近", U"赶超", U"反超", U"高超", U"经过", U"成千上"};

// Words that begin like a hedge behind a number: 12人以下简称.
constexpr std::array<Words, 6> kNoHedgesBehind = {
    U"以下简", U"以下几", U"上下楼", U"上下游", U"来自", U"来校"};

template <std::size_t N>
bool IsAny(Words word, const std::array<Words, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t N>
bool EndsWithAny(const Chars& text, int end,
                 const std::array<Words, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](Words word) { return text.EndsAt(end, word); });
}

template <std::size_t N>
bool HasAnyAt(const Chars& text, int at, const std::array<Words, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](Words word) { return text.HasAt(at, word); });
}

std::u32string Slice(const Chars& text, int begin, int end) {
  return text.folded().substr(static_cast<std::size_t>(begin),
                              static_cast<std::size_t>(end - begin));
}

// Whether a sign can stand at `at`: behind nothing, an opening mark or a word
// that leads to a value. A dash between words or numbers is none.
bool CanSign(const Chars& text, int at) {
  if (text[at] != U'-' && text[at] != U'+') return false;
  const std::string original = text.Text(at, at + 1);
  if (original == "—" || original == "–" || original == "―") return false;
  constexpr Words kLeading = U"(:,;、=为是达至到率比值化降增减约\n。";
  const int end = BeforeSpaces(text, at);
  return end == 0 || kLeading.find(text[end - 1]) != Words::npos;
}

// The direction of an arrow; empty for any other character.
std::string ArrowDirection(char32_t c) {
  if (c == U'↑' || c == U'↗' || c == U'⬆') return "增加";
  if (c == U'↓' || c == U'↘' || c == U'⬇') return "减少";
  return "";
}

// Reads outwards from one numeral.
class NumberReader {
 public:
  NumberReader(const Chars& text, const Lexicon& lexicon, int at,
               const Numeral& numeral)
      : text_(text), lexicon_(lexicon), at_(numeral.end) {
    number_.begin = at;
    number_.figure.set_value(numeral.value);
    number_.figure.set_in_words(numeral.in_words);
    number_.figure.set_unit(numeral.unit);
  }

  Number Read() {
    ReadSign();
    ReadHedgeBefore();
    ReadThousands();
    ReadSome();
    ReadHedgeBehind();
    if (number_.figure.unit().empty()) ReadMeasure();
    ReadHedgeBehind();
    ReadArrowBehind();
    number_.end = at_;
    number_.figure.set_text(text_.Text(number_.begin, at_));
    return number_;
  }

 private:
  void SetHedge(const std::string& normal) {
    if (number_.figure.hedge() == Hedge::HEDGE_UNSPECIFIED) {
      number_.figure.set_hedge(HedgeOf(normal));
    }
  }

  // -3.5%, ↑12人
  void ReadSign() {
    const int before = number_.begin - 1;
    const std::string direction = ArrowDirection(text_[before]);
    if (!direction.empty()) {
      number_.direction = direction;
      number_.begin = before;
    } else if (IsDigit(text_[number_.begin]) && CanSign(text_, before)) {
      if (text_[before] == U'-') {
        number_.figure.set_value("-" + number_.figure.value());
      }
      number_.begin = before;
    }
  }

  void ReadArrowBehind() {
    const std::string direction = ArrowDirection(text_[at_]);
    if (direction.empty() || !number_.direction.empty()) return;
    number_.direction = direction;
    ++at_;
  }

  // 5千余人, 3百件: unit words below 万 are worked into the value.
  void ReadThousands() {
    const std::int64_t unit = SmallUnit(text_[at_]);
    if (unit == 0 || number_.figure.in_words() || LargeUnit(text_[at_ + 1]) > 0)
      return;
    if (number_.figure.value().find_first_of(".:/") != std::string::npos)
      return;
    if (!UnitAt(text_, at_, lexicon_).normal.empty()) return;
    if (text_.HasAt(at_, U"百分点")) return;
    ++at_;
    number_.figure.set_value(number_.figure.value() +
                             std::to_string(unit).substr(1));
  }

  // 十几人: some more than ten; 十几万: some more than a hundred thousand.
  void ReadSome() {
    if (text_[at_] != U'几') return;
    int end = at_ + 1;
    if (text_[end] == U'十') ++end;  // 一百几十
    at_ = end;
    SetHedge("MORE");
    const char32_t large = text_[at_];
    if (!number_.figure.in_words()) return;
    if (large != U'万' && large != U'亿') return;
    ++at_;
    number_.figure.set_value(number_.figure.value() +
                             std::string(large == U'万' ? 4 : 8, '0'));
  }

  void ReadHedgeBefore() {
    const int end = BeforeSpaces(text_, number_.begin);
    const auto match = lexicon_.hedges.EndingAt(text_, end);
    if (match.length == 0 || EndsWithAny(text_, end, kNoHedges)) return;
    const std::u32string word = Slice(text_, end - match.length, end);
    if (IsAny(word, kBehind)) return;
    // 上百人, 过千人: only before a multiplier without a digit.
    const bool rounds = word == U"上" || word == U"过" || word == U"破";
    if (rounds && !IsMultiplier(text_[number_.begin])) return;
    number_.begin = end - match.length;
    SetHedge(match.normal);
  }

  static bool IsMultiplier(char32_t c) {
    return LargeUnit(c) > 0 || SmallUnit(c) >= 100;
  }

  void ReadHedgeBehind() {
    const int at = AfterSpaces(text_, at_);
    const auto match = lexicon_.hedges.At(text_, at);
    if (match.length == 0 || HasAnyAt(text_, at, kNoHedgesBehind)) return;
    const std::u32string word = Slice(text_, at, at + match.length);
    if (!IsAny(word, kBehind)) return;
    // 比上届的986人多38人 says how many more.
    if (word == U"多" &&
        IsDigit(text_[AfterSpaces(text_, at + match.length)])) {
      return;
    }
    const bool counted = !number_.figure.unit().empty();
    if (counted && IsAny(word, kBeforeUnit)) {
      const char32_t next = text_[at + match.length];
      if (word == U"来" || (IsHan(next) && next != U'的')) return;
    }
    at_ = at + match.length;
    SetHedge(match.normal);
  }

  void ReadMeasure() {
    const std::string multiplier = ReadMultiplier();
    ReadHedgeBehind();
    ReadUnit(multiplier);
    if (number_.figure.unit() == "个") ReadSplitUnit();
    ReadHalf();
    if (!number_.figure.unit().empty()) return;
    const std::string bracketed =
        UnitInBracketBefore(text_, LabelEnd(), lexicon_);
    number_.figure.set_unit(bracketed);
  }

  // Where the label ends that leads to the number: 招生数（人）：120.
  int LabelEnd() const {
    int end = BeforeSpaces(text_, number_.begin);
    constexpr Words kLinks = U":为是达共计";
    if (kLinks.find(text_[end - 1]) != Words::npos) --end;
    return BeforeSpaces(text_, end);
  }

  // 万 and 亿 behind digits belong to the unit; 个 may lead to 亿.
  std::string ReadMultiplier() {
    int at = AfterSpaces(text_, at_);
    if (text_[at] == U'个' && text_[at + 1] == U'亿') ++at;
    for (const Words word :
         {Words(U"千万"), Words(U"百万"), Words(U"千亿"), Words(U"百亿"),
          Words(U"万亿"), Words(U"亿"), Words(U"万")}) {
      if (!text_.HasAt(at, word)) continue;
      at_ = at + static_cast<int>(word.size());
      return ToUtf8(word);
    }
    return "";
  }

  void ReadUnit(const std::string& multiplier) {
    const int at = AfterSpaces(text_, at_);
    const UnitWord unit = UnitAt(text_, at, lexicon_);
    number_.figure.set_unit(multiplier + unit.normal);
    if (unit.normal.empty()) return;
    if (unit.end > at) at_ = unit.end;
    number_.classifier = core::FindUnit(unit.normal).counting;
  }

  // 3个多小时, 5个多百分点: a hedge between 个 and what it counts.
  void ReadSplitUnit() {
    if (text_[at_] != U'多' && text_[at_] != U'余') return;
    const UnitWord unit = UnitAt(text_, at_ + 1, lexicon_);
    if (!IsMeasureOfThings(unit.normal)) return;
    SetHedge("MORE");
    number_.figure.set_unit(unit.normal);
    number_.classifier = false;
    at_ = unit.end;
  }

  static bool IsMeasureOfThings(const std::string& unit) {
    return unit == "小时" || unit == "月" || unit == "百分点" || unit == "学期";
  }

  // 一个半小时, 两年半, 三成半
  void ReadHalf() {
    constexpr Words kOther = U"数天年日工价岛百";
    if (text_[at_] != U'半' || number_.figure.unit().empty()) return;
    const bool whole =
        number_.figure.value().find_first_of(".:/") == std::string::npos &&
        number_.figure.value().size() <= 2;
    if (!whole || kOther.find(text_[at_ + 1]) != Words::npos) return;
    ++at_;
    number_.figure.set_value(number_.figure.value() + ".5");
    if (number_.figure.unit() != "个") return;
    const UnitWord unit = UnitAt(text_, at_, lexicon_);
    if (!IsMeasureOfThings(unit.normal)) return;
    number_.figure.set_unit(unit.normal);
    number_.classifier = false;
    at_ = unit.end;
  }

  const Chars& text_;
  const Lexicon& lexicon_;
  int at_;
  Number number_;
};

}  // namespace

Number ReadNumber(const Chars& text, const Lexicon& lexicon, int at,
                  const Numeral& numeral) {
  return NumberReader(text, lexicon, at, numeral).Read();
}

}  // namespace nianbao::intake
