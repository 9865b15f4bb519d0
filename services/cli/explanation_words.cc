#include "services/cli/explanation_words.h"

#include <array>
#include <utility>

namespace nianbao::cli {
namespace {

using nianbao::fact::v1::FactClass;
using nianbao::intake::v1::Explanation;
using Reading = nianbao::intake::v1::NumberReading;

struct Words {
  const char* zh;
  const char* en;
};

// The words at the number of an enum's value, which counts from zero without
// holes; those at zero for a value that is not known.
template <std::size_t N>
std::string At(Language language, const std::array<Words, N>& words,
               int value) {
  const std::size_t place = value < 0 || static_cast<std::size_t>(value) >= N
                                ? 0
                                : static_cast<std::size_t>(value);
  return In(language, words[place].zh, words[place].en);
}

constexpr std::array<Words, 7> kNumbers = {{
    {"未定", "undecided"},
    {"数值", "figure"},
    {"日期或编号", "date or document number"},
    {"序数", "ordinal"},
    {"名称中的数", "part of a name"},
    {"修饰语中的量", "measure of a noun"},
    {"不带单位的数", "bare digits"},
}};

constexpr std::array<Words, 8> kClasses = {{
    {"未定", "undecided"},
    {"本校", "the school's own"},
    {"别家", "somebody else's"},
    {"标准或规定", "a requirement"},
    {"计划或目标", "a plan"},
    {"日期", "a date"},
    {"序数", "an ordinal"},
    {"名称", "a name"},
}};

constexpr std::array<Words, 7> kDecisions = {{
    {"其他", "other"},
    {"名称", "label"},
    {"单位", "unit"},
    {"时期", "period"},
    {"归属", "whose"},
    {"增减", "change"},
    {"范围", "scope"},
}};

constexpr std::array<Words, 13> kSources = {{
    {"未知", "unknown"},
    {"本分句", "its clause"},
    {"数后的词", "words behind it"},
    {"前文", "said before"},
    {"所属整体", "the whole it is part of"},
    {"标题", "heading"},
    {"表题", "caption"},
    {"行名", "row"},
    {"列名", "column"},
    {"数本身", "the figure"},
    {"未写明，按版本年份", "not said; the edition's year"},
    {"本句", "its sentence"},
    {"指标目录", "the catalogue"},
}};

constexpr std::array<Words, 10> kRefusals = {{
    {"选中", "taken"},
    {"得分较低", "fewer points"},
    {"单位不合", "another unit"},
    {"名称相近但不同", "alike, but other words"},
    {"与另一指标分不出高下", "no clear lead"},
    {"说的是增减", "states a change"},
    {"只是其中一部分", "only a part"},
    {"数前的词说得更细", "the words before it say more"},
    {"同一时期已说过", "said of this period already"},
    {"时期跨几年", "a period of several years"},
}};

constexpr std::array<Words, 6> kUnread = {{
    {"没有数", "no numbers"},
    {"这是标题，不读数据", "a heading; not read for figures"},
    {"这是题名，不读数据", "a title; not read for figures"},
    {"这是目录，不读数据", "a table of contents; not read for figures"},
    {"这是表题或图题，不读数据", "a caption; not read for figures"},
    {"这里不读数据", "not read for figures"},
}};

}  // namespace

std::string NumberWord(Language language, Reading::Kind kind) {
  return At(language, kNumbers, kind);
}

std::string ClassWord(Language language, FactClass fact_class) {
  return At(language, kClasses, fact_class);
}

std::string DecisionWord(Language language, Reading::Decision decision) {
  return At(language, kDecisions, decision);
}

std::string SourceWord(Language language, Reading::Source source) {
  return At(language, kSources, source);
}

std::string RefusalWord(Language language, Reading::Refusal refusal) {
  return At(language, kRefusals, refusal);
}

std::string UnreadWord(Language language, Explanation::Unread unread) {
  return At(language, kUnread, unread);
}

}  // namespace nianbao::cli
