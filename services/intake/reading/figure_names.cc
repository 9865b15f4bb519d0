#include "services/intake/reading/figure_names.h"

#include <algorithm>
#include <string_view>

#include "services/intake/reading/awards.h"
#include "services/intake/reading/clause_topics.h"
#include "services/intake/reading/clauses.h"
#include "services/intake/reading/composed_names.h"
#include "services/intake/reading/elided_heads.h"
#include "services/intake/reading/levels.h"
#include "services/intake/reading/measures.h"
#include "services/intake/reading/own_phrases.h"
#include "services/intake/reading/rates_ahead.h"
#include "services/intake/reading/respectively.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

using nianbao::fact::v1::Fact;
using Why = ReadingTrace::Reading;

constexpr char kDirection[] = "方向";
constexpr char kScope[] = "范围";
constexpr char kItem[] = "项目";
constexpr char kLevel[] = "级别";

bool IsPerHead(const std::string& words) {
  return words == "生均" || words == "人均" || words == "师均";
}

// Whether the figure may be a size or cost of a building or an institution.
bool MeasuresFacility(const std::string& unit, const Label& label) {
  constexpr std::u32string_view kWholeSchool[] = {U"全年", U"全校", U"收入",
                                                  U"支出", U"生均"};
  return (unit.ends_with("平方米") || unit.ends_with("元") || unit == "亩") &&
         !HasAnyWord(Fold(label.left), kWholeSchool);
}

void AddDimension(const char* name, const std::string& value, Fact& fact) {
  auto* dimension = fact.add_dimensions();
  dimension->set_name(name);
  dimension->set_value(value);
}

// What a part's label is led by.
std::u32string NameOf(const Said& whole) {
  return whole.title.empty() ? whole.noun : Fold(whole.title);
}

// 兼职教师28人，其中来自企业的19人: the part with the persons it is of, where
// both are short.
std::u32string WithPersons(const std::u32string& part,
                           const std::u32string& whole,
                           const std::string& unit) {
  constexpr std::size_t kLongest = 6;
  const std::u32string persons = WithoutMeasure(ToUtf8(whole));
  const bool all_short = std::max(persons.size(), part.size()) <= kLongest;
  const bool named = NamesPersons(persons) && !NamesPersons(part);
  return unit == "人" && named && all_short ? part + persons : part;
}

// 到企业实践的专业课教师52人，累计1560天: what the persons of `phrase` do, for
// what is said of it next; empty where `words` tell no more than who they are.
std::u32string DoingOf(const std::u32string& words,
                       const std::u32string& phrase) {
  constexpr std::u32string_view kDoing[] = {U"到",   U"赴",   U"下",   U"进",
                                            U"参加", U"参与", U"接受", U"从事"};
  if (!NamesPersons(phrase) || !words.ends_with(phrase)) return U"";
  const std::size_t of = words.size() - phrase.size();
  const bool doing =
      of >= 3 && words[of - 1] == U'的' && !FrontWord(words, kDoing).empty();
  return doing ? TopicOf(words.substr(0, of - 1)) : U"";
}

// 参加测试2108人，其中优秀206人: a result of what was said, not a part.
bool IsResult(const std::u32string& phrase) {
  constexpr std::u32string_view kResults[] = {U"合格",   U"优秀", U"良好",
                                              U"不合格", U"及格", U"上线"};
  return FrontWord(phrase, kResults) == phrase;
}

}  // namespace

FigureNamer::FigureNamer(const Chars& text, const std::vector<Number>& numbers,
                         const ReadingContext& context)
    : text_(text),
      numbers_(numbers),
      context_(context),
      before_(context.said) {}

void FigureNamer::Name(std::size_t index, const Label& label, Fact& fact) {
  if (!label.direction.empty()) return NameChange(label, fact);
  const int begin = numbers_[index].begin;
  Said said;
  said.sentence = SentenceBegin(text_, begin);
  said.unit = fact.figure().unit();
  said.period = fact.period();
  said.at = begin;
  said.from = label.from;
  const std::string text = Text(said, label);
  const Said* whole = LastOutside(begin);
  said.label = label.share && whole != nullptr ? whole->label : text;
  std::string group =
      ToUtf8(NounPhrase(Fold(said_.GroupOf(said.sentence, said.unit))));
  // 建基地38个，安排81名教师下企业: those are the school's.
  constexpr std::u32string_view kSending[] = {U"安排", U"选派", U"派出"};
  if (!BackWord(Fold(label.left), kSending).empty()) group.clear();
  if (group.empty() && said.unit == "人") {
    group = ToUtf8(GroupBefore(text_, begin));
  }
  if (group.empty()) group = SharedLead(text_, begin, said_);
  if (group.empty() && MeasuresFacility(said.unit, label)) {
    group = ToUtf8(FacilityBefore(text_, begin));
  }
  const std::string dealt = ToUtf8(DealtPhrase(index));
  const auto* indicator =
      !dealt.empty() && !label.share
          ? Take(dealt, Why::REFUSAL_UNSPECIFIED, fact)
      : group.empty() ? Link(label, text, fact)
                      : Take(group + text, Why::REFUSAL_UNSPECIFIED, fact);
  if (!group.empty()) AddDimension(kScope, group, fact);
  Note(context_, Why::DECISION_DIMENSION, Why::SOURCE_EARLIER, group);
  NameFreely(index, label, said, fact);
  if (!group.empty() && fact.label().find(group) == std::string::npos) {
    fact.set_label(group + fact.label());
    said.noun.insert(0, Fold(group));
  }
  if (indicator != nullptr) {
    fact.clear_dimensions();
    said.title = core::Catalogue::TitleIn(*indicator, context_.edition.code());
    fact.set_concept_code(indicator->code());
    fact.set_label(said.title);
  }
  said_.Add(std::move(said));
}

