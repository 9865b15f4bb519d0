// What of FigureNamer looks at the text around: wholes, topics and what words
// that do not stand for themselves lean on.
#include <algorithm>
#include <iterator>
#include <string_view>

#include "services/intake/reading/awards.h"
#include "services/intake/reading/clause_topics.h"
#include "services/intake/reading/clauses.h"
#include "services/intake/reading/composed_names.h"
#include "services/intake/reading/figure_names.h"
#include "services/intake/reading/own_phrases.h"
#include "services/intake/reading/rates_ahead.h"
#include "services/intake/reading/respectively.h"
#include "services/intake/reading/word_ends.h"

namespace nianbao::intake {
namespace {

// Behind the end of every paragraph.
constexpr int kAnywhere = 1 << 30;

bool HasDigit(const std::u32string& words) {
  return std::any_of(words.begin(), words.end(), IsDigit);
}

// 其中一等奖2个、二等奖5个；市赛第一名11个: the semicolon at `end` ends what
// 其中 leads where it stands behind more than one part.
bool EndsParts(const std::vector<Number>& numbers, int among, int end) {
  const auto parts =
      std::count_if(numbers.begin(), numbers.end(), [&](const Number& number) {
        return number.kind == NumberKind::kFigure && number.begin > among &&
               number.end <= end;
      });
  return parts > 1;
}

}  // namespace

// The whole of a value: in its unit within its sentence, its paragraph or the
// paragraph before, or else whatever its sentence counts. Null where none.
const Said* FigureNamer::WholeOfValue(const Said& said) const {
  int begin = said.at;
  while (begin > 0 && text_[begin - 1] != U'。') --begin;
  const Said* whole = said_.Whole(begin, said.at, said.unit);
  if (whole == nullptr) whole = said_.Whole(0, said.at, said.unit);
  if (whole == nullptr) whole = said_.AnyWhole(begin);
  return whole != nullptr ? whole : before_.Whole(0, kAnywhere, said.unit);
}

// 专任教师中文化课教师63人: what is counted, and among whom.
void FigureNamer::TakeAmong(Said& said) const {
  const Said* last = said_.Last();
  if (last != nullptr && last->sentence == said.sentence) {
    said.among = last->among;
  }
  // 升学人数含转段学生186人
  constexpr std::u32string_view kHolding = U"人数含";
  const std::size_t holding = said.noun.find(kHolding);
  if (holding != said.noun.npos) {
    said.noun.erase(0, holding + kHolding.size());
  }
  const std::size_t at = said.noun.find(U'中');
  if (at == said.noun.npos || at < 2 || said.noun.size() < at + 4) return;
  constexpr std::u32string_view kWords[] = {
      U"中级", U"中职", U"中专", U"中心", U"中高",   U"中小",   U"中国",
      U"中外", U"中层", U"中具", U"中取", U"中本贯", U"中本一", U"中本衔"};
  const std::u32string whole = said.noun.substr(0, at);
  const bool word = !FrontWord(said.noun.substr(at), kWords).empty();
  if (word || !NamesPersons(whole)) return;
  said.among = whole;
  said.noun.erase(0, at + 1);
}

// The name of what leans on things said before; empty where nothing was.
std::u32string FigureNamer::Completed(Leaning leaning,
                                      const std::u32string& phrase,
                                      const Said& said) const {
  const std::u32string topic = TopicAt(said);
  if (leaning == Leaning::kEmpty) return GoneOnWith(phrase, said, topic);
  if (leaning == Leaning::kPerHead) return PerHead(phrase, said, topic);
  if (leaning == Leaning::kAttribute && TopicBefore(text_, said.at).empty()) {
    const std::u32string rated = RatedTopic(text_, said.at, phrase);
    if (!rated.empty()) return rated + phrase;
    // 走上讲台的校友，登记在册的有86人
    const std::u32string persons =
        said.unit == "人" ? ClauseBefore(text_, said.at) : U"";
    if (NamesPersons(persons)) return WithAttribute(persons, phrase);
    // 教研组都选送了案例，择优汇编64篇
    const Said* last = said_.Last();
    const bool first = last == nullptr || last->sentence != said.sentence;
    const std::u32string clause =
        first && said.unit != "人" ? ClauseBefore(text_, said.at) : U"";
    if (!clause.empty()) return WithAttribute(clause, phrase);
  }
  return topic.empty() ? phrase : WithAttribute(topic, phrase);
}

// What a figure without a noun of its own goes on with.
std::u32string FigureNamer::GoneOnWith(const std::u32string& phrase,
                                       const Said& said,
                                       const std::u32string& topic) const {
  const Said* governing = said_.Governing(said.sentence, said.unit);
  if (phrase.empty()) {
    const std::u32string won = AwardsGoneOn(text_, said, governing);
    if (!won.empty()) return won;
  }
  if (governing == nullptr) return topic;
  const bool elsewhere = governing->sentence != said.sentence;
  // 生均300元发放实习补贴，合计17.34万元
  const bool money =
      governing->unit.ends_with("元") && said.unit.ends_with("元");
  if (money && !elsewhere && governing->noun.find(U'均') == 1) {
    return governing->noun.substr(2);
  }
  if (elsewhere && governing->unit != said.unit) {
    const std::u32string clause = ClauseBefore(text_, said.at);
    if (!clause.empty()) return clause;
  }
  if (governing->unit != said.unit && !topic.empty()) return topic;
  // 新购置计算机120台，总数960台
  constexpr std::u32string_view kNew[] = {U"新购置", U"新增加", U"新购",
                                          U"新增",   U"新建",   U"新添"};
  std::u32string noun = governing->noun;
  if (!phrase.empty()) CutFront(noun, kNew);
  return noun;
}

// An amount for each of what was said.
std::u32string FigureNamer::PerHead(const std::u32string& phrase,
                                    const Said& said,
                                    const std::u32string& topic) const {
  const bool classes =
      phrase.starts_with(U"班均") || phrase.find(U"每班") != phrase.npos;
  if (classes && said.unit == "人") return U"班均学生";
  if (phrase.starts_with(U"每人")) return U"人均" + topic;
  if (phrase.find(U'每') != phrase.npos) {
    return topic.empty() ? phrase : topic + U"(" + phrase + U")";
  }
  if (NamesGrant(phrase)) return phrase;
  if (phrase.size() > 2) return phrase.substr(0, 2) + topic + phrase.substr(2);
  const Said* last = said_.Last();
  if (last == nullptr) return phrase;
  return phrase +
         (last->title.empty() ? last->noun : WithoutMeasure(last->title));
}

// The words around the figure as a noun phrase, without what is said before.
std::u32string FigureNamer::OwnPhrase(std::size_t index,
                                      const Label& label) const {
  const std::u32string dealt = DealtPhrase(index);
  if (!dealt.empty()) return dealt;
  std::u32string words = Fold(label.text);
  // 培养500名制造工程师, 选派2名教师
  constexpr std::u32string_view kTelling[] = {
      U"培养", U"选派", U"派出", U"招聘", U"引进", U"捐赠", U"购入", U"流失"};
  const std::u32string left = Fold(label.left);
  constexpr std::size_t kLongestLead = 13;
  if (!label.noun.empty() && label.right.starts_with(label.noun) &&
      (left.size() < 3 || left.size() > kLongestLead)) {
    words.insert(0, BackWord(left, kTelling));
  }
  if (label.share && !words.empty()) words = SplitShare(words).whole;
  // 选派13项26名学生参赛
  constexpr std::u32string_view kEntering[] = {U"选派", U"组织", U"派出"};
  if (numbers_[index].figure.unit() == "项" && label.noun.empty() &&
      !BackWord(left, kEntering).empty() && EntersContest(index)) {
    return U"参赛";
  }
  std::u32string phrase = NounPhrase(words);
  const Said* last = said_.Last();
  // 一等奖3项7人: the second figure is of the first one's part.
  if (phrase.empty() && index > 0 && last != nullptr &&
      numbers_[index - 1].end == numbers_[index].begin) {
    return last->part;
  }
  return phrase;
}

// Whether the clause ends in taking part in a contest.
bool FigureNamer::EntersContest(std::size_t index) const {
  const int end = ClauseEnd(text_, numbers_[index].end);
  return text_.EndsAt(end, U"参赛") || text_.EndsAt(end, U"参加比赛");
}

// Whether 分别 deals out shares to the figure: 分别占, 比例分别为.
bool FigureNamer::DealsShares(std::size_t index) const {
  const auto dealt = DealtOut(text_, numbers_, index);
  return dealt &&
         (text_.HasAt(dealt->at + 2, U"占") ||
          text_.EndsAt(dealt->at, U"比例") || text_.EndsAt(dealt->at, U"占比"));
}

// 公共基础课合格率96%，其中语文、数学依次为98%、94%: the rate that a dealt item
// of the figure is of; empty where the item says so itself.
std::u32string FigureNamer::RateSaid(const std::u32string& item,
                                     std::size_t index, int at) const {
  const Said* last = said_.Before(at);
  constexpr std::u32string_view kRates[] = {U"率", U"度", U"比例", U"占比"};
  const bool rate = last != nullptr && !BackWord(last->noun, kRates).empty();
  const std::string& unit = numbers_[index].figure.unit();
  const bool bare = BackWord(item, kRates).empty() && !NamesPersons(item);
  const bool near =
      rate && last->sentence == SentenceBegin(text_, numbers_[index].begin);
  return near && bare && unit == "%" && last->unit == unit ? last->noun : U"";
}

// What 分别 deals to the figure; empty where it deals nothing out.
std::u32string FigureNamer::DealtPhrase(std::size_t index) const {
  const auto dealt = DealtOut(text_, numbers_, index);
  if (!dealt) return U"";
  const auto place = static_cast<std::size_t>(dealt->index);
  const auto count = static_cast<std::size_t>(dealt->count);
  const auto items = ItemsBefore(text_, dealt->at);
  if (items.size() == count) {
    const bool dates = std::any_of(items.begin(), items.end(), HasDigit);
    return dates ? U""
                 : items[place] + RateSaid(items[place], index, dealt->at);
  }
  if (!IsShareUnit(numbers_[index].figure.unit())) return U"";
  const auto before = said_.LastBefore(dealt->at, dealt->count);
  return before.size() == count ? before[place]->noun : U"";
}

// What an attribute of the figure would belong to.
std::u32string FigureNamer::TopicAt(const Said& said) const {
  const std::u32string topic = TopicBefore(text_, said.at);
  if (!topic.empty()) return topic;
  const Said* last = said_.Last();
  const bool near = last != nullptr && last->sentence == said.sentence;
  if (near) return last->topic;
  const std::u32string title = TitleTopic(text_);
  return title.empty() && last != nullptr ? last->topic : title;
}

// The whole of which the figure is a part by 其中 or 按对象分, for things
// counted in the same unit. Null where none.
const Said* FigureNamer::WholeBehind(const Said& said) const {
  if (said.unit == "%") return nullptr;
  int begin = said.at;
  while (begin > 0 && text_[begin - 1] != U'。') --begin;
  int semicolon = -1;
  for (int at = said.at - 1; at >= begin; --at) {
    if (text_[at] == U';') semicolon = at;
    const bool among = text_.HasAt(at, U"其中");
    if (!among && !SplitsAt(text_, at)) continue;
    // Persons may be split another way behind it: …；在本市实习412人.
    const bool ended = semicolon > 0 && said.unit != "人" &&
                       EndsParts(numbers_, at, semicolon);
    if (ended) return nullptr;
    // The whole of a split, and of a sentence of its own, stands before it.
    if (at > begin && among) return said_.Whole(begin, at, said.unit);
    const Said* whole = said_.Whole(0, at, said.unit);
    if (whole != nullptr) return said_.Governing(whole->sentence, said.unit);
    return at > 0 ? nullptr : before_.Whole(0, kAnywhere, said.unit);
  }
  return nullptr;
}

// 总学时8966，其中远程1358: a bare part is in the unit of its whole.
void FigureNamer::TakeUnit(int at, nianbao::fact::v1::Figure& figure) const {
  const bool ratio = figure.value().find(':') != std::string::npos;
  if (!figure.unit().empty() || ratio) return;
  int among = at;
  while (among > 0 && text_[among - 1] != U'。' &&
         !text_.HasAt(among, U"其中")) {
    --among;
  }
  const Said* whole = said_.Before(among);
  const bool known = whole != nullptr && !IsShareUnit(whole->unit) &&
                     whole->sentence == SentenceBegin(text_, among);
  if (known && text_.HasAt(among, U"其中")) figure.set_unit(whole->unit);
}

// 升学455人，直接就业236人，两项合计691人 → 升学和直接就业; empty where the
// figure sums up nothing by number.
std::u32string FigureNamer::SummedUp(const Said& said) const {
  constexpr std::u32string_view kSums[] = {
      U"两项合计", U"两项共计", U"两者合计", U"两者共计",
      U"二者合计", U"两类合计", U"两项共"};
  const bool sums = std::any_of(
      std::begin(kSums), std::end(kSums),
      [&](std::u32string_view sum) { return text_.EndsAt(said.at, sum); });
  if (!sums) return U"";
  const auto parts = said_.LastBefore(said.at, 2);
  const bool alike =
      parts.size() == 2 &&
      std::all_of(parts.begin(), parts.end(), [&](const Said* part) {
        return part->sentence == said.sentence && part->unit == said.unit;
      });
  if (!alike) return U"";
  const auto name = [](const Said& part) {
    return part.title.empty() ? part.noun : WithoutMeasure(part.title);
  };
  return name(*parts[0]) + U"和" + name(*parts[1]);
}

// 学生获国家级奖项93项、省级奖项272项: the second goes on with the first.
std::string FigureNamer::LabelWithoutLevel(int sentence,
                                           const std::string& rest) const {
  const Said* last = said_.Last();
  const bool goes_on = last != nullptr && !last->level.empty() &&
                       last->sentence == sentence &&
                       last->label.ends_with(rest);
  return goes_on ? last->label : rest;
}

}  // namespace nianbao::intake