void FigureNamer::Hear(std::size_t index, const Label& label,
                       const Fact& fact) {
  std::u32string phrase = NounPhrase(Fold(label.left));
  constexpr std::u32string_view kDemands[] = {
      U"不低于", U"不高于", U"不少于", U"不得", U"达到", U"应", U"须", U"要"};
  while (CutBack(phrase, kDemands)) {
  }
  if (!IsShareUnit(fact.figure().unit()) || phrase.size() < 3) return;
  Said said;
  said.at = numbers_[index].begin;
  said.sentence = SentenceBegin(text_, said.at);
  said.unit = fact.figure().unit();
  said.noun = phrase;
  said.label = ToUtf8(phrase);
  said_.Add(std::move(said));
}

// The figure's own words, told in full by what stands near them.
std::u32string FigureNamer::PhraseOf(std::size_t index, const Label& label,
                                     const Said& said) const {
  const int end = numbers_[index].end;
  const std::u32string sum = SummedUp(said);
  if (!sum.empty()) return sum;
  std::u32string phrase = TellInFull(OwnPhrase(index, label), said, said_);
  if (!IsShareUnit(said.unit) && label.noun.empty()) {
    phrase = WithElidedHead(phrase, text_, said, said_);
  }
  if (said.unit.ends_with("元")) {
    phrase = WithPurpose(phrase, text_, end);
    phrase = WithGrant(phrase, text_, end);
  }
  phrase = WithQuotedSubject(phrase, text_, said.at);
  if (said.unit != "人") return phrase;
  return ByRate(WithoutDue(phrase, text_, end), text_, end);
}

// A figure without an indicator of its own words.
void FigureNamer::NameFreely(std::size_t index, const Label& label, Said& said,
                             Fact& fact) const {
  const Said* last = said_.Last();
  const bool of_base = last != nullptr && last->base && label.left.empty();
  const bool between = label.left.find("占") != std::string::npos;
  if (IsShareUnit(said.unit) &&
      (label.share || between || of_base || DealsShares(index))) {
    return NameShare(index, label, said, fact);
  }
  said.base = label.share;
  const std::u32string phrase =
      AsSatisfaction(PhraseOf(index, label, said), text_, said.at);
  const Leaning leaning = LeaningOf(phrase, said.unit);
  if (leaning == Leaning::kValue) return NamePart(phrase, said, fact);
  const bool part = leaning == Leaning::kAttribute &&
                    !(said.unit == "人" && NamesPersons(phrase)) &&
                    !IsResult(phrase) && WholeBehind(said) != nullptr;
  const bool alone = leaning == Leaning::kAmount &&
                     (last == nullptr || last->sentence != said.sentence ||
                      last->unit == said.unit);
  if (leaning == Leaning::kNone || part || alone) {
    if (!label.detail.empty()) AddDimension(kItem, label.detail, fact);
    said.topic = DoingOf(Fold(label.left), phrase);
    return NameThing(phrase, said, fact);
  }
  said.noun = Completed(leaning, phrase, said);
  if (said.noun.empty()) said.noun = Fold(label.right);
  said.topic = TopicAt(said);
  if (leaning == Leaning::kPerHead && NamesGrant(said.noun)) {
    said.topic = said.noun.substr(2);
  }
  if (said.topic.empty()) said.topic = TopicOf(said.noun);
  const std::u32string noun = leaning == Leaning::kEmpty
                                  ? AsGranted(said.noun, text_, numbers_, index)
                                  : said.noun;
  fact.set_label(LabelOfThing(noun, said.unit));
  if (leaning == Leaning::kAttribute) LinkPhrase(said.noun, said, fact);
}

// 其中国家级3项、省级19项: the whole's name with the part.
void FigureNamer::NamePart(const std::u32string& value, Said& said,
                           Fact& fact) const {
  const std::string dimension = DimensionOfValue(value);
  AddDimension(dimension.c_str(), NormalValue(value), fact);
  said.part = value;
  said.topic = TopicAt(said);
  if (dimension == "等级" && NamePrize(said, fact)) return;
  const Said* whole = WholeOfValue(said);
  if (whole == nullptr) {
    // A topic of another sentence is a guess: 获省三等奖 says enough.
    const Said* last = said_.Last();
    const bool near = last != nullptr && last->sentence == said.sentence;
    said.noun = near || value.size() < 4 ? said.topic + value : value;
    fact.set_label(LabelOfThing(said.noun, said.unit));
    return;
  }
  Note(context_, Why::DECISION_LABEL, Why::SOURCE_WHOLE, whole->label);
  const bool same = whole->unit == said.unit;
  const std::u32string noun =
      same || whole->topic.empty() ? NameOf(*whole) : whole->topic;
  if (dimension == "性别") {
    said.noun = OfSex(noun, value);
    fact.set_label(LabelOfThing(said.noun, said.unit));
    return;
  }
  said.noun = noun + U"(" + value + U")";
  fact.set_label(LabelOfThing(OfPrize(noun, value), said.unit));
}

// A thing with a name of its own: its level becomes a dimension, and a part of
// a whole is named with the whole.
void FigureNamer::NameThing(const std::u32string& phrase, Said& said,
                            Fact& fact) const {
  if (NameWinners(phrase, said, fact)) return;
  said.noun = phrase;
  TakeAmong(said);
  // A rate is nothing that attributes belong to.
  if (IsShareUnit(said.unit)) said.topic = TopicAt(said);
  if (said.topic.empty()) said.topic = TopicOf(said.noun);
  const LeveledLabel leveled = TakeLevel(ToUtf8(phrase));
  if (!leveled.level.empty()) {
    said.level = leveled.level;
    AddDimension(kLevel, leveled.level, fact);
    said.label = LabelWithoutLevel(
        said.sentence, OfAwards(text_, said.at, leveled.label, said.unit));
    said.noun = Fold(said.label);
  }
  const bool persons = said.unit == "人" && NamesPersons(phrase);
  const bool whole_itself =
      phrase.starts_with(U"平均") || phrase.ends_with(U"结余");
  if (LinkPhrase(said.noun, said, fact)) return;
  const Said* whole = persons || whole_itself ? nullptr : WholeBehind(said);
  if (whole != nullptr && whole->noun != said.noun) {
    const std::u32string noun = NameOf(*whole);
    Note(context_, Why::DECISION_LABEL, Why::SOURCE_WHOLE, ToUtf8(noun));
    fact.set_label(LabelOfPart(noun, phrase, said.unit));
    said.noun = WithPersons(said.noun, noun, said.unit);
    said.topic = whole->topic;
    return;
  }
  fact.set_label(LabelOfThing(said.noun, said.unit));
  // 升学的分别是：五年一贯制186人
  const std::u32string topic = TopicBefore(text_, said.at);
  if (topic.size() == 2) LinkPhrase(said.noun + topic, said, fact);
}

void FigureNamer::NameChange(const Label& label, Fact& fact) const {
  const Said* last = said_.Last() ? said_.Last() : before_.Last();
  const std::string& said_unit = fact.figure().unit();
  std::u32string phrase = NounPhrase(Fold(label.left));
  // 两年减少62人 says since when, not what.
  if (phrase.size() <= 4 && phrase.ends_with(U"两年")) phrase.clear();
  Note(context_, Why::DECISION_CHANGE, Why::SOURCE_OWN_CLAUSE, label.direction);
  Note(context_, Why::DECISION_LABEL, Why::SOURCE_OWN_CLAUSE, label.left);
  // 合格率97%，比省平均水平高2个百分点
  constexpr std::u32string_view kOthers[] = {U"平均水平", U"平均值", U"平均数",
                                             U"均值"};
  if (phrase.size() <= 8 && !BackWord(phrase, kOthers).empty()) phrase.clear();
  // 获奖95项，获奖总数比上年增加20%
  const Said* summed = Summed(phrase, said_);
  if (summed != nullptr) {
    phrase = Measured(summed->noun, summed->unit);
  }
  if (phrase.empty() && last != nullptr) {
    Note(context_, Why::DECISION_LABEL, Why::SOURCE_EARLIER, last->label);
    const std::string name = ToUtf8(Measured(last->noun, last->unit));
    const bool growth = IsShareUnit(fact.figure().unit()) &&
                        !IsShareUnit(last->unit) && label.direction == "增加";
    fact.set_label((last->title.empty() ? name : last->title) +
                   (growth ? "增长率" : "变化"));
  } else {
    if (phrase.ends_with(U"总量")) phrase = Measured(phrase, said_unit);
    fact.set_label(ToUtf8(phrase) + "变化");
  }
  AddDimension(kDirection, label.direction, fact);
}

// What the figure counts as the catalogue may word it, with what it leans on.
std::string FigureNamer::Text(const Said& said, const Label& label) const {
  std::string text = label.text;
  Note(context_, Why::DECISION_LABEL,
       text == label.left ? Why::SOURCE_OWN_CLAUSE : Why::SOURCE_BEHIND, text);
  if (text.empty()) {
    const Said* governing = said_.Governing(said.sentence, said.unit);
    if (governing != nullptr) text = governing->label;
    Note(context_, Why::DECISION_LABEL, Why::SOURCE_EARLIER, text);
  }
  const Said* last = LastOutside(said.at);
  if (label.share && last != nullptr) text = last->label + text;
  if (IsPerHead(text) && last != nullptr) text += last->label;
  return text.empty() ? label.right : text;
}

}  // namespace nianbao::intake
